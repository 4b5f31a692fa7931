package io.assay.runtime.health;

import java.util.ArrayList;
import java.util.List;

/// Where the history of health outlives the process. Two sequences, each in the order of appending;
/// the times in them order nothing, because the wall clock may jump. Port. Safe for any thread; a
/// failure is thrown, classified, and costs the history only what was to be written.
public interface HealthStore {
  /// Keeps a sample.
  void append(Vitals sample);

  /// Keeps an hour.
  void append(HourOfHealth hour);

  /// The newest samples, oldest first.
  ///
  /// @param most at most that many, ≥ 0
  List<Vitals> samples(int most);

  /// The newest hours, oldest first.
  ///
  /// @param most at most that many, ≥ 0
  List<HourOfHealth> hours(int most);

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
    private final List<HourOfHealth> hours = new ArrayList<>();

    private InMemory() {}

    @Override
    public synchronized void append(Vitals sample) {
      samples.add(sample);
    }

    @Override
    public synchronized void append(HourOfHealth hour) {
      hours.add(hour);
    }

    @Override
    public synchronized List<Vitals> samples(int most) {
      return List.copyOf(newest(samples, most));
    }

    @Override
    public synchronized List<HourOfHealth> hours(int most) {
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
}
