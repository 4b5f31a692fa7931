/// The books in one SQLite file.
@NullMarked
package io.assay.adapters.sqlite;

import org.jspecify.annotations.NullMarked;
