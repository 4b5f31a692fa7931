/// What is hidden: how good each channel really is, and how well a ranking has found that out.
@NullMarked
package io.assay.sim.truth;

import org.jspecify.annotations.NullMarked;
