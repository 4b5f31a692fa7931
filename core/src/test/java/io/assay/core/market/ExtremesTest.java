package io.assay.core.market;

import static io.assay.core.market.Told.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.assay.core.price.Candle;
import io.assay.core.price.Candles;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExtremesTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Instant FIRST = NOW.minus(HOUR.multipliedBy(3));
  private static final Instant SECOND = FIRST.plus(HOUR);
  private static final Instant THIRD = SECOND.plus(HOUR);
  private static final Candles RUN =
      Candles.of(
          HOUR,
          List.of(
              new Candle(FIRST, 2, 3, 1.5, 2, 1),
              new Candle(SECOND, 2, 8, 0.25, 4, 1),
              new Candle(THIRD, 5, 8, 0.25, 4, 1)));

  private static AllTime range(String high, Instant highAt, String low, Instant lowAt) {
    return new AllTime(new BigDecimal(high), highAt, new BigDecimal(low), lowAt, "candles");
  }

  @Test
  void of_candles_areTheFirstToReachThem() {
    assertThat(Extremes.of(List.of(RUN), NOW)).isEqualTo(range("8.0", SECOND, "0.25", SECOND));
  }

  @Test
  void of_aCandleThatIsNotOver_knowsItsOpenOnly() {
    assertThat(Extremes.of(List.of(RUN), SECOND)).isEqualTo(range("3.0", FIRST, "1.5", FIRST));
    Candles low = Candles.of(HOUR, List.of(new Candle(SECOND, 0.5, 9, 0.1, 4, 1)));
    assertThat(Extremes.of(List.of(low), SECOND)).isEqualTo(range("0.5", SECOND, "0.5", SECOND));
  }

  @Test
  void of_severalRuns_areThoseOfAll() {
    Candles later = Told.closes(Duration.ofDays(1), NOW, 0.125);
    assertThat(Extremes.of(List.of(RUN, later), NOW.plus(Duration.ofDays(1))))
        .isEqualTo(range("8.0", SECOND, "0.125", NOW));
  }

  @Test
  void of_pricesThatAreNone_leavesThemOut() {
    Candles odd =
        Candles.of(HOUR, List.of(new Candle(FIRST, 2, Double.POSITIVE_INFINITY, 0, 2, 1)));
    assertThat(Extremes.of(List.of(odd), NOW)).isNull();
    assertThat(Extremes.of(List.of(odd, RUN), NOW)).isEqualTo(range("8.0", SECOND, "0.25", SECOND));
  }

  @Test
  void of_nothingKnown_isNone() {
    assertThat(Extremes.of(List.of(), NOW)).isNull();
    assertThat(Extremes.of(List.of(RUN), FIRST.minusMillis(1))).isNull();
  }

  @Test
  void fromHighAndLow_areRatiosOfThem() {
    AllTime range = range("8", SECOND, "0.25", SECOND);
    assertThat(range.fromHigh(new BigDecimal("0.8"))).isCloseTo(-0.9, within(1e-12));
    assertThat(range.fromLow(new BigDecimal("0.5"))).isEqualTo(1);
    assertThat(range.fromHigh(new BigDecimal("10"))).isEqualTo(0.25);
    assertThat(range.fromLow(new BigDecimal("0.125"))).isEqualTo(-0.5);
  }

  @Test
  void construct_aHighBelowTheLow_isRefused() {
    assertThatThrownBy(() -> range("1", FIRST, "2", FIRST)).hasMessageContaining("no range");
  }
}
