package io.assay.sim.crowd;

import java.time.Duration;
import java.time.Instant;

/// Which world is to be played. The same scenario is the same world, message by message and price
/// by price.
///
/// @param seed of all chance in it
/// @param days that it lasts; posts end thirty days before its end, so that every call can be
///   followed to its last checkpoint
/// @param channels that post, 1..1000
/// @param from when it begins, UTC
public record Scenario(long seed, int days, int channels, Instant from) {
  /// For so many days after its post a call is followed.
  public static final int FOLLOWED_DAYS = 30;

  /// The most channels.
  public static final int MOST_CHANNELS = 1_000;

  /// The most days.
  public static final int MOST_DAYS = 36_500;

  /// The last question of a call is asked a day, and as late as a sample may be, after its last
  /// checkpoint.
  private static final Duration LAST_QUESTION = Duration.ofDays(1).plusHours(1);

  private static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");

  public Scenario {
    if (days <= FOLLOWED_DAYS || days > MOST_DAYS) {
      throw new IllegalArgumentException(
          "a call is followed for %d days, so a world lasts %d to %d, not %d"
              .formatted(FOLLOWED_DAYS, FOLLOWED_DAYS + 1, MOST_DAYS, days));
    }
    if (channels < 1 || channels > MOST_CHANNELS) {
      throw new IllegalArgumentException(
          "there are 1 to " + MOST_CHANNELS + " channels, not " + channels);
    }
  }

  /// A world that begins with the year 2025.
  public static Scenario of(long seed, int days, int channels) {
    return new Scenario(seed, days, channels, BEGIN);
  }

  /// For how many days channels post.
  public int postingDays() {
    return days - FOLLOWED_DAYS;
  }

  /// When nobody posts any more.
  public Instant lastPost() {
    return from.plus(Duration.ofDays(postingDays()));
  }

  /// When the last call has been followed to its end.
  public Instant end() {
    return from.plus(Duration.ofDays(days)).plus(LAST_QUESTION);
  }
}
