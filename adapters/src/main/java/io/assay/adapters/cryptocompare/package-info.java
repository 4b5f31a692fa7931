/// CryptoCompare: coins by their symbol, averaged over exchanges.
@NullMarked
package io.assay.adapters.cryptocompare;

import org.jspecify.annotations.NullMarked;
