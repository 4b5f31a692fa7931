package io.assay.runtime.health;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/// The hour that is still open: sums from which it is made when it ends. Not for several threads.
final class HourFold {
  private final Instant hour;
  private final Map<String, Sum> figures = new HashMap<>();
  private final Map<String, Sum> components = new HashMap<>();
  private Instant last;
  private int samples;
  private Duration span = Duration.ZERO;
  private Duration up = Duration.ZERO;

  private static final class Sum {
    private double total;
    private double max = Double.NEGATIVE_INFINITY;
    private int count;

    void add(double value) {
      total += value;
      max = Math.max(max, value);
      count++;
    }

    double mean() {
      return total / count;
    }
  }

  /// Opens the hour of that instant.
  HourFold(Instant at) {
    hour = hourOf(at);
    last = at;
  }

  private static Instant hourOf(Instant at) {
    return at.truncatedTo(ChronoUnit.HOURS);
  }

  /// Whether a sample of that time belongs in it.
  boolean holds(Instant at) {
    return hour.equals(hourOf(at));
  }

  void add(HealthHistory.Kept kept) {
    Vitals sample = kept.sample();
    last = sample.moment().at();
    samples++;
    span = span.plus(kept.span());
    up = up.plus(kept.up());
    sample.figures().forEach((name, value) -> sum(figures, name).add(value));
    sample.components().forEach((name, status) -> sum(components, name).add(works(status) ? 1 : 0));
  }

  HealthStore.Hour hour() {
    Map<String, HealthStore.Hour.Figure> folded = new HashMap<>();
    figures.forEach(
        (name, sum) -> folded.put(name, new HealthStore.Hour.Figure(sum.mean(), sum.max)));
    Map<String, Double> shares = new HashMap<>();
    components.forEach((name, sum) -> shares.put(name, sum.mean()));
    return new HealthStore.Hour(hour, last, samples, span, up, folded, shares);
  }

  private static boolean works(CheckResult.Status status) {
    return status == CheckResult.Status.UP || status == CheckResult.Status.DEGRADED;
  }

  private static Sum sum(Map<String, Sum> sums, String name) {
    return sums.computeIfAbsent(name, _ -> new Sum());
  }
}
