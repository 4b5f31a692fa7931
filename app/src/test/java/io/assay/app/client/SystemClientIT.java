package io.assay.app.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.app.api.Served;
import io.assay.app.api.SystemView;
import io.assay.app.web.AccessToken;
import io.assay.app.web.WebServer;
import io.assay.app.web.WebSettings;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.assay.runtime.Time;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SystemClientIT {
  @RegisterExtension static final Served served = new Served();

  @TempDir Path data;

  @BeforeEach
  void running() throws IOException {
    RunningSystem.write(data, served.server.url());
  }

  private void keep(String token) throws IOException {
    Path file = data.resolve("token");
    Files.writeString(file, token);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private SystemClient client() throws IOException {
    return Objects.requireNonNull(SystemClient.of(data, null));
  }

  @Test
  void of_whereNothingRuns_isNull() throws IOException {
    RunningSystem.withdraw(data);
    assertThat(SystemClient.of(data, null)).isNull();
  }

  @Test
  void get_onLoopback_needsNoToken() throws Exception {
    try (SystemClient client = client()) {
      assertThat(client.get("/health/ready").get("ok").asBoolean()).isTrue();
      SystemStatus status = SystemStatus.of(SystemStatus.raw(client));
      assertThat(status.identity()).isEqualTo(served.system.identity());
      assertThat(status.tasks()).isEqualTo(served.system.tasks());
      assertThat(status.resources()).isEqualTo(served.system.resources());
      assertThat(status.alerts()).isEqualTo(served.system.alerts());
      assertThat(status.availability()).isEqualTo(served.system.availability());
      assertThat(status.components().components())
          .extracting(SystemView.Component::name)
          .containsExactly("ledger", "telegram");
    }
  }

  @Test
  void get_fromAHouseForAllTheNetwork_presentsTheToken() throws Exception {
    WebServer open =
        new WebServer(
            new WebSettings("0.0.0.0", 0),
            AccessToken.of(Served.SECRET),
            served.system.api().routes(),
            new SimpleMeterRegistry(),
            Time.SYSTEM);
    open.start();
    RunningSystem.write(data, open.url());
    try (SystemClient client = client()) {
      assertThatThrownBy(() -> client.get("/api/v1/system")).isInstanceOf(Fault.class);
      keep(Served.SECRET);
      assertThat(client.get("/api/v1/system").at("/system/name").asString()).isEqualTo("desk");
    } finally {
      open.stop();
    }
  }

  @Test
  void act_presentsTheTokenThatIsKept() throws Exception {
    keep(Served.SECRET);
    served.letters(1);
    try (SystemClient client = client()) {
      client.act("DELETE", "/api/v1/system/dead-letters/1");
    }
    assertThat(served.system.deeds).containsExactly("drop 1");
  }

  @Test
  void act_presentsTheTokenThatIsConfigured_beforeAnyOther() throws Exception {
    keep("another-token-that-is-older");
    AccessToken configured = AccessToken.of(Served.SECRET);
    try (SystemClient client = Objects.requireNonNull(SystemClient.of(data, configured))) {
      client.act("POST", "/-/reload");
    }
    assertThat(served.system.deeds).containsExactly("reload");
  }

  @Test
  void act_withTheWrongToken_isRefusedInTheSystemsWords() throws Exception {
    keep("another-token-that-is-wrong");
    try (SystemClient client = client()) {
      assertThatThrownBy(() -> client.act("POST", "/-/reload"))
          .isInstanceOfSatisfying(
              SystemClient.Refused.class, e -> assertThat(e.status()).isEqualTo(401))
          .hasMessage("this is not the token of this house");
    }
  }

  @Test
  void act_withoutAToken_saysWhereItShouldBe() throws Exception {
    try (SystemClient client = client()) {
      assertThatThrownBy(() -> client.act("POST", "/-/reload"))
          .isInstanceOfSatisfying(
              Fault.class, fault -> assertThat(fault.kind()).isEqualTo(ErrorKind.FATAL))
          .hasMessageContaining(data.resolve("token") + " is not there");
    }
  }

  @Test
  void get_whatIsNot_isRefused() throws Exception {
    try (SystemClient client = client()) {
      assertThatThrownBy(() -> client.get("/api/v1/system/dead-letters/7"))
          .isInstanceOfSatisfying(
              SystemClient.Refused.class, e -> assertThat(e.status()).isEqualTo(404))
          .hasMessage("there is no dead letter 7");
      served.system.failure = new Fault(ErrorKind.TEMPORARY, "busy", Duration.ofSeconds(1), null);
      assertThatThrownBy(() -> client.get("/api/v1/system"))
          .isInstanceOfSatisfying(
              SystemClient.Refused.class, e -> assertThat(e.status()).isEqualTo(503));
    }
  }

  @Test
  void get_whereNobodyListensAnyMore_isAbsent() throws Exception {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    RunningSystem.write(data, "http://127.0.0.1:" + port);
    try (SystemClient client = client()) {
      assertThatThrownBy(() -> client.get("/health")).isInstanceOf(SystemClient.Absent.class);
    }
  }
}
