/// Commands that look into the books: who is worth what, what was called, and what came of it. They
/// read the file of a running system, of one that has stopped, or of a replay, and change nothing.
@NullMarked
package io.assay.app.cli.books;

import org.jspecify.annotations.NullMarked;
