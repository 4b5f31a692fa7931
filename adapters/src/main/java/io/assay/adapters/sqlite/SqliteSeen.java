package io.assay.adapters.sqlite;

import io.assay.core.ledger.Seen;
import io.assay.core.message.ChannelId;
import io.assay.core.message.Fingerprint;
import io.assay.core.message.MessageRef;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The seen index: a row a message. Messages of a chat mostly come with rising ids, and one above
/// all that the file holds of its chat cannot be in it: those are never looked up.
final class SqliteSeen implements Seen, AutoCloseable {
  private final Connection connection;
  private final PreparedStatement select;
  private final PreparedStatement insert;
  private final Map<MessageRef, Sight> fresh = new LinkedHashMap<>();
  private final Map<ChannelId, Long> highest = new HashMap<>();

  SqliteSeen(Connection connection) throws SQLException {
    this.connection = connection;
    select =
        connection.prepareStatement(
            "SELECT revision, fingerprint FROM seen WHERE chat = ? AND message = ?");
    insert = connection.prepareStatement("INSERT OR REPLACE INTO seen VALUES (?, ?, ?, ?)");
    learnHighest();
  }

  private void learnHighest() throws SQLException {
    highest.clear();
    String query = "SELECT chat, max(message) FROM seen GROUP BY chat";
    try (PreparedStatement all = connection.prepareStatement(query);
        ResultSet row = all.executeQuery()) {
      while (row.next()) {
        highest.put(new ChannelId(row.getLong(1)), row.getLong(2));
      }
    }
  }

  @Override
  public @Nullable Sight find(MessageRef message) {
    Sight noted = fresh.get(message);
    if (noted != null) {
      return noted;
    }
    Long top = highest.get(message.chat());
    if (top == null || message.id() > top) {
      return null;
    }
    try {
      select.setLong(1, message.chat().value());
      select.setLong(2, message.id());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? new Sight(row.getLong(1), fingerprint(row.getBytes(2))) : null;
      }
    } catch (SQLException e) {
      throw new BooksException("the seen index cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public void note(MessageRef message, Sight sight) {
    fresh.put(message, sight);
  }

  @Override
  public long size() {
    try (PreparedStatement count = connection.prepareStatement("SELECT count(*) FROM seen");
        ResultSet row = count.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    } catch (SQLException e) {
      throw new BooksException("the seen index cannot be read: " + e.getMessage(), e);
    }
  }

  /// Writes what the transaction noted.
  void write() {
    try {
      for (Map.Entry<MessageRef, Sight> row : fresh.entrySet()) {
        MessageRef message = row.getKey();
        Fingerprint print = row.getValue().fingerprint();
        insert.setLong(1, message.chat().value());
        insert.setLong(2, message.id());
        insert.setLong(3, row.getValue().revision());
        insert.setBytes(
            4, ByteBuffer.allocate(16).putLong(print.high()).putLong(print.low()).array());
        insert.addBatch();
        highest.merge(message.chat(), message.id(), Math::max);
      }
      insert.executeBatch();
      fresh.clear();
    } catch (SQLException e) {
      throw new BooksException("the seen index cannot be written: " + e.getMessage(), e);
    }
  }

  /// Forgets what a transaction noted that is rolled back. The highest ids may stay too high, which
  /// costs a look-up and nothing else.
  void forget() {
    fresh.clear();
  }

  private static Fingerprint fingerprint(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return buffer.remaining() == 16
        ? new Fingerprint(buffer.getLong(), buffer.getLong())
        : new Fingerprint(0, 0);
  }

  @Override
  public void close() throws SQLException {
    select.close();
    insert.close();
  }
}
