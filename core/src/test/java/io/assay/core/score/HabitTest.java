package io.assay.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HabitTest {
  private static Habit of(double... raws) {
    Habit habit = Habit.NONE;
    for (double raw : raws) {
      habit = habit.plus(raw);
    }
    return habit;
  }

  @Test
  void usual_isTheNinetyFifthPercentileToASixteenth() {
    SplittableRandom random = new SplittableRandom(9);
    for (int n : new int[] {20, 100, 1_000}) {
      double[] raws = new double[n];
      for (int i = 0; i < n; i++) {
        raws[i] = Math.exp(12 * random.nextDouble());
      }
      double[] sorted = raws.clone();
      Arrays.sort(sorted);
      double exact = sorted[(int) Math.ceil(0.95 * n) - 1];
      assertThat(Habit.usual(List.of(of(raws)))).isCloseTo(exact, within(exact / 16));
    }
  }

  @Test
  void usual_overSeveralWeeks_isThatOfAllOfThem() {
    double[] raws = new double[40];
    Arrays.setAll(raws, i -> i + 1);
    List<Habit> weeks = new ArrayList<>();
    for (int from = 0; from < 40; from += 10) {
      weeks.add(of(Arrays.copyOfRange(raws, from, from + 10)));
    }
    assertThat(Habit.usual(weeks)).isEqualTo(Habit.usual(List.of(of(raws))));
  }

  @Test
  void usual_ofFewMessages_isMissing() {
    double[] raws = new double[19];
    assertThat(Habit.usual(List.of(of(raws)))).isNaN();
    assertThat(Habit.usual(List.of())).isNaN();
    assertThat(Habit.usual(List.of(of(raws).plus(0)))).as("answered by nobody").isZero();
  }

  @Test
  void minus_aLaterLook_takesThePlaceOfTheEarlier() {
    assertThat(of(3, 8).minus(3).plus(300)).isEqualTo(of(300, 8));
    assertThat(of(3).minus(3)).isEqualTo(Habit.NONE);
  }

  @Test
  void habit_ofWhatCannotBe_isRefused() {
    assertThatThrownBy(() -> Habit.NONE.plus(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Habit.NONE.plus(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Habit.NONE.minus(5)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void plus_negativeZero_isZero() {
    assertThat(of(-0.0)).isEqualTo(of(0.0));
  }

  @Test
  void weeks_ofTheWindow_coverNinetyDays() {
    Instant at = Instant.parse("2026-03-01T12:00:00Z");
    assertThat(Habit.week(at) - Habit.firstWeek(at)).isBetween(12L, 13L);
    assertThat(Habit.week(Instant.EPOCH.minusMillis(1))).isEqualTo(-1);
  }

  @Test
  void row_readsBackAndStaysSmall() {
    Habit habit = Habit.NONE;
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 10_000; i++) {
      habit = habit.plus(Math.exp(14 * random.nextDouble()));
    }
    assertThat(Habit.ofBytes(habit.toBytes())).isEqualTo(habit);
    assertThat(habit.toBytes()).hasSizeLessThan(2_000);
  }
}
