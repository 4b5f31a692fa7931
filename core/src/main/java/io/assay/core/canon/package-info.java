/// Canonical bytes: how anything is written so that it is written the same way for ever, and the
/// digest of it. Uses nothing else of the house.
@NullMarked
package io.assay.core.canon;

import org.jspecify.annotations.NullMarked;
