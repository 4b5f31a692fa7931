package io.assay.core.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// How far chances that were told can be relied on.
///
/// @param n how many
/// @param baseRate share of wins among them, 0 to 1; NaN of none
/// @param brier mean of (chance − outcome)², 0 (perfect) to 1 (Brier, "Verification of forecasts
///   expressed in terms of probability", 1950); NaN of none
/// @param skill how much better that is than telling the base rate each time
/// @param curve what came of the chances in each tenth that has any, lowest first
public record Reliability(long n, double baseRate, double brier, Skill skill, List<Point> curve) {
  private static final int BINS = 10;
  private static final double NORMAL_95 = 1.959963984540054;

  /// The Brier skill score: 1 − brier / brier of the base rate. The base rate is that of these very
  /// outcomes, which nobody knew beforehand, so that no credit is given for having learned it.
  ///
  /// @param value at most 1; 0 is no better than the base rate
  /// @param lower and `upper`: its 95 % interval; all three NaN where it cannot be told
  public record Skill(double value, double lower, double upper) {
    static final Skill NONE = new Skill(Double.NaN, Double.NaN, Double.NaN);
  }

  /// Chances of one tenth.
  ///
  /// @param mean of the chances
  /// @param rate share of wins that came of them
  public record Point(double mean, double rate, long n) {}

  public Reliability {
    curve = List.copyOf(curve);
  }

  /// The reliability of forecasts, in whatever order.
  public static Reliability of(List<Forecast> forecasts) {
    List<Forecast> sorted = new ArrayList<>(forecasts);
    sorted.sort(
        Comparator.comparingLong(Forecast::day)
            .thenComparingDouble(Forecast::chance)
            .thenComparing(Forecast::win));
    int n = sorted.size();
    if (n == 0) {
      return new Reliability(0, Double.NaN, Double.NaN, Skill.NONE, List.of());
    }
    double base = (double) sorted.stream().filter(Forecast::win).count() / n;
    double sum = 0;
    for (Forecast forecast : sorted) {
      sum += square(forecast, forecast.chance());
    }
    return new Reliability(n, base, sum / n, skill(sorted, base), curve(sorted));
  }

  private static double square(Forecast forecast, double told) {
    double off = told - (forecast.win() ? 1 : 0);
    return off * off;
  }

  /// The ratio of two sums, with the variance of its linear form over days (Cochran, "Sampling
  /// Techniques", 1977, §6.4 and §9A): calls of a day share the market, so that days, and not
  /// calls, are drawn independently.
  private static Skill skill(List<Forecast> sorted, double base) {
    SortedMap<Long, double[]> days = new TreeMap<>();
    for (Forecast forecast : sorted) {
      double[] day = days.computeIfAbsent(forecast.day(), _ -> new double[2]);
      day[0] += square(forecast, base) - square(forecast, forecast.chance());
      day[1] += square(forecast, base);
    }
    double better = 0;
    double reference = 0;
    for (double[] day : days.values()) {
      better += day[0];
      reference += day[1];
    }
    if (reference == 0 || days.size() < 2) {
      return Skill.NONE;
    }
    double value = better / reference;
    double squares = 0;
    for (double[] day : days.values()) {
      double off = day[0] - value * day[1];
      squares += off * off;
    }
    double clusters = days.size();
    double error = StrictMath.sqrt(squares * clusters / (clusters - 1)) / reference;
    return new Skill(value, value - NORMAL_95 * error, value + NORMAL_95 * error);
  }

  private static List<Point> curve(List<Forecast> sorted) {
    double[] chances = new double[BINS];
    long[] wins = new long[BINS];
    long[] calls = new long[BINS];
    for (Forecast forecast : sorted) {
      int bin = (int) StrictMath.min(BINS - 1, forecast.chance() * BINS);
      chances[bin] += forecast.chance();
      wins[bin] += forecast.win() ? 1 : 0;
      calls[bin]++;
    }
    List<Point> curve = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      if (calls[bin] > 0) {
        double n = calls[bin];
        curve.add(new Point(chances[bin] / n, wins[bin] / n, calls[bin]));
      }
    }
    return curve;
  }
}
