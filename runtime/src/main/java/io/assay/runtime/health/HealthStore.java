package io.assay.runtime.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Where the history of health outlives the process. Two sequences, each in the order of appending;
/// the times in them order nothing, because the wall clock may jump. Port. Safe for any thread; a
/// failure is thrown, classified, and costs the history only what was to be written.
public interface HealthStore {
  /// Keeps a sample.
  void append(Vitals sample);

  /// Keeps an hour.
  void append(Hour hour);

  /// The newest samples, oldest first.
  ///
  /// @param most at most that many, ≥ 0
  List<Vitals> samples(int most);

  /// The newest hours, oldest first.
  ///
  /// @param most at most that many, ≥ 0
  List<Hour> hours(int most);

  /// Drops all but the newest: bounded by number and not by age, so that a clock that jumps ahead
  /// does not take the history with it.
  void trim(int samples, int hours);

  /// A store that ends with the process.
  static HealthStore inMemory() {
    return new InMemory();
  }

  /// Keeps both sequences in lists.
  final class InMemory implements HealthStore {
    private final List<Vitals> samples = new ArrayList<>();
    private final List<Hour> hours = new ArrayList<>();

    private InMemory() {}

    @Override
    public synchronized void append(Vitals sample) {
      samples.add(sample);
    }

    @Override
    public synchronized void append(Hour hour) {
      hours.add(hour);
    }

    @Override
    public synchronized List<Vitals> samples(int most) {
      return List.copyOf(newest(samples, most));
    }

    @Override
    public synchronized List<Hour> hours(int most) {
      return List.copyOf(newest(hours, most));
    }

    @Override
    public synchronized void trim(int keptSamples, int keptHours) {
      drop(samples, keptSamples);
      drop(hours, keptHours);
    }

    private static <T> List<T> newest(List<T> all, int most) {
      return all.subList(Math.max(0, all.size() - most), all.size());
    }

    private static void drop(List<?> all, int kept) {
      all.subList(0, Math.max(0, all.size() - kept)).clear();
    }
  }

  /// An hour of samples folded into one. A clock that was set back may give the same hour twice:
  /// hours are a sequence in the order in which they were lived, `hour` is only what the clock
  /// said.
  ///
  /// @param hour its beginning on the wall clock (UTC)
  /// @param last when its last sample was taken: which samples it holds
  /// @param samples folded into it, ≥ 1
  /// @param span time that it accounts for; more than an hour where the system was away before
  /// @param up of that, the time in which the system was available, ≤ span
  /// @param figures mean and highest of each number in those samples that had it
  /// @param componentsUp share of samples in which a component was UP or DEGRADED, 0..1, of those
  ///   that had it
  record Hour(
      Instant hour,
      Instant last,
      int samples,
      Duration span,
      Duration up,
      Map<String, Figure> figures,
      Map<String, Double> componentsUp) {
    public Hour {
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
}
