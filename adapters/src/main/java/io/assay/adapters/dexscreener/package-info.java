/// DexScreener: pairs of decentralised exchanges, without a key.
@NullMarked
package io.assay.adapters.dexscreener;

import org.jspecify.annotations.NullMarked;
