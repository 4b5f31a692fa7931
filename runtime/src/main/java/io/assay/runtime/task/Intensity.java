package io.assay.runtime.task;

import java.time.Duration;
import java.util.ArrayDeque;

/// How many crashes there were lately.
final class Intensity {
  private final ArrayDeque<Long> crashes = new ArrayDeque<>();

  /// Notes a crash.
  ///
  /// @param nanos now, on the steady clock
  /// @return whether that is more than `most` within the window
  boolean exceeds(long nanos, int most, Duration window) {
    crashes.addLast(nanos);
    while (nanos - crashes.getFirst() > window.toNanos()) {
      crashes.removeFirst();
    }
    return crashes.size() > most;
  }

  void reset() {
    crashes.clear();
  }
}
