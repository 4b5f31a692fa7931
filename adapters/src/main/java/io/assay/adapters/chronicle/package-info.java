/// Puts histories of any size in time order: an external merge sort.
@NullMarked
package io.assay.adapters.chronicle;

import org.jspecify.annotations.NullMarked;
