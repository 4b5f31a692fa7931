/// The terms of trade that a text states: side, entry, targets, stop, leverage, timeframe, market
/// caps, each number where it stands. Pure. Uses `text`.
@NullMarked
package io.assay.core.terms;

import org.jspecify.annotations.NullMarked;
