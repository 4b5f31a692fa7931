package io.assay.core.drawer;

import org.jspecify.annotations.Nullable;

/// One table of the ledger as the fold sees it, by key. What is put is found at once, and written
/// with all else that the entry changed. Port.
public interface Shelf<K, V> {
  /// The value.
  ///
  /// @return null if there is none
  @Nullable V find(K key);

  void put(K key, V value);

  void remove(K key);
}
