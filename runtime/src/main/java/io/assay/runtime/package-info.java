/// Start, supervise, check, alert, budget, measure, stop: a house that stays up. Knows nothing of
/// tokens or calls. This room holds the words that the others share; they do not know each other,
/// except that a component of `life` has a check of `health`.
@NullMarked
package io.assay.runtime;

import org.jspecify.annotations.NullMarked;
