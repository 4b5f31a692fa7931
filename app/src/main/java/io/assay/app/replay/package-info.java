/// Plays histories from files into the books.
@NullMarked
package io.assay.app.replay;

import org.jspecify.annotations.NullMarked;
