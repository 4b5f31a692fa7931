package io.assay.adapters.sqlite;

import io.assay.core.ledger.Books;
import java.io.Serial;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The file cannot be opened, read or written. Not the fault of any entry: whoever folds stops here
/// and goes on later from what was committed.
public class BooksException extends Books.StoreException {
  @Serial private static final long serialVersionUID = 1;

  BooksException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  BooksException(String message) {
    super(message, null);
  }

  /// Another program writes the file at this moment.
  static BooksException taken(Path file) {
    return new Taken(file + " is being written by another assay; wait for it to end");
  }

  /// The file is in use; trying again later is right.
  public static final class Taken extends BooksException {
    @Serial private static final long serialVersionUID = 1;

    private Taken(String message) {
      super(message);
    }
  }
}
