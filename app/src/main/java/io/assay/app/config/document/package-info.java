/// What a file says and where it says it, for whoever has to tell a person that it is wrong. Knows
/// nothing of keys and what they mean.
@NullMarked
package io.assay.app.config.document;

import org.jspecify.annotations.NullMarked;
