/// The way through: an entry of the journal in, changes and wants out. Does no I/O and reads no
/// clock.
@NullMarked
package io.assay.core.flow;

import org.jspecify.annotations.NullMarked;
