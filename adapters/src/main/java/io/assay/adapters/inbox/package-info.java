/// A folder in which people and programs leave files to be read.
@NullMarked
package io.assay.adapters.inbox;

import org.jspecify.annotations.NullMarked;
