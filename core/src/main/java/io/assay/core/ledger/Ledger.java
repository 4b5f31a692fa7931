package io.assay.core.ledger;

import org.jspecify.annotations.Nullable;

/// What has been folded from the journal so far, as rows of canonical bytes. Can be deleted and
/// rebuilt; two ledgers folded from the same journal are equal byte for byte. Port.
public interface Ledger {
  /// The row's value.
  ///
  /// @return null if there is no such row
  byte @Nullable [] find(Table table, byte[] key);

  /// Whether the table has no row.
  boolean isEmpty(Table table);

  void put(Table table, byte[] key, byte[] value);

  void remove(Table table, byte[] key);

  /// Shows every row of the table whose key begins with the prefix, in unsigned byte order of keys.
  void scan(Table table, byte[] prefix, RowReader reader);

  /// Who is shown rows.
  interface RowReader {
    void row(byte[] key, byte[] value);
  }
}
