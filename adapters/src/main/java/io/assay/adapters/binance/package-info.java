/// Binance: what its spot market pays in USDT, without a key.
@NullMarked
package io.assay.adapters.binance;

import org.jspecify.annotations.NullMarked;
