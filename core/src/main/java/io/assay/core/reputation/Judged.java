package io.assay.core.reputation;

import io.assay.core.message.ChannelId;
import java.util.Objects;

/// What the calls of a channel are worth, as of a day.
///
/// @param growth what a bettor on this channel gains per call, shrunk towards the population: ranks
/// @param tails the unshrunk p-values behind the verdict
public record Judged(
    ChannelId channel, Sample sample, Growth growth, Tails tails, Verdict verdict) {
  public Judged {
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(sample, "sample");
    Objects.requireNonNull(growth, "growth");
    Objects.requireNonNull(tails, "tails");
    Objects.requireNonNull(verdict, "verdict");
  }

  /// Whether a bettor gains after costs, by the lower bound: a statement of its own, never merged
  /// with the verdict.
  public boolean makesMoney() {
    return growth.lower() > 0;
  }

  /// What a judgement rests on.
  ///
  /// @param n mature calls with a known return
  /// @param nEff how many calls of today they are worth, after decay: `(Σw)² / Σw²`, 0..n
  /// @param missingShare decayed share of mature calls that nobody has a price for, ratio in 0..1
  public record Sample(long n, double nEff, double missingShare) {}

  /// Mean utility per call, in log wealth of a bettor who stakes a tenth.
  ///
  /// @param mean the posterior's, over calls with a price
  /// @param lower its 2.5 % quantile, were all missing calls total losses: what channels are ranked
  ///   by
  /// @param upper its 97.5 % quantile, were all missing calls wins
  public record Growth(double mean, double lower, double upper) {
    /// The same as the percentage by which the bettor's wealth changes with each call.
    public Growth asPercent() {
      return new Growth(percent(mean), percent(lower), percent(upper));
    }

    private static double percent(double logWealth) {
      return 100 * StrictMath.expm1(logWealth);
    }
  }

  /// How likely luck would have done at least as well, or at most as well, by Student's t without
  /// shrinkage; each under the less favourable of leaving missing calls out and of counting them
  /// against the statement. One where there is nothing to test.
  public record Tails(double better, double worse) {
    static final Tails NONE = new Tails(1, 1);
  }
}
