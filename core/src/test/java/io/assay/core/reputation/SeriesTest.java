package io.assay.core.reputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SeriesTest {
  private static final long TODAY = 20_000;

  @Test
  void of_oneCallADay_isTheWeightedVariance() {
    double[] gross = {1.5, 0.5, 1.2, 0, 0.9};
    SortedMap<Long, DayCell> days = new TreeMap<>();
    double w = 0;
    double w2 = 0;
    double wu = 0;
    for (int age = 0; age < gross.length; age++) {
      days.put(TODAY - age, DayCell.EMPTY.plus(Utility.of(gross[age])));
      double weight = Math.pow(2, -age / 30.0);
      w += weight;
      w2 += weight * weight;
      wu += weight * Math.log(1 + 0.1 * (gross[age] - 1));
    }
    double squares = 0;
    for (int age = 0; age < gross.length; age++) {
      double off = Math.log(1 + 0.1 * (gross[age] - 1)) - wu / w;
      squares += Math.pow(2, -age / 30.0) * off * off;
    }
    double nEff = w * w / w2;

    Series series = Series.of(days, TODAY);
    assertThat(series.nEff()).isCloseTo(nEff, within(1e-12));
    assertThat(series.mean()).isCloseTo(wu / w, within(1e-9));
    assertThat(series.freedom()).isCloseTo(nEff - 1, within(1e-12));
    assertThat(series.scatter()).isCloseTo(nEff * squares / w, within(1e-8));
  }

  @Test
  void of_daysThatMoveTogether_isAsUncertainAsItsDays() {
    SortedMap<Long, DayCell> days = new TreeMap<>();
    for (int age = 0; age < 20; age++) {
      DayCell cell = DayCell.EMPTY;
      for (int i = 0; i < 5; i++) {
        cell = cell.plus(Utility.of(age % 2 == 0 ? 1.5 : 0.5));
      }
      days.put(TODAY - age, cell);
    }
    Series series = Series.of(days, TODAY);
    double variance = series.scatter() / series.freedom() / series.nEff();

    // A hundred calls that are twenty coins of ±0.05.
    assertThat(series.nEff()).isBetween(97.0, 100.0);
    assertThat(series.freedom()).isBetween(18.0, 19.0);
    assertThat(Math.sqrt(variance)).isCloseTo(0.05 / Math.sqrt(19), within(5e-4));
  }

  @Test
  void of_crowdedDaysWithoutACommonMarket_isNearTheVarianceOfCalls() {
    Random random = new Random(3);
    SortedMap<Long, DayCell> days = new TreeMap<>();
    for (int age = 0; age < 60; age++) {
      DayCell cell = DayCell.EMPTY;
      for (int i = 0; i < 4; i++) {
        cell = cell.plus(Utility.of(random.nextBoolean() ? 1.5 : 0.5));
      }
      days.put(TODAY - age, cell);
    }
    Series series = Series.of(days, TODAY);

    assertThat(Math.sqrt(series.scatter() / series.freedom())).isCloseTo(0.05, within(0.01));
  }

  @Test
  void of_oneDay_hasNoFreedom() {
    SortedMap<Long, DayCell> days = new TreeMap<>();
    days.put(TODAY, DayCell.EMPTY.plus(Utility.of(1.5)).plus(Utility.of(0.5)));

    Series series = Series.of(days, TODAY);
    assertThat(series.nEff()).isCloseTo(2, within(1e-12));
    assertThat(series.freedom()).isZero();
  }

  @Test
  void of_missingAlone_isEmpty() {
    SortedMap<Long, DayCell> days = new TreeMap<>();
    days.put(TODAY - 30, DayCell.EMPTY.plusMissing());

    assertThat(Series.of(days, TODAY)).isEqualTo(new Series(0, 0, 0, 0, 0));
    assertThat(Series.missing(days, TODAY)).isCloseTo(0.5, within(1e-12));
  }
}
