package io.assay.adapters.desk;

import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The one connection to the desk's file, for one thread at a time.
final class Drawer implements AutoCloseable {
  private final Connection connection;

  Drawer(Connection connection) {
    this.connection = connection;
  }

  /// A row of a result as a value.
  interface Reading<T> {
    T read(ResultSet row) throws SQLException;
  }

  /// Several statements that count together or not at all.
  interface Work {
    void run() throws SQLException;
  }

  /// Runs a statement.
  ///
  /// @return how many rows it changed
  synchronized int change(String sql, Object... values) {
    try (PreparedStatement statement = prepare(sql, values)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  synchronized <T> List<T> read(String sql, Reading<T> reading, Object... values) {
    try (PreparedStatement statement = prepare(sql, values);
        ResultSet rows = statement.executeQuery()) {
      List<T> all = new ArrayList<>();
      while (rows.next()) {
        all.add(reading.read(rows));
      }
      return all;
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /// The one number that a query gives.
  long number(String sql, Object... values) {
    return read(sql, row -> row.getLong(1), values).getFirst();
  }

  /// Does the work in one transaction.
  synchronized void together(Work work) {
    try {
      connection.setAutoCommit(false);
      try {
        work.run();
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private PreparedStatement prepare(String sql, Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  private static Fault failure(SQLException e) {
    String message = "the desk cannot be read or written: " + e.getMessage();
    return new Fault(ErrorKind.TEMPORARY, message, e);
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failure(e);
    }
  }
}
