package io.assay.runtime.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotifySocketTest {
  private static NotifySocket socket(String pid, String micros) {
    Map<String, String> environment =
        Map.of("NOTIFY_SOCKET", "@x", "WATCHDOG_PID", pid, "WATCHDOG_USEC", micros);
    return NotifySocket.of(environment, 42);
  }

  @Test
  void watchdog_isFedTwiceAsOftenAsDemanded() {
    assertThat(socket("42", "30000000").watchdogInterval()).isEqualTo(Duration.ofSeconds(15));
  }

  @Test
  void watchdog_ofNoCertainProcess_isOurs() {
    assertThat(socket("", "2000").watchdogInterval()).isEqualTo(Duration.ofMillis(1));
  }

  @Test
  void watchdog_ofAnotherProcess_isNotFed() {
    assertThat(socket("43", "30000000").watchdogInterval()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "9223372036854775807", "1.5"})
  void watchdog_withoutATime_isNotFed(String micros) {
    assertThat(socket("42", micros).watchdogInterval()).isZero();
  }

  @Test
  void nobody_isToldWhereNobodyAsks() {
    NotifySocket nobody = NotifySocket.of(Map.of("WATCHDOG_USEC", "30000000"));
    nobody.ready();
    nobody.status("running");
    assertThat(nobody.watchdogInterval()).isZero();
  }
}
