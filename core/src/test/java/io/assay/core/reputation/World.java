package io.assay.core.reputation;

import io.assay.core.message.ChannelId;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Channels of known skill: every call wins or loses half, and a channel's skill is its win rate.
final class World {
  static final long TODAY = 20_000;

  /// Luck without costs.
  static final double LUCK = FairGame.of(0).growth();

  private final Map<DayKey, DayCell> cells = new HashMap<>();
  private final Map<ChannelId, Double> growth = new TreeMap<>();
  private final Random random;

  World(long seed) {
    random = new Random(seed);
  }

  /// Adds a channel with this many calls over the last 60 days.
  void add(double winRate, int calls) {
    ChannelId channel = new ChannelId(1 + growth.size());
    growth.put(channel, winRate * StrictMath.log(1.05) + (1 - winRate) * StrictMath.log(0.95));
    for (int i = 0; i < calls; i++) {
      double gross = random.nextDouble() < winRate ? 1.5 : 0.5;
      DayKey key = new DayKey(channel, "solana/MICRO", TODAY - random.nextInt(60));
      cells.merge(key, DayCell.EMPTY.plus(Utility.of(gross)), DayCell::plus);
    }
  }

  double gaussian() {
    return random.nextGaussian();
  }

  double growth(ChannelId channel) {
    return growth.getOrDefault(channel, Double.NaN);
  }

  Map<ChannelId, Judged> judged() {
    return Judgements.of(cells, TODAY, LUCK);
  }

  static boolean is(Judged judged, Verdict verdict) {
    return judged.verdict() == verdict;
  }
}
