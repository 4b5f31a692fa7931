/// What was expected of calls, and what came: expectations by channel and by coin, what they
/// recommend, and how right predictions were. For display; nothing here ranks. Uses `reputation`
/// and what is before it.
@NullMarked
package io.assay.core.foresight;

import org.jspecify.annotations.NullMarked;
