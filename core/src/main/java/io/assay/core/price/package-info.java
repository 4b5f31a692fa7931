/// What something was worth, and when that was known: candles, wants (questions to the outside) and
/// their answers. Uses `asset`.
@NullMarked
package io.assay.core.price;

import org.jspecify.annotations.NullMarked;
