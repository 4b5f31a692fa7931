package io.assay.runtime.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.runtime.ManualTime;
import java.time.Duration;
import java.util.List;
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

  @Test
  void rules_twoOfOneName_changeNothing() {
    Rule.Breach breach = new Rule.Breach("ledger", "down", "ledger is down: look");
    Rule rule =
        new Rule(
            "component_down",
            Alert.Severity.CRITICAL,
            Duration.ZERO,
            () -> Rule.Reading.of(List.of(breach)));
    Alerts alerts =
        new Alerts(
            new ManualTime(),
            Alerts.Settings.DEFAULTS,
            List.of(rule),
            _ -> {},
            Alerts.Memory.ofThisRun());
    alerts.evaluate();
    assertThatThrownBy(() -> alerts.replaceRules(List.of(rule, rule)))
        .hasMessage("there are two rules named component_down");
    assertThat(alerts.alerts()).extracting(Alert::state).containsExactly(Alert.State.FIRING);
  }
}
