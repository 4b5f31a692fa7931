package io.assay.bench.statistics;

import io.assay.core.message.ChannelId;
import io.assay.core.reputation.Badge;
import io.assay.core.reputation.Judged;
import io.assay.core.reputation.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

/// T2: whether luck alone is called skill, and whether skill is found.
final class DiscoveryTrials {
  private static final long SEED = 42_000;
  private static final int SEEDS = 100;
  private static final int CHANNELS = 200;
  private static final int SKILLED = 40;
  private static final int FEW = 30;
  private static final int MANY = 113;
  private static final int ORIGINALS = 20;

  private final Board board;

  DiscoveryTrials(Board board) {
    this.board = board;
  }

  /// What was called better in one world.
  ///
  /// @param raw by the same p-values without control of false discoveries
  /// @param wilson by a lower bound of the wins that is above luck's
  /// @param badges earned on any day
  /// @param ever an anytime-valid p-value of 5 % or less on any day
  private record Found(Count better, Count raw, Count wilson, Count badges, Count ever) {}

  /// @param right with skill
  /// @param wrong without
  private record Count(int right, int wrong) {
    boolean any() {
      return right + wrong > 0;
    }

    double falseShare() {
      return any() ? (double) wrong / (right + wrong) : 0;
    }
  }

  void report() {
    luck();
    mixed();
    copies();
  }

  private void luck() {
    board.title("T2a: 200 channels of luck alone, 100 seeds");
    for (int posted : new int[] {FEW, MANY}) {
      List<Found> worlds = play(0, posted);
      board.atMost(
          "seeds with any BETTER, " + posted + " posted",
          sum(worlds, world -> world.better().any() ? 1 : 0),
          10);
      board.say(
          "  without control of false discoveries %.1f channels a world are called better, by"
              + " Wilson on wins %.1f",
          sum(worlds, world -> world.raw().wrong()) / SEEDS,
          sum(worlds, world -> world.wilson().wrong()) / SEEDS);
      board.atMost(
          "channels with p_t <= .05 on any of 60 days, " + posted + " posted",
          sum(worlds, world -> world.ever().wrong()) / SEEDS / CHANNELS,
          0.05);
      board.say(
          "  seeds with any badge on any day %.0f",
          sum(worlds, world -> world.badges().any() ? 1 : 0));
    }
  }

  private void mixed() {
    board.title("T2b, T2c: 160 channels of luck and 40 of skill, 100 seeds");
    for (int posted : new int[] {FEW, MANY}) {
      List<Found> worlds = play(SKILLED, posted);
      board.atMost(
          "mean share of false discoveries, " + posted + " posted",
          sum(worlds, world -> world.better().falseShare()) / SEEDS,
          0.06);
      board.atLeast(
          "share of the 40 that is found, " + posted + " posted",
          sum(worlds, world -> world.better().right()) / SEEDS / SKILLED,
          posted == MANY ? 0.70 : 0.15);
      board.say(
          "  false share without control %.3f (finds %.2f), by Wilson on wins %.3f (finds %.2f), of"
              + " badges %.3f (finds %.2f)",
          sum(worlds, world -> world.raw().falseShare()) / SEEDS,
          sum(worlds, world -> world.raw().right()) / SEEDS / SKILLED,
          sum(worlds, world -> world.wilson().falseShare()) / SEEDS,
          sum(worlds, world -> world.wilson().right()) / SEEDS / SKILLED,
          sum(worlds, world -> world.badges().falseShare()) / SEEDS,
          sum(worlds, world -> world.badges().right()) / SEEDS / SKILLED);
    }
  }

  private void copies() {
    board.title("T2b, copies: 20 channels of luck and nine exact copies of each, 100 seeds");
    for (int posted : new int[] {FEW, MANY}) {
      List<World> originals = seeds(random -> world(random, 0, ORIGINALS, posted));
      board.atMost(
          "seeds with any BETTER, echoes not tallied, " + posted + " posted",
          anyBetter(originals),
          10);
      board.atMost(
          "seeds with any BETTER, nobody saw the echoes, " + posted + " posted",
          anyBetter(originals.parallelStream().map(one -> one.copied(10)).toList()),
          10);
    }
  }

  private static long anyBetter(List<World> worlds) {
    return worlds.parallelStream()
        .filter(world -> world.judged().values().stream().anyMatch(DiscoveryTrials::isBetter))
        .count();
  }

  private static boolean isBetter(Judged judged) {
    return judged.verdict() == Verdict.BETTER;
  }

  @FunctionalInterface
  private interface Play<T> {
    T play(SplittableRandom random);
  }

  private static <T> List<T> seeds(Play<T> play) {
    return LongStream.range(SEED, SEED + SEEDS)
        .parallel()
        .mapToObj(seed -> play.play(new SplittableRandom(seed)))
        .toList();
  }

  private static List<Found> play(int skilled, int posted) {
    return seeds(random -> found(world(random, skilled, CHANNELS - skilled, posted), skilled));
  }

  private static World world(SplittableRandom random, int skilled, int lucky, int posted) {
    Population population = new Population(random);
    List<Caller> callers = new ArrayList<>(population.skilled(skilled, posted));
    callers.addAll(population.lucky(lucky, posted));
    return World.play(random, callers, false);
  }

  private static Found found(World world, int skilled) {
    SortedMap<ChannelId, Badge> badges = world.badges();
    int[] right = new int[5];
    int[] wrong = new int[5];
    for (Map.Entry<ChannelId, Judged> one : world.judged().entrySet()) {
      Badge badge = Objects.requireNonNull(badges.get(one.getKey()));
      boolean[] called = {
        isBetter(one.getValue()),
        one.getValue().tails().better() < 0.025,
        world.peer(one.getKey()).wilson() > World.LUCK.winRate(),
        badge.earned() instanceof Badge.Earned.On,
        badge.p() <= 0.05
      };
      int[] counts = one.getKey().value() <= skilled ? right : wrong;
      for (int i = 0; i < called.length; i++) {
        counts[i] += called[i] ? 1 : 0;
      }
    }
    Count[] counts = new Count[right.length];
    Arrays.setAll(counts, i -> new Count(right[i], wrong[i]));
    return new Found(counts[0], counts[1], counts[2], counts[3], counts[4]);
  }

  private static double sum(List<Found> worlds, ToDoubleFunction<Found> figure) {
    return worlds.stream().mapToDouble(figure).sum();
  }
}
