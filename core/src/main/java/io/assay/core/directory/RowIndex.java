package io.assay.core.directory;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Rows by the hash of a key, as chains in arrays of whole numbers: some ten bytes a row. Whoever
/// looks up compares the keys themselves, since different ones share a hash.
final class RowIndex {
  /// The end of a chain.
  static final int NONE = -1;

  private static final int OFFSET = 0x811c9dc5; // FNV-1a, 32 bits
  private static final int PRIME = 0x01000193;

  private final int[] heads;
  private final int[] next;
  private final int[] rows;

  /// Keys and rows in the order in which they are to be found.
  static final class Draft {
    private int[] hashes = new int[1024];
    private int[] rows = new int[1024];
    private int size;

    void add(int hash, int row) {
      if (size == rows.length) {
        hashes = Arrays.copyOf(hashes, size * 2);
        rows = Arrays.copyOf(rows, size * 2);
      }
      hashes[size] = hash;
      rows[size++] = row;
    }
  }

  RowIndex(Draft draft) {
    int size = draft.size;
    heads = new int[Integer.highestOneBit(Math.max(1, size)) << 1];
    Arrays.fill(heads, NONE);
    next = new int[size];
    rows = Arrays.copyOf(draft.rows, size);
    for (int entry = size - 1; entry >= 0; entry--) { // so that a chain begins with its first
      int slot = draft.hashes[entry] & (heads.length - 1);
      next[entry] = heads[slot];
      heads[slot] = entry;
    }
  }

  /// The first entry that may be meant.
  int first(int hash) {
    return heads[hash & (heads.length - 1)];
  }

  /// The entry after that one.
  int next(int entry) {
    return next[entry];
  }

  int row(int entry) {
    return rows[entry];
  }

  /// Bytes that it holds.
  long weight() {
    return 4L * (heads.length + next.length + rows.length);
  }

  static int hash(String key) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    return hash(bytes, 0, bytes.length);
  }

  static int hash(byte[] text, int from, int to) {
    int hash = OFFSET;
    for (int i = from; i < to; i++) {
      hash = (hash ^ text[i]) * PRIME;
    }
    return hash ^ (hash >>> 15); // the low bits choose the chain
  }
}
