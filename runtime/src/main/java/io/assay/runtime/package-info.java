/// Start, supervise, check, alert, budget, measure, stop: a house that stays up. Knows nothing of
/// tokens or calls. Its rooms are furnished by the runtime issue; the door is here so that the
/// arrows of the house hold from the first day.
@NullMarked
package io.assay.runtime;

import org.jspecify.annotations.NullMarked;
