package io.assay.adapters.market;

/// What waits for an answer, most urgent first.
public enum Priority {
  /// The entry of a call that has just been heard, or somebody at a terminal.
  LIVE,
  /// A checkpoint that has fallen due.
  CHECKPOINT,
  /// The price of something that is followed.
  REFRESH,
  /// History that nobody waits for.
  BACKFILL
}
