/// Who called first, and who copies: which calls are echoes of others, which channels go before
/// which, and which are one voice.
@NullMarked
package io.assay.core.lineage;

import org.jspecify.annotations.NullMarked;
