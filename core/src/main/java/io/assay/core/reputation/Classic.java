package io.assay.core.reputation;

import java.util.List;

/// The classic composite of a channel, for continuity with the tools that came before: 0.30 win
/// rate
/// + 0.25 mean return + 0.20 Sharpe ratio + 0.15 speed + 0.10 confidence, each mapped to 0..100. It
///   knows nothing of luck, and ranks nothing.
public sealed interface Classic {
  /// There are settled calls to rate.
  ///
  /// @param score 0..100
  /// @param settled calls that it rests on, ≥ 1
  record Rated(double score, int settled, Tier tier) implements Classic {}

  /// No call has settled.
  record Unrated() implements Classic {
    @Override
    public Tier tier() {
      return Tier.UNPROVEN;
    }
  }

  /// Rates a channel, or the part of it that belongs to one size tier.
  ///
  /// The parts: wins in percent; mean gain × 50; mean gain over its standard deviation × 50; 100
  /// where the median call was out within a day, falling straight to 0 at 30 days; mean confidence
  /// × 100. A single call has no Sharpe ratio and gets 0 for it; several that all gained the same
  /// get 100 if it was a gain, else 0. If no call was scored, confidence is unknown, not zero: the
  /// other weights then make up the whole.
  static Classic of(List<Realised> settled) {
    if (settled.isEmpty()) {
      return new Unrated();
    }
    double[] gains = settled.stream().mapToDouble(ClassicParts::gain).toArray();
    double known =
        0.30 * ClassicParts.winRate(settled)
            + 0.25 * ClassicParts.meanGain(gains)
            + 0.20 * ClassicParts.sharpe(gains)
            + 0.15 * ClassicParts.speed(settled.stream().map(Realised::held).toList());
    double[] confidence = ClassicParts.confidence(settled);
    double score =
        confidence.length == 0 ? known / 0.90 : known + 0.10 * 100 * ClassicParts.mean(confidence);
    double clamped = ClassicParts.clamp(score);
    return new Rated(clamped, settled.size(), Tier.of(clamped, settled.size()));
  }

  /// The tier that is shown: unproven under ten settled calls.
  Tier tier();
}
