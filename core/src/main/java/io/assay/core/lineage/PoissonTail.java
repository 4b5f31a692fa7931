package io.assay.core.lineage;

/// The upper tail of the Poisson distribution, summed from its largest term on (Abramowitz and
/// Stegun 26.1.22), with the logarithm of the factorial by Stirling's series (6.1.41).
final class PoissonTail {
  private static final double HALF_LOG_TWO_PI = 0.9189385332046728;
  private static final double NOTHING = 1e-17;

  /// From here on Stirling's series is right to fourteen digits.
  private static final int LARGE = 16;

  private PoissonTail() {}

  /// P(X ≥ count) where so many are expected.
  ///
  /// @param count ≥ 0
  /// @param expected ≥ 0
  static double atLeast(long count, double expected) {
    if (count <= 0) {
      return 1;
    }
    if (expected <= 0) {
      return 0;
    }
    return count > expected
        ? StrictMath.min(1, upward(count, expected))
        : StrictMath.max(0, 1 - downward(count - 1, expected));
  }

  /// P(X ≥ count), where terms fall.
  private static double upward(long count, double expected) {
    double term = term(count, expected);
    double sum = 0;
    for (long k = count; term > NOTHING * sum; k++) {
      sum += term;
      term *= expected / (k + 1);
    }
    return sum;
  }

  /// P(X ≤ count), where terms fall towards zero.
  private static double downward(long count, double expected) {
    double term = term(count, expected);
    double sum = 0;
    for (long k = count; k >= 0 && term > NOTHING * sum; k--) {
      sum += term;
      term *= k / expected;
    }
    return sum;
  }

  private static double term(long count, double expected) {
    return StrictMath.exp(count * StrictMath.log(expected) - expected - logFactorial(count));
  }

  private static double logFactorial(long n) {
    if (n < LARGE) {
      double product = 1;
      for (int i = 2; i <= n; i++) {
        product *= i;
      }
      return StrictMath.log(product);
    }
    double x = n + 1.0;
    double square = x * x;
    double series = (1 / 12.0 - (1 / 360.0 - 1 / (1260 * square)) / square) / x;
    return (x - 0.5) * StrictMath.log(x) - x + HALF_LOG_TWO_PI + series;
  }
}
