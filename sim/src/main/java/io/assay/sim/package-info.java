/// A market and channels of known truth, so that a judgement can be checked against what is really
/// so. The door is here; the room is furnished with the judgement it serves.
@NullMarked
package io.assay.sim;

import org.jspecify.annotations.NullMarked;
