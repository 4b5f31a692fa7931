package io.assay.runtime.alert;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AlertSettingsTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void settings_thatForgetTheirFlaps_areRefused() {
    assertThatThrownBy(() ->
            new Alerts.Settings(
                Duration.ZERO, HOUR, MINUTE, new Alerts.Damping(4, Duration.ofMinutes(2))))
        .hasMessageContaining("for the window of the damping");
    assertThatThrownBy(() -> new Alerts.Damping(0, MINUTE))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
