package io.assay.core.reputation;

import io.assay.core.chance.FalseDiscovery;
import io.assay.core.message.ChannelId;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/// The rigorous judgement of all channels at once, skill minus luck, as of a day. The same cells
/// give the same bits, in whatever order they come.
///
/// Ranks go by the lower bound of the shrunk posterior. Verdicts do not: taken from a shrunk bound
/// they let through nearly twice the false discoveries that they may. What is missing is never left
/// out: it widens the interval and stands against the verdict.
public final class Judgements {
  private static final double FALSE_SHARE = 0.05;
  private static final double WORST = Utility.MISSING_WORST / Utility.SCALE;
  private static final double BEST = Utility.MISSING_BEST / Utility.SCALE;

  private Judgements() {}

  /// Judges every channel that has a mature call, priced or not, on or before the day.
  ///
  /// @param cells sums of all channels, since they are compared with each other; later days are not
  ///   looked at
  /// @param asOf days since 1970 in UTC
  /// @param baseline mean utility per call of luck: [FairGame#growth], or the cohort's mean
  /// @return by channel, in order of their ids
  /// @throws IllegalArgumentException if the baseline is not finite
  public static SortedMap<ChannelId, Judged> of(
      Map<DayKey, DayCell> cells, long asOf, double baseline) {
    if (!Double.isFinite(baseline)) {
      throw new IllegalArgumentException("luck has a finite growth, not " + baseline);
    }
    List<ChannelDays> channels = ChannelDays.of(cells, asOf);
    Spread spread = Spread.of(channels);
    return judged(
        channels.stream().map(days -> Profile.of(days, spread.of(days), baseline)).toList(),
        baseline);
  }

  private static SortedMap<ChannelId, Judged> judged(List<Profile> profiles, double baseline) {
    Posterior posterior =
        Posterior.of(profiles.stream().filter(Profile::hasPrices).map(Profile::estimate).toList());
    Set<ChannelId> better = discovered(profiles, Judged.Tails::better);
    Set<ChannelId> worse = discovered(profiles, Judged.Tails::worse);
    SortedMap<ChannelId, Judged> judged = new TreeMap<>();
    for (Profile profile : profiles) {
      ChannelId channel = profile.channel();
      Judged.Growth growth =
          profile.hasPrices()
              ? bounded(posterior.growth(profile.estimate()), profile.sample().missingShare())
              : unknown(baseline);
      Verdict verdict = profile.proven() ? Verdict.LUCK : Verdict.UNPROVEN;
      if (better.contains(channel)) {
        verdict = Verdict.BETTER;
      } else if (worse.contains(channel)) {
        verdict = Verdict.WORSE;
      }
      judged.put(channel, new Judged(channel, profile.sample(), growth, profile.tails(), verdict));
    }
    return Collections.unmodifiableSortedMap(judged);
  }

  /// The channels with enough calls whose p-value in this tail is a discovery.
  private static Set<ChannelId> discovered(
      List<Profile> profiles, ToDoubleFunction<Judged.Tails> tail) {
    List<Profile> proven = profiles.stream().filter(Profile::proven).toList();
    double[] p = proven.stream().mapToDouble(one -> tail.applyAsDouble(one.tails())).toArray();
    boolean[] rejected = FalseDiscovery.rejected(p, FALSE_SHARE);
    Set<ChannelId> discovered = new HashSet<>();
    for (int i = 0; i < rejected.length; i++) {
      if (rejected[i]) {
        discovered.add(proven.get(i).channel());
      }
    }
    return discovered;
  }

  /// The interval, opened by what the missing share may have been: the lower bound as if it had all
  /// been lost, the upper as if it had all been won (Manski's bounds).
  private static Judged.Growth bounded(Judged.Growth known, double missing) {
    double lower = (1 - missing) * known.lower() + missing * WORST;
    double upper = (1 - missing) * known.upper() + missing * BEST;
    return new Judged.Growth(
        known.mean(), StrictMath.min(known.lower(), lower), StrictMath.max(known.upper(), upper));
  }

  /// Where no call has a price: luck's mean, and all that can be.
  private static Judged.Growth unknown(double baseline) {
    return new Judged.Growth(
        baseline, StrictMath.min(baseline, WORST), StrictMath.max(baseline, BEST));
  }
}
