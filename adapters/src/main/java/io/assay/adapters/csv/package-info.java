/// Tables as CSV files.
@NullMarked
package io.assay.adapters.csv;

import org.jspecify.annotations.NullMarked;
