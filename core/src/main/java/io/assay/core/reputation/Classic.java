package io.assay.core.reputation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// The classic composite of a channel, for continuity with the tools that came before: win rate at
/// 0.30, mean return at 0.25, Sharpe ratio at 0.20, speed at 0.15 and confidence at 0.10, each
/// mapped to 0..100. It knows nothing of luck, and ranks nothing.
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
    double[] confidence = ClassicParts.confidence(settled);
    return of(
        new Figures(
            settled.size(),
            settled.stream().filter(Realised::win).count(),
            ClassicParts.mean(gains),
            ClassicParts.deviation(gains),
            ClassicParts.medianDays(settled.stream().map(Realised::held).toList()),
            confidence.length == 0 ? Double.NaN : ClassicParts.mean(confidence)));
  }

  /// What a composite is made of, however it was summed.
  ///
  /// @param settled calls, ≥ 1
  /// @param meanGain ratio of the stake
  /// @param deviation of the gains, with n − 1; NaN of a single call
  /// @param medianDays from entry to exit
  /// @param confidence mean of those that were scored, ratio; NaN where none was
  record Figures(
      int settled,
      long wins,
      double meanGain,
      double deviation,
      double medianDays,
      double confidence) {}

  /// Rates a channel by its figures.
  static Classic of(Figures figures) {
    double known =
        0.30 * (100.0 * figures.wins / figures.settled)
            + 0.25 * ClassicParts.clamp(50 * figures.meanGain)
            + 0.20 * ClassicParts.sharpe(figures.meanGain, figures.deviation)
            + 0.15 * ClassicParts.speed(figures.medianDays);
    double score =
        Double.isNaN(figures.confidence) ? known / 0.90 : known + 0.10 * 100 * figures.confidence;
    double clamped = ClassicParts.clamp(score);
    return new Rated(clamped, figures.settled, Tier.of(clamped, figures.settled));
  }

  /// Rates each part of a channel's calls by itself, such as each size tier or each chain. A part
  /// with few calls is [Tier#UNPROVEN] though the whole is not.
  ///
  /// @param settled calls of the channel
  /// @param part which part a call belongs to
  /// @param realised what it gave
  /// @return by part, in the parts' own order; none for parts without calls
  static <C, K extends Comparable<? super K>> SortedMap<K, Classic> by(
      Collection<C> settled, Function<? super C, K> part, Function<? super C, Realised> realised) {
    SortedMap<K, List<Realised>> parts = new TreeMap<>();
    for (C call : settled) {
      parts.computeIfAbsent(part.apply(call), _ -> new ArrayList<>()).add(realised.apply(call));
    }
    SortedMap<K, Classic> rated = new TreeMap<>();
    parts.forEach((key, calls) -> rated.put(key, of(calls)));
    return Collections.unmodifiableSortedMap(rated);
  }

  /// The tier that is shown: unproven under ten settled calls.
  Tier tier();
}
