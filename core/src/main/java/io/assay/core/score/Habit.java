package io.assay.core.score;

import io.assay.core.canon.CanonException;
import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import io.assay.core.message.ChannelId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/// How readers of a channel answer its messages of one week: a histogram of raw HDRB (forwards +
/// 2·reactions + ½·replies) in sixteen buckets for each doubling, so that a percentile read from it
/// is right to a sixteenth. Whole numbers: a message's later count takes the place of its earlier
/// one, and the order of messages leaves no trace.
///
/// @param buckets how many messages are in each bucket that has any
public record Habit(SortedMap<Integer, Long> buckets) {
  public static final Habit NONE = new Habit(Collections.emptySortedMap());

  /// The 95th percentile of fewer is their highest, and says nothing of what is usual.
  public static final int FEWEST = 20;

  private static final double USUAL = 0.95;
  private static final long WEEK = Duration.ofDays(7).toMillis();
  private static final Duration WINDOW = Duration.ofDays(90);

  /// A double's sign, exponent, and the first four bits of its fraction.
  private static final int BUCKET_SHIFT = 48;

  private static final int MOST_BUCKET = bucket(Double.MAX_VALUE);

  /// Names a channel's week.
  ///
  /// @param week weeks since 1970, which began on a Thursday
  public record Key(ChannelId channel, long week) {
    public Key {
      Objects.requireNonNull(channel, "channel");
    }

    public byte[] toBytes() {
      return new CanonWriter().fixed64(channel.value()).fixed64(week).toBytes();
    }
  }

  public Habit {
    buckets = Collections.unmodifiableSortedMap(new TreeMap<>(buckets));
    buckets.forEach((bucket, messages) -> {
      if (bucket < 0 || bucket > MOST_BUCKET || messages < 1) {
        throw new IllegalArgumentException("bucket " + bucket + " of " + messages);
      }
    });
  }

  /// The week in which something was posted.
  public static long week(Instant postedAt) {
    return Math.floorDiv(postedAt.toEpochMilli(), WEEK);
  }

  /// The first week that counts for what is usual at an instant: the one that held the instant 90
  /// days before.
  public static long firstWeek(Instant at) {
    return week(at.minus(WINDOW));
  }

  /// The bucket of a raw value, ≥ 0.
  private static int bucket(double raw) {
    return (int) (Double.doubleToLongBits(raw + 0.0) >>> BUCKET_SHIFT);
  }

  /// One more message.
  ///
  /// @param raw ≥ 0
  public Habit plus(double raw) {
    return changed(raw, 1);
  }

  /// One message less, which was counted before.
  public Habit minus(double raw) {
    return changed(raw, -1);
  }

  private Habit changed(double raw, long by) {
    if (!(raw >= 0)) {
      throw new IllegalArgumentException("an answer is at least zero, not " + raw);
    }
    SortedMap<Integer, Long> changed = new TreeMap<>(buckets);
    changed.merge(bucket(raw), by, (one, other) -> one + other == 0 ? null : one + other);
    return new Habit(changed);
  }

  /// The 95th percentile of the weeks' raw values by nearest rank; NaN where they are fewer than
  /// twenty.
  public static double usual(List<Habit> weeks) {
    SortedMap<Integer, Long> all = new TreeMap<>();
    for (Habit week : weeks) {
      week.buckets.forEach((bucket, messages) -> all.merge(bucket, messages, Long::sum));
    }
    long messages = all.values().stream().mapToLong(Long::longValue).sum();
    if (messages < FEWEST) {
      return Double.NaN;
    }
    long rank = (long) StrictMath.ceil(USUAL * messages);
    long below = 0;
    for (var bucket : all.entrySet()) {
      below += bucket.getValue();
      if (below >= rank) {
        return middle(bucket.getKey());
      }
    }
    throw new IllegalStateException("a rank above all messages");
  }

  private static double middle(int bucket) {
    if (bucket == 0) {
      return 0;
    }
    double low = Double.longBitsToDouble((long) bucket << BUCKET_SHIFT);
    double high = Double.longBitsToDouble((bucket + 1L) << BUCKET_SHIFT);
    return low + (high - low) / 2;
  }

  public byte[] toBytes() {
    CanonWriter out = new CanonWriter();
    out.count(buckets.size());
    buckets.forEach((bucket, messages) -> out.count(bucket).count(messages));
    return out.toBytes();
  }

  public static Habit ofBytes(byte[] bytes) {
    return CanonReader.whole(bytes, Habit::read);
  }

  private static Habit read(CanonReader in) {
    SortedMap<Integer, Long> buckets = new TreeMap<>();
    for (int left = in.size(); left > 0; left--) {
      long bucket = in.count();
      if (bucket > MOST_BUCKET) {
        throw new CanonException("no bucket " + bucket);
      }
      buckets.put((int) bucket, in.count());
    }
    return new Habit(buckets);
  }
}
