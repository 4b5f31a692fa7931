/// What a market looks like: how large and how risky a token is, whether its contract lets anybody
/// sell, whether it is dead, and what the whole market does. Uses `asset` and `price`.
@NullMarked
package io.assay.core.market;

import org.jspecify.annotations.NullMarked;
