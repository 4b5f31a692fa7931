package io.assay.core.reputation;

/// Whether a channel's calls differ from luck. Says nothing of profit: a channel can be better than
/// luck and lose money to costs. The order is part of the format of what is written down.
public enum Verdict {
  /// Better than a fair game, with false discoveries held to 5 %, even if every call without a
  /// price had been a total loss.
  BETTER,
  /// Not told apart from a fair game.
  LUCK,
  /// Worse than a fair game, even if every call without a price had been a win.
  WORSE,
  /// Too few calls of late for any verdict: an effective number under 10.
  UNPROVEN
}
