package io.assay.core.reputation;

/// What a call did for the log wealth of a bettor who stakes a tenth on every call: `u = ln(1 +
/// 0.10·(R − 1))` for a net gross return `R`. Kept in whole billionths, so that sums are exact and
/// their order is of no account. A total loss is `ln 0.9`: finite, since the stake is under one.
public final class Utility {
  /// Ratio of the wealth that is staked on each call.
  public static final double STAKE = 0.10;

  /// Units in one unit of log wealth.
  public static final double SCALE = 1e9;

  /// A higher return is a flaw of the data; it counts as this one, so that no sum overflows.
  static final double MOST_RETURN = 1e9;

  /// The worst that a call without a price can have been: a total loss.
  public static final long MISSING_WORST = fixed(StrictMath.log(1 - STAKE));

  /// No call counts as more than a hundred times its stake on top of it where returns are averaged.
  static final double MOST_EXCESS = 100;

  /// The best that a call without a price can have been: the take-profit of the reference barrier.
  public static final long MISSING_BEST = fixed(StrictMath.log(1 + 0.5 * STAKE));

  static final long MOST = of(MOST_RETURN);

  private Utility() {}

  /// The utility of a return.
  ///
  /// @param gross what came back of each unit staked, after costs: 1.5 is +50 %, ≥ 0
  /// @return units of 1e-9
  /// @throws IllegalArgumentException if it is negative or no number
  public static long of(double gross) {
    if (!(gross >= 0)) {
      throw new IllegalArgumentException("a gross return is at least zero, not " + gross);
    }
    double counted = StrictMath.min(gross, MOST_RETURN);
    return fixed(StrictMath.log(1 + STAKE * (counted - 1)));
  }

  /// The square of a utility, rounded by itself to units of 1e-9.
  static long squared(long utility) {
    if (utility < MISSING_WORST || utility > MOST) {
      throw new IllegalArgumentException("no return has the utility " + utility);
    }
    return (long) StrictMath.rint((double) utility * utility / SCALE);
  }

  /// What came back above the stake, `R − 1`, at most [#MOST_EXCESS]: units of 1e-9, within 5 of
  /// them for returns near the stake, since the utility is rounded itself.
  static long excess(long utility) {
    double excess = StrictMath.expm1(utility / SCALE) / STAKE;
    return fixed(StrictMath.min(excess, MOST_EXCESS));
  }

  private static long fixed(double value) {
    return (long) StrictMath.rint(value * SCALE);
  }
}
