package io.assay.core.score;

import io.assay.core.score.Ripening.Wins;
import io.assay.core.score.Ripening.Wins.Count;

/// The calibrated chance that a call wins, learned from calls that had matured before: a chain of
/// beta-binomial estimates, each the prior of the next, so that whatever has few calls stays close
/// to what is known of more.
///
/// ```
/// luck (the fair game) → all calls → calls of the same tenth of the score → the channel's own calls
/// ```
///
/// An estimate is (wins + k · prior) / (calls + k). A k says how many calls weigh as much as the
/// prior: p(1 − p)/τ² − 1 for a spread τ of true rates. Channels that differ by 7 points have k =
/// 50, tenths of the score that differ by 5 points 100. Neither was fitted to any history.
///
/// A score tells by what became of calls with such a score, so that nothing here depends on how its
/// weights were chosen. The channel comes last and as a whole: what it is good for is in its score
/// too, and must not count twice.
public final class Chances {
  /// Tenths of the score.
  public static final int BINS = 10;

  private static final double ALL = 100;
  private static final double TENTH = 100;
  private static final double CHANNEL = 50;

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
  /// @param all wins of all calls by the tenth of their score
  /// @param own wins of the channel's calls
  /// @param bin of its score
  public static Chance of(double fair, Wins all, Count own, int bin) {
    double any = estimate(all.all(), ALL, fair);
    double alike = estimate(all.in(bin), TENTH, any);
    double win = estimate(own, CHANNEL, alike);
    return win > 0 && win < 1 ? new Chance.Told(win) : new Chance.Withheld();
  }

  private static double estimate(Count count, double weight, double prior) {
    return (count.wins() + weight * prior) / (count.calls() + weight);
  }
}
