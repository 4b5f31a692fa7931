package io.assay.adapters.sqlite;

import io.assay.core.ledger.Table;
import io.assay.runtime.ErrorKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Set;

/// The tables of the file, and how the connection is set.
final class Schema {
  /// "Assa" in ASCII: how the file says whose it is.
  private static final int APPLICATION = 0x41737361;

  private static final int VERSION = 1;

  /// Bytes of a page of the file.
  static final int PAGE = 8192;

  private static final String JOURNAL =
      """
      CREATE TABLE journal (
        block INTEGER PRIMARY KEY,
        first INTEGER NOT NULL,
        entries INTEGER NOT NULL,
        previous BLOB NOT NULL,
        seal BLOB NOT NULL,
        crc INTEGER NOT NULL,
        payload BLOB NOT NULL
      )\
      """;

  private static final String ARCHIVE =
      """
      CREATE TABLE archive (
        digest BLOB PRIMARY KEY,
        crc INTEGER NOT NULL,
        payload BLOB NOT NULL
      ) WITHOUT ROWID\
      """;

  private static final String SEEN =
      """
      CREATE TABLE seen (
        chat INTEGER NOT NULL,
        page INTEGER NOT NULL,
        messages INTEGER NOT NULL,
        sights BLOB NOT NULL,
        PRIMARY KEY (chat, page)
      ) WITHOUT ROWID\
      """;

  private Schema() {}

  /// Sets the connection up for one durable writer, and the tables if the file is new.
  ///
  /// @throws BooksException if the file is another program's, or of a later version
  static void prepare(Connection connection, String file) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      boolean fresh =
          number(statement, "SELECT count(*) FROM sqlite_schema") == 0
              && number(statement, "PRAGMA application_id") == 0;
      if (!fresh) {
        recognise(connection, file); // before anything is set that stays in the file
      }
      statement.execute("PRAGMA page_size=" + PAGE);
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute("PRAGMA synchronous=FULL");
      statement.execute("PRAGMA busy_timeout=5000");
      statement.execute("PRAGMA cache_size=-16384");
      statement.execute("PRAGMA temp_store=MEMORY");
      statement.execute("PRAGMA wal_autocheckpoint=4000");
      if (fresh) {
        create(statement);
      }
    }
    complete(connection);
  }

  /// Makes the tables of the ledger that came after the file was made.
  private static void complete(Connection connection) throws SQLException {
    Set<Table> missing = EnumSet.complementOf(present(connection));
    try (Statement statement = connection.createStatement()) {
      for (Table table : missing) {
        statement.execute(create(table));
      }
    }
  }

  /// The tables of the ledger that the file has.
  static EnumSet<Table> present(Connection connection) throws SQLException {
    EnumSet<Table> present = EnumSet.noneOf(Table.class);
    String query = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?";
    try (PreparedStatement find = connection.prepareStatement(query)) {
      for (Table table : Table.values()) {
        find.setString(1, name(table));
        try (ResultSet row = find.executeQuery()) {
          if (row.next()) {
            present.add(table);
          }
        }
      }
    }
    return present;
  }

  /// Makes sure that the file is what it should be.
  ///
  /// @throws BooksException if the file is another program's, or of a later version
  static void recognise(Connection connection, String file) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (number(statement, "PRAGMA application_id") != APPLICATION) {
        throw new BooksException(ErrorKind.FATAL, file + " is a database of another program", null);
      }
      int version = number(statement, "PRAGMA user_version");
      if (version != VERSION) {
        throw new BooksException(
            ErrorKind.FATAL,
            file + " has format " + version + ", this Assay writes " + VERSION,
            null);
      }
    }
  }

  private static void create(Statement statement) throws SQLException {
    statement.execute("BEGIN IMMEDIATE");
    statement.execute(JOURNAL);
    statement.execute(ARCHIVE);
    statement.execute(SEEN);
    for (Table table : Table.values()) {
      statement.execute(create(table));
    }
    statement.execute("PRAGMA application_id=" + APPLICATION);
    statement.execute("PRAGMA user_version=" + VERSION);
    statement.execute("COMMIT");
  }

  private static String create(Table table) {
    return "CREATE TABLE IF NOT EXISTS "
        + name(table)
        + " (key BLOB PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID";
  }

  /// The ledger's tables carry its name, so that a look into the file tells truth from fold.
  static String name(Table table) {
    return "ledger_" + table.word();
  }

  private static int number(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      return row.next() ? row.getInt(1) : 0;
    }
  }
}
