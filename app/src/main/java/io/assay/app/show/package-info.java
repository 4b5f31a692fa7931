/// One thing shown with all that is known of it: a call, a channel or an asset. Each part of what
/// is told is a type of its own.
@NullMarked
package io.assay.app.show;

import org.jspecify.annotations.NullMarked;
