package io.assay.adapters.sqlite;

import io.assay.core.flow.Audit;
import io.assay.core.ledger.Archive;
import io.assay.core.ledger.Books;
import io.assay.core.ledger.Journal;
import io.assay.core.ledger.Ledger;
import io.assay.core.ledger.Seen;
import io.assay.runtime.ErrorKind;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The books in one SQLite file: write-ahead log, full synchronous, one writer. Everything that is
/// written between two commits is on disk together or not at all, whatever kills the process.
public final class SqliteBooks implements Books {
  private final BooksFile file;
  private final Writer writer;
  private final SqliteJournal journal;
  private final SqliteArchive archive;
  private final SqliteLedger ledger;
  private final SqliteSeen seen;
  private boolean open;
  private boolean compacting;
  private volatile boolean superseded;

  /// Who writes.
  ///
  /// @param lock given back when the books are closed
  record Writer(TransactionWatch watch, Fence fence, AutoCloseable lock) {
    /// Nobody: the books are only read.
    static final Writer NONE = new Writer(TransactionWatch.NONE, Fence.NONE, () -> {});
  }

  private SqliteBooks(BooksFile file, Writer writer) throws SQLException {
    this.file = file;
    this.writer = writer;
    boolean alone = !writer.equals(Writer.NONE);
    Connection connection = file.connection();
    journal = new SqliteJournal(connection, alone);
    archive = new SqliteArchive(connection);
    ledger = new SqliteLedger(connection);
    seen = new SqliteSeen(connection, alone);
  }

  /// Takes the right to write the file, for as long as a process lives: see [BooksLock].
  ///
  /// @throws BooksException.Taken if another has it
  public static BooksLock lock(Path file) {
    return BooksLock.take(file);
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
    BooksLock lock = BooksLock.take(file);
    try {
      return lock.open(new Writer(watch, Fence.NONE, lock));
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

  /// Opens a file that exists, for reading alone. Somebody may be writing it: each look at the
  /// books shows what is committed then; looks that must fit each other are done in one [#view].
  ///
  /// @throws BooksException if there is none, it is no database, or another program's
  public static SqliteBooks openReadOnly(Path file) {
    return open(BooksFile.toRead(file), Writer.NONE);
  }

  static SqliteBooks open(BooksFile file, Writer writer) {
    try {
      return new SqliteBooks(file, writer);
    } catch (SQLException e) {
      BooksException failure = BooksException.of("cannot read " + file, e);
      try {
        file.close();
      } catch (BooksException again) {
        failure.addSuppressed(again);
      }
      throw failure;
    }
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

  /// Does the work in one durable transaction.
  ///
  /// @throws BooksException.Superseded if another writes the books by now: nothing is written
  @Override
  public void transact(Runnable work) {
    if (open) {
      throw new IllegalStateException("a transaction is open already");
    }
    open = true;
    writer.watch.begun();
    try {
      write(work);
    } catch (BooksException e) {
      throw isStale() && !(e instanceof BooksException.Superseded)
          ? new BooksException.Superseded(file.toString(), e)
          : e;
    } finally {
      open = false;
      writer.watch.ended();
    }
  }

  private void write(Runnable work) {
    file.execute("BEGIN IMMEDIATE");
    try {
      refuseStale();
      work.run();
      seen.write();
      journal.write();
      refuseStale();
      file.execute("COMMIT");
    } catch (RuntimeException | Error e) {
      rollBack(e);
      throw e;
    }
  }

  private boolean isStale() {
    return superseded || !writer.fence.holds();
  }

  private void refuseStale() {
    if (isStale()) {
      throw new BooksException.Superseded(file.toString(), null);
    }
  }

  private void rollBack(Throwable cause) {
    journal.forget();
    seen.forget();
    try {
      file.execute("ROLLBACK");
    } catch (BooksException e) {
      cause.addSuppressed(e);
    }
  }

  /// Takes the books from whoever has these, from any thread.
  void supersede() {
    superseded = true;
    file.wrest();
  }

  /// Does work that reads, in one view of the books: what others commit meanwhile is not in it.
  /// Kept short where somebody writes: the log cannot be emptied under a view.
  public void view(Runnable work) {
    file.execute("BEGIN");
    try {
      work.run();
      file.execute("COMMIT");
    } catch (RuntimeException | Error e) {
      rollBack(e);
      throw e;
    }
  }

  /// What SQLite itself finds wrong with the file; empty if nothing.
  public List<String> damage() {
    return file.damage(() -> {});
  }

  /// Checks the file and the books in it, in one view: what others commit meanwhile is no
  /// contradiction.
  ///
  /// @param beat run again and again, since it may take minutes; where it throws, checking ends
  public Audit.Report audit(Runnable beat) {
    List<Audit.Report> reports = new ArrayList<>(1);
    view(() -> {
      List<String> findings = new ArrayList<>(file.damage(beat));
      Audit.Report report = Audit.of(this, beat);
      findings.addAll(report.findings());
      reports.add(new Audit.Report(report.head(), report.position(), findings));
    });
    return reports.getFirst();
  }

  /// Lets the file grow no further: writing beyond is refused as if the disk was full.
  ///
  /// @param bytes about, in whole pages
  public void limitTo(long bytes) {
    file.execute("PRAGMA max_page_count=" + Math.max(1, bytes / Schema.PAGE));
  }

  /// Asks for the file to be written anew, without the gaps that growing left in it, when it is
  /// closed.
  public void compactAtClose() {
    compacting = true;
  }

  /// Closes the file; what the write-ahead log holds goes into it first.
  @Override
  public void close() {
    try {
      if (!superseded) {
        closeFile();
      }
      writer.lock.close();
    } catch (BooksException e) {
      throw e;
    } catch (Exception e) {
      throw new BooksException(ErrorKind.TEMPORARY, file + " does not close: " + e.getMessage(), e);
    }
  }

  private void closeFile() throws SQLException, IOException {
    journal.close();
    archive.close();
    ledger.close();
    seen.close();
    if (compacting) {
      file.compact();
    }
    file.close();
  }
}
