package io.assay.core.call;

import io.assay.core.market.Costs;
import java.time.Instant;

/// What a follower holds under one exit policy, on its way through candles: equal parts that are
/// sold at rising levels, and a stop for the rest, which may trail behind the highest price.
///
/// Inside one candle the open comes first, then the adverse extreme, then the favourable one, then
/// the close. A level is filled at itself, also where a candle opens beyond it. A stop is filled at
/// itself, or at the open where that is beyond it; a candle that goes through a stop and closes at
/// less than half of it is no path on which a stop could be filled: that is filled at the close.
/// Where a stop and the next level lie inside one candle, the loss is counted.
final class Position {
  private final Terms terms;
  private Exit exit;
  private boolean open;
  private int sold;
  private double next;
  private double peak;
  private double stop;

  /// How a position is to be left. Levels and stops are ratios of the entry price from the
  /// follower's side.
  ///
  /// @param levels rising
  /// @param proceeds what selling a part at each level brings, of the whole stake, net
  /// @param parts how many equal parts there are, at least one and one for each level
  /// @param stop 0 where there is none
  /// @param trail what the stop is of the highest ratio; 0 where it does not move
  /// @param high the highest ratio so far
  @SuppressWarnings("ArrayRecordComponent") // read by one position, compared by nobody
  record Terms(
      Costs costs,
      double[] levels,
      double[] proceeds,
      int parts,
      double stop,
      double trail,
      double high) {

    /// All at a net gain, or at a net loss.
    static Terms between(Costs costs, Barrier barrier) {
      double[] take = {costs.ratio(1 + barrier.up())};
      double[] proceeds = {1 + barrier.up()};
      return new Terms(costs, take, proceeds, 1, costs.ratio(1 - barrier.down()), 0, 1);
    }

    /// A part at each level, the rest at the stop.
    static Terms parts(Costs costs, double[] levels, int parts, double stop) {
      double[] proceeds = new double[levels.length];
      for (int i = 0; i < levels.length; i++) {
        proceeds[i] = costs.gross(levels[i], 1.0 / parts);
      }
      return new Terms(costs, levels, proceeds, parts, stop, 0, 1);
    }

    /// All at a share of the highest ratio.
    static Terms trailing(Costs costs, double trail, double high) {
      return new Terms(costs, new double[0], new double[0], 1, trail * high, trail, high);
    }
  }

  /// A candle in ratios, from the follower's side. Used again for the next one.
  static final class Bar {
    long openAt;
    long closeAt;
    double open;
    double best;
    double worst;
    double close;
  }

  /// A position as it stands.
  ///
  /// @param now awaited, or how it ended
  Position(Terms terms, Exit now) {
    this.terms = terms;
    exit = now;
    open = now instanceof Exit.Awaited;
    sold = now instanceof Exit.Awaited(int parts) ? parts : 0;
    stop = terms.stop;
    peak = terms.high;
    next = next();
  }

  private double next() {
    return sold < terms.levels.length ? terms.levels[sold] : Double.POSITIVE_INFINITY;
  }

  /// Whether something is held still.
  boolean isOpen() {
    return open;
  }

  /// The ratio under which no candle does anything to it, as long as it stays above [#below].
  double above() {
    return terms.trail > 0 ? peak : next;
  }

  /// The ratio above which no candle does anything to it, as long as it stays under [#above].
  double below() {
    return stop;
  }

  Exit exit() {
    return open ? new Exit.Awaited(sold) : exit;
  }

  /// Goes through a whole candle.
  void see(Bar bar) {
    if (!open || (bar.best < above() && bar.worst > stop)) {
      return;
    }
    sellUpTo(bar.open, bar.closeAt);
    if (open && terms.trail > 0) {
      peak = Math.max(peak, bar.open);
      stop = terms.trail * peak;
    }
    if (open && bar.worst <= stop) {
      Exit.Reason reason = bar.best >= next ? Exit.Reason.AMBIGUOUS : Exit.Reason.STOP;
      leave(reason, bar.closeAt, fill(Math.min(stop, bar.open), bar.close));
    }
    if (open) {
      sellUpTo(bar.best, bar.closeAt);
    }
    if (open && terms.trail > 0) {
      trail(bar);
    }
  }

  /// A stop that the high has lifted above the close was met on the way down to it.
  private void trail(Bar bar) {
    peak = Math.max(peak, bar.best);
    stop = terms.trail * peak;
    if (bar.close <= stop) {
      leave(Exit.Reason.STOP, bar.closeAt, fill(stop, bar.close));
    }
  }

  private double fill(double at, double close) {
    return close < stop / 2 ? Math.min(at, close) : at;
  }

  private void sellUpTo(double ratio, long at) {
    while (ratio >= next) {
      sold++;
      next = next();
    }
    if (sold == terms.parts) {
      end(Exit.Reason.TAKE_PROFIT, at, banked());
    }
  }

  private double banked() {
    double banked = 0;
    for (int i = 0; i < sold; i++) {
      banked += terms.proceeds[i];
    }
    return banked;
  }

  /// Sells the rest, if there is any.
  void leave(Exit.Reason reason, long at, double ratio) {
    if (open) {
      double rest = (terms.parts - sold) / (double) terms.parts;
      end(reason, at, banked() + terms.costs.gross(ratio, rest));
    }
  }

  private void end(Exit.Reason reason, long at, double gross) {
    open = false;
    exit = new Exit.Done(Instant.ofEpochMilli(at), reason, gross);
  }
}
