/// CoinGecko: coins and their contracts, averaged over exchanges, and the list of all coins.
@NullMarked
package io.assay.adapters.coingecko;

import org.jspecify.annotations.NullMarked;
