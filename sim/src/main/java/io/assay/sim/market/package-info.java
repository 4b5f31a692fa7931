/// What the simulated tokens are and what their prices do: candles on demand for any token and
/// range, made from the seed each time they are asked for, never two ways, and never kept.
@NullMarked
package io.assay.sim.market;

import org.jspecify.annotations.NullMarked;
