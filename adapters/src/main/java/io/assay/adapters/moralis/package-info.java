/// Moralis: prices of EVM tokens, with a key.
@NullMarked
package io.assay.adapters.moralis;

import org.jspecify.annotations.NullMarked;
