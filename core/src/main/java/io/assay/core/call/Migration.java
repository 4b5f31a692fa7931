package io.assay.core.call;

import io.assay.core.price.Candles;
import io.assay.core.price.Provenance;
import io.assay.core.reading.Side;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When prices of another pool may go on from those of the pinned one: where the new pool opens at
/// the instant at which the old one closed last, or tolerably soon after it, within a quarter of
/// that close. The ratio of the two is the splice. Anything else is another market, of which the
/// follower had nothing.
final class Migration {
  /// The most that two pools may differ at the same instant, the larger price over the smaller.
  static final double MOST = 1.25;

  private static final int LATEST_STEPS = 2;

  private Migration() {}

  /// Where a call's prices come from once these have come.
  ///
  /// @return null where these are refused
  static @Nullable Origin of(Call call, CallRules rules, List<Candles> runs, Provenance told) {
    Origin origin = call.track().origin();
    if (!(call.track().entry() instanceof Entry.Priced priced)) {
      return new Origin(told, 1);
    }
    String pinned = origin.told().pool();
    if (pinned == null || pinned.equals(told.pool())) {
      return origin;
    }
    double open = open(call.track().pulse().followedTo(), rules, runs);
    double splice = open / (priced.usd() * last(call));
    double apart = splice / origin.splice();
    return apart <= MOST && apart >= 1 / MOST ? new Origin(told, splice) : null;
  }

  /// The first open at or after the instant; NaN where none is tolerably soon.
  private static double open(Instant at, CallRules rules, List<Candles> runs) {
    for (Candles run : runs) {
      int first = run.firstAtOrAfter(at);
      if (first < run.size()) {
        long late = run.openMillis(first) - at.toEpochMilli();
        long step = LATEST_STEPS * run.step().toMillis();
        return late <= Math.min(step, rules.lateness().toMillis()) ? run.open(first) : Double.NaN;
      }
    }
    return Double.NaN;
  }

  /// The last close over the entry price. That of a SHORT cannot be told where it has lost all: its
  /// ratio says no more how far the price rose.
  private static double last(Call call) {
    double ratio = call.track().pulse().lastRatio();
    boolean mirrored = call.claim().side() == Side.SHORT;
    if (mirrored && ratio == 0) {
      return Double.NaN;
    }
    return mirrored ? 2 - ratio : ratio;
  }
}
