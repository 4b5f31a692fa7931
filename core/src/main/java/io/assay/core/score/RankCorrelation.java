package io.assay.core.score;

import java.util.Arrays;

/// Spearman's rank correlation: Pearson's of the ranks, where ties share the mean of theirs
/// (Kendall and Gibbons, "Rank Correlation Methods", 1990, ch. 3). Ranks are doubled and summed as
/// whole numbers, so that nothing is rounded before the last step.
final class RankCorrelation {
  private RankCorrelation() {}

  /// The correlation, −1 to 1; NaN where all of one side are alike, or there are fewer than two.
  ///
  /// @param one and `other`: what is paired, of one length
  static double of(double[] one, double[] other) {
    long[] x = ranks(one);
    long[] y = ranks(other);
    long mean = one.length + 1L; // of doubled ranks
    long covariance = 0;
    long ofOne = 0;
    long ofOther = 0;
    for (int i = 0; i < x.length; i++) {
      covariance += (x[i] - mean) * (y[i] - mean);
      ofOne += (x[i] - mean) * (x[i] - mean);
      ofOther += (y[i] - mean) * (y[i] - mean);
    }
    if (ofOne == 0 || ofOther == 0) {
      return Double.NaN;
    }
    return covariance / (StrictMath.sqrt((double) ofOne) * StrictMath.sqrt((double) ofOther));
  }

  /// Twice the rank of each value, from 2; ties get twice the mean of their ranks.
  private static long[] ranks(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    long[] ranks = new long[values.length];
    for (int i = 0; i < values.length; i++) {
      int some = Arrays.binarySearch(sorted, values[i]);
      int first = some;
      int last = some;
      while (first > 0 && same(sorted[first - 1], values[i])) {
        first--;
      }
      while (last < sorted.length - 1 && same(sorted[last + 1], values[i])) {
        last++;
      }
      ranks[i] = first + last + 2L;
    }
    return ranks;
  }

  private static boolean same(double one, double other) {
    return Double.compare(one, other) == 0;
  }
}
