package io.assay.core.reputation;

import java.util.Map;
import java.util.SortedMap;

/// The decayed moments of one run of days: `w = 2^(−age/30 d)` for every call, age counted in days
/// of maturity (the seven days since the post are common to all, and cancel).
///
/// The scatter is `(n_eff − 1)·s²`, the degrees of freedom are `n_eff − 1`, as long as there are
/// fewer than two calls for each day that has any. Calls on one day share their market: from two a
/// day on, days are the unit. With `e_d = w_d·(Σu − n·ȳ)` of a day and `D = (Σ w_d·n_d)² / Σ
/// (w_d·n_d)²`, the decayed number of days, the variance of `ȳ` is `Σe_d² / (Σw)² · D/(D − 1)`;
/// `s²` is that times `n_eff`, and has `D − 1` degrees of freedom.
///
/// @param nEff `(Σw)² / Σw²`
/// @param mean decayed mean utility `ȳ`, in log wealth; zero where `nEff` is
/// @param weight `Σw`
/// @param scatter degrees of freedom times `s²`
/// @param freedom degrees of freedom of `s²`, ≥ 0
record Series(double nEff, double mean, double weight, double scatter, double freedom) {
  private static final double HALF_LIFE = 30;

  /// Beyond 25 years nothing decays further, so that no weight underflows.
  private static final double OLDEST = 9_000;

  /// The moments of the known calls of these days.
  ///
  /// @param days by epoch day, each not after `asOf`
  static Series of(SortedMap<Long, DayCell> days, long asOf) {
    double weight = 0;
    double weight2 = 0;
    double sum = 0;
    for (Map.Entry<Long, DayCell> day : days.entrySet()) {
      double w = weight(day.getKey(), asOf);
      weight += w * day.getValue().n();
      weight2 += w * w * day.getValue().n();
      sum += w * day.getValue().sum() / Utility.SCALE;
    }
    if (weight == 0) {
      return new Series(0, 0, 0, 0, 0);
    }
    double nEff = weight * weight / weight2;
    Series flat = new Series(nEff, sum / weight, weight, 0, 0);
    return crowded(days) ? flat.byDay(days, asOf) : flat.byCall(days, asOf);
  }

  /// The decayed number of missing calls.
  static double missing(SortedMap<Long, DayCell> days, long asOf) {
    double weight = 0;
    for (Map.Entry<Long, DayCell> day : days.entrySet()) {
      weight += weight(day.getKey(), asOf) * day.getValue().missing();
    }
    return weight;
  }

  private static double weight(long day, long asOf) {
    double age = StrictMath.min((double) asOf - day, OLDEST);
    return StrictMath.pow(2, -age / HALF_LIFE);
  }

  private static boolean crowded(SortedMap<Long, DayCell> days) {
    long calls = 0;
    long active = 0;
    for (DayCell cell : days.values()) {
      calls += cell.n();
      active += cell.n() > 0 ? 1 : 0;
    }
    return calls >= 2 * active;
  }

  private Series byCall(SortedMap<Long, DayCell> days, long asOf) {
    double squares = 0;
    for (Map.Entry<Long, DayCell> day : days.entrySet()) {
      DayCell cell = day.getValue();
      double around =
          (cell.squares() - 2 * mean * cell.sum()) / Utility.SCALE + cell.n() * mean * mean;
      squares += weight(day.getKey(), asOf) * around;
    }
    // Squares are rounded one by one, so a sum that ought to be zero can come out just below it.
    double scatter = StrictMath.max(0, nEff * squares / weight);
    return new Series(nEff, mean, weight, scatter, StrictMath.max(0, nEff - 1));
  }

  private Series byDay(SortedMap<Long, DayCell> days, long asOf) {
    double errors = 0;
    double dayWeights = 0;
    for (Map.Entry<Long, DayCell> day : days.entrySet()) {
      DayCell cell = day.getValue();
      double w = weight(day.getKey(), asOf);
      double error = w * (cell.sum() / Utility.SCALE - cell.n() * mean);
      errors += error * error;
      dayWeights += w * cell.n() * w * cell.n();
    }
    double effectiveDays = weight * weight / dayWeights;
    double scatter = effectiveDays * nEff * errors / (weight * weight);
    return new Series(nEff, mean, weight, scatter, StrictMath.max(0, effectiveDays - 1));
  }
}
