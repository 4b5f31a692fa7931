package io.assay.core.chance;

/// The standard normal distribution (West, "Better approximations to cumulative normal functions",
/// Wilmott 2005, after Hart 1968). Absolute error below 1e-14.
public final class Normal {
  private static final double[] ABOVE = {
    3.52624965998911e-2,
    0.700383064443688,
    6.37396220353165,
    33.912866078383,
    112.079291497871,
    221.213596169931,
    220.206867912376
  };
  private static final double[] BELOW = {
    8.83883476483184e-2,
    1.75566716318264,
    16.064177579207,
    86.7807322029461,
    296.564248779674,
    637.333633378831,
    793.826512519948,
    440.413735824752
  };
  private static final double FAR = 7.07106781186547;
  private static final double BEYOND_DOUBLES = 37;
  private static final double ROOT_TWO_PI = 2.506628274631;

  private Normal() {}

  /// P(Z ≤ z).
  public static double cdf(double z) {
    double tail = tail(StrictMath.abs(z));
    return z > 0 ? 1 - tail : tail;
  }

  private static double tail(double z) {
    if (z > BEYOND_DOUBLES) {
      return 0;
    }
    double bell = StrictMath.exp(-z * z / 2);
    if (z < FAR) {
      return bell * polynomial(ABOVE, z) / polynomial(BELOW, z);
    }
    double fraction = z + 1 / (z + 2 / (z + 3 / (z + 4 / (z + 0.65))));
    return bell / fraction / ROOT_TWO_PI;
  }

  private static double polynomial(double[] coefficients, double z) {
    double value = 0;
    for (double coefficient : coefficients) {
      value = value * z + coefficient;
    }
    return value;
  }
}
