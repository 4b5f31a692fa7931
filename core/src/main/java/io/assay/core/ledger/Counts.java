package io.assay.core.ledger;

import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// How many message events came to what: opened + repeated + deferred + ignored + failed =
/// messages, always.
///
/// @param ignored by reason
public record Counts(
    long opened, long repeated, long deferred, SortedMap<String, Long> ignored, long failed) {
  public static final Counts NONE = new Counts(0, 0, 0, new TreeMap<>(), 0);

  public Counts {
    ignored = Collections.unmodifiableSortedMap(ignored);
  }

  /// All message events.
  public long messages() {
    return opened + repeated + deferred + failed + ignoredInAll();
  }

  public long ignoredInAll() {
    return ignored.values().stream().mapToLong(Long::longValue).sum();
  }

  /// These counts with `by` more events of that result.
  public Counts plus(Result result, long by) {
    return switch (result) {
      case Result.Opened _ -> new Counts(opened + by, repeated, deferred, ignored, failed);
      case Result.Repeated() -> new Counts(opened, repeated + by, deferred, ignored, failed);
      case Result.Deferred() -> new Counts(opened, repeated, deferred + by, ignored, failed);
      case Result.Ignored(String reason) -> {
        SortedMap<String, Long> more = new TreeMap<>(ignored);
        more.merge(reason, by, Long::sum);
        yield new Counts(opened, repeated, deferred, more, failed);
      }
      case Result.Failed _ -> new Counts(opened, repeated, deferred, ignored, failed + by);
    };
  }

  void write(CanonWriter out) {
    out.count(opened).count(repeated).count(deferred).count(failed).count(ignored.size());
    ignored.forEach((reason, count) -> out.text(reason).count(count));
  }

  static Counts read(CanonReader in) {
    long opened = in.count();
    long repeated = in.count();
    long deferred = in.count();
    long failed = in.count();
    SortedMap<String, Long> ignored = new TreeMap<>();
    for (int left = in.size(); left > 0; left--) {
      ignored.put(in.text(), in.count());
    }
    return new Counts(opened, repeated, deferred, ignored, failed);
  }
}
