/// What simulated channels write: calls in five languages and many styles, edits of them, and all
/// that is no call.
@NullMarked
package io.assay.sim.voice;

import org.jspecify.annotations.NullMarked;
