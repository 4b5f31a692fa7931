package io.assay.adapters.desk;

import io.assay.runtime.DeadLetter;
import io.assay.runtime.DeadLetters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Dead letters, a row each. Past ten thousand the oldest goes for every new one, and the log says
/// so: whoever lets so many lie reads none of them.
final class SqliteDeadLetters implements DeadLetters {
  private static final Logger LOG = LoggerFactory.getLogger(SqliteDeadLetters.class);
  private static final int MOST = 10_000;
  private static final String COLUMNS = "id, origin, item, cause, attempts, at, payload";

  private final Drawer drawer;

  SqliteDeadLetters(Drawer drawer) {
    this.drawer = drawer;
  }

  @Override
  public long keep(DeadLetter letter) {
    long[] id = new long[1];
    drawer.together(() -> {
      drawer.change(
          "INSERT OR REPLACE INTO dead_letters (origin, item, cause, attempts, at, payload)"
              + " VALUES (?, ?, ?, ?, ?, ?)",
          letter.origin(),
          letter.item(),
          letter.cause(),
          letter.attempts(),
          letter.at().toString(),
          letter.payload());
      id[0] = drawer.number("SELECT last_insert_rowid()");
      makeRoom();
    });
    return id[0];
  }

  private void makeRoom() {
    int gone =
        drawer.change(
            "DELETE FROM dead_letters WHERE id <= coalesce("
                + "(SELECT id FROM dead_letters ORDER BY id DESC LIMIT 1 OFFSET ?), 0)",
            MOST);
    if (gone > 0) {
      LOG.warn("more than {} dead letters: the oldest {} went", MOST, gone);
    }
  }

  @Override
  public List<DeadLetter> list(long after, int most) {
    String sql = "SELECT " + COLUMNS + " FROM dead_letters WHERE id > ? ORDER BY id LIMIT ?";
    return drawer.read(sql, SqliteDeadLetters::letter, after, most);
  }

  @Override
  public @Nullable DeadLetter find(long id) {
    String sql = "SELECT " + COLUMNS + " FROM dead_letters WHERE id = ?";
    List<DeadLetter> found = drawer.read(sql, SqliteDeadLetters::letter, id);
    return found.isEmpty() ? null : found.getFirst();
  }

  @Override
  public boolean drop(long id) {
    return drawer.change("DELETE FROM dead_letters WHERE id = ?", id) > 0;
  }

  @Override
  public long size() {
    return drawer.number("SELECT count(*) FROM dead_letters");
  }

  private static DeadLetter letter(ResultSet row) throws SQLException {
    return new DeadLetter(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getInt(5),
        Instant.parse(row.getString(6)),
        row.getString(7));
  }
}
