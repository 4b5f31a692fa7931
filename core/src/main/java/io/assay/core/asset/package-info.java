/// What can be called: tokens by chain and address, coins by directory id, listings by exchange and
/// symbol. Uses `message` at most.
@NullMarked
package io.assay.core.asset;

import org.jspecify.annotations.NullMarked;
