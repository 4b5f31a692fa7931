package io.assay.app.watching;

import java.time.Duration;
import java.util.Objects;

/// How the watching does, as of the last measurement.
///
/// @param followed calls that are looked at
/// @param assets that these are about: one look serves all calls of an asset
/// @param left open calls that are not looked at, since there are more than the capacity
/// @param due looks that are due and with the providers, or wait for them
/// @param late assets whose last answer is older than two steps of their pace
/// @param unpriced assets that nobody has told a price of yet
/// @param median age of the last prices, half of them are younger
/// @param oldest the age that 99 of 100 last prices are younger than
public record WatchFigures(
    int followed,
    int assets,
    int left,
    int due,
    int late,
    int unpriced,
    Duration median,
    Duration oldest) {
  /// Before the first measurement.
  static final WatchFigures NONE = new WatchFigures(0, 0, 0, 0, 0, 0, Duration.ZERO, Duration.ZERO);

  public WatchFigures {
    Objects.requireNonNull(median, "median");
    Objects.requireNonNull(oldest, "oldest");
  }
}
