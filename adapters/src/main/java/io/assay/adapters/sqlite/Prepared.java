package io.assay.adapters.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.core.CoreStatement;

/// A statement that is prepared when it is first needed, and again after a failure: the driver
/// takes a statement apart whose execution failed, and would refuse it for ever after.
final class Prepared implements AutoCloseable {
  private final Connection connection;
  private final String sql;
  private @Nullable PreparedStatement statement;

  Prepared(Connection connection, String sql) {
    this.connection = connection;
    this.sql = sql;
  }

  /// The statement, ready for its parameters.
  PreparedStatement ready() throws SQLException {
    PreparedStatement known = statement;
    if (known == null || ((CoreStatement) known).pointer.isClosed()) {
      known = connection.prepareStatement(sql);
      statement = known;
    }
    return known;
  }

  @Override
  public void close() throws SQLException {
    if (statement != null) {
      statement.close();
    }
  }
}
