package io.assay.core.foresight;

import io.assay.core.reputation.ExpectedRoi;

/// What an expected return suggests, in the words of the tables `channel_coin_performance` and
/// `coin_cross_channel`.
///
/// The yardstick is how far an expectation strays by luck alone. A call of the reference exit
/// varies by some half of its stake, so that after `n` calls the expectation has a standard error
/// of `se = 0.5·√(α/(2 − α)·(1 − (1 − α)^{2n}))`, 0.05 after one call and at most 0.115. One of
/// them makes a lean, two a plain word. Thousands of pairs of channel and coin are looked at, so
/// many of them stray that far: whether a channel is better than luck is said by its verdict, never
/// by this.
public enum Recommendation {
  /// Two standard errors or more above nothing.
  FOLLOW("follow"),
  /// One or more.
  LEAN_FOLLOW("lean to follow"),
  /// Within one.
  NEUTRAL("neutral"),
  /// One or more below.
  LEAN_AVOID("lean to avoid"),
  /// Two or more.
  AVOID("avoid"),
  /// Fewer than five settled calls.
  TOO_FEW("too few calls");

  private static final long LEAST_CALLS = 5;
  private static final double DEVIATION = 0.5;

  private final String word;

  Recommendation(String word) {
    this.word = word;
  }

  /// As it is shown: `lean to follow`.
  public String word() {
    return word;
  }

  /// What is recommended of an expectation.
  public static Recommendation of(ExpectedRoi expected) {
    if (expected.n() < LEAST_CALLS) {
      return TOO_FEW;
    }
    double errors = expected.gain() / error(expected.n());
    if (StrictMath.abs(errors) < 1) {
      return NEUTRAL;
    }
    if (errors > 0) {
      return errors >= 2 ? FOLLOW : LEAN_FOLLOW;
    }
    return errors <= -2 ? AVOID : LEAN_AVOID;
  }

  /// Standard error of an expectation that has learned from so many calls of luck.
  static double error(long calls) {
    double alpha = ExpectedRoi.ALPHA;
    double learned = 1 - StrictMath.pow(1 - alpha, 2.0 * calls);
    return DEVIATION * StrictMath.sqrt(alpha / (2 - alpha) * learned);
  }
}
