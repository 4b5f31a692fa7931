package io.assay.adapters.sqlite;

import io.assay.core.canon.CanonException;
import io.assay.core.canon.Sha256;
import io.assay.core.ledger.Archive;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The archive: a row a piece of evidence.
final class SqliteArchive implements Archive, AutoCloseable {
  private final Connection connection;
  private final PreparedStatement insert;
  private final PreparedStatement select;
  private final PreparedStatement exists;

  SqliteArchive(Connection connection) throws SQLException {
    this.connection = connection;
    insert = connection.prepareStatement("INSERT INTO archive VALUES (?, ?, ?)");
    select = connection.prepareStatement("SELECT crc, payload FROM archive WHERE digest = ?");
    exists = connection.prepareStatement("SELECT 1 FROM archive WHERE digest = ?");
  }

  @Override
  public void keep(Sha256 digest, byte[] bytes) {
    if (holds(digest)) {
      return;
    }
    try {
      byte[] payload = Payload.pack(bytes);
      insert.setBytes(1, digest.bytes());
      insert.setLong(2, Payload.crc(payload));
      insert.setBytes(3, payload);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new BooksException("the archive cannot be written: " + e.getMessage(), e);
    }
  }

  @Override
  public boolean holds(Sha256 digest) {
    try {
      exists.setBytes(1, digest.bytes());
      try (ResultSet row = exists.executeQuery()) {
        return row.next();
      }
    } catch (SQLException e) {
      throw new BooksException("the archive cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public byte @Nullable [] find(Sha256 digest) {
    try {
      select.setBytes(1, digest.bytes());
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Payload.unpack(row.getBytes(2), row.getLong(1), digest.toString())
            : null;
      }
    } catch (SQLException e) {
      throw new BooksException("the archive cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public void read(BiConsumer<Sha256, byte[]> reader) {
    String all = "SELECT digest, crc, payload FROM archive ORDER BY digest";
    try (PreparedStatement query = connection.prepareStatement(all);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        byte[] name = row.getBytes(1);
        if (name.length != Sha256.LENGTH) {
          throw new CanonException("a name is no SHA-256");
        }
        Sha256 digest = Sha256.ofBytes(name);
        reader.accept(digest, Payload.unpack(row.getBytes(3), row.getLong(2), digest.toString()));
      }
    } catch (SQLException e) {
      throw new CanonException("the file breaks off: " + e.getMessage());
    }
  }

  @Override
  public void close() throws SQLException {
    insert.close();
    select.close();
    exists.close();
  }
}
