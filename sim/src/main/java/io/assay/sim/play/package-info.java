/// A simulated world as it is heard: every post, edit, deletion and look at its readers, in the
/// order of time.
@NullMarked
package io.assay.sim.play;

import org.jspecify.annotations.NullMarked;
