/// What can be called: tokens by chain and address, coins by directory id, listings by exchange and
/// symbol. And how each chain writes its addresses. Uses `text`, `codec`, `canon` and `message` at
/// most.
@NullMarked
package io.assay.core.asset;

import org.jspecify.annotations.NullMarked;
