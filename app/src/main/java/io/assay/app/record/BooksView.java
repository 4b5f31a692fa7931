package io.assay.app.record;

import io.assay.adapters.sqlite.SqliteBooks;
import io.assay.core.asof.AsOf;
import io.assay.core.asset.TokenDirectory;
import io.assay.core.canon.CanonException;
import io.assay.core.flow.CallFlow;
import io.assay.core.flow.Directories;
import io.assay.core.ledger.Journal;
import io.assay.core.ledger.Ledger;
import io.assay.core.ledger.Standing;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Books as somebody looks at them: as they stand, or as of an instant. Only while they are open.
///
/// @param until what was heard later is not looked at; [Instant#MAX] where everything is
/// @param lag how many entries of the journal the ledger does not hold yet
public record BooksView(
    Ledger ledger, Journal journal, Standing standing, Symbols symbols, Instant until, long lag) {

  /// Opens a file of books for reading, whether somebody writes it or not, and shows all of it as
  /// it was committed at one moment.
  ///
  /// @param asOf null: as it stands
  /// @throws io.assay.adapters.sqlite.BooksException if it cannot be read
  /// @throws CanonException if it is of another fold version, or damaged
  public static <T> T read(Path file, @Nullable Instant asOf, Function<BooksView, T> reader) {
    List<T> read = new ArrayList<>(1);
    try (SqliteBooks books = SqliteBooks.openReadOnly(file)) {
      books.view(() -> read.add(reader.apply(of(books, asOf))));
    }
    return read.getFirst();
  }

  private static BooksView of(SqliteBooks books, @Nullable Instant asOf) {
    Ledger ledger = asOf == null ? books.ledger() : AsOf.ledger(books, asOf);
    Standing standing = Standing.of(ledger, CallFlow.VERSION);
    if (standing.foldVersion() != CallFlow.VERSION) {
      throw new CanonException(
          "the ledger is of fold version "
              + standing.foldVersion()
              + ", and this Assay reads version "
              + CallFlow.VERSION);
    }
    TokenDirectory directory = Directories.inForce(ledger, books.archive());
    long lag = asOf == null ? books.journal().head().entries() - standing.position() : 0;
    Instant until = asOf == null ? Instant.MAX : asOf;
    return new BooksView(ledger, books.journal(), standing, new Symbols(directory), until, lag);
  }
}
