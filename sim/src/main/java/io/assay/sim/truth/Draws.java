package io.assay.sim.truth;

import io.assay.sim.Chance;
import io.assay.sim.market.Law;

/// Common random numbers: the chance of a bundle of tokens, the same for every channel, so that
/// channels differ by what they know and not by luck. Steps are an hour on the first day and four
/// hours from then on.
final class Draws {
  static final int TOKENS = 1_000;
  static final int STEPS = 24 + 36;

  private static final int FINE_STEPS = 24;
  private static final long PART = 30_000_000L;
  private static final double FINE = 1.0 / 24;
  private static final double COARSE = 4.0 / 24;

  /// Per token: by whose exponential its volatility differs.
  final double[] spread = new double[TOKENS];

  /// Per token: days from the call to its rug.
  final double[] rugDays = new double[TOKENS];

  /// Per token and step: a standard normal.
  final float[] normals = new float[TOKENS * STEPS];

  /// Per token and step: the jump before the step, 0 for nearly all.
  final float[] jumps = new float[TOKENS * STEPS];

  /// Per token and step: an exponential of mean 1. A barrier is met inside the step where this is
  /// larger than minus the log of how likely that is.
  final float[] stops = new float[TOKENS * STEPS];

  /// The same for the other barrier.
  final float[] takes = new float[TOKENS * STEPS];

  Draws(long seed, int bundle) {
    Chance chance = Chance.of(seed, PART + bundle);
    for (int token = 0; token < TOKENS; token++) {
      spread[token] = Law.VOLATILITY_SHIFT + Law.VOLATILITY_SPREAD * chance.polarNormal();
      rugDays[token] = Law.rugAfter(chance.exponential());
      for (int step = 0; step < STEPS; step++) {
        int at = token * STEPS + step;
        normals[at] = (float) chance.polarNormal();
        stops[at] = (float) chance.exponential();
        takes[at] = (float) chance.exponential();
        jumps[at] = jump(days(step), chance);
      }
    }
  }

  private static float jump(double days, Chance chance) {
    double sum = 0;
    double until = chance.exponential();
    while (until < Law.JUMPS_A_DAY * days) {
      sum += Law.JUMP * chance.polarNormal();
      until += chance.exponential();
    }
    return (float) sum;
  }

  /// Length of a step in days.
  static double days(int step) {
    return step < FINE_STEPS ? FINE : COARSE;
  }

  /// Days from the call until a step begins.
  static double since(int step) {
    return Math.min(step, FINE_STEPS) * FINE + Math.max(0, step - FINE_STEPS) * COARSE;
  }
}
