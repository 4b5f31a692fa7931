package io.assay.runtime.measure;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/// Where hourly and daily statistics are kept from one run to the next. Port. Safe for any thread.
public interface StatisticsStore {
  /// Oldest first, hours before days.
  Comparator<Bucket> ORDER = Comparator.comparing(Bucket::resolution).thenComparing(Bucket::start);

  /// Keeps the buckets, all or none; one of the same resolution and start takes the place of the
  /// earlier one. Of each resolution the newest are kept, as many as it says; older ones go.
  void save(List<Bucket> buckets);

  /// All that are kept, in [#ORDER].
  List<Bucket> load();

  /// How long a bucket is, in UTC.
  enum Resolution {
    /// Three days of hours.
    HOUR(ChronoUnit.HOURS, 72),
    /// A year of days, and a month to compare it with.
    DAY(ChronoUnit.DAYS, 400);

    private final ChronoUnit unit;
    private final int kept;

    Resolution(ChronoUnit unit, int kept) {
      this.unit = unit;
      this.kept = kept;
    }

    /// How many buckets are kept. They are counted rather than dated, so that a clock that jumps
    /// ahead cannot age them all at once.
    public int kept() {
      return kept;
    }

    /// When the bucket of an instant begins.
    public Instant startOf(Instant at) {
      return at.truncatedTo(unit);
    }

    /// How long a bucket is.
    public Duration length() {
      return unit.getDuration();
    }
  }

  /// What was counted in an hour or a day.
  ///
  /// @param start UTC, at the full hour or at midnight
  /// @param covered how long the system ran in it, by the steady clock; more than there was where
  ///   the wall clock was set back
  /// @param counts by counter, never negative
  record Bucket(Resolution resolution, Instant start, Duration covered, Map<String, Long> counts) {
    public Bucket {
      Objects.requireNonNull(resolution, "resolution");
      if (!resolution.startOf(start).equals(start)) {
        throw new IllegalArgumentException(
            "a bucket of resolution %s does not begin at %s".formatted(resolution, start));
      }
      if (covered.isNegative() || counts.values().stream().anyMatch(count -> count < 0)) {
        throw new IllegalArgumentException("nothing in a bucket is negative: " + counts);
      }
      counts = Collections.unmodifiableMap(new TreeMap<>(counts));
    }

    /// A bucket in which nothing was counted yet.
    public static Bucket empty(Resolution resolution, Instant start) {
      return new Bucket(resolution, start, Duration.ZERO, Map.of());
    }

    /// This bucket with more in it.
    public Bucket plus(Duration time, Map<String, Long> more) {
      Map<String, Long> sum = new TreeMap<>(counts);
      more.forEach((name, count) -> sum.merge(name, count, Long::sum));
      return new Bucket(resolution, start, covered.plus(time), sum);
    }
  }

  /// Keeps them for as long as the process runs.
  final class InMemory implements StatisticsStore {
    private final Map<Resolution, NavigableMap<Instant, Bucket>> kept = new TreeMap<>();

    @Override
    public synchronized void save(List<Bucket> buckets) {
      for (Bucket bucket : buckets) {
        NavigableMap<Instant, Bucket> alike =
            kept.computeIfAbsent(bucket.resolution, _ -> new TreeMap<>());
        alike.put(bucket.start, bucket);
        while (alike.size() > bucket.resolution.kept) {
          alike.pollFirstEntry();
        }
      }
    }

    @Override
    public synchronized List<Bucket> load() {
      List<Bucket> all = new ArrayList<>();
      kept.values().forEach(alike -> all.addAll(alike.values()));
      return List.copyOf(all);
    }
  }
}
