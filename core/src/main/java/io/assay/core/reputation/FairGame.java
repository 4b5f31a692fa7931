package io.assay.core.reputation;

import io.assay.core.call.Barrier;

/// What luck gives under a barrier policy and its costs: the value that a channel must beat.
///
/// The barriers of the house are on the follower's *net* return: out at net `1 + up`, out at net `1
/// − down`. A fair price gives back `1 − c` on average whatever the exit (optional stopping), so
/// `p·(1 + up) + (1 − p)·(1 − down) = 1 − c`, thus `p = (down − c) / (up + down)`. The textbook
/// form puts the barriers on the gross price and takes the costs off afterwards: then `p` is one
/// half and costs lower both prizes. Both lose `c` on average; in log wealth they are 0.00001
/// (costs of 0.6 %) to 0.00005 (2.6 %) apart.
///
/// Exact for continuous paths. Jumps, rugs and time-outs move the win rate by a few points, and the
/// growth hardly. Never derived from the volatility inside an outcome's own window: the outcome is
/// in it.
///
/// @param winRate zero-edge share of wins, ratio in 0..1
/// @param growth zero-edge mean utility per call, in log wealth; below zero
public record FairGame(double winRate, double growth) {
  /// Luck under the reference barrier.
  ///
  /// @param cost ratio of the stake that a round trip costs, in 0..1
  public static FairGame of(double cost) {
    return of(Barrier.REFERENCE, cost);
  }

  /// Luck under any barrier.
  ///
  /// @param cost ratio of the stake that a round trip costs, in 0..1
  /// @throws IllegalArgumentException if the cost is not in 0..1
  public static FairGame of(Barrier barrier, double cost) {
    if (!(cost >= 0 && cost <= 1)) {
      throw new IllegalArgumentException("a cost is a ratio in 0..1, not " + cost);
    }
    double rate = StrictMath.max(0, (barrier.down() - cost) / (barrier.up() + barrier.down()));
    return new FairGame(
        rate, rate * logWealth(barrier.up()) + (1 - rate) * logWealth(-barrier.down()));
  }

  /// Variance of the utility of a single zero-edge call.
  double variance() {
    double span = logWealth(Barrier.REFERENCE.up()) - logWealth(-Barrier.REFERENCE.down());
    return winRate * (1 - winRate) * span * span;
  }

  private static double logWealth(double gain) {
    return StrictMath.log(1 + Utility.STAKE * gain);
  }
}
