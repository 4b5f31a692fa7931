package io.assay.core.market;

import static io.assay.core.market.Told.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.assay.core.price.Candles;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VolatilityTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Instant BEGIN = NOW.minus(Duration.ofHours(100));

  /// Up and down by one part in a hundred, logarithmic.
  private static Candles swinging(Instant openAt, int candles) {
    double[] closes = new double[candles];
    for (int i = 0; i < candles; i++) {
      closes[i] = i % 2 == 0 ? 1 : Math.exp(0.01);
    }
    return Told.closes(HOUR, openAt, closes);
  }

  @Test
  void of_hoursThatSwingByOnePart_isThatTimesTheRootOf24() {
    assertThat(Volatility.of(List.of(swinging(BEGIN, 25)), NOW))
        .satisfies(it -> {
          assertThat(it.daily()).isCloseTo(0.0489898, within(1e-7));
          assertThat(it.evidence()).isEqualTo("24 candles");
        });
  }

  @Test
  void of_twoRunsWithAGap_doesNotCountTheReturnOverIt() {
    Candles far = Told.closes(HOUR, BEGIN.plus(HOUR.multipliedBy(30)), 9, 9);
    Volatility found = Volatility.of(List.of(swinging(BEGIN, 25), far), NOW);
    // 24 returns of 0.01 and one of nothing
    assertThat(found)
        .satisfies(
            it -> assertThat(it.daily()).isCloseTo(0.01 * Math.sqrt(24 * 0.96), within(1e-9)));
  }

  @Test
  void of_runsThatJoin_countsTheReturnBetween() {
    Candles next = swinging(BEGIN.plus(HOUR.multipliedBy(24)), 1);
    assertThat(Volatility.of(List.of(swinging(BEGIN, 24), next), NOW)).isNotNull();
    assertThat(Volatility.of(List.of(swinging(BEGIN, 24)), NOW)).isNull();
  }

  @Test
  void of_candlesThatAreNotKnownYet_doesNotLook() {
    assertThat(Volatility.of(List.of(swinging(BEGIN, 25)), BEGIN.plus(HOUR.multipliedBy(24))))
        .isNull();
  }

  @Test
  void of_noCandles_isNotKnown() {
    assertThat(Volatility.of(List.of(), NOW)).isNull();
  }

  @Test
  void ofDay_aDoubling_isItsLogarithmByTheMeanOfANormalVariable() {
    assertThat(Volatility.ofDay(OptionalDouble.of(100)))
        .satisfies(it -> assertThat(it.daily()).isCloseTo(0.6931472 * 1.2533141, within(1e-6)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-100, -250, Double.NaN, Double.POSITIVE_INFINITY})
  void ofDay_whatIsNoChange_isNotKnown(double percent) {
    assertThat(Volatility.ofDay(OptionalDouble.of(percent))).isNull();
  }

  @Test
  void ofDay_nothingTold_isNotKnown() {
    assertThat(Volatility.ofDay(OptionalDouble.empty())).isNull();
  }

  @Test
  void construct_belowZero_isRefused() {
    assertThatThrownBy(() -> new Volatility(-0.1, "")).hasMessageContaining("-0.1");
  }
}
