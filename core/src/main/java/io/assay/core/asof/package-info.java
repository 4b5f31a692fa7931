/// The books as they were known at an earlier instant.
@NullMarked
package io.assay.core.asof;

import org.jspecify.annotations.NullMarked;
