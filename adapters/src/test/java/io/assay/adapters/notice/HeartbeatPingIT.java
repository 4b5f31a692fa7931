package io.assay.adapters.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.adapters.http.Listener;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HeartbeatPingIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Test
  void ping_whoListens_isHeard() throws Exception {
    try (Listener listener = Listener.saying(200);
        HeartbeatPing ping = new HeartbeatPing(listener.url("/ping/t0ken?a=b"), PATIENCE)) {
      ping.ping();
      ping.ping();
      assertThat(listener.heard)
          .extracting(it -> it.method() + " " + it.path())
          .containsExactly("GET /ping/t0ken?a=b", "GET /ping/t0ken?a=b");
      assertThat(ping).hasToString("the dead man's switch");
    }
  }

  @Test
  void ping_whoIsIll_isTemporary() throws Exception {
    try (Listener listener = Listener.saying(503);
        HeartbeatPing ping = new HeartbeatPing(listener.url("/t0ken"), PATIENCE)) {
      assertThatThrownBy(ping::ping)
          .hasMessage("the dead man's switch answers 503")
          .isInstanceOfSatisfying(
              Fault.class, it -> assertThat(it.kind()).isEqualTo(ErrorKind.TEMPORARY));
    }
  }

  @Test
  void ping_anAddressThatIsGone_isOperational() throws Exception {
    try (Listener listener = Listener.saying(404);
        HeartbeatPing ping = new HeartbeatPing(listener.url("/t0ken"), PATIENCE)) {
      assertThatThrownBy(ping::ping)
          .isInstanceOfSatisfying(
              Fault.class, it -> assertThat(it.kind()).isEqualTo(ErrorKind.OPERATIONAL));
    }
  }
}
