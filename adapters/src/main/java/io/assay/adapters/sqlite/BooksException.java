package io.assay.adapters.sqlite;

import io.assay.core.ledger.Books;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import java.io.Serial;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// The file cannot be opened, read or written. Not the fault of any entry: whoever folds stops here
/// and goes on later from what was committed. A [Fault] among its causes says what kind of failure
/// it is, to whoever asks [Fault#kindOf].
public class BooksException extends Books.StoreException {
  @Serial private static final long serialVersionUID = 1;

  private static final int PRIMARY = 0xFF; // the rest of a result code is detail

  BooksException(ErrorKind kind, String message, @Nullable Throwable cause) {
    super(message, new Fault(kind, message, cause));
  }

  /// The kind of failure: temporary where waiting helps, fatal where the file is damaged.
  public ErrorKind kind() {
    return Fault.kindOf(this);
  }

  /// What SQLite said, understood.
  ///
  /// @param what cannot be done, such as `the ledger cannot be read`
  static BooksException of(String what, SQLException e) {
    String message = what + ": " + e.getMessage();
    return switch (primary(e)) {
      case SQLITE_FULL -> new Full(what, e);
      case SQLITE_BUSY,
          SQLITE_LOCKED,
          SQLITE_IOERR,
          SQLITE_PROTOCOL,
          SQLITE_NOMEM,
          SQLITE_INTERRUPT,
          SQLITE_CANTOPEN -> // also said where the process has too many files open
          new BooksException(ErrorKind.TEMPORARY, message, e);
      case SQLITE_CORRUPT, SQLITE_NOTADB -> new BooksException(ErrorKind.FATAL, message, e);
      case SQLITE_PERM, SQLITE_READONLY, SQLITE_AUTH ->
          new BooksException(ErrorKind.OPERATIONAL, message, e);
      default -> new BooksException(ErrorKind.BUG, message, e);
    };
  }

  private static SQLiteErrorCode primary(SQLException e) {
    return e instanceof SQLiteException known
        ? SQLiteErrorCode.getErrorCode(known.getResultCode().code & PRIMARY)
        : SQLiteErrorCode.UNKNOWN_ERROR;
  }

  /// Another program writes the file at this moment.
  static BooksException taken(Path file) {
    return new Taken(file + " is being written by another assay; wait for it to end");
  }

  /// The file is in use; trying again later is right.
  public static final class Taken extends BooksException {
    @Serial private static final long serialVersionUID = 1;

    private Taken(String message) {
      super(ErrorKind.TEMPORARY, message, null);
    }
  }

  /// The disk is full. What was being written is not there at all; the same goes through once there
  /// is room.
  public static final class Full extends BooksException {
    @Serial private static final long serialVersionUID = 1;

    private Full(String what, SQLException cause) {
      super(
          ErrorKind.TEMPORARY,
          what + ": the disk is full; free some space and it goes on by itself",
          cause);
    }
  }

  /// SQLite itself cannot be had on this machine: no file is to blame.
  public static final class Unloaded extends BooksException {
    @Serial private static final long serialVersionUID = 1;

    Unloaded(Throwable cause) {
      super(
          ErrorKind.OPERATIONAL,
          "SQLite cannot be loaded from the temporary folder "
              + System.getProperty("java.io.tmpdir")
              + ": is it full, or are programs forbidden in it?",
          cause);
    }
  }

  /// Whoever writes has been replaced: what it was writing is not there, and it can write no more.
  public static final class Superseded extends BooksException {
    @Serial private static final long serialVersionUID = 1;

    Superseded(String file, @Nullable Throwable cause) {
      super(ErrorKind.FATAL, file + " is written by a later task; this one is refused", cause);
    }
  }
}
