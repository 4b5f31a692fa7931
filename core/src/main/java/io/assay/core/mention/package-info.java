/// The addresses that a message mentions: where each stands, what it is for, on which chain, and
/// how sure that is. Uses `text`, `message` and `asset`.
@NullMarked
package io.assay.core.mention;

import org.jspecify.annotations.NullMarked;
