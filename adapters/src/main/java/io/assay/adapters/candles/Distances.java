package io.assay.adapters.candles;

import java.util.Map;
import java.util.TreeMap;

/// How often which distance in seconds lies between two candles.
final class Distances {
  private final long expected;
  private final Map<Long, Long> others = new TreeMap<>();
  private long times;

  /// @param expected the one that nearly all will be; 0 for none
  Distances(long expected) {
    this.expected = expected;
  }

  /// Counts one; candles of the same time have none.
  void add(long distance) {
    if (distance == expected) {
      times++;
    } else if (distance > 0) {
      others.merge(distance, 1L, Long::sum);
    }
  }

  /// The commonest, of several the shortest; 0 if there is none.
  long commonest() {
    long commonest = expected;
    long most = expected > 0 ? times : 0;
    for (Map.Entry<Long, Long> other : others.entrySet()) {
      boolean shorter = other.getValue() == most && other.getKey() < commonest;
      if (other.getValue() > most || shorter) {
        commonest = other.getKey();
        most = other.getValue();
      }
    }
    return commonest;
  }
}
