package io.assay.adapters.sqlite;

import java.io.Serial;

/// The file cannot be opened, read or written. Not the fault of any entry: whoever folds stops here
/// and goes on later from what was committed.
public final class BooksException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  BooksException(String message, Throwable cause) {
    super(message, cause);
  }

  BooksException(String message) {
    super(message);
  }
}
