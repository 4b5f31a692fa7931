/// GeckoTerminal: tokens, pools and candles of decentralised exchanges, without a key.
@NullMarked
package io.assay.adapters.geckoterminal;

import org.jspecify.annotations.NullMarked;
