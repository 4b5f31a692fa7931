/// Measures what decides in the price engine, which nobody outside its package sees.
@NullMarked
package io.assay.adapters.market;

import org.jspecify.annotations.NullMarked;
