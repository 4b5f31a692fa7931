package io.assay.core.market;

import static io.assay.core.market.Trend.Direction.DOWN;
import static io.assay.core.market.Trend.Direction.SIDEWAYS;
import static io.assay.core.market.Trend.Direction.UNKNOWN;
import static io.assay.core.market.Trend.Direction.UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.core.price.Candles;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrendTest {
  private static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  /// Three days in the average, its slope over one, a band of a tenth.
  private static final Trend SHORT = new Trend(3, 1, 0.1);

  private static final double[] CLOSES = {100, 100, 100, 100, 120, 112, 110, 90, 95, 100};
  private static final List<Candles> RUN = List.of(Told.closes(DAY, BEGIN, CLOSES));

  private static Trend.Direction after(int days) {
    return SHORT.direction(RUN, BEGIN.plus(DAY.multipliedBy(days)));
  }

  @Test
  void direction_untilAnAverageAndItsSlopeAreKnown_isUnknown() {
    assertThat(after(0)).isEqualTo(UNKNOWN);
    assertThat(after(3)).isEqualTo(UNKNOWN);
    assertThat(after(4)).isEqualTo(SIDEWAYS);
  }

  @Test
  void direction_closeAboveTheBandOfARisingAverage_isUp() {
    assertThat(after(5)).isEqualTo(UP); // 120 over 106.7 · 1.1
  }

  @Test
  void direction_closeInsideTheBand_keepsWhatWas() {
    assertThat(after(6)).isEqualTo(UP); // 112 over 110.7, under 121.7
    assertThat(after(9)).isEqualTo(DOWN); // 95 under 98.3, over 88.5
  }

  @Test
  void direction_closeBeyondTheAverage_endsIt() {
    assertThat(after(7)).isEqualTo(SIDEWAYS); // 110 under 114
    assertThat(after(10)).isEqualTo(SIDEWAYS); // 100 over 95
  }

  @Test
  void direction_closeBelowTheBandOfAFallingAverage_isDown() {
    assertThat(after(8)).isEqualTo(DOWN); // 90 under 104 · 0.9
  }

  @Test
  void direction_closeAboveTheBandOfAFallingAverage_isNotUp() {
    List<Candles> fallen = List.of(Told.closes(DAY, BEGIN, 500, 400, 50, 50, 80));
    assertThat(SHORT.direction(fallen, BEGIN.plus(DAY.multipliedBy(5)))).isEqualTo(SIDEWAYS);
  }

  @Test
  void direction_beforeADayCloses_doesNotKnowIt() {
    Instant almost = BEGIN.plus(DAY.multipliedBy(5)).minusMillis(1);
    assertThat(SHORT.direction(RUN, almost)).isEqualTo(SIDEWAYS);
  }

  @Test
  void direction_ofTruncatedCandles_isTheSameAtEveryDay() {
    for (int day = 0; day <= CLOSES.length; day++) {
      Candles known = Told.closes(DAY, BEGIN, Arrays.copyOf(CLOSES, day));
      assertThat(SHORT.direction(List.of(known), BEGIN.plus(DAY.multipliedBy(day))))
          .isEqualTo(after(day));
    }
  }

  @Test
  void direction_closesThatEndedLongAgo_isUnknown() {
    assertThat(after(12)).isEqualTo(SIDEWAYS);
    assertThat(after(13)).isEqualTo(UNKNOWN);
  }

  @Test
  void direction_twoDaysMissingOfThree_isUnknown() {
    List<Candles> torn =
        List.of(
            Told.closes(DAY, BEGIN, 100, 100, 100, 100),
            Told.closes(DAY, BEGIN.plus(DAY.multipliedBy(6)), 100));
    assertThat(SHORT.direction(torn, BEGIN.plus(DAY.multipliedBy(7)))).isEqualTo(UNKNOWN);
  }

  @Test
  void direction_moreHistory_changesNothing() {
    double[] years = new double[1200];
    for (int i = 0; i < years.length; i++) {
      years[i] = 100 * Math.exp(Math.sin(i / 40.0) + i / 900.0);
    }
    Instant known = BEGIN.plus(DAY.multipliedBy(years.length));
    double[] last = Arrays.copyOfRange(years, years.length - 586, years.length);
    Instant from = known.minus(DAY.multipliedBy(last.length));
    assertThat(Trend.USUAL.direction(List.of(Told.closes(DAY, from, last)), known))
        .isEqualTo(Trend.USUAL.direction(List.of(Told.closes(DAY, BEGIN, years)), known))
        .isNotEqualTo(UNKNOWN);
  }

  @Test
  void direction_ofHours_isRefused() {
    List<Candles> hours = List.of(Told.hours(BEGIN, 1, 1));
    assertThatThrownBy(() -> SHORT.direction(hours, BEGIN)).hasMessageContaining("PT1H");
  }

  @Test
  void market_ofTwo_isWhatBothDo() {
    assertThat(market(5, CLOSES)).isEqualTo(Regime.BULL);
    assertThat(market(8, CLOSES)).isEqualTo(Regime.BEAR);
    assertThat(market(4, CLOSES)).isEqualTo(Regime.FLAT);
    double[] still = new double[10];
    Arrays.fill(still, 7);
    assertThat(market(5, still)).isEqualTo(Regime.FLAT);
    assertThat(market(5)).isEqualTo(Regime.UNKNOWN);
  }

  private static Regime market(int days, double... ether) {
    List<Candles> other = List.of(Told.closes(DAY, BEGIN, ether));
    return SHORT.market(RUN, other, BEGIN.plus(DAY.multipliedBy(days)));
  }

  @Test
  void construct_withoutDays_isRefused() {
    assertThatThrownBy(() -> new Trend(1, 1, 0)).hasMessageContaining("no trend");
  }
}
