package io.assay.runtime.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/// An hour of samples folded into one. A clock that was set back may give the same hour twice:
/// hours are a sequence in the order in which they were lived, `hour` is only what the clock said.
///
/// @param hour its beginning on the wall clock (UTC)
/// @param last when its last sample was taken: which samples it holds
/// @param samples folded into it, ≥ 1
/// @param span time that it accounts for; more than an hour where the system was away before
/// @param up of that, the time in which the system was available, ≤ span
/// @param figures mean and highest of each number in those samples that had it
/// @param componentsUp share of samples in which a component was UP or DEGRADED, 0..1, of those
///   that had it
public record HourOfHealth(
    Instant hour,
    Instant last,
    int samples,
    Duration span,
    Duration up,
    Map<String, Figure> figures,
    Map<String, Double> componentsUp) {
  public HourOfHealth {
    Objects.requireNonNull(hour, "hour");
    Objects.requireNonNull(last, "last");
    figures = Map.copyOf(figures);
    componentsUp = Map.copyOf(componentsUp);
    if (samples < 1) {
      throw new IllegalArgumentException("an hour holds at least one sample");
    }
    if (up.isNegative() || up.compareTo(span) > 0) {
      throw new IllegalArgumentException("%s up in %s is impossible".formatted(up, span));
    }
  }

  /// A number over an hour.
  public record Figure(double mean, double max) {}
}
