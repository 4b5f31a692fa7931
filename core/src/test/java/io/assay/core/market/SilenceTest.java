package io.assay.core.market;

import static io.assay.core.market.Told.NOW;
import static io.assay.core.market.Told.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SilenceTest {
  private static Instant ago(int hours) {
    return NOW.minus(Duration.ofHours(hours));
  }

  @Test
  void of_candlesThatEndWithoutATrade_beginsAfterTheLastOne() {
    assertThat(Silence.of(List.of(hours(NOW, 0, 7, 0, 0)), NOW))
        .isEqualTo(new Silence(ago(2), NOW));
  }

  @Test
  void of_candlesThatEndWithATrade_isNone() {
    assertThat(Silence.of(List.of(hours(NOW, 0, 0, 7)), NOW)).isNull();
  }

  @Test
  void of_aVolumeThatIsNotTold_mayHaveBeenATrade() {
    assertThat(Silence.of(List.of(hours(NOW, 0, 0, Double.NaN, 0)), NOW))
        .isEqualTo(new Silence(ago(1), NOW));
  }

  @Test
  void of_aGap_beginsAnew() {
    assertThat(Silence.of(List.of(hours(ago(5), 0, 0), hours(NOW, 0, 0, 0)), NOW))
        .isEqualTo(new Silence(ago(3), NOW));
  }

  @Test
  void of_runsThatJoin_isOne() {
    assertThat(Silence.of(List.of(hours(ago(3), 0, 0), hours(NOW, 0, 0, 0)), NOW))
        .isEqualTo(new Silence(ago(5), NOW));
  }

  @Test
  void of_candlesNotKnownYet_doesNotLook() {
    assertThat(Silence.of(List.of(hours(NOW, 7, 0, 0, 0)), ago(1)))
        .isEqualTo(new Silence(ago(3), ago(1)));
  }

  @Test
  void of_noCandles_isNone() {
    assertThat(Silence.of(List.of(), NOW)).isNull();
  }

  @Test
  void construct_backwards_isRefused() {
    assertThatThrownBy(() -> new Silence(NOW, ago(1))).hasMessageContaining("silent from");
  }
}
