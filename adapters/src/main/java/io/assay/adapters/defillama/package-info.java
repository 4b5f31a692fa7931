/// DefiLlama: prices of coins and tokens, now and then, without a key.
@NullMarked
package io.assay.adapters.defillama;

import org.jspecify.annotations.NullMarked;
