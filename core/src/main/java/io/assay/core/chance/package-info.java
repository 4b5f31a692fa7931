/// The mathematics of chance: distributions, exact tests and the control of false discoveries. It
/// knows nothing of calls. All of it is [StrictMath], so that every machine comes to the same bits.
@NullMarked
package io.assay.core.chance;

import org.jspecify.annotations.NullMarked;
