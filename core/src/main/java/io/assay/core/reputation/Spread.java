package io.assay.core.reputation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The variance of a single call's utility that the channels of a pool have in common, `s_p²`: the
/// mean of theirs, weighted by degrees of freedom. A pool with less than one degree of freedom
/// borrows that of all pools, and where those have none either, a fair game's.
final class Spread {
  /// How many degrees of freedom the pool's variance is worth beside a channel's own.
  private static final double PRIOR_FREEDOM = 30;

  /// A spread of half a percent of wealth: a tenth of a fair game's. Calls that seem to vary less
  /// are too few or too alike to tell, and no interval may shrink to a point.
  private static final double LEAST_VARIANCE = 0.005 * 0.005;

  private final double everywhere;
  private final SortedMap<String, Double> pools = new TreeMap<>();

  private Spread(SortedMap<String, List<Series>> byPool) {
    List<Series> all = byPool.values().stream().flatMap(List::stream).toList();
    everywhere = pooled(all, FairGame.of(0).variance());
    byPool.forEach((pool, series) -> pools.put(pool, pooled(series, everywhere)));
  }

  /// Learns the variances.
  ///
  /// @param channels in an order that is always the same
  static Spread of(List<ChannelDays> channels) {
    SortedMap<String, List<Series>> byPool = new TreeMap<>();
    for (ChannelDays channel : channels) {
      channel
          .byPool()
          .forEach(
              (pool, series) -> byPool.computeIfAbsent(pool, _ -> new ArrayList<>()).add(series));
    }
    return new Spread(byPool);
  }

  /// `s_p²` for a channel: the mean of its pools', weighted by its calls in each.
  double of(ChannelDays channel) {
    double weight = 0;
    double sum = 0;
    for (Map.Entry<String, Series> pool : channel.byPool().entrySet()) {
      weight += pool.getValue().weight();
      sum += pool.getValue().weight() * pools.getOrDefault(pool.getKey(), everywhere);
    }
    return weight > 0 ? sum / weight : everywhere;
  }

  /// Degrees of freedom of a channel's shrunk variance.
  static double freedom(Series series) {
    return PRIOR_FREEDOM + series.freedom();
  }

  /// `v = s̃² / n_eff`: the variance of a channel's mean, its own scatter shrunk towards the
  /// pool's.
  static double ofMean(Series series, double pooled) {
    double shrunk = (PRIOR_FREEDOM * pooled + series.scatter()) / freedom(series);
    return shrunk / series.nEff();
  }

  private static double pooled(List<Series> series, double otherwise) {
    double scatter = 0;
    double freedom = 0;
    for (Series one : series) {
      scatter += one.scatter();
      freedom += one.freedom();
    }
    double variance = freedom < 1 ? otherwise : scatter / freedom;
    return StrictMath.max(variance, LEAST_VARIANCE);
  }
}
