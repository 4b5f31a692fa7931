package io.assay.core.chance;

/// Student's t distribution, through the regularised incomplete beta function: continued fraction
/// by Lentz's method (Abramowitz and Stegun 26.5.8, 26.7.1).
public final class StudentT {
  /// From here on the normal distribution is as good to seven digits.
  private static final double NEARLY_NORMAL = 1e7;

  private static final double TINY = 1e-300;
  private static final int MOST_TERMS = 10_000;

  private StudentT() {}

  /// P(T > t) with this many degrees of freedom.
  ///
  /// @param freedom > 0, whole or not
  public static double above(double t, double freedom) {
    if (freedom > NEARLY_NORMAL) {
      return Normal.cdf(-t);
    }
    double tail = beta(freedom / (freedom + t * t), freedom / 2, 0.5) / 2;
    return t > 0 ? tail : 1 - tail;
  }

  /// The regularised incomplete beta function I_x(a, b).
  static double beta(double x, double a, double b) {
    if (x <= 0 || x >= 1) {
      return x <= 0 ? 0 : 1;
    }
    double front =
        StrictMath.exp(
            Gamma.log(a + b)
                - Gamma.log(a)
                - Gamma.log(b)
                + a * StrictMath.log(x)
                + b * StrictMath.log1p(-x));
    // The fraction converges fast on one side of the mean only; the other is its mirror image.
    return x < (a + 1) / (a + b + 2)
        ? front * fraction(x, a, b) / a
        : 1 - front * fraction(1 - x, b, a) / b;
  }

  private static double fraction(double x, double a, double b) {
    double c = 1;
    double d = 1 / notZero(1 - (a + b) * x / (a + 1));
    double value = d;
    for (int m = 1; m <= MOST_TERMS; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / notZero(1 + even * d);
      c = notZero(1 + even / c);
      value *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / notZero(1 + odd * d);
      c = notZero(1 + odd / c);
      value *= d * c;
      if (StrictMath.abs(d * c - 1) < 1e-15) {
        break;
      }
    }
    return value;
  }

  private static double notZero(double value) {
    return StrictMath.abs(value) < TINY ? TINY : value;
  }
}
