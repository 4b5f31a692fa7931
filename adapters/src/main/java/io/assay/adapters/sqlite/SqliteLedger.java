package io.assay.adapters.sqlite;

import io.assay.core.ledger.Ledger;
import io.assay.core.ledger.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The ledger: a table for each of its tables. Puts and removals of a transaction go to the file as
/// they come; SQLite's own log makes them one. A file that is only read may be of before a table
/// came, which is empty then.
final class SqliteLedger implements Ledger, AutoCloseable {
  private final Connection connection;
  private final Map<Table, Statements> statements = new EnumMap<>(Table.class);

  SqliteLedger(Connection connection) throws SQLException {
    this.connection = connection;
    for (Table table : Schema.present(connection)) {
      statements.put(table, new Statements(connection, Schema.name(table)));
    }
  }

  @Override
  public byte @Nullable [] find(Table table, byte[] key) {
    Statements known = statements.get(table);
    if (known == null) {
      return null;
    }
    try {
      PreparedStatement find = known.find.ready();
      find.setBytes(1, key);
      try (ResultSet row = find.executeQuery()) {
        return row.next() ? row.getBytes(1) : null;
      }
    } catch (SQLException e) {
      throw BooksException.of("the ledger cannot be read", e);
    }
  }

  @Override
  public boolean isEmpty(Table table) {
    if (!statements.containsKey(table)) {
      return true;
    }
    String any = "SELECT 1 FROM " + Schema.name(table) + " LIMIT 1";
    try (PreparedStatement query = connection.prepareStatement(any);
        ResultSet row = query.executeQuery()) {
      return !row.next();
    } catch (SQLException e) {
      throw BooksException.of("the ledger cannot be read", e);
    }
  }

  @Override
  public void put(Table table, byte[] key, byte[] value) {
    try {
      PreparedStatement put = of(table).put.ready();
      put.setBytes(1, key);
      put.setBytes(2, value);
      put.executeUpdate();
    } catch (SQLException e) {
      throw BooksException.of("the ledger cannot be written", e);
    }
  }

  @Override
  public void remove(Table table, byte[] key) {
    try {
      PreparedStatement remove = of(table).remove.ready();
      remove.setBytes(1, key);
      remove.executeUpdate();
    } catch (SQLException e) {
      throw BooksException.of("the ledger cannot be written", e);
    }
  }

  @Override
  public void scan(Table table, byte[] prefix, RowReader reader) {
    if (!statements.containsKey(table)) {
      return;
    }
    String rows = "SELECT key, value FROM " + Schema.name(table) + " WHERE key >= ? ORDER BY key";
    try (PreparedStatement query = connection.prepareStatement(rows)) {
      query.setBytes(1, prefix);
      try (ResultSet row = query.executeQuery()) {
        boolean more = true;
        while (more && row.next()) {
          more = show(row.getBytes(1), row.getBytes(2), prefix, reader);
        }
      }
    } catch (SQLException e) {
      throw BooksException.of("the ledger cannot be read", e);
    }
  }

  private static boolean show(byte[] key, byte[] value, byte[] prefix, RowReader reader) {
    for (int i = 0; i < prefix.length; i++) {
      if (i >= key.length || key[i] != prefix[i]) {
        return false;
      }
    }
    reader.row(key, value);
    return true;
  }

  private Statements of(Table table) {
    Statements known = statements.get(table);
    if (known == null) {
      throw new IllegalStateException("a file that is only read has no table " + table.word());
    }
    return known;
  }

  @Override
  public void close() throws SQLException {
    for (Statements each : statements.values()) {
      each.find.close();
      each.put.close();
      each.remove.close();
    }
  }

  private static final class Statements {
    final Prepared find;
    final Prepared put;
    final Prepared remove;

    Statements(Connection connection, String name) {
      find = new Prepared(connection, "SELECT value FROM " + name + " WHERE key = ?");
      put = new Prepared(connection, "INSERT OR REPLACE INTO " + name + " VALUES (?, ?)");
      remove = new Prepared(connection, "DELETE FROM " + name + " WHERE key = ?");
    }
  }
}
