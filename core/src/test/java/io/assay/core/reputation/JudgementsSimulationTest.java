package io.assay.core.reputation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the judgement finds where the truth is known. All figures are over many worlds: one world
/// says nothing of a method.
class JudgementsSimulationTest {
  private static final int CHANNELS = 60;

  @Test
  void luckAlone_hardlyEverLooksBetter() {
    int worldsWithAny = 0;
    for (int seed = 0; seed < 40; seed++) {
      World world = new World(seed);
      for (int i = 0; i < CHANNELS; i++) {
        world.add(0.5, 40);
      }
      boolean any =
          world.judged().values().stream()
              .anyMatch(j -> World.is(j, Verdict.BETTER) || World.is(j, Verdict.WORSE));
      worldsWithAny += any ? 1 : 0;
    }
    // Two tails of 5 % each: four of forty are expected.
    assertThat(worldsWithAny).isBetween(0, 8);
  }

  @Test
  void skill_isFound_andFewOfTheFindingsAreFalse() {
    int found = 0;
    int skilled = 0;
    double falseShare = 0;
    int worlds = 20;
    for (int seed = 100; seed < 100 + worlds; seed++) {
      World world = new World(seed);
      for (int i = 0; i < CHANNELS; i++) {
        world.add(i < 12 ? 0.72 : 0.5, 100);
      }
      List<Judged> better =
          world.judged().values().stream().filter(j -> World.is(j, Verdict.BETTER)).toList();
      long right = better.stream().filter(j -> j.channel().value() <= 12).count();
      found += (int) right;
      skilled += 12;
      falseShare += better.isEmpty() ? 0 : 1.0 * (better.size() - right) / better.size();
    }
    assertThat(found / (double) skilled).isGreaterThan(0.85);
    assertThat(falseShare / worlds).isLessThan(0.07);
  }

  @Test
  void intervals_coverTheTruth_alsoThoseOfLeaders() {
    int covered = 0;
    int all = 0;
    int leadersCovered = 0;
    int leaders = 0;
    for (int seed = 200; seed < 225; seed++) {
      World world = new World(seed);
      for (int i = 0; i < CHANNELS; i++) {
        world.add(Math.clamp(0.5 + 0.15 * world.gaussian(), 0.1, 0.9), 30 + i);
      }
      List<Judged> ranked = new ArrayList<>(world.judged().values());
      ranked.sort(Comparator.comparingDouble((Judged j) -> j.growth().lower()).reversed());
      covered += covered(world, ranked);
      leadersCovered += covered(world, ranked.subList(0, 6));
      all += ranked.size();
      leaders += 6;
    }
    assertThat(covered / (double) all).isBetween(0.93, 0.97);
    assertThat(leadersCovered / (double) leaders).isGreaterThan(0.9);
  }

  private static int covered(World world, List<Judged> judged) {
    int covered = 0;
    for (Judged one : judged) {
      double truth = world.growth(one.channel());
      covered += truth >= one.growth().lower() && truth <= one.growth().upper() ? 1 : 0;
    }
    return covered;
  }
}
