/// The outside world: one package a vendor, none imports another.
@NullMarked
package io.assay.adapters;

import org.jspecify.annotations.NullMarked;
