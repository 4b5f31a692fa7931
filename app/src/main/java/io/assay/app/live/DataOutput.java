package io.assay.app.live;

import io.assay.adapters.sqlite.SqliteBooks;
import io.assay.core.flow.CallFlow;
import io.assay.core.output.Report;
import io.assay.runtime.Time;
import io.assay.runtime.task.Task;
import io.assay.runtime.task.TaskContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;

/// Writes the tables anew whenever the ledger has moved, from a view of its own: the writer never
/// waits for it. Told to stop, it writes what is still to be written.
public final class DataOutput implements Task {
  private final Path books;
  private final Path folder;
  private final Pace pace;
  private final Backlog backlog;
  private final LiveFigures figures;
  private final Time time;

  /// Writes tables of these books into that folder.
  public DataOutput(Places places, Pace pace, Backlog backlog, LiveFigures figures, Time time) {
    books = places.books;
    folder = places.folder;
    this.pace = pace;
    this.backlog = backlog;
    this.figures = figures;
    this.time = time;
  }

  /// From where to where.
  public record Places(Path books, Path folder) {}

  /// How often they are written, and while what is open.
  public record Pace(Supplier<Duration> interval, Valve optional) {}

  /// How far the tables are behind the ledger. Outlives the task's generations.
  public static final class Backlog {
    private final BooksGauge gauge;
    private volatile long written = -1;

    public Backlog(BooksGauge gauge) {
      this.gauge = gauge;
    }

    /// How many entries of the ledger are not in the tables yet.
    public long pending() {
      return Math.max(0, folded() - Math.max(0, written));
    }

    private long folded() {
      return gauge.reading().head().entries() - gauge.reading().lag();
    }

    private boolean isBehind() {
      return folded() > 0 && folded() != written;
    }
  }

  @Override
  public void run(TaskContext context) throws Exception {
    boolean more = true;
    while (more) {
      if (backlog.isBehind() && pace.optional.isOpen()) {
        write();
        context.worked(1);
      }
      more = context.rest(pace.interval.get());
    }
    if (backlog.isBehind()) {
      write();
    }
  }

  private void write() throws IOException {
    long begin = time.nanos();
    long[] rows = new long[1];
    boolean done = false;
    try (SqliteBooks opened = SqliteBooks.openReadOnly(books)) {
      opened.view(() -> rows[0] = write(opened));
      done = true;
    } catch (UncheckedIOException e) {
      throw Objects.requireNonNull(e.getCause(), "cause");
    } finally {
      figures.written(done, rows[0], time.since(begin));
    }
  }

  private long write(SqliteBooks opened) {
    Report report = Report.of(opened.ledger(), CallFlow.VERSION);
    try {
      long rows = Tables.write(folder, opened.ledger(), report);
      backlog.written = report.standing().position();
      figures.tracked(report.calls());
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
