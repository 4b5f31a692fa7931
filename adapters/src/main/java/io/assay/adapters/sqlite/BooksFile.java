package io.assay.adapters.sqlite;

import io.assay.runtime.ErrorKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteJDBCLoader;

/// One connection to the file of the books.
final class BooksFile implements AutoCloseable {
  private static final long COPIED_IN_MEMORY = 64L << 20;

  private static final int MOST_LINKS = 40;

  private final Connection connection;
  private final Path place;

  private BooksFile(Connection connection, Path place) {
    this.connection = connection;
    this.place = place;
  }

  /// The one place of a file, by whatever name or link it is reached: what lies beside it, such as
  /// its log and its lock, is found by all who mean the same file.
  ///
  /// @throws BooksException if that can be no file
  static Path place(Path file) {
    if (file.toString().isEmpty()) {
      throw new BooksException(ErrorKind.OPERATIONAL, "the books need the name of a file", null);
    }
    Path place = file.toAbsolutePath();
    try {
      for (int i = 0; i < MOST_LINKS && Files.isSymbolicLink(place); i++) {
        place = place.resolveSibling(Files.readSymbolicLink(place));
      }
      Path folder = place.getParent();
      place = folder == null ? place : folder.toRealPath().resolve(place.getFileName());
    } catch (IOException e) {
      return place; // whoever opens it says what is in the way
    }
    if (Files.isDirectory(place)) {
      throw new BooksException(ErrorKind.OPERATIONAL, file + " is a folder, and no file", null);
    }
    return place;
  }

  /// Opens the file for the one who writes, and makes it if there is none.
  ///
  /// @param place from [#place]
  static BooksFile toWrite(Path place) {
    return open(place, "", new SQLiteConfig(), Schema::prepare);
  }

  /// Opens a file that exists, for reading alone.
  static BooksFile toRead(Path file) {
    Path place = place(file);
    if (!Files.isRegularFile(place)) {
      String what = Files.exists(place) ? file + " is no file" : "there is no file " + file;
      throw new BooksException(ErrorKind.OPERATIONAL, what, null);
    }
    SQLiteConfig config = new SQLiteConfig();
    if (Files.exists(place.resolveSibling(place.getFileName() + "-wal"))) {
      config.setReadOnly(true); // somebody writes it, or was killed: the log is not ours to end
      return open(place, "", config, Schema::recognise);
    }
    if (Files.isWritable(place.getParent()) && Files.isWritable(place)) {
      BooksFile opened = open(place, "", config, Schema::recognise);
      opened.execute("PRAGMA query_only=1"); // what reading puts beside the file goes at the end
      return opened;
    }
    config.setReadOnly(true);
    return open(place, "?immutable=1", config, Schema::recognise);
  }

  private interface Preparation {
    void prepare(Connection connection, String file) throws SQLException;
  }

  /// Opens the file as a URI, since a bare name may mean something else to SQLite: `:memory:`,
  /// `file:x`, or whatever stands behind a question mark.
  private static BooksFile open(
      Path place, String options, SQLiteConfig config, Preparation preparation) {
    config.setGetGeneratedKeys(false); // no table has any, and asking for them costs a query a row
    load();
    try {
      Connection connection =
          DriverManager.getConnection(
              "jdbc:sqlite:" + place.toUri() + options, config.toProperties());
      try {
        preparation.prepare(connection, place.toString());
        return new BooksFile(connection, place);
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw BooksException.of("cannot open " + place, e);
    }
  }

  /// Loads SQLite, which unpacks itself first: said here, since opening says less when it fails.
  private static void load() {
    try {
      SQLiteJDBCLoader.initialize();
    } catch (Exception | LinkageError e) {
      throw new BooksException.Unloaded(e);
    }
  }

  Connection connection() {
    return connection;
  }

  void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw BooksException.of(toString(), e);
    }
  }

  /// Copies what is committed by now into a file that is not there yet, densely. Whoever writes
  /// goes on meanwhile.
  ///
  /// @param beat run again and again; where it throws, the copying ends there
  void copyInto(Path target, Runnable beat) {
    execute("PRAGMA query_only=0"); // it means this file, but holds for every other
    try (Beats beats = Beats.on(connection, beat);
        PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
      copy.setString(1, target.toString());
      beats.during(copy::execute);
    } catch (SQLException e) {
      throw BooksException.of("cannot copy " + place + " to " + target, e);
    }
  }

  /// What SQLite itself finds wrong with the file; empty if nothing.
  ///
  /// @param beat run again and again; where it throws, the search ends there
  List<String> damage(Runnable beat) {
    List<String> found = new ArrayList<>();
    try (Beats beats = Beats.on(connection, beat);
        PreparedStatement check = connection.prepareStatement("PRAGMA integrity_check(20)")) {
      beats.during(() -> {
        try (ResultSet rows = check.executeQuery()) {
          while (rows.next()) {
            found.add("file: " + rows.getString(1));
          }
        }
      });
    } catch (SQLException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw BooksException.of(toString(), e);
      }
      found.add("file: " + e.getMessage());
    }
    found.remove("file: ok");
    return found;
  }

  /// Writes the file anew, without the gaps that growing left in it.
  void compact() throws IOException {
    if (Files.size(place) > COPIED_IN_MEMORY) {
      execute("PRAGMA temp_store=FILE");
    }
    execute("VACUUM");
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw BooksException.of(place + " does not close", e);
    }
  }

  /// Closes the connection under whoever uses it, from any thread: what it had not committed is
  /// undone, and whatever it tries next fails. Waits at most for the one call that it is in, which
  /// is broken off if it can be.
  synchronized void wrest() {
    try {
      if (!connection.isClosed()) {
        connection.unwrap(SQLiteConnection.class).getDatabase().interrupt();
        connection.close();
      }
    } catch (SQLException e) {
      throw BooksException.of(place + " cannot be taken from who had it", e);
    }
  }

  @Override
  public String toString() {
    return place.toString();
  }
}
