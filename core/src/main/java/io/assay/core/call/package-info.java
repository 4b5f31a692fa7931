/// A call and what came of it: entry, checkpoints, barriers, outcome. Uses `message`, `asset` and
/// `price`.
@NullMarked
package io.assay.core.call;

import org.jspecify.annotations.NullMarked;
