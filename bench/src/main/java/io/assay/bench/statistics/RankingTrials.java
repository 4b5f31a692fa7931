package io.assay.bench.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

/// T1, T3, T4 and T5: whether channels come in the order of their skill, and intervals hold it.
final class RankingTrials {
  private static final long SEED = 42_000;
  private static final int CHANNELS = 200;

  /// A hundred of these are seven days old after sixty days.
  private static final int POSTED = 113;

  private final Skill skill;
  private final Board board;

  RankingTrials(Skill skill, Board board) {
    this.skill = skill;
    this.board = board;
  }

  void report() {
    List<Ranking> normal = play(20, normal(0.30));
    rank(normal);
    cover(normal);
    List<Ranking> archetypes = play(40, Population::archetypes);
    peaks(archetypes);
    unequal(archetypes.subList(0, 20));
  }

  private Ranking.Draw normal(double k) {
    return population -> population.normal(CHANNELS, POSTED, k, skill);
  }

  private List<Ranking> play(int seeds, Ranking.Draw draw) {
    return LongStream.range(SEED, SEED + seeds)
        .parallel()
        .mapToObj(seed -> Ranking.of(seed, skill, draw))
        .toList();
  }

  private static double[] each(List<Ranking> worlds, ToDoubleFunction<Ranking> figure) {
    return worlds.stream().mapToDouble(figure).toArray();
  }

  private static double mean(List<Ranking> worlds, ToDoubleFunction<Ranking> figure) {
    return Ranks.mean(each(worlds, figure));
  }

  private static double least(List<Ranking> worlds, ToDoubleFunction<Ranking> figure) {
    return Arrays.stream(each(worlds, figure)).min().orElse(Double.NaN);
  }

  private void rank(List<Ranking> worlds) {
    board.title("T1: 200 channels, 100 mature calls each, normal skill with k = 0.30, 20 seeds");
    double rho = mean(worlds, Ranking::byLower);
    double ceiling = Ranks.ceiling(0.30, mean(worlds, Ranking::nEff));
    board.atLeast("mean rho of the lower bound", rho, 0.92);
    board.atLeast("the same over rho_max", rho / ceiling, 0.97);
    beside(worlds, "T1");
    for (double k : new double[] {0.25, 0.20, 0.10}) {
      List<Ranking> harder = play(20, normal(k));
      board.say(
          "  at k = %.2f: rho %.3f of rho_max %.3f; intervals that hold the truth %.4f",
          k,
          mean(harder, Ranking::byLower),
          Ranks.ceiling(k, mean(harder, Ranking::nEff)),
          mean(harder, Ranking::covered) / CHANNELS);
    }
  }

  /// What else would have ranked, on the same data.
  private void beside(List<Ranking> worlds, String name) {
    board.say(
        "  %s: k %.3f (of the worlds drawn), n_eff %.1f, rho_max %.3f",
        name,
        mean(worlds, Ranking::k),
        mean(worlds, Ranking::nEff),
        mean(worlds, Ranking::ceiling));
    board.say(
        "  rho by lower bound %.3f (least %.3f), by posterior mean %.3f",
        mean(worlds, Ranking::byLower),
        least(worlds, Ranking::byLower),
        mean(worlds, Ranking::byMean));
    board.say(
        "  others on the same data: ATH hit rate %.3f, plain mean %.3f, Wilson on wins %.3f, Wilson"
            + " on the wins left standing %.3f",
        mean(worlds, world -> world.byPeer(Peer::hitRate)),
        mean(worlds, world -> world.byPeer(Peer::meanGain)),
        mean(worlds, world -> world.byPeer(Peer::wilson)),
        mean(worlds, world -> world.byPeer(Peer::visibleWilson)));
  }

  private void cover(List<Ranking> worlds) {
    board.title("T3: 4,000 intervals of T1");
    double all = mean(worlds, Ranking::covered) / CHANNELS;
    board.atLeast("intervals that hold the truth, not fewer", all, 0.935);
    board.atMost("intervals that hold the truth, not more", all, 0.965);
    double leaders =
        mean(worlds, Ranking::leadersCovered) / mean(worlds, world -> world.leaders().size());
    board.atLeast("those of the best tenth by lower bound", leaders, 0.90);
  }

  private void peaks(List<Ranking> worlds) {
    board.title("T4: archetypes A, 40 seeds, beside what counts peaks");
    board.atLeast(
        "rho(lower) - rho(ATH >= 2x), least of all seeds",
        least(worlds, world -> world.byLower() - world.byPeer(Peer::hitRate)),
        0.25);
    beside(worlds, "A");
  }

  private void unequal(List<Ranking> worlds) {
    board.title("T5: archetypes A, 23 to 200 calls, 20 seeds");
    double lower = mean(worlds, Ranking::byLower);
    double mean = mean(worlds, Ranking::byMean);
    board.atLeast("mean rho of the lower bound", lower, 0.78);
    board.atLeast("mean rho of the posterior mean", mean, 0.81);
    board.atLeast("the one over the other", lower / mean, 0.94);
    beside(worlds, "A");
    board.say(
        "  single runs with rho >= 0.8: %.0f %% by lower bound, %.0f %% by mean",
        100 * mean(worlds, world -> world.byLower() >= 0.8 ? 1 : 0),
        100 * mean(worlds, world -> world.byMean() >= 0.8 ? 1 : 0));
  }
}
