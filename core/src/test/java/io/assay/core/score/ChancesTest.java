package io.assay.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.core.score.Experience.Spread;
import io.assay.core.score.Reliability.Skill;
import io.assay.core.score.Ripening.Wins.Count;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ChancesTest {
  private static final double FAIR = 0.494;
  private static final int CHANNELS = 100;
  private static final int DAYS = 200;
  private static final long TODAY = 9;

  private static double chance(Experience all, Ripening own, int bin) {
    return Chances.of(FAIR, all, own, TODAY, bin).win();
  }

  /// Calls that all matured on day 1.
  ///
  /// @param expected how many of them, by their scores
  private static Ripening calls(int bin, int calls, int wins, double expected) {
    Ripening ripening = Ripening.NONE;
    long each = (long) (expected * 1e9) / calls;
    for (int i = 0; i < calls; i++) {
      ripening = ripening.plus(bin, Count.of(i < wins, each), 1, TODAY);
    }
    return ripening;
  }

  private static Experience experience(int bin, int calls, int wins) {
    return new Experience(calls(bin, calls, wins, calls / 2.0), Spread.NONE);
  }

  @Test
  void of_whatNothingIsKnown_isLuck() {
    assertThat(chance(Experience.NONE, Ripening.NONE, 5)).isCloseTo(FAIR, within(1e-12));
  }

  /// All calls: (70 + 100 · .494)/200 = .597. That tenth: 100 calls won 10.3 more than that, so its
  /// weight is .25 over (10.3² − .25 · 100 + 25 000 · .25/100)/(10 000 + 25 000).
  @Test
  void of_aChain_goesFromLuckToAllToTheTenthToTheChannel() {
    Experience all = experience(3, 100, 70);
    double any = 0.597;
    double weight = 0.25 / ((10.3 * 10.3 - 25 + 62.5) / 35_000);
    double alike = (70 + weight * any) / (100 + weight);
    assertThat(chance(all, Ripening.NONE, 3)).isCloseTo(alike, within(1e-9));
    assertThat(chance(all, Ripening.NONE, 4)).isCloseTo(any, within(1e-12));
    Ripening own = calls(0, 50, 10, 24); // fourteen fewer than was to be expected
    assertThat(chance(all, own, 3)).isCloseTo(alike - 14.0 / 100, within(1e-9));
    assertThat(Chances.of(FAIR, all, own, TODAY, 3).alike()).isCloseTo(alike, within(1e-9));
  }

  @Test
  void of_nothingButWinsOrLosses_isNeverCertain() {
    Ripening allWon = calls(0, 1_000, 1_000, 500);
    Ripening allLost = calls(0, 1_000, 0, 500);
    assertThat(chance(experience(9, 1_000, 1_000), allWon, 9)).isEqualTo(0.99);
    assertThat(chance(experience(0, 1_000, 0), allLost, 0)).isCloseTo(0.01, within(1e-12));
    assertThat(Chances.of(0, Experience.NONE, Ripening.NONE, TODAY, 0).win())
        .isCloseTo(0.01, within(1e-12));
  }

  @Test
  void of_aChannelThatIsAsItsScoresSay_isWhatTheScoreSays() {
    Experience all = experience(7, 400, 280);
    double alike = Chances.of(FAIR, all, Ripening.NONE, TODAY, 7).alike();
    assertThat(chance(all, calls(0, 100, 66, 66), 7))
        .as("not counted twice")
        .isCloseTo(alike, within(1e-9));
  }

  @Test
  void of_whatHasNotMaturedYet_knowsNothing() {
    Ripening today = Ripening.NONE.plus(5, Count.of(true, 1), TODAY, TODAY);
    assertThat(chance(new Experience(today, Spread.NONE), today, 5)).isCloseTo(FAIR, within(1e-12));
  }

  @Test
  void bin_isTheTenthOfTheScore() {
    assertThat(Chances.bin(0)).isZero();
    assertThat(Chances.bin(9.99)).isZero();
    assertThat(Chances.bin(10)).isEqualTo(1);
    assertThat(Chances.bin(100)).isEqualTo(9);
  }

  /// Plays channels that call once a day each. What is told of a call rests on what had matured by
  /// then; a call's outcome is known at once, and it matures after seven days.
  ///
  /// @param odds of a win, by the channel's own skill in −1..1 and the call's score in 0..100
  private static List<Forecast> told(long seed, DoubleBinaryOperator odds) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] skills = new double[CHANNELS];
    Arrays.setAll(skills, _ -> random.nextDouble(-1, 1));
    Experience all = Experience.NONE;
    Ripening[] own = new Ripening[CHANNELS];
    Arrays.fill(own, Ripening.NONE);
    List<Forecast> told = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      for (int channel = 0; channel < CHANNELS; channel++) {
        double score = 100 * random.nextDouble();
        int bin = Chances.bin(score);
        Chance.Told chance = Chances.of(FAIR, all, own[channel], day, bin);
        boolean win = random.nextDouble() < odds.applyAsDouble(skills[channel], score);
        told.add(new Forecast(day + 7, chance.win(), win));
        Count count = Count.of(win, Chances.expected(chance));
        Ripening before = own[channel];
        own[channel] = before.plus(0, count, day + 7, day);
        all = all.with(all.tenths().plus(bin, count, day + 7, day), before, own[channel]);
      }
    }
    return told;
  }

  private static Reliability played(long seed, DoubleBinaryOperator odds) {
    return Reliability.of(told(seed, odds));
  }

  private static List<Skill> skills(DoubleBinaryOperator odds) {
    return LongStream.range(42_000, 42_006).mapToObj(seed -> played(seed, odds).skill()).toList();
  }

  /// The skill to be had is half a percent, and a world of 20,000 calls tells it to a quarter: one
  /// world in fifty does not show it. Six together do.
  @Test
  void of_channelsWithinTenPointsOfLuck_beatsTheBaseRate() {
    DoubleBinaryOperator odds = (skill, _) -> FAIR + 0.1 * skill;
    assertThat(skills(odds)).allMatch(skill -> skill.value() > 0);
    List<Forecast> all = new ArrayList<>();
    for (long world = 0; world < 6; world++) {
      for (Forecast one : told(42_000 + world, odds)) {
        all.add(new Forecast(one.day() + 1_000 * world, one.chance(), one.win()));
      }
    }
    assertThat(Reliability.of(all).skill().lower()).isPositive();
  }

  @Test
  void of_channelsTenPointsFromLuck_beatsTheBaseRateInEveryWorld() {
    assertThat(skills((skill, _) -> FAIR + 0.1 * Math.signum(skill)))
        .allMatch(skill -> skill.lower() > 0.01);
  }

  @Test
  void of_scoresThatTell_beatsTheBaseRateInEveryWorld() {
    assertThat(skills((_, score) -> FAIR + (score - 50) / 500))
        .allMatch(skill -> skill.lower() > 0);
  }

  @Test
  void of_noSkillAtAll_claimsNone() {
    assertThat(skills((_, _) -> FAIR))
        .allMatch(skill -> skill.lower() <= 0 && skill.value() > -0.01);
  }

  @Test
  void curve_ofChannelsThatDiffer_liesOnTheDiagonal() {
    Reliability reliability = played(42_000, (skill, _) -> FAIR + 0.1 * Math.signum(skill));
    assertThat(reliability.curve())
        .filteredOn(point -> point.n() >= 500)
        .hasSizeGreaterThanOrEqualTo(3)
        .allMatch(point -> Math.abs(point.rate() - point.mean()) < 0.04);
  }
}
