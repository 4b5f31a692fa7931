package io.assay.core.foresight;

import io.assay.core.reputation.ExpectedRoi;
import java.util.List;

/// Whether the channels that called a coin did so to the same end.
public sealed interface Consensus {
  /// At least two channels have settled calls of it.
  ///
  /// @param channels with at least one settled call of the coin
  /// @param strength `|Σ w·sign(gain)| / Σ w` over these channels' expectations, ratio in 0..1: 1
  ///   where all point one way. A channel's weight is what its expectation has learned, `1 −
  ///   0.9^n`, so that one with many calls does not outvote all others
  /// @param gain `Σ w·gain / Σ w`, ratio of the stake
  record Among(int channels, double strength, double gain) implements Consensus {
    /// In words: `weak` under a third, `moderate` under two thirds, else `strong`.
    public String word() {
      return strength < 1 / 3.0 ? "weak" : strength < 2 / 3.0 ? "moderate" : "strong";
    }
  }

  /// Fewer than two channels have settled calls of it.
  record Nobody() implements Consensus {}

  /// The consensus of the channels' expectations of one coin.
  ///
  /// @param channels in an order that is always the same; those without a settled call do not count
  static Consensus of(List<ExpectedRoi> channels) {
    int counted = 0;
    double weights = 0;
    double signs = 0;
    double gains = 0;
    for (ExpectedRoi one : channels) {
      if (one.n() > 0) {
        double weight = 1 - StrictMath.pow(1 - ExpectedRoi.ALPHA, (double) one.n());
        counted++;
        weights += weight;
        signs += weight * StrictMath.signum(one.gain());
        gains += weight * one.gain();
      }
    }
    return counted < 2
        ? new Nobody()
        : new Among(counted, StrictMath.abs(signs) / weights, gains / weights);
  }
}
