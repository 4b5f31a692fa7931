package io.assay.adapters.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;

/// Heartbeats of a long statement: SQLite calls back every so many of its steps. A beat that throws
/// breaks the statement off; so does an interrupt of the thread.
final class Beats implements AutoCloseable {
  /// Some dozen rows, which may be large.
  private static final int STEPS = 200;

  private final Connection connection;
  private @Nullable RuntimeException thrown;

  private Beats(Connection connection) {
    this.connection = connection;
  }

  static Beats on(Connection connection, Runnable beat) throws SQLException {
    Beats beats = new Beats(connection);
    ProgressHandler.setHandler(
        connection,
        STEPS,
        new ProgressHandler() {
          @Override
          protected int progress() {
            return beats.isToGoOn(beat) ? 0 : 1;
          }
        });
    return beats;
  }

  private boolean isToGoOn(Runnable beat) {
    try {
      beat.run();
    } catch (RuntimeException e) { // nothing may be thrown through SQLite
      thrown = e;
    }
    return thrown == null && !Thread.currentThread().isInterrupted();
  }

  /// A statement that takes long.
  interface Step {
    void run() throws SQLException;
  }

  /// Runs it.
  ///
  /// @throws RuntimeException what a beat threw
  void during(Step statement) throws SQLException {
    try {
      statement.run();
    } catch (SQLException e) {
      RuntimeException cause = thrown;
      if (cause != null) {
        cause.addSuppressed(e);
        throw cause;
      }
      throw e;
    }
  }

  @Override
  public void close() throws SQLException {
    ProgressHandler.clearHandler(connection);
  }
}
