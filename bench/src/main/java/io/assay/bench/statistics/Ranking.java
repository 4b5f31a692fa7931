package io.assay.bench.statistics;

import io.assay.core.message.ChannelId;
import io.assay.core.reputation.Judged;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/// How one world is ranked, by Assay and by others, beside its truth.
///
/// @param truth `θ_c − θ_0` of every channel, in order of their ids
/// @param judged of every channel that has a mature call
/// @param k standard deviation of `θ` over that of a call
record Ranking(double[] truth, double[] growth, List<Judged> judged, List<Peer> peers, double k) {
  static Ranking of(long seed, Skill skill, Draw draw) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Caller> callers = draw.draw(new Population(random));
    World world = World.play(random, callers, true);
    List<Judged> judged = new ArrayList<>();
    List<Peer> peers = new ArrayList<>();
    double[] truth = new double[callers.size()];
    double[] growth = new double[callers.size()];
    int known = 0;
    for (Map.Entry<ChannelId, Judged> one : world.judged().entrySet()) {
      Caller caller = callers.get((int) one.getKey().value() - 1);
      growth[known] = skill.growth(caller.volatility(), caller.drift());
      truth[known] = growth[known] - skill.luck(caller.volatility());
      known++;
      judged.add(one.getValue());
      peers.add(world.peer(one.getKey()));
    }
    if (known != callers.size()) {
      throw new IllegalStateException("of " + callers.size() + " channels " + known + " judged");
    }
    double k = Ranks.deviation(growth) / skill.fair().deviation();
    return new Ranking(truth, growth, judged, peers, k);
  }

  /// Makes the channels of a world.
  @FunctionalInterface
  interface Draw {
    List<Caller> draw(Population population);
  }

  double byLower() {
    return by(one -> one.growth().lower());
  }

  double byMean() {
    return by(one -> one.growth().mean());
  }

  private double by(ToDoubleFunction<Judged> value) {
    return Ranks.correlation(truth, judged.stream().mapToDouble(value).toArray());
  }

  /// The same of what others count.
  double byPeer(ToDoubleFunction<Peer> value) {
    return Ranks.correlation(truth, peers.stream().mapToDouble(value).toArray());
  }

  /// Effective number of calls, as it counts in errors: one over the mean of `1/n_eff`.
  double nEff() {
    return 1 / judged.stream().mapToDouble(j -> 1 / j.sample().nEff()).average().orElse(0);
  }

  double ceiling() {
    return Ranks.ceiling(k, nEff());
  }

  /// How many intervals hold the truth.
  long covered() {
    long covered = 0;
    for (int i = 0; i < growth.length; i++) {
      covered += isCovered(i) ? 1 : 0;
    }
    return covered;
  }

  /// How many of the best tenth, by lower bound.
  long leadersCovered() {
    return leaders().stream().filter(this::isCovered).count();
  }

  List<Integer> leaders() {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < growth.length; i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingDouble(i -> -judged.get(i).growth().lower()));
    return order.subList(0, growth.length / 10);
  }

  private boolean isCovered(int i) {
    Judged.Growth interval = judged.get(i).growth();
    return interval.lower() <= growth[i] && growth[i] <= interval.upper();
  }
}
