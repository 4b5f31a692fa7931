package io.assay.core.call;

import io.assay.core.market.Costs;
import io.assay.core.reading.Side;

/// The fixed panel of exit policies that is the same for every channel, beside holding to each
/// [Horizon]. Levels are on the price where they are multiples, and on the net return in a
/// [Barrier]. The order is part of the ledger's format: append only, the barriers first.
public enum Policy {
  /// The reference of every judgement.
  HALF_UP_HALF_DOWN("+50/-50", Horizon.DAY_7),
  THIRD_UP_FIFTH_DOWN("+35/-20", Horizon.DAY_7),
  /// All at twice the entry, else whatever the price is after a day.
  TAKE_DOUBLE("2x/24h", Horizon.HOUR_24),
  /// Out 30 % under the highest price since the entry.
  TRAILING_STOP("trail_30", Horizon.DAY_7),
  /// A quarter each at 2x, 3x and 5x, the rest after seven days.
  LADDER("ladder", Horizon.DAY_7),
  /// Equal parts at the caller's own targets, out at his own stop.
  OWN_TERMS("own", Horizon.DAY_7);

  private static final Policy[] PANEL = values();
  private static final double TRAIL = 0.7;
  private static final double[] DOUBLE = {2};
  private static final double[] RUNGS = {2, 3, 5};

  private final String word;
  private final Horizon timeOut;

  Policy(String word, Horizon timeOut) {
    this.word = word;
    this.timeOut = timeOut;
  }

  /// As it is written in tables.
  public String word() {
    return word;
  }

  /// When what is left is sold whatever the price is.
  public Horizon timeOut() {
    return timeOut;
  }

  /// What a position of this panel is in.
  ///
  /// @param entryUsd what was paid
  /// @param high the highest ratio since then
  record Setting(Costs costs, Plan plan, Side side, double entryUsd, double high) {}

  /// The positions of all policies, as the exits say that they stand.
  static Position[] positions(Setting setting, Track track) {
    Position[] positions = new Position[PANEL.length];
    Plan.Fitted own = setting.plan.at(setting.entryUsd, setting.side);
    for (int p = 0; p < positions.length; p++) {
      Exit now = track.exits().get(p);
      boolean unfit = PANEL[p] == OWN_TERMS && own.isEmpty();
      positions[p] = new Position(PANEL[p].terms(setting, own), unfit ? new Exit.NotStated() : now);
    }
    return positions;
  }

  private Position.Terms terms(Setting setting, Plan.Fitted own) {
    Costs costs = setting.costs;
    return switch (this) {
      case HALF_UP_HALF_DOWN -> Position.Terms.between(costs, Barrier.HALF_UP_HALF_DOWN);
      case THIRD_UP_FIFTH_DOWN -> Position.Terms.between(costs, Barrier.THIRD_UP_FIFTH_DOWN);
      case TAKE_DOUBLE -> Position.Terms.parts(costs, DOUBLE, 1, 0);
      case TRAILING_STOP -> Position.Terms.trailing(costs, TRAIL, setting.high);
      case LADDER -> Position.Terms.parts(costs, RUNGS, RUNGS.length + 1, 0);
      case OWN_TERMS ->
          Position.Terms.parts(costs, own.targets(), Math.max(1, own.targets().length), own.stop());
    };
  }
}
