package io.assay.sim.market;

/// The law that all prices of the simulated market follow, that of the benchmark's simulation
/// (`statistics.md` §4): geometric Brownian motion with jumps and rugs. Without skill the price is
/// a fair game: jumps, rugs and volatility are compensated, so that the mean price stays where it
/// is.
public final class Law {
  /// Expected jumps a day.
  public static final double JUMPS_A_DAY = 0.5;

  /// Standard deviation of a jump of the log price, around zero.
  public static final double JUMP = 0.4;

  /// Mean of the normal by whose exponential a call's volatility differs from its channel's.
  public static final double VOLATILITY_SHIFT = -0.03;

  /// Standard deviation of that normal.
  public static final double VOLATILITY_SPREAD = 0.25;

  /// Rugs a day on the first day after a call: 10 % are rugged then.
  private static final double FIRST_HAZARD = -StrictMath.log(0.9);

  /// Rugs a day from then on: 40 % are rugged by day 30.
  private static final double LATER_HAZARD = (-StrictMath.log(0.6) - FIRST_HAZARD) / 29;

  private static final double JUMP_GAIN = JUMPS_A_DAY * StrictMath.expm1(JUMP * JUMP / 2);

  private Law() {}

  /// Expected rugs from the call until so many days after it; 0 before the call. As much log price
  /// compensates them, since a rug leaves nothing.
  public static double hazard(double days) {
    if (days <= 0) {
      return 0;
    }
    return days < 1 ? FIRST_HAZARD * days : FIRST_HAZARD + LATER_HAZARD * (days - 1);
  }

  /// After how many days the expected rugs are so many: the inverse of [#hazard].
  public static double rugAfter(double hazard) {
    return hazard < FIRST_HAZARD
        ? hazard / FIRST_HAZARD
        : 1 + (hazard - FIRST_HAZARD) / LATER_HAZARD;
  }

  /// What compensates volatility and jumps, in log price a day.
  public static double compensation(double volatility) {
    return -volatility * volatility / 2 - JUMP_GAIN;
  }
}
