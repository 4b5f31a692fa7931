package io.assay.core.lineage;

import io.assay.core.drawer.Shelf;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A shelf that is a map.
final class MapShelf<K, V> implements Shelf<K, V> {
  final Map<K, V> all = new HashMap<>();

  @Override
  public @Nullable V find(K key) {
    return all.get(key);
  }

  @Override
  public void put(K key, V value) {
    all.put(key, value);
  }

  @Override
  public void remove(K key) {
    all.remove(key);
  }
}
