package io.assay.adapters.sqlite;

import io.assay.core.ledger.Archive;
import io.assay.core.ledger.Books;
import io.assay.core.ledger.Journal;
import io.assay.core.ledger.Ledger;
import io.assay.core.ledger.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteConfig;

/// The books in one SQLite file: write-ahead log, full synchronous, one writer. Everything that is
/// written between two commits is on disk together or not at all, whatever kills the process.
public final class SqliteBooks implements Books {
  private static final long COPIED_IN_MEMORY = 64L << 20;

  private final Connection connection;
  private final String file;
  private final TransactionWatch watch;
  private final SqliteJournal journal;
  private final SqliteArchive archive;
  private final SqliteLedger ledger;
  private final SqliteSeen seen;
  private final AutoCloseable lock;
  private boolean open;
  private boolean compacting;

  private SqliteBooks(
      Connection connection, String file, TransactionWatch watch, AutoCloseable lock)
      throws SQLException {
    this.connection = connection;
    this.file = file;
    this.lock = lock;
    this.watch = watch;
    journal = new SqliteJournal(connection);
    archive = new SqliteArchive(connection);
    ledger = new SqliteLedger(connection);
    seen = new SqliteSeen(connection);
  }

  /// Opens the file for writing, and makes it if there is none.
  ///
  /// @throws BooksException if it cannot be opened, is no database, or another program's;
  ///   [BooksException.Taken] if another process writes it
  public static SqliteBooks open(Path file) {
    return open(file, TransactionWatch.NONE);
  }

  /// The same, with somebody told when transactions begin and end.
  public static SqliteBooks open(Path file, TransactionWatch watch) {
    WriterLock lock = WriterLock.take(file);
    try {
      return open(file.toString(), watch, new SQLiteConfig(), Schema::prepare, lock);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /// Loads what opening will need, on a thread of its own: unpacking SQLite takes a moment that a
  /// program may have other use for.
  public static void loadAhead() {
    Thread.ofPlatform()
        .name("assay-sqlite")
        .daemon()
        .start(() -> {
          try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            connection.isValid(0);
          } catch (SQLException | LinkageError e) {
            // opening the file will fail the same way, and say so
          }
        });
  }

  /// Opens a file that exists, for reading alone.
  ///
  /// @throws BooksException if there is none, it is no database, or another program's
  public static SqliteBooks openReadOnly(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new BooksException(
          Files.exists(file) ? file + " is no file" : "there is no file " + file);
    }
    SQLiteConfig config = new SQLiteConfig();
    Path place = file.toAbsolutePath();
    if (Files.exists(place.resolveSibling(place.getFileName() + "-wal"))) {
      config.setReadOnly(true); // somebody writes it, or was killed: the log is not ours to end
      return open(place.toString(), config);
    }
    if (Files.isWritable(place.getParent()) && Files.isWritable(place)) {
      SqliteBooks books = open(place.toString(), config);
      books.execute("PRAGMA query_only=1"); // what reading puts beside the file goes at the end
      return books;
    }
    config.setReadOnly(true);
    return open(place.toUri() + "?immutable=1", config);
  }

  private static SqliteBooks open(String place, SQLiteConfig config) {
    return open(place, TransactionWatch.NONE, config, Schema::recognise, () -> {});
  }

  private static SqliteBooks open(
      String file,
      TransactionWatch watch,
      SQLiteConfig config,
      Preparation preparation,
      AutoCloseable lock) {
    config.setGetGeneratedKeys(false); // no table has any, and asking for them costs a query a row
    try {
      Connection connection =
          DriverManager.getConnection("jdbc:sqlite:" + file, config.toProperties());
      try {
        preparation.prepare(connection, file);
        return new SqliteBooks(connection, file, watch, lock);
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new BooksException("cannot open " + file + ": " + e.getMessage(), e);
    } catch (LinkageError e) {
      String folder = System.getProperty("java.io.tmpdir");
      throw new BooksException("SQLite cannot be unpacked to " + folder + "; is it full?", e);
    }
  }

  private interface Preparation {
    void prepare(Connection connection, String file) throws SQLException;
  }

  @Override
  public Journal journal() {
    return journal;
  }

  @Override
  public Archive archive() {
    return archive;
  }

  @Override
  public Ledger ledger() {
    return ledger;
  }

  @Override
  public Seen seen() {
    return seen;
  }

  @Override
  public void transact(Runnable work) {
    if (open) {
      throw new IllegalStateException("a transaction is open already");
    }
    open = true;
    watch.begun();
    try {
      execute("BEGIN IMMEDIATE");
      try {
        work.run();
        seen.write();
        journal.write();
        execute("COMMIT");
      } catch (RuntimeException | Error e) {
        rollBack(e);
        throw e;
      }
    } finally {
      open = false;
      watch.ended();
    }
  }

  private void rollBack(Throwable cause) {
    journal.forget();
    seen.forget();
    try {
      execute("ROLLBACK");
    } catch (BooksException e) {
      cause.addSuppressed(e);
    }
  }

  /// What SQLite itself finds wrong with the file; empty if nothing.
  public List<String> damage() {
    List<String> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA integrity_check(20)")) {
      while (rows.next()) {
        String line = rows.getString(1);
        if (!line.equals("ok")) {
          found.add("file: " + line);
        }
      }
    } catch (SQLException e) {
      found.add("file: " + e.getMessage());
    }
    return found;
  }

  /// Asks for the file to be written anew, without the gaps that growing left in it, when it is
  /// closed.
  public void compactAtClose() {
    compacting = true;
  }

  private void compact() throws SQLException, IOException {
    if (Files.size(Path.of(file)) > COPIED_IN_MEMORY) {
      execute("PRAGMA temp_store=FILE");
    }
    execute("VACUUM");
  }

  private void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new BooksException(file + ": " + e.getMessage(), e);
    }
  }

  /// Closes the file; what the write-ahead log holds goes into it first.
  @Override
  public void close() {
    try {
      journal.close();
      archive.close();
      ledger.close();
      seen.close();
      if (compacting) {
        compact();
      }
      connection.close();
      lock.close();
    } catch (Exception e) {
      throw new BooksException(file + " does not close: " + e.getMessage(), e);
    }
  }
}
