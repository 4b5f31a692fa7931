package io.assay.core.chance;

/// The logarithm of the gamma function, by Lanczos (g = 7, nine terms).
final class Gamma {
  private static final double[] LANCZOS = {
    0.9999999999998099,
    676.5203681218851,
    -1259.1392167224028,
    771.3234287776531,
    -176.6150291621406,
    12.507343278686905,
    -0.13857109526572012,
    9.984369578019572e-6,
    1.5056327351493116e-7
  };
  private static final double HALF_LOG_TWO_PI = 0.9189385332046728;

  private Gamma() {}

  /// ln Γ(x).
  ///
  /// @param x ≥ 0.5
  static double log(double x) {
    double sum = LANCZOS[0];
    for (int i = 1; i < LANCZOS.length; i++) {
      sum += LANCZOS[i] / (x - 1 + i);
    }
    double base = x + 6.5;
    return HALF_LOG_TWO_PI + (x - 0.5) * StrictMath.log(base) - base + StrictMath.log(sum);
  }

  /// ln (n over k), the number of ways to choose `k` of `n`.
  ///
  /// @param k 0..n
  static double logChoose(long n, long k) {
    return log(n + 1.0) - log(k + 1.0) - log(n - k + 1.0);
  }
}
