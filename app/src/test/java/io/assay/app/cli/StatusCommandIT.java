package io.assay.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.app.api.Served;
import io.assay.app.api.SystemView;
import io.assay.app.cli.option.ConfigOption;
import io.assay.app.client.RunningSystem;
import io.assay.app.screen.Ink;
import io.assay.app.web.Json;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.assay.runtime.Time;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class StatusCommandIT {
  @RegisterExtension static final Served served = new Served();

  @TempDir Path folder;
  private Desk desk;

  /// A clock on which every wait is over at once, and the last of a few is the end.
  private static final class Waits implements Time {
    private int left;

    Waits(int left) {
      this.left = left;
    }

    @Override
    public Instant instant() {
      return Instant.EPOCH;
    }

    @Override
    public long nanos() {
      return 0;
    }

    @Override
    public boolean await(CountDownLatch latch, Duration atMost) {
      assertThat(atMost).isEqualTo(Duration.ofSeconds(5));
      return --left == 0;
    }
  }

  @BeforeEach
  void running() throws IOException {
    desk = new Desk(folder);
    Files.createDirectories(desk.data());
    RunningSystem.write(desk.data(), served.server.url());
  }

  private Desk.Said status(String... words) throws IOException {
    return desk.say(new StatusCommand(new ConfigOption(Map.of()), Ink.NONE, Time.SYSTEM), words);
  }

  @Test
  void status_isOneScreen() throws IOException {
    Desk.Said said = status();
    assertThat(said.err()).isEmpty();
    assertThat(said.code()).isZero();
    assertThat(said.out())
        .startsWith("● READY  desk  up 1 h 2 m  RUN  0.1.0  run 3fa9c2d1\n")
        .contains("● message_processing  RUNNING")
        .contains("▲ telegram            BACKOFF")
        .contains("attempt 4 at 2026-01-01T12:00:14Z: no route")
        .contains("▲ WARNING  error_rate")
        .endsWith("DEAD LETTERS  0\n")
        .doesNotContain("\033");
  }

  @Test
  void status_notReady_isShownAllTheSame() throws IOException {
    served.system.verdict = new SystemView.Verdict(false, List.of("ledger is \033[31mdown"));
    Desk.Said said = status();
    assertThat(said.code()).isZero();
    assertThat(said.out()).startsWith("✗ NOT READY").contains("ledger is �[31mdown");
  }

  @Test
  void status_inColour() throws IOException {
    Desk.Said said =
        desk.say(new StatusCommand(new ConfigOption(Map.of()), new Ink(true), Time.SYSTEM));
    assertThat(said.out()).startsWith("\033[32m● READY\033[0m");
  }

  @Test
  void status_json_isWhatTheSystemSaid() throws IOException {
    served.system.verdict = new SystemView.Verdict(false, List.of("\u009b31m", "\u202e"));
    Desk.Said said = status("--json");
    assertThat(said.out().lines()).hasSize(1);
    JsonNode json = Json.tree(said.out().getBytes(StandardCharsets.UTF_8));
    assertThat(json.properties().stream().map(Map.Entry::getKey))
        .containsExactly(
            "system",
            "components",
            "tasks",
            "resources",
            "performance",
            "alerts",
            "availability",
            "dead_letters");
    assertThat(json.at("/system/reasons/0").asString()).isEqualTo("\u009b31m");
    assertThat(said.out()).contains("\\u009b31m", "\\u202e").doesNotContain("\u009b", "\u202e");
  }

  @Test
  void status_watched_isShownAgainAndAgainFromTheTop() throws IOException {
    StatusCommand command =
        new StatusCommand(new ConfigOption(Map.of()), new Ink(true), new Waits(3));
    Desk.Said said = desk.say(command, "--watch", "5");
    assertThat(said.code()).isZero();
    assertThat(said.out().split("\033\\[H\033\\[J", -1)).hasSize(4);
  }

  @Test
  void status_whereNothingRuns_is69AndSaysHowToStart() throws IOException {
    RunningSystem.withdraw(desk.data());
    Desk.Said said = status();
    assertThat(said.code()).isEqualTo(69);
    assertThat(said.out()).isEmpty();
    assertThat(said.err())
        .isEqualTo("assay: nothing runs in " + desk.data() + "; start it with: assay run\n");
  }

  @Test
  void status_whereTheLastOneWasKilled_is69Too() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    RunningSystem.write(desk.data(), "http://127.0.0.1:" + port);
    assertThat(status().code()).isEqualTo(69);
  }

  @Test
  void status_ofASystemThatCannotAnswer_saysWhy() throws IOException {
    served.system.failure = new Fault(ErrorKind.TEMPORARY, "starting", null);
    Desk.Said busy = status();
    assertThat(busy.code()).isEqualTo(75);
    assertThat(busy.err()).isEqualTo("assay: starting\n");
    served.system.failure = new IllegalStateException("of the system");
    Desk.Said broken = status();
    assertThat(broken.code()).isEqualTo(70);
    assertThat(broken.err()).contains("incident").doesNotContain("of the system");
  }

  @Test
  void status_wrongConfiguration_is78() throws IOException {
    Files.writeString(folder.resolve("wrong.yml"), "data:\n  directry: x\n");
    Desk.Said said = status("-c", folder.resolve("wrong.yml").toString());
    assertThat(said.code()).isNotZero();
  }

  @Test
  void status_watchWithoutTime_isMisuse() throws IOException {
    assertThat(status("--watch", "0").code()).isEqualTo(2);
  }
}
