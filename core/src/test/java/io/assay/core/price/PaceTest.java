package io.assay.core.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.core.price.Pace.Stretch;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  @ParameterizedTest
  @CsvSource({
    "PT0S, PT1M",
    "PT59M59.999S, PT1M",
    "PT1H, PT5M",
    "PT23H59M59S, PT5M",
    "P1D, PT1H",
    "P6DT23H, PT1H",
    "P7D, PT6H",
    "P29DT23H, PT6H",
    "P30D, PT0S",
    "P400D, PT0S"
  })
  void step_byAge_isThatOfItsStretch(Duration age, Duration step) {
    assertThat(Pace.USUAL.step(age)).isEqualTo(step);
  }

  @Test
  void step_ofACallWhoseClockIsAhead_isThatOfTheYoungest() {
    assertThat(Pace.USUAL.step(Duration.ofSeconds(-5))).isEqualTo(MINUTE);
  }

  @Test
  void step_withoutStretches_isNone() {
    assertThat(new Pace(List.of()).step(Duration.ZERO)).isZero();
  }

  @Test
  void construct_stretchesOutOfOrder_isRefused() {
    Stretch hour = new Stretch(HOUR, MINUTE);
    assertThatThrownBy(() -> new Pace(List.of(hour, hour))).hasMessageContaining("out of order");
    assertThatThrownBy(() -> new Pace(List.of(hour, new Stretch(MINUTE, MINUTE))))
        .hasMessageContaining("out of order");
  }

  @Test
  void construct_aStepOfNothing_isRefused() {
    assertThatThrownBy(() -> new Stretch(HOUR, Duration.ZERO)).hasMessageContaining("PT0S");
    assertThatThrownBy(() -> new Stretch(HOUR, MINUTE.negated())).hasMessageContaining("PT-1M");
  }
}
