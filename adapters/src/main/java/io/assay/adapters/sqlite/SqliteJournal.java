package io.assay.adapters.sqlite;

import io.assay.core.canon.CanonException;
import io.assay.core.canon.Sha256;
import io.assay.core.ledger.Block;
import io.assay.core.ledger.Journal;
import io.assay.core.ledger.Leaf;
import io.assay.runtime.ErrorKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The journal: a row a block.
final class SqliteJournal implements Journal, AutoCloseable {
  private static final int WORTH_A_THREAD = 512;
  private static final String FIRST = "SELECT first FROM journal WHERE block = ?";
  private static final String ROWS =
      "SELECT block, first, entries, previous, seal, crc, payload FROM journal";

  private final Connection connection;
  private final boolean alone;
  private final Prepared insert;
  private @Nullable FutureTask<Sealed> sealing;
  private Block.@Nullable Head head;

  /// The journal of that file.
  ///
  /// @param alone nobody else writes it: what was read stays true
  SqliteJournal(Connection connection, boolean alone) {
    this.connection = connection;
    this.alone = alone;
    insert = new Prepared(connection, "INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?)");
  }

  @Override
  public Block.Head head() {
    write();
    Block.Head known = head;
    if (known == null || !alone) {
      known = readHead();
      head = known;
    }
    return known;
  }

  private Block.Head readHead() {
    String last = "SELECT block, first, entries, seal FROM journal ORDER BY block DESC LIMIT 1";
    try (PreparedStatement query = connection.prepareStatement(last);
        ResultSet row = query.executeQuery()) {
      return row.next()
          ? new Block.Head(row.getLong(1) + 1, row.getLong(2) + row.getLong(3), digest(row, 4))
          : Block.Head.START;
    } catch (SQLException e) {
      throw BooksException.of("the journal cannot be read", e);
    }
  }

  /// The block's row is written by [#write]: a large one is sealed and compressed on another thread
  /// meanwhile, so that who appends can go on to write what follows from it.
  @Override
  public void append(List<Leaf> entries) {
    Block.Head end = head();
    List<Leaf> leaves = List.copyOf(entries);
    FutureTask<Sealed> task = new FutureTask<>(() -> Sealed.of(Block.after(end, leaves)));
    if (leaves.size() < WORTH_A_THREAD) {
      task.run();
    } else {
      Thread.ofVirtual().name("assay-sealer").start(task);
    }
    sealing = task;
  }

  /// A block as it will be stored.
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  private record Sealed(Block block, byte[] payload, long crc) {
    static Sealed of(Block block) {
      byte[] payload = Payload.pack(block.payload());
      return new Sealed(block, payload, Payload.crc(payload));
    }
  }

  /// Writes the block that was appended, if its row is not written yet.
  void write() {
    FutureTask<Sealed> task = sealing;
    if (task != null) {
      sealing = null;
      write(sealed(task));
    }
  }

  private static Sealed sealed(FutureTask<Sealed> task) {
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("a block cannot be sealed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BooksException(ErrorKind.TEMPORARY, "interrupted while sealing a block", e);
    }
  }

  private void write(Sealed sealed) {
    Block block = sealed.block;
    try {
      PreparedStatement row = insert.ready();
      row.setLong(1, block.number());
      row.setLong(2, block.first());
      row.setLong(3, block.entries().size());
      row.setBytes(4, block.previous().bytes());
      row.setBytes(5, block.seal().bytes());
      row.setLong(6, sealed.crc);
      row.setBytes(7, sealed.payload);
      row.executeUpdate();
    } catch (SQLException e) {
      throw BooksException.of("the journal cannot be written", e);
    }
    head = block.head();
  }

  /// Blocks are found by bisection: their numbers are the only key, and positions rise with them.
  @Override
  public @Nullable Block find(long position) {
    Block.Head end = head();
    if (position < 0 || position >= end.entries()) {
      return null;
    }
    try (PreparedStatement first = connection.prepareStatement(FIRST);
        PreparedStatement query = connection.prepareStatement(ROWS + " WHERE block = ?")) {
      long low = 0;
      for (long high = end.blocks() - 1; low < high; ) {
        long middle = (low + high + 1) >>> 1;
        if (first(first, middle) > position) {
          high = middle - 1;
        } else {
          low = middle;
        }
      }
      query.setLong(1, low);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? block(row) : null;
      }
    } catch (SQLException e) {
      throw BooksException.of("the journal cannot be read", e);
    }
  }

  private static long first(PreparedStatement query, long block) throws SQLException {
    query.setLong(1, block);
    try (ResultSet row = query.executeQuery()) {
      if (row.next()) {
        return row.getLong(1);
      }
    }
    throw new CanonException("block " + block + " is missing");
  }

  @Override
  public void read(Consumer<Block> reader) {
    write();
    try (PreparedStatement query = connection.prepareStatement(ROWS + " ORDER BY block");
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        reader.accept(block(row));
      }
    } catch (SQLException e) {
      throw new CanonException("the file breaks off: " + e.getMessage());
    }
  }

  private static Block block(ResultSet row) throws SQLException {
    String name = "block " + row.getLong(1);
    byte[] payload = Payload.unpack(row.getBytes(7), row.getLong(6), name);
    List<byte[]> entries = Block.entries(payload);
    if (entries.size() != row.getLong(3)) {
      throw new CanonException(
          name + ": says it has " + row.getLong(3) + " entries, has " + entries.size());
    }
    return new Block(row.getLong(1), row.getLong(2), digest(row, 4), entries, digest(row, 5));
  }

  private static Sha256 digest(ResultSet row, int column) throws SQLException {
    byte[] bytes = row.getBytes(column);
    if (bytes == null || bytes.length != Sha256.LENGTH) {
      throw new CanonException("block " + row.getLong(1) + ": a seal is no SHA-256");
    }
    return Sha256.ofBytes(bytes);
  }

  /// Forgets what a transaction wrote that is rolled back.
  void forget() {
    sealing = null;
    head = null;
  }

  @Override
  public void close() throws SQLException {
    insert.close();
  }
}
