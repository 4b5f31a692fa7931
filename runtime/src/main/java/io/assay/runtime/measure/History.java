package io.assay.runtime.measure;

import io.assay.runtime.measure.StatisticsStore.Bucket;
import io.assay.runtime.measure.StatisticsStore.Resolution;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// What was counted hour by hour and day by day, across restarts. Buckets go by the wall clock, so
/// that people can read them; what is in them is only ever added, so that no jump of that clock can
/// lose anything or make it negative.
final class History {
  private final StatisticsStore store;
  private final Map<Resolution, NavigableMap<Instant, Bucket>> kept = new HashMap<>();
  private final Map<Slot, Bucket> unsaved = new HashMap<>();

  private record Slot(Resolution resolution, Instant start) {}

  /// What was counted in several buckets.
  ///
  /// @param covered how long the system ran in them
  record Sum(Duration covered, Map<String, Long> counts) {
    long count(String counter) {
      return counts.getOrDefault(counter, 0L);
    }

    double hours() {
      return covered.toNanos() / 3.6e12;
    }
  }

  /// Goes on where the store ends.
  History(StatisticsStore store) {
    this.store = store;
    store.load().forEach(this::keep);
  }

  private void keep(Bucket bucket) {
    NavigableMap<Instant, Bucket> alike = alike(bucket.resolution());
    alike.put(bucket.start(), bucket);
    while (alike.size() > bucket.resolution().kept()) {
      alike.pollFirstEntry();
    }
  }

  private NavigableMap<Instant, Bucket> alike(Resolution resolution) {
    return kept.computeIfAbsent(resolution, _ -> new TreeMap<>());
  }

  /// Adds what was counted lately to the hour and the day of the instant.
  ///
  /// @param covered how long it took on the steady clock
  synchronized void add(Instant now, Duration covered, Map<String, Long> counts) {
    for (Resolution resolution : Resolution.values()) {
      Instant start = resolution.startOf(now);
      Bucket before = alike(resolution).get(start);
      Bucket bucket =
          (before == null ? Bucket.empty(resolution, start) : before).plus(covered, counts);
      keep(bucket);
      unsaved.put(new Slot(resolution, start), bucket);
    }
  }

  /// Stores what is not stored yet; where that fails, it is stored with the next. The store is not
  /// waited for by those who read.
  void save() {
    List<Bucket> now;
    synchronized (this) {
      now = unsaved.values().stream().sorted(StatisticsStore.ORDER).toList();
    }
    store.save(now);
    synchronized (this) {
      now.forEach(bucket -> unsaved.remove(new Slot(bucket.resolution(), bucket.start()), bucket));
    }
  }

  /// The buckets of a resolution, oldest first.
  synchronized List<Bucket> list(Resolution resolution) {
    return new ArrayList<>(alike(resolution).values());
  }

  /// The sum of so many buckets, up to the running one or to one before it. What a clock that had
  /// jumped ahead left in the future is not in it.
  ///
  /// @param back how many buckets before the running one the last of them is
  synchronized Sum sum(Resolution resolution, Instant now, int buckets, int back) {
    Instant last = resolution.startOf(now).minus(resolution.length().multipliedBy(back));
    Instant before = last.minus(resolution.length().multipliedBy(buckets));
    Duration covered = Duration.ZERO;
    Map<String, Long> counts = new TreeMap<>();
    for (Bucket bucket : alike(resolution).subMap(before, false, last, true).values()) {
      covered = covered.plus(bucket.covered());
      bucket.counts().forEach((name, count) -> counts.merge(name, count, Long::sum));
    }
    return new Sum(covered, counts);
  }
}
