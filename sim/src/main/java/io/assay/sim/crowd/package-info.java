/// Who posts in the simulated world, how good each of them really is, and when each of them calls.
@NullMarked
package io.assay.sim.crowd;

import org.jspecify.annotations.NullMarked;
