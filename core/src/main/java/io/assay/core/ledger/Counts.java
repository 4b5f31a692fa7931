package io.assay.core.ledger;

import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// How many message events came to what: opened + repeated + deferred + ignored + failed =
/// messages, always. Immutable; one is made for every message, so it is kept small.
public final class Counts {
  private static final int OPENED = 0;
  private static final int REPEATED = 1;
  private static final int DEFERRED = 2;
  private static final int FAILED = 3;

  public static final Counts NONE = new Counts(new long[4], new String[0], new long[0]);

  private final long[] counts;
  private final String[] reasons;
  private final long[] ignored;

  private Counts(long[] counts, String[] reasons, long[] ignored) {
    this.counts = counts;
    this.reasons = reasons;
    this.ignored = ignored;
  }

  public long opened() {
    return counts[OPENED];
  }

  public long repeated() {
    return counts[REPEATED];
  }

  public long deferred() {
    return counts[DEFERRED];
  }

  public long failed() {
    return counts[FAILED];
  }

  /// Ignored events by reason.
  public SortedMap<String, Long> ignored() {
    SortedMap<String, Long> byReason = new TreeMap<>();
    for (int i = 0; i < reasons.length; i++) {
      byReason.put(reasons[i], ignored[i]);
    }
    return Collections.unmodifiableSortedMap(byReason);
  }

  public long ignoredInAll() {
    return Arrays.stream(ignored).sum();
  }

  /// All message events.
  public long messages() {
    return Arrays.stream(counts).sum() + ignoredInAll();
  }

  /// These counts with `by` more events of that result.
  public Counts plus(Result result, long by) {
    if (result instanceof Result.Ignored(String reason)) { // nearly all
      return plusIgnored(reason, by);
    }
    return switch (result) {
      case Result.Opened _ -> plus(OPENED, by);
      case Result.Repeated() -> plus(REPEATED, by);
      case Result.Deferred() -> plus(DEFERRED, by);
      case Result.Ignored(String reason) -> plusIgnored(reason, by);
      case Result.Failed _ -> plus(FAILED, by);
    };
  }

  private Counts plus(int which, long by) {
    long[] more = counts.clone();
    more[which] += by;
    return new Counts(more, reasons, ignored);
  }

  private Counts plusIgnored(String reason, long by) {
    int at = Arrays.binarySearch(reasons, reason);
    if (at >= 0) {
      long[] more = ignored.clone();
      more[at] += by;
      return new Counts(counts, reasons, more);
    }
    SortedMap<String, Long> all = new TreeMap<>(ignored());
    all.put(reason, by);
    return of(counts, all);
  }

  private static Counts of(long[] counts, SortedMap<String, Long> ignored) {
    return new Counts(
        counts,
        ignored.keySet().toArray(String[]::new),
        ignored.values().stream().mapToLong(Long::longValue).toArray());
  }

  void write(CanonWriter out) {
    for (long count : counts) {
      out.count(count);
    }
    out.count(reasons.length);
    for (int i = 0; i < reasons.length; i++) {
      out.text(reasons[i]).count(ignored[i]);
    }
  }

  static Counts read(CanonReader in) {
    long[] counts = {in.count(), in.count(), in.count(), in.count()};
    SortedMap<String, Long> ignored = new TreeMap<>();
    for (int left = in.size(); left > 0; left--) {
      ignored.put(in.text(), in.count());
    }
    return of(counts, ignored);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Counts that
        && Arrays.equals(counts, that.counts)
        && Arrays.equals(reasons, that.reasons)
        && Arrays.equals(ignored, that.ignored);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(counts) * 31 + Arrays.hashCode(ignored);
  }

  @Override
  public String toString() {
    return messages() + " messages, " + opened() + " opened, ignored " + ignored();
  }
}
