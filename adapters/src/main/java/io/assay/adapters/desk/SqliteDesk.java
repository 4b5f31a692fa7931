package io.assay.adapters.desk;

import io.assay.runtime.DeadLetters;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.assay.runtime.alert.Alert;
import io.assay.runtime.alert.Silence;
import io.assay.runtime.health.HealthStore;
import io.assay.runtime.measure.StatisticsStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/// The desk in one SQLite file: write-ahead log, full synchronous. Safe for any thread.
public final class SqliteDesk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SqliteDesk.class);

  /// "Desk" in ASCII: how the file says what it is.
  private static final int APPLICATION = 0x4465736B;

  private static final int VERSION = 4;
  private static final int MOST_DAMAGED = 1_000;

  private static final String[] TABLES = {
    """
    CREATE TABLE IF NOT EXISTS dead_letters (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      origin TEXT NOT NULL,
      item TEXT NOT NULL,
      cause TEXT NOT NULL,
      attempts INTEGER NOT NULL,
      at TEXT NOT NULL,
      payload TEXT NOT NULL,
      UNIQUE (origin, item)
    )\
    """,
    """
    CREATE TABLE IF NOT EXISTS statistics (
      resolution TEXT NOT NULL,
      start TEXT NOT NULL,
      covered INTEGER NOT NULL,
      counts TEXT NOT NULL,
      PRIMARY KEY (resolution, start)
    ) WITHOUT ROWID\
    """,
    """
    CREATE TABLE IF NOT EXISTS health_samples (id INTEGER PRIMARY KEY AUTOINCREMENT, body TEXT NOT NULL)\
    """,
    """
    CREATE TABLE IF NOT EXISTS health_hours (id INTEGER PRIMARY KEY AUTOINCREMENT, body TEXT NOT NULL)\
    """,
    """
    CREATE TABLE IF NOT EXISTS silences (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL UNIQUE,
      body TEXT NOT NULL
    )\
    """,
    """
    CREATE TABLE IF NOT EXISTS told_alerts (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      rule TEXT NOT NULL,
      instance TEXT NOT NULL,
      body TEXT NOT NULL,
      UNIQUE (rule, instance)
    )\
    """,
    """
    CREATE TABLE IF NOT EXISTS marks (
      name TEXT PRIMARY KEY,
      object TEXT NOT NULL,
      at TEXT NOT NULL
    ) WITHOUT ROWID\
    """
  };

  private final Drawer drawer;
  private final SqliteDeadLetters deadLetters;
  private final SqliteStatistics statistics;
  private final SqliteHealth health;
  private final SqliteSilences silences;
  private final SqliteToldAlerts told;
  private final Marks marks;

  private SqliteDesk(Drawer drawer) {
    this.drawer = drawer;
    deadLetters = new SqliteDeadLetters(drawer);
    statistics = new SqliteStatistics(drawer);
    health = new SqliteHealth(drawer);
    silences = new SqliteSilences(drawer);
    told = new SqliteToldAlerts(drawer);
    marks = new Marks(drawer);
  }

  /// Opens the desk, and makes it if there is none. One that is damaged is set aside.
  ///
  /// @throws Fault operational if it is another program's or of a later version, temporary if it
  ///   cannot be opened at this moment
  public static SqliteDesk open(Path file) throws IOException {
    try {
      return new SqliteDesk(new Drawer(connect(file)));
    } catch (SQLException e) {
      if (!isDamage(e)) {
        throw new Fault(ErrorKind.TEMPORARY, "cannot open " + file + ": " + e.getMessage(), e);
      }
      Path aside = aside(file);
      LOG.error("{} is damaged ({}); it is set aside as {}", file, e.getMessage(), aside);
      setAside(file, aside);
      return open(file);
    }
  }

  /// Opens a desk that exists, for reading alone.
  ///
  /// @throws Fault temporary if it cannot be opened
  public static SqliteDesk openReadOnly(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    try {
      return new SqliteDesk(
          new Drawer(DriverManager.getConnection("jdbc:sqlite:" + file, config.toProperties())));
    } catch (SQLException e) {
      throw new Fault(ErrorKind.TEMPORARY, "cannot open " + file + ": " + e.getMessage(), e);
    }
  }

  private static Connection connect(Path file) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      int version = version(statement, file); // before anything is set that stays in the file
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute("PRAGMA synchronous=FULL");
      statement.execute("PRAGMA busy_timeout=5000");
      statement.execute("PRAGMA cache_size=-1024");
      if (version < VERSION) {
        create(statement);
      }
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /// The version of the desk; 0 where the file is still empty.
  private static int version(Statement statement, Path file) throws SQLException {
    if (!word(statement, "PRAGMA quick_check(1)").equals("ok")) {
      throw new SQLException("its pages do not fit together", null, DAMAGED);
    }
    if (word(statement, "SELECT count(*) FROM sqlite_schema").equals("0")) {
      return 0;
    }
    int application = Integer.parseInt(word(statement, "PRAGMA application_id"));
    int version = Integer.parseInt(word(statement, "PRAGMA user_version"));
    if (application != APPLICATION || version > VERSION) {
      String message = file + " is a database of another program or of a later version";
      throw new Fault(ErrorKind.OPERATIONAL, message, null);
    }
    return version;
  }

  private static void create(Statement statement) throws SQLException {
    statement.execute("BEGIN IMMEDIATE");
    for (String table : TABLES) {
      statement.execute(table);
    }
    statement.execute("PRAGMA application_id=" + APPLICATION);
    statement.execute("PRAGMA user_version=" + VERSION);
    statement.execute("COMMIT");
  }

  private static String word(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      return row.next() ? row.getString(1) : "";
    }
  }

  /// SQLite's own number for a file that is no database or whose pages do not fit together.
  private static final int DAMAGED = 11;

  private static final int NO_DATABASE = 26;

  private static boolean isDamage(SQLException e) {
    int code = e.getErrorCode() & 0xFF;
    return code == DAMAGED || code == NO_DATABASE;
  }

  private static Path aside(Path file) {
    for (int i = 1; i < MOST_DAMAGED; i++) {
      Path aside = file.resolveSibling(file.getFileName() + ".damaged-" + i);
      if (!Files.exists(aside)) {
        return aside;
      }
    }
    throw new Fault(ErrorKind.OPERATIONAL, "too many damaged desks beside " + file, null);
  }

  private static void setAside(Path file, Path aside) throws IOException {
    Files.move(file, aside);
    for (String part : new String[] {"-wal", "-shm"}) {
      Files.deleteIfExists(file.resolveSibling(file.getFileName() + part));
    }
  }

  public DeadLetters deadLetters() {
    return deadLetters;
  }

  public StatisticsStore statistics() {
    return statistics;
  }

  public HealthStore health() {
    return health;
  }

  public Silence.Store silences() {
    return silences;
  }

  /// Alerts that somebody knows of.
  public Alert.Store told() {
    return told;
  }

  /// When things were done last.
  public Marks marks() {
    return marks;
  }

  @Override
  public void close() {
    drawer.close();
  }
}
