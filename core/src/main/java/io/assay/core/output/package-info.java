/// The rows that leave the house.
@NullMarked
package io.assay.core.output;

import org.jspecify.annotations.NullMarked;
