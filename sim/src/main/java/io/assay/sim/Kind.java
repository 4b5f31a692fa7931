package io.assay.sim;

/// What a simulated channel is like.
public enum Kind {
  /// What it calls rises more often than chance would have it.
  SKILLED,
  /// What it calls is as good as any.
  LUCKY,
  /// Buys first, calls into its own rise, and sells into its followers.
  PUMPER,
  /// No better than luck, and most of its losers are gone from the export.
  DELETER
}
