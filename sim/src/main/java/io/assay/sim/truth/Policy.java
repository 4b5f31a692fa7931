package io.assay.sim.truth;

import io.assay.core.call.Barrier;
import io.assay.core.call.CallRules;
import io.assay.core.reputation.Utility;

/// What a bet on a call is: entry, exit and costs, those that calls are judged by.
///
/// @param entrySeconds after the call: a human's latency, and half a minute until the next candle
/// @param take log price at which the profit is taken
/// @param stop log price at which the loss is
/// @param left ratio that a round trip leaves of the stake
/// @param won utility of taking the profit
/// @param stopped utility of the stop, filled where it stands
/// @param lost utility of a rug
record Policy(
    double entrySeconds,
    double take,
    double stop,
    double left,
    double won,
    double stopped,
    double lost) {
  private static final double NEXT_CANDLE = 30;

  static Policy of(CallRules rules) {
    double left = 1 - rules.cost();
    return new Policy(
        rules.latency().toSeconds() + NEXT_CANDLE,
        StrictMath.log((1 + Barrier.REFERENCE.up()) / left),
        StrictMath.log((1 - Barrier.REFERENCE.down()) / left),
        left,
        utility(1 + Barrier.REFERENCE.up()),
        utility(1 - Barrier.REFERENCE.down()),
        utility(0));
  }

  /// Utility of leaving at a log price.
  double leftAt(double log) {
    return utility(left * StrictMath.exp(log));
  }

  private static double utility(double gross) {
    return Utility.of(gross) / Utility.SCALE;
  }
}
