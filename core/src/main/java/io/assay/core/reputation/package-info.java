/// What a channel's word is worth: the classic composite, and the rigorous posterior that ranks.
/// Uses `call` and what is before it.
@NullMarked
package io.assay.core.reputation;

import org.jspecify.annotations.NullMarked;
