package io.assay.sim.truth;

import java.util.Arrays;
import java.util.Comparator;

/// How well two orders agree.
public final class Ranks {
  private Ranks() {}

  /// Spearman's rank correlation: the correlation of ranks, equal values having the mean of theirs.
  ///
  /// @return −1..1; NaN where there are fewer than two pairs, or one of the orders has no order
  public static double correlation(double[] one, double[] other) {
    if (one.length != other.length) {
      throw new IllegalArgumentException("ranks are compared pair by pair");
    }
    double[] a = ranks(one);
    double[] b = ranks(other);
    double middle = (a.length - 1) / 2.0;
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (a[i] - middle) * (b[i] - middle);
      aa += (a[i] - middle) * (a[i] - middle);
      bb += (b[i] - middle) * (b[i] - middle);
    }
    return ab / StrictMath.sqrt(aa * bb);
  }

  private static double[] ranks(double[] values) {
    Integer[] order = new Integer[values.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
    double[] ranks = new double[values.length];
    int from = 0;
    while (from < order.length) {
      int to = from + 1;
      while (to < order.length && values[order[to]] == values[order[from]]) {
        to++;
      }
      for (int i = from; i < to; i++) {
        ranks[order[i]] = (from + to - 1) / 2.0;
      }
      from = to;
    }
    return ranks;
  }
}
