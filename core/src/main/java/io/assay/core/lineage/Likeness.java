package io.assay.core.lineage;

/// How alike two wordings are.
///
/// @param shared pairs of words that both samples have
/// @param of pairs of the smaller sample
/// @param weight pairs of the texts that one of the samples stands for, ≥ 1
/// @param figures that both give
/// @param ofFigures those of the text that gives fewer
record Likeness(int shared, int of, double weight, int figures, int ofFigures) {
  /// Pairs that a text must have to be told by: some five words.
  private static final int LEAST_PAIRS = 8;

  /// Pairs that must be shared, by estimate and in the sample: a phrase or two that everybody uses
  /// are none.
  private static final double LEAST_SHARED = 5;

  private static final int LEAST_SAMPLED = 3;

  /// The share of the smaller text's pairs from which on it is a retelling. Of the pairs of a copy
  /// half stay where three words in ten were exchanged, and a third where four were. People's own
  /// words about one coin share few, even where one sentence in four is a stock phrase of both.
  static final double LEAST_SHARE = 0.35;

  /// Figures of which half must agree. Two posts made by one bot have the same words; they are one
  /// post only if they tell the same numbers.
  private static final int LEAST_FIGURES = 3;

  /// The share of the smaller text that is in the larger one too, 0 to 1: whole, that a promotion
  /// was added to it makes no difference.
  double share() {
    return of == 0 ? 0 : (double) shared / of;
  }

  /// Whether one of the texts retells the other.
  boolean isRetelling() {
    return of * weight >= LEAST_PAIRS
        && shared * weight >= LEAST_SHARED
        && shared >= LEAST_SAMPLED
        && share() >= LEAST_SHARE
        && (ofFigures < LEAST_FIGURES || 2 * figures >= ofFigures);
  }
}
