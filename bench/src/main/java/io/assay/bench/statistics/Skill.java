package io.assay.bench.statistics;

import io.assay.core.reputation.Utility;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// The truth about channels: mean utility a call, `θ`, by volatility and drift of skill. Measured
/// once on a grid, every point on the same made-up tokens (common random numbers), and interpolated
/// in between.
final class Skill {
  /// Tokens a point: the error of `θ` is 0.004 standard deviations of a call.
  private static final int TOKENS = 60_000;

  private static final long SEED = 7_000_000_000L;
  private static final double LEAST_VOLATILITY = 0.6;
  private static final int VOLATILITIES = 8;
  private static final double MOST_DRIFT = 3;
  private static final int DRIFTS = 61;
  private static final double STEP = 0.1;

  private final double[][] growth = new double[VOLATILITIES][DRIFTS];
  private final Moments fair;

  /// What calls without skill come to, at a volatility of 80 % a day.
  ///
  /// @param deviation of the utility of one call, `σ`
  /// @param winRate share of take-profits
  record Moments(double growth, double deviation, double winRate) {}

  private Skill() {
    IntStream.range(0, VOLATILITIES * DRIFTS)
        .parallel()
        .forEach(i -> growth[i / DRIFTS][i % DRIFTS] = point(i / DRIFTS, i % DRIFTS).growth());
    fair = point(2, DRIFTS / 2);
  }

  static Skill measure() {
    return new Skill();
  }

  private static Moments point(int volatility, int drift) {
    double sum = 0;
    double squares = 0;
    int wins = 0;
    for (int token = 0; token < TOKENS; token++) {
      Market.Course course =
          Market.play(
              new SplittableRandom(SEED + token),
              LEAST_VOLATILITY + STEP * volatility,
              STEP * drift - MOST_DRIFT,
              false);
      double utility = Utility.of(course.gross()) / Utility.SCALE;
      sum += utility;
      squares += utility * utility;
      wins += course.win() ? 1 : 0;
    }
    double mean = sum / TOKENS;
    double deviation = Math.sqrt(squares / TOKENS - mean * mean);
    return new Moments(mean, deviation, (double) wins / TOKENS);
  }

  Moments fair() {
    return fair;
  }

  /// `θ` of a channel.
  double growth(double volatility, double drift) {
    double row = inside((volatility - LEAST_VOLATILITY) / STEP, VOLATILITIES);
    double column = inside((drift + MOST_DRIFT) / STEP, DRIFTS);
    int v = Math.min((int) row, VOLATILITIES - 2);
    int d = Math.min((int) column, DRIFTS - 2);
    double low = between(growth[v][d], growth[v][d + 1], column - d);
    double high = between(growth[v + 1][d], growth[v + 1][d + 1], column - d);
    return between(low, high, row - v);
  }

  /// `θ_0` of a channel: what its tokens give without skill.
  double luck(double volatility) {
    return growth(volatility, 0);
  }

  /// The drift that makes a channel better than luck by so much.
  double drift(double volatility, double skill) {
    double wanted = luck(volatility) + skill;
    double low = -MOST_DRIFT;
    double high = MOST_DRIFT;
    for (int i = 0; i < 50; i++) {
      double middle = (low + high) / 2;
      if (growth(volatility, middle) < wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private static double inside(double position, int points) {
    if (position < -1e-9 || position > points - 1 + 1e-9) {
      throw new IllegalArgumentException("not on the grid of " + points + ": " + position);
    }
    return Math.clamp(position, 0.0, points - 1.0);
  }

  private static double between(double low, double high, double share) {
    return low + share * (high - low);
  }
}
