package io.assay.sim.crowd;

import io.assay.core.message.ChannelId;
import java.util.Objects;

/// A channel and what is hidden behind it.
///
/// @param number of the channel in its crowd, from 0
/// @param drift log drift of what it calls, over the first [#DRIFT_SECONDS] after the call
/// @param lift log rise that the call itself makes before a human can be in; 0 for nearly all
/// @param volatility of what it calls, a day
/// @param calls that it makes
/// @param source number of the channel whose calls it makes; its own for nearly all
/// @param delay seconds after the source; 0 where that is itself
public record Caller(
    int number,
    String title,
    Archetype archetype,
    double drift,
    double lift,
    double volatility,
    int calls,
    int source,
    int delay) {
  /// How long what a caller knows moves the price.
  public static final int DRIFT_SECONDS = 86_400;

  private static final long FIRST_ID = 1_700_000_001L;

  public Caller {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(archetype, "archetype");
    if (calls < 1 || !(volatility > 0) || !(lift >= 0) || !Double.isFinite(drift)) {
      throw new IllegalArgumentException("no caller is like that: " + title);
    }
  }

  /// The channel that it is.
  public ChannelId channel() {
    return channel(number);
  }

  /// The channel of that number.
  static ChannelId channel(int number) {
    return new ChannelId(FIRST_ID + number);
  }

  /// Whether its calls are another's.
  public boolean isCopy() {
    return source != number;
  }
}
