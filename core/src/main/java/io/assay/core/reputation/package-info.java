/// What a channel's word is worth: the classic composite, and the rigorous posterior that ranks.
/// All mathematics here is [StrictMath], so that every machine comes to the same bytes. Uses `call`
/// and what is before it.
@NullMarked
package io.assay.core.reputation;

import org.jspecify.annotations.NullMarked;
