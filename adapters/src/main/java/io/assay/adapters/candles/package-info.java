/// Candles from a folder of CSV files, one file an asset: the price source of a replay.
@NullMarked
package io.assay.adapters.candles;

import org.jspecify.annotations.NullMarked;
