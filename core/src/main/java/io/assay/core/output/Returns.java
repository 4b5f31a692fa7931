package io.assay.core.output;

import java.util.Arrays;

/// What a channel's mature calls gave a follower who used the reference exit, costs off.
///
/// @param n calls that are at least seven days old and whose exit is known
/// @param wins how many of them took their profit
/// @param mean ratio: 0.1 is +10 %; 0 where there is none
/// @param median the same
public record Returns(long n, long wins, double mean, double median) {
  static final Returns NONE = new Returns(0, 0, 0, 0);

  static Returns of(double[] returns, long wins) {
    int n = returns.length;
    if (n == 0) {
      return NONE;
    }
    double[] sorted = returns.clone();
    Arrays.sort(sorted);
    double sum = 0;
    for (double one : sorted) {
      sum += one;
    }
    double median = n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    return new Returns(n, wins, sum / n, median);
  }

  /// Whether there is anything to tell of.
  public boolean isEmpty() {
    return n == 0;
  }

  /// Share of wins, 0..1.
  public double winRate() {
    return n == 0 ? 0 : (double) wins / n;
  }
}
