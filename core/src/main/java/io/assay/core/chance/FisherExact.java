package io.assay.core.chance;

/// Fisher's exact test of a table of two by two, one-sided (R. A. Fisher, *The Design of
/// Experiments*, 1935). With the sums of rows and columns fixed and no connection between them, the
/// upper left count is hypergeometric; the p-value is the chance of a count at least as great.
public final class FisherExact {
  private FisherExact() {}

  /// P(X ≥ a) for the table
  ///
  /// ```
  /// a  b
  /// c  d
  /// ```
  ///
  /// Small where the first row is found in the first column more often than chance puts it there.
  /// One where a row or a column is empty: then there is nothing to compare.
  ///
  /// @return ratio in 0..1
  /// @throws IllegalArgumentException if a count is negative
  public static double greater(long a, long b, long c, long d) {
    if (a < 0 || b < 0 || c < 0 || d < 0) {
      throw new IllegalArgumentException(
          "counts are not negative: " + a + ", " + b + ", " + c + ", " + d);
    }
    long row = a + b;
    long otherRow = c + d;
    long column = a + c;
    if (a == StrictMath.max(0, column - otherRow)) {
      return 1; // no table with these sums has fewer
    }
    double whole = Gamma.logChoose(row + otherRow, column);
    double tail = 0;
    for (long x = StrictMath.min(row, column); x >= a; x--) {
      double ways = Gamma.logChoose(row, x) + Gamma.logChoose(otherRow, column - x);
      tail += StrictMath.exp(ways - whole);
    }
    return StrictMath.min(1, tail);
  }
}
