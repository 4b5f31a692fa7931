/// Track records as they are asked for: books opened as they stand or as of an instant, channels
/// and calls found in them, and the tables, lines and JSON in which they are told.
@NullMarked
package io.assay.app.record;

import org.jspecify.annotations.NullMarked;
