/// The market as Assay asks it: the one place where the vendors' names meet, and what their answers
/// look like to an operator.
@NullMarked
package io.assay.app.market;

import org.jspecify.annotations.NullMarked;
