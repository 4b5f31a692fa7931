package io.assay.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.assay.core.score.Reliability.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReliabilityTest {
  /// Told .8 (won), .6 (lost) on one day, .3 (lost) and .9 (won) on another.
  private static final List<Forecast> FOUR =
      List.of(
          new Forecast(1, 0.8, true),
          new Forecast(1, 0.6, false),
          new Forecast(2, 0.3, false),
          new Forecast(2, 0.9, true));

  @Test
  void of_fewByHand_isWhatTheHandSays() {
    Reliability four = Reliability.of(FOUR);
    double brier = (0.04 + 0.36 + 0.09 + 0.01) / 4;
    assertThat(four.n()).isEqualTo(4);
    assertThat(four.baseRate()).isEqualTo(0.5);
    assertThat(four.brier()).isCloseTo(brier, within(1e-12));
    assertThat(four.skill().value()).isCloseTo(1 - brier / 0.25, within(1e-12));
    // by day: better by .10 and .40 of .5 each; off the ratio .5 by −.15 and .15
    double error = Math.sqrt((0.15 * 0.15 * 2) * 2) / 1.0;
    assertThat(four.skill().upper() - four.skill().value())
        .isCloseTo(1.959963984540054 * error, within(1e-12));
    assertThat(four.skill().value() - four.skill().lower())
        .isCloseTo(1.959963984540054 * error, within(1e-12));
  }

  @Test
  void of_inAnyOrder_isTheSameToTheLastBit() {
    List<Forecast> many = new ArrayList<>();
    Random random = new Random(1);
    for (int i = 0; i < 500; i++) {
      many.add(new Forecast(random.nextInt(30), random.nextDouble(), random.nextBoolean()));
    }
    Reliability sorted = Reliability.of(many);
    Collections.shuffle(many, random);
    assertThat(Reliability.of(many)).isEqualTo(sorted);
  }

  @Test
  void curve_hasAPointForEachTenthThatHasAny() {
    assertThat(Reliability.of(FOUR).curve())
        .containsExactly(
            new Point(0.3, 0, 1), new Point(0.6, 0, 1), new Point(0.8, 1, 1), new Point(0.9, 1, 1));
    assertThat(
            Reliability.of(List.of(new Forecast(1, 1, true), new Forecast(1, 0.95, false))).curve())
        .containsExactly(new Point(0.975, 0.5, 2));
  }

  @Test
  void of_perfectForecasts_haveAllSkill() {
    List<Forecast> perfect =
        List.of(new Forecast(1, 1, true), new Forecast(2, 0, false), new Forecast(3, 1, true));
    assertThat(Reliability.of(perfect).brier()).isZero();
    assertThat(Reliability.of(perfect).skill().value()).isEqualTo(1);
  }

  @Test
  void of_theBaseRateItself_hasNoSkill() {
    List<Forecast> base = List.of(new Forecast(1, 0.5, true), new Forecast(2, 0.5, false));
    assertThat(Reliability.of(base).skill().value()).isZero();
  }

  @Test
  void of_tooLittleToTell_isMissing() {
    assertThat(Reliability.of(List.of()).brier()).isNaN();
    assertThat(Reliability.of(List.of()).skill().value()).isNaN();
    assertThat(Reliability.of(FOUR.subList(0, 2)).skill().value()).as("one day").isNaN();
    List<Forecast> won = List.of(new Forecast(1, 0.7, true), new Forecast(2, 0.7, true));
    assertThat(Reliability.of(won).skill().value()).as("nothing to tell apart").isNaN();
    assertThatThrownBy(() -> new Forecast(1, 1.01, true))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
