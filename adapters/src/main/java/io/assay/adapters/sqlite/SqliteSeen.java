package io.assay.adapters.sqlite;

import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import io.assay.core.ledger.Seen;
import io.assay.core.message.ChannelId;
import io.assay.core.message.Fingerprint;
import io.assay.core.message.MessageRef;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The seen index: a row for every page of 64 neighbouring ids of a chat. Messages of a chat come
/// in runs, so a transaction writes a row where it would write dozens. A page above all that the
/// file holds of its chat cannot be in it: those are never looked up.
final class SqliteSeen implements Seen, AutoCloseable {
  private static final int PAGE = 64;
  private static final int PAGES_AT_HAND = 4096;

  private final Connection connection;
  private final boolean alone;
  private final Prepared select;
  private final Prepared insert;
  private final Map<PageKey, Page> changed = new LinkedHashMap<>();
  private final Map<PageKey, Page> atHand = new HashMap<>();
  private final Map<ChannelId, Long> highest = new HashMap<>();

  private record PageKey(ChannelId chat, long number) {
    static PageKey of(MessageRef message) {
      return new PageKey(message.chat(), Math.floorDiv(message.id(), PAGE));
    }

    // Written out, as in ChannelId.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof PageKey that && number == that.number && chat.equals(that.chat);
    }

    @Override
    public int hashCode() {
      return 31 * chat.hashCode() + Long.hashCode(number);
    }
  }

  /// The messages of a page that were seen, by their place in it.
  private static final class Page {
    private final @Nullable Sight[] sights = new Sight[PAGE];
    private int size;

    static Page read(byte[] row) {
      CanonReader in = new CanonReader(row);
      Page page = new Page();
      while (!in.atEnd()) {
        int place = in.u8() % PAGE;
        long revision = in.signed();
        page.put(place, new Sight(revision, new Fingerprint(in.fixed64(), in.fixed64())));
      }
      return page;
    }

    void put(int place, Sight sight) {
      size += sights[place] == null ? 1 : 0;
      sights[place] = sight;
    }

    byte[] toBytes() {
      CanonWriter out = new CanonWriter();
      for (int place = 0; place < PAGE; place++) {
        Sight sight = sights[place];
        if (sight != null) {
          out.u8(place).signed(sight.revision());
          out.fixed64(sight.fingerprint().high()).fixed64(sight.fingerprint().low());
        }
      }
      return out.toBytes();
    }
  }

  /// The seen index of that file.
  ///
  /// @param alone nobody else writes it: what was read stays true
  SqliteSeen(Connection connection, boolean alone) throws SQLException {
    this.connection = connection;
    this.alone = alone;
    select = new Prepared(connection, "SELECT sights FROM seen WHERE chat = ? AND page = ?");
    insert = new Prepared(connection, "INSERT OR REPLACE INTO seen VALUES (?, ?, ?, ?)");
    String query = "SELECT chat, max(page) FROM seen GROUP BY chat";
    try (PreparedStatement all = connection.prepareStatement(query);
        ResultSet row = all.executeQuery()) {
      while (row.next()) {
        highest.put(new ChannelId(row.getLong(1)), row.getLong(2));
      }
    }
  }

  @Override
  public @Nullable Sight find(MessageRef message) {
    Page page = find(PageKey.of(message));
    return page == null ? null : page.sights[place(message)];
  }

  private static int place(MessageRef message) {
    return Math.floorMod(message.id(), PAGE);
  }

  private @Nullable Page find(PageKey key) {
    if (!alone) {
      return fetch(key);
    }
    Page known = atHand.get(key);
    if (known != null) {
      return known;
    }
    Long top = highest.get(key.chat);
    if (top == null || key.number > top) {
      return null;
    }
    Page stored = fetch(key);
    if (stored != null) {
      atHand.put(key, stored);
    }
    return stored;
  }

  private @Nullable Page fetch(PageKey key) {
    try {
      PreparedStatement query = select.ready();
      query.setLong(1, key.chat.value());
      query.setLong(2, key.number);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Page.read(row.getBytes(1)) : null;
      }
    } catch (SQLException e) {
      throw BooksException.of("the seen index cannot be read", e);
    }
  }

  @Override
  public void note(MessageRef message, Sight sight) {
    PageKey key = PageKey.of(message);
    Page page = find(key);
    if (page == null) {
      page = new Page();
      atHand.put(key, page);
    }
    page.put(place(message), sight);
    changed.put(key, page);
  }

  @Override
  public long size() {
    try (PreparedStatement count = connection.prepareStatement("SELECT sum(messages) FROM seen");
        ResultSet row = count.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    } catch (SQLException e) {
      throw BooksException.of("the seen index cannot be read", e);
    }
  }

  /// Writes what the transaction noted.
  void write() {
    try {
      PreparedStatement row = insert.ready();
      row.clearBatch(); // of a write that was broken off
      for (Map.Entry<PageKey, Page> page : changed.entrySet()) {
        PageKey key = page.getKey();
        row.setLong(1, key.chat.value());
        row.setLong(2, key.number);
        row.setLong(3, page.getValue().size);
        row.setBytes(4, page.getValue().toBytes());
        row.addBatch();
        highest.merge(key.chat, key.number, Math::max);
      }
      row.executeBatch();
    } catch (SQLException e) {
      throw BooksException.of("the seen index cannot be written", e);
    }
    changed.clear();
    if (atHand.size() > PAGES_AT_HAND) {
      atHand.clear();
    }
  }

  /// Forgets what a transaction noted that is rolled back. The highest pages may stay too high,
  /// which costs a look-up and nothing else.
  void forget() {
    changed.clear();
    atHand.clear();
  }

  @Override
  public void close() throws SQLException {
    select.close();
    insert.close();
  }
}
