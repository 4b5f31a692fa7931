package io.assay.core.chance;

import java.util.Arrays;

/// Control of the share of false discoveries among many tests (Benjamini and Hochberg 1995).
public final class FalseDiscovery {
  private FalseDiscovery() {}

  /// Which null hypotheses are rejected: all with a p-value up to the largest `p₍ₖ₎ ≤ level·k/m`.
  ///
  /// @param p one p-value a test
  /// @param level the false share that is put up with, ratio
  public static boolean[] rejected(double[] p, double level) {
    double[] sorted = p.clone();
    Arrays.sort(sorted);
    int discoveries = sorted.length;
    while (discoveries > 0 && sorted[discoveries - 1] > level * discoveries / sorted.length) {
      discoveries--;
    }
    boolean[] rejected = new boolean[p.length];
    for (int i = 0; discoveries > 0 && i < p.length; i++) {
      rejected[i] = p[i] <= sorted[discoveries - 1];
    }
    return rejected;
  }
}
