/// Birdeye: tokens of Solana and the large EVM chains, with a key.
@NullMarked
package io.assay.adapters.birdeye;

import org.jspecify.annotations.NullMarked;
