package io.assay.adapters.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/// A stretch of time cut into candles: those that open in `[from, to)`.
///
/// @param step length of each
public record Span(Instant from, Instant to, Duration step) {
  public Span {
    Objects.requireNonNull(step, "step");
    if (!from.isBefore(to) || step.toMillis() <= 0) {
      throw new IllegalArgumentException(step + " candles from " + from + " to " + to);
    }
  }

  /// How many candles open in it, at most.
  public long candles() {
    long millis = Duration.between(from, to).toMillis();
    return (millis + step.toMillis() - 1) / step.toMillis();
  }
}
