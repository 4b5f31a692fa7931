package io.assay.core.market;

import io.assay.core.price.Candles;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What candles say of how long nobody has traded. Only candles that stand and say zero count: a
/// gap says nothing, and a volume that is not told may have been any.
///
/// @param since when the unbroken candles without a trade begin that end the run, UTC
/// @param until when they end
public record Silence(Instant since, Instant until) {
  public Silence {
    if (until.isBefore(since)) {
      throw new IllegalArgumentException("silent from " + since + " to " + until);
    }
  }

  /// The silence in which the candles end.
  ///
  /// @param runs in time order, one candle length throughout
  /// @param known no candle that closes later is looked at
  /// @return null where there are no candles, or the last one does not say zero
  public static @Nullable Silence of(List<Candles> runs, Instant known) {
    long since = Long.MAX_VALUE;
    long until = Long.MIN_VALUE;
    for (Candles run : runs) {
      for (int i = 0; i < run.size() && run.closeMillis(i) <= known.toEpochMilli(); i++) {
        boolean broken = since == Long.MAX_VALUE || run.openMillis(i) > until;
        boolean silent = run.volume(i) == 0;
        since = !silent ? Long.MAX_VALUE : broken ? run.openMillis(i) : since;
        until = run.closeMillis(i);
      }
    }
    return since == Long.MAX_VALUE
        ? null
        : new Silence(Instant.ofEpochMilli(since), Instant.ofEpochMilli(until));
  }

  /// How long it has been silent.
  public Duration length() {
    return Duration.between(since, until);
  }
}
