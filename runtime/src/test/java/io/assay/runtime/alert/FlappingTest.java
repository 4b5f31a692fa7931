package io.assay.runtime.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.runtime.ManualTime;
import io.assay.runtime.alert.Alert.State;
import io.assay.runtime.alert.Rule.Breach;
import io.assay.runtime.alert.Rule.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// More than four changes in half an hour.
class FlappingTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final ManualTime time = new ManualTime();
  private final List<Notice> notices = new ArrayList<>();
  private boolean breached;
  private final Alerts alerts =
      new Alerts(
          time,
          Alerts.Settings.DEFAULTS,
          List.of(
              new Rule(
                  "disk_full",
                  Alert.Severity.WARNING,
                  Duration.ZERO,
                  () ->
                      Reading.of(breached ? List.of(new Breach("", "99 %", "full")) : List.of()))),
          notices::add,
          Alerts.Memory.ofThisRun());

  private void turn(boolean toBreached) {
    breached = toBreached;
    time.pass(MINUTE);
    alerts.evaluate();
    time.pass(MINUTE);
    alerts.evaluate();
  }

  private Alert alert() {
    return alerts.alerts().getFirst();
  }

  private List<String> told() {
    List<String> told =
        notices.stream().map(notice -> notice.kind() + " " + notice.text()).toList();
    notices.clear();
    return told;
  }

  private void flap() {
    for (int i = 0; i < 2; i++) {
      turn(true);
      turn(false);
    }
    assertThat(alert().state()).isEqualTo(State.RESOLVED);
    assertThat(alert().flapping()).isFalse();
    turn(true);
    assertThat(alert().flapping()).isTrue();
  }

  @Test
  void flapping_isSaidAndDampsEveryFurtherNotice() {
    flap();
    assertThat(told())
        .containsExactly(
            "FIRING disk_full: full",
            "RESOLVED disk_full: full",
            "FIRING disk_full: full",
            "RESOLVED disk_full: full",
            "FIRING disk_full (flapping): full");
    for (int i = 0; i < 20; i++) {
      turn(i % 2 == 1);
      assertThat(alert().state()).isEqualTo(State.FIRING);
      assertThat(alert().flapping()).isTrue();
    }
    assertThat(told()).isEmpty();
  }

  @Test
  void flapping_endsAfterAQuietWindow() {
    flap();
    notices.clear();
    breached = false;
    alerts.evaluate();
    time.pass(Duration.ofMinutes(30).minusNanos(1));
    alerts.evaluate();
    assertThat(alert().state()).isEqualTo(State.FIRING);
    time.pass(Duration.ofNanos(1));
    alerts.evaluate();
    assertThat(alert().state()).isEqualTo(State.RESOLVED);
    assertThat(alert().flapping()).isFalse();
    assertThat(told()).containsExactly("RESOLVED disk_full: full");
    turn(true);
    assertThat(alert().flapping()).isFalse();
  }

  @Test
  void flapping_aBreachWithinTheWindow_beginsTheQuietAnew() {
    flap();
    breached = false;
    alerts.evaluate();
    time.pass(Duration.ofMinutes(29));
    turn(true);
    breached = false;
    alerts.evaluate();
    time.pass(Duration.ofMinutes(29));
    alerts.evaluate();
    assertThat(alert().state()).isEqualTo(State.FIRING);
  }

  @Test
  void flapping_oneEndTooMany_staysFiring() {
    turn(true);
    time.pass(Duration.ofMinutes(28));
    for (int i = 0; i < 2; i++) {
      turn(false);
      turn(true);
    }
    // The first of the five changes has left the window.
    assertThat(alert().flapping()).isFalse();
    turn(false);
    assertThat(alert().flapping()).isTrue();
    assertThat(alert().state()).isEqualTo(State.FIRING);
  }

  @Test
  void changes_thatAreFarApart_areNoFlapping() {
    for (int i = 0; i < 12; i++) {
      time.pass(Duration.ofMinutes(8));
      turn(i % 2 == 0);
      assertThat(alert().flapping()).isFalse();
    }
  }
}
