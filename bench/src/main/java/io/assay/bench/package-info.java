/// Speed as a measurement with a comparison in the same run. Never shipped.
@NullMarked
package io.assay.bench;

import org.jspecify.annotations.NullMarked;
