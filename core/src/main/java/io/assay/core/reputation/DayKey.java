package io.assay.core.reputation;

import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import io.assay.core.message.ChannelId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/// Names the calls of a channel that matured on one day and belong to one pool.
///
/// @param pool chain × size tier, such as `solana/MICRO`; what channels are compared within
/// @param epochDay days since 1970 in UTC of the instant at which the call was seven days old,
///   however early its exit was
public record DayKey(ChannelId channel, String pool, long epochDay) implements Comparable<DayKey> {
  private static final Comparator<DayKey> ORDER =
      Comparator.comparing(DayKey::channel)
          .thenComparing(DayKey::pool)
          .thenComparingLong(DayKey::epochDay);

  public DayKey {
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(pool, "pool");
  }

  /// The day of an instant: days since 1970 in UTC.
  public static long day(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), Duration.ofDays(1).toSeconds());
  }

  /// The key of a call.
  ///
  /// @param matured when the call was seven days old
  public static DayKey of(ChannelId channel, String pool, Instant matured) {
    return new DayKey(channel, pool, day(matured));
  }

  /// By channel, pool and day: the order in which anything is summed.
  @Override
  public int compareTo(DayKey other) {
    return ORDER.compare(this, other);
  }

  /// What the bytes of all keys of a channel begin with, and no others'.
  public static byte[] prefix(ChannelId channel) {
    return new CanonWriter().fixed64(channel.value()).toBytes();
  }

  /// Canonical bytes. In byte order, the keys of a channel are neighbours, and within it those of a
  /// pool, by day (from 1970 on).
  public byte[] toBytes() {
    return new CanonWriter().fixed64(channel.value()).text(pool).fixed64(epochDay).toBytes();
  }

  /// The key that has these bytes.
  ///
  /// @throws io.assay.core.canon.CanonException if none has
  public static DayKey ofBytes(byte[] bytes) {
    return CanonReader.whole(
        bytes, in -> new DayKey(new ChannelId(in.fixed64()), in.text(), in.fixed64()));
  }
}
