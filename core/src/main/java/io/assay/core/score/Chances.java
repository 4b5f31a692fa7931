package io.assay.core.score;

import io.assay.core.score.Experience.Spread;
import io.assay.core.score.Ripening.Wins;
import io.assay.core.score.Ripening.Wins.Count;

/// The calibrated chance that a call wins, learned from calls that had matured before.
///
/// ```
/// luck (the fair game) → all calls → calls of the same tenth of the score → + the channel's own
/// ```
///
/// The first three are beta-binomial estimates, each the prior of the next: (wins + k · prior) /
/// (calls + k), so that whatever has few calls stays close to what is known of more. The channel
/// adds by how much its calls have won more often than calls of such scores do: (wins − expected) /
/// (calls + k). It is measured against the scores of its own calls, since what it is good for is in
/// its score too and must not count twice.
///
/// A k says how many calls weigh as much as the prior: p(1 − p)/τ² for a spread τ of true rates.
/// How much tenths and channels differ is learned too, see [Experience.Spread]: where they do not,
/// nothing is made of what chance has given them.
public final class Chances {
  /// Tenths of the score.
  public static final int BINS = 10;

  /// Units in one expected win.
  static final double UNIT = 1e9;

  private static final double ALL = 100;

  /// What is granted before anything is known: tenths that differ by 5 points, channels by 7.
  private static final double TENTH = 100;

  private static final double CHANNEL = 50;

  /// Nothing is more certain than this, or than its reverse.
  private static final double MOST = 0.99;

  private Chances() {}

  /// The tenth of a score.
  ///
  /// @param points 0 to 100
  public static int bin(double points) {
    return (int) StrictMath.min(BINS - 1, points / BINS);
  }

  /// The chance of a new call.
  ///
  /// @param fair win rate of luck, 0 to 1
  /// @param all what calls have taught
  /// @param own wins of the channel's calls
  /// @param today what has matured before it counts
  /// @param bin of its score
  public static Chance.Told of(double fair, Experience all, Ripening own, long today, int bin) {
    Wins tenths = all.tenths().asOf(today);
    double any = estimate(tenths.all(), ALL, fair);
    double alike = certain(estimate(tenths.in(bin), spread(tenths, any).weight(TENTH), any));
    Count calls = own.asOf(today).all();
    double more = calls.wins() - calls.expected() / UNIT;
    double added = more / (calls.calls() + all.channels().weight(CHANNEL));
    return new Chance.Told(certain(alike + added), alike);
  }

  private static double estimate(Count count, double weight, double prior) {
    return (count.wins() + weight * prior) / (count.calls() + weight);
  }

  private static Spread spread(Wins tenths, double any) {
    Spread sum = Spread.NONE;
    for (Count tenth : tenths.bins().values()) {
      sum = sum.plus(Spread.of(tenth.calls(), tenth.wins() - any * tenth.calls()));
    }
    return sum;
  }

  private static double certain(double chance) {
    return StrictMath.clamp(chance, 1 - MOST, MOST);
  }

  /// A call's chance among those of such a score, in whole units.
  public static long expected(Chance.Told told) {
    return (long) StrictMath.rint(told.alike() * UNIT);
  }
}
