package io.assay.bench.statistics;

import java.util.SplittableRandom;

/// A made-up market in which prices are fair but for the skill of the caller.
///
/// A price is looked at every 30 minutes up to 24 hours and every 2 hours up to 7 days. It moves by
/// a diffusion whose daily volatility is the channel's, times `exp(N(−.03, .25²))` a call; by
/// jumps, half a one a day, of standard deviation 0.4 in log price; and it is rugged with a chance
/// of 10 % on the first day and 40 % by the thirtieth. Drift makes up for all three, so that
/// without skill `E[price] = 1` at any time. Skill is a log drift over the first 24 hours.
final class Market {
  /// Ratio of the proceeds that a round trip costs.
  static final double COST = 0.026;

  private static final int EARLY_STEPS = 48;
  private static final int STEPS = EARLY_STEPS + 72;
  private static final double FIRST_DAY_HAZARD = -Math.log(0.9);
  private static final double LATER_HAZARD = Math.log(0.9 / 0.6) / 29;
  private static final double JUMPS_A_DAY = 0.5;
  private static final double JUMP_SD = 0.4;
  private static final double JUMP_DRIFT = JUMPS_A_DAY * (Math.exp(JUMP_SD * JUMP_SD / 2) - 1);
  private static final double UP = Math.log(1.5);
  private static final double DOWN = Math.log(0.5);

  private Market() {}

  /// What came of a call.
  ///
  /// @param gross what came back of each unit staked at +50 before −50, after costs
  /// @param win whether the take-profit came first
  /// @param peak highest price over that of the entry, ≥ 1; of a course that was cut at its exit,
  ///   up to there
  record Course(double gross, boolean win, double peak) {}

  /// Plays one token.
  ///
  /// @param volatility of the channel's tokens a day, ratio
  /// @param drift of skill, in log price over the first 24 hours
  /// @param whole whether to go on after the exit, for the peak
  static Course play(SplittableRandom random, double volatility, double drift, boolean whole) {
    double vol = volatility * Math.exp(-0.03 + 0.25 * random.nextGaussian());
    double rug = exponential(random);
    double jump = exponential(random) / JUMPS_A_DAY;
    double log = 0;
    double peak = 0;
    double hazard = 0;
    double day = 0;
    double gross = Double.NaN;
    boolean win = false;
    for (int step = 0; step < STEPS; step++) {
      boolean early = step < EARLY_STEPS;
      double length = early ? 1.0 / 48 : 1.0 / 12;
      double danger = length * (early ? FIRST_DAY_HAZARD : LATER_HAZARD);
      hazard += danger;
      day += length;
      if (hazard >= rug) {
        return new Course(Double.isNaN(gross) ? 0 : gross, win, Math.exp(peak));
      }
      log += danger - (vol * vol / 2 + JUMP_DRIFT) * length + (early ? drift * length : 0);
      log += vol * Math.sqrt(length) * random.nextGaussian();
      while (jump < day) {
        log += JUMP_SD * random.nextGaussian();
        jump += exponential(random) / JUMPS_A_DAY;
      }
      peak = Math.max(peak, log);
      if (Double.isNaN(gross) && (log >= UP || log <= DOWN || step == STEPS - 1)) {
        gross = Math.exp(log) * (1 - COST);
        win = log >= UP;
        if (!whole) {
          break;
        }
      }
    }
    return new Course(gross, win, Math.exp(peak));
  }

  private static double exponential(SplittableRandom random) {
    return -Math.log(1 - random.nextDouble());
  }
}
