package io.assay.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.core.score.Reliability.Skill;
import io.assay.core.score.Ripening.Wins;
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

  private static double chance(Wins all, Count own, int bin) {
    return Chances.of(FAIR, all, own, bin).win();
  }

  private static Wins wins(int bin, int calls, int wins) {
    Ripening ripening = Ripening.NONE;
    for (int i = 0; i < calls; i++) {
      ripening = ripening.plus(bin, Count.of(i < wins, 0), 1, 9);
    }
    return ripening.asOf(9);
  }

  @Test
  void of_whatNothingIsKnown_isLuck() {
    assertThat(chance(Wins.NONE, Count.NONE, 5)).isEqualTo(FAIR);
  }

  @Test
  void of_aChain_goesFromLuckToAllToTheTenthToTheChannel() {
    Wins all = wins(3, 100, 70);
    double any = (70 + 100 * FAIR) / 200;
    double alike = (70 + 100 * any) / 200;
    assertThat(chance(all, Count.NONE, 3)).isCloseTo(alike, within(1e-12));
    assertThat(chance(all, Count.NONE, 4)).isCloseTo(any, within(1e-12));
    Count own = new Count(50, 10, 24_000_000_000L); // fourteen fewer than was to be expected
    assertThat(chance(all, own, 3)).isCloseTo(alike - 14.0 / 100, within(1e-12));
    assertThat(Chances.of(FAIR, all, own, 3).alike()).isCloseTo(alike, within(1e-12));
  }

  @Test
  void of_nothingButWinsOrLosses_isNeverCertain() {
    Count allWon = new Count(1_000, 1_000, 500_000_000_000L);
    Count allLost = new Count(1_000, 0, 500_000_000_000L);
    assertThat(chance(wins(9, 1_000, 1_000), allWon, 9)).isEqualTo(0.99);
    assertThat(chance(wins(0, 1_000, 0), allLost, 0)).isCloseTo(0.01, within(1e-12));
    assertThat(Chances.of(0, Wins.NONE, Count.NONE, 0).win()).isCloseTo(0.01, within(1e-12));
  }

  @Test
  void of_aChannelThatIsAsItsScoresSay_isWhatTheScoreSays() {
    Wins all = wins(7, 400, 280);
    double alike = Chances.of(FAIR, all, Count.NONE, 7).alike();
    Count own = new Count(100, 66, 66_000_000_000L);
    assertThat(chance(all, own, 7)).as("not counted twice").isCloseTo(alike, within(1e-12));
  }

  @Test
  void bin_isTheTenthOfTheScore() {
    assertThat(Chances.bin(0)).isZero();
    assertThat(Chances.bin(9.99)).isZero();
    assertThat(Chances.bin(10)).isEqualTo(1);
    assertThat(Chances.bin(100)).isEqualTo(9);
  }

  /// Plays channels that call once a day each. What is told of a call rests on what had matured by
  /// then; a call is decided within six days and matures after seven.
  ///
  /// @param odds of a win, by the channel's own skill in −1..1 and the call's score in 0..100
  private static Reliability played(long seed, DoubleBinaryOperator odds) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] skills = new double[CHANNELS];
    Arrays.setAll(skills, _ -> random.nextDouble(-1, 1));
    Ripening all = Ripening.NONE;
    Ripening[] own = new Ripening[CHANNELS];
    Arrays.fill(own, Ripening.NONE);
    List<Forecast> told = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      for (int channel = 0; channel < CHANNELS; channel++) {
        double score = 100 * random.nextDouble();
        int bin = Chances.bin(score);
        Chance.Told chance = Chances.of(FAIR, all.asOf(day), own[channel].asOf(day).all(), bin);
        boolean win = random.nextDouble() < odds.applyAsDouble(skills[channel], score);
        told.add(new Forecast(day + 7, chance.win(), win));
        Count count = Count.of(win, Chances.expected(chance));
        all = all.plus(bin, count, day + 7, day); // known at once, and not counted before
        own[channel] = own[channel].plus(0, count, day + 7, day);
      }
    }
    return Reliability.of(told);
  }

  @Test
  void of_channelsThatDifferByTenPoints_beatsTheBaseRateInEveryWorld() {
    List<Skill> skills =
        LongStream.range(42_000, 42_006)
            .mapToObj(seed -> played(seed, (skill, _) -> FAIR + 0.1 * skill).skill())
            .toList();
    assertThat(skills).allMatch(skill -> skill.lower() > 0);
  }

  @Test
  void of_scoresThatTell_beatsTheBaseRateInEveryWorld() {
    List<Skill> skills =
        LongStream.range(42_000, 42_006)
            .mapToObj(seed -> played(seed, (_, score) -> FAIR + (score - 50) / 500).skill())
            .toList();
    assertThat(skills).allMatch(skill -> skill.lower() > 0);
  }

  @Test
  void of_noSkillAtAll_claimsNone() {
    List<Skill> skills =
        LongStream.range(42_000, 42_006)
            .mapToObj(seed -> played(seed, (_, _) -> FAIR).skill())
            .toList();
    assertThat(skills).allMatch(skill -> skill.lower() <= 0 && skill.value() > -0.02);
  }

  @Test
  void curve_ofChannelsThatDiffer_liesOnTheDiagonal() {
    Reliability reliability = played(42_000, (skill, _) -> FAIR + 0.1 * skill);
    assertThat(reliability.curve())
        .filteredOn(point -> point.n() >= 500)
        .hasSizeGreaterThanOrEqualTo(2)
        .allMatch(point -> Math.abs(point.rate() - point.mean()) < 0.04);
  }
}
