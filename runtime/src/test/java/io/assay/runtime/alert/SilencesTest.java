package io.assay.runtime.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.runtime.ManualTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Silences outlive the run in which they were asked for.
class SilencesTest {
  private final ManualTime time = new ManualTime();
  private final Silence.Store store = new Silence.InMemory();

  private Alerts alerts() {
    return new Alerts(
        time,
        Alerts.Settings.DEFAULTS,
        List.of(),
        _ -> {},
        new Alerts.Memory(store, new Alert.InMemory()));
  }

  private Silence silence() {
    return new Silence("s", "disk", null, time.instant().plusSeconds(60), "ann", "new disk");
  }

  @Test
  void silence_afterARestart_isInForce() {
    Silence silence = silence();
    alerts().silence(silence);
    assertThat(alerts().silences()).containsExactly(silence);
  }

  @Test
  void unsilence_afterARestart_isOver() {
    Alerts alerts = alerts();
    alerts.silence(silence());
    assertThat(alerts.unsilence("s")).isTrue();
    assertThat(alerts().silences()).isEmpty();
  }

  @Test
  void silence_thatHasEnded_isForgotten() {
    Alerts alerts = alerts();
    alerts.silence(silence());
    time.pass(Duration.ofMinutes(2));
    alerts.evaluate();
    assertThat(store.load()).isEmpty();
  }
}
