package io.assay.core.reputation;

/// The classic tiers of a channel. The order is part of the format of what is written down.
public enum Tier {
  ELITE("Elite", 90),
  EXCELLENT("Excellent", 75),
  GOOD("Good", 60),
  AVERAGE("Average", 40),
  POOR("Poor", 20),
  UNRELIABLE("Unreliable", 0),
  /// Fewer than ten settled calls, whatever their score.
  UNPROVEN("Unproven", Double.POSITIVE_INFINITY);

  static final int LEAST_SETTLED = 10;

  private final String word;
  private final double from;

  Tier(String word, double from) {
    this.word = word;
    this.from = from;
  }

  /// As it is shown: `Elite`.
  public String word() {
    return word;
  }

  /// The tier of a composite score.
  ///
  /// @param score 0..100
  /// @param settled calls that it rests on
  static Tier of(double score, int settled) {
    if (settled < LEAST_SETTLED) {
      return UNPROVEN;
    }
    for (Tier tier : values()) {
      if (score >= tier.from) {
        return tier;
      }
    }
    return UNRELIABLE;
  }
}
