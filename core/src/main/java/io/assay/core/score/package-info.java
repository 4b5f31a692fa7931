/// What a new call is worth before anybody knows: its score, factor by factor, and the calibrated
/// chance that it wins; and what is kept so that both can be told without looking back at every
/// call. All mathematics here is [StrictMath] over whole numbers or in a fixed order, so that every
/// machine comes to the same bytes. Uses `reputation` and what is before it.
@NullMarked
package io.assay.core.score;

import org.jspecify.annotations.NullMarked;
