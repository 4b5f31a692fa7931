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
  private final Prepared insert;
  private final Prepared select;
  private final Prepared exists;

  SqliteArchive(Connection connection) {
    this.connection = connection;
    insert = new Prepared(connection, "INSERT INTO archive VALUES (?, ?, ?)");
    select = new Prepared(connection, "SELECT crc, payload FROM archive WHERE digest = ?");
    exists = new Prepared(connection, "SELECT 1 FROM archive WHERE digest = ?");
  }

  @Override
  public void keep(Sha256 digest, byte[] bytes) {
    if (holds(digest)) {
      return;
    }
    try {
      byte[] payload = Payload.pack(bytes);
      PreparedStatement row = insert.ready();
      row.setBytes(1, digest.bytes());
      row.setLong(2, Payload.crc(payload));
      row.setBytes(3, payload);
      row.executeUpdate();
    } catch (SQLException e) {
      throw BooksException.of("the archive cannot be written", e);
    }
  }

  @Override
  public boolean holds(Sha256 digest) {
    try {
      PreparedStatement query = exists.ready();
      query.setBytes(1, digest.bytes());
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    } catch (SQLException e) {
      throw BooksException.of("the archive cannot be read", e);
    }
  }

  @Override
  public byte @Nullable [] find(Sha256 digest) {
    try {
      PreparedStatement query = select.ready();
      query.setBytes(1, digest.bytes());
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Payload.unpack(row.getBytes(2), row.getLong(1), digest.toString())
            : null;
      }
    } catch (SQLException e) {
      throw BooksException.of("the archive cannot be read", e);
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
