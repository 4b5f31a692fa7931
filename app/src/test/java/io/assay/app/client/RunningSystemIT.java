package io.assay.app.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunningSystemIT {
  @TempDir Path data;

  @Test
  void write_isFoundUntilItIsWithdrawn() throws IOException {
    RunningSystem.write(data, "http://127.0.0.1:8787");
    assertThat(RunningSystem.find(data))
        .isEqualTo(new RunningSystem(URI.create("http://127.0.0.1:8787")));
    RunningSystem.write(data, "http://127.0.0.1:9999");
    assertThat(RunningSystem.find(data))
        .isEqualTo(new RunningSystem(URI.create("http://127.0.0.1:9999")));
    RunningSystem.withdraw(data);
    RunningSystem.withdraw(data);
    assertThat(RunningSystem.find(data)).isNull();
    assertThat(data).isEmptyDirectory();
  }

  @Test
  void find_whereNothingEverRan_isNull() throws IOException {
    assertThat(RunningSystem.find(data)).isNull();
    assertThat(RunningSystem.find(data.resolve("none"))).isNull();
  }

  @Test
  void find_aProcessThatIsNoMore_isNull() throws Exception {
    Process ended =
        new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-version")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    ended.waitFor();
    Files.writeString(data.resolve("assay.url"), "http://127.0.0.1:8787\n" + ended.pid() + "\n");
    assertThat(RunningSystem.find(data)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "PID",
        "http://127.0.0.1:8787",
        "http://127.0.0.1:8787\nx",
        "http://127.0.0.1:8787\n-1",
        "no url\nPID",
        "file:///etc/passwd\nPID",
        "//evil.example\nPID",
        "http:///x\nPID",
        "http://127.0.0.1:8787\nPID\nmore"
      })
  void find_whatIsNoAddress_isNull(String content) throws IOException {
    String pid = Long.toString(ProcessHandle.current().pid());
    Files.writeString(data.resolve("assay.url"), content.replace("PID", pid));
    assertThat(RunningSystem.find(data)).isNull();
  }

  @Test
  void isLoopback_isWhatOnlyThisMachineReaches() {
    for (String own : new String[] {"http://127.0.0.1:1", "http://localhost:1", "http://[::1]:1"}) {
      assertThat(new RunningSystem(URI.create(own)).isLoopback()).as(own).isTrue();
    }
    for (String far : new String[] {"http://10.0.0.1:1", "http://localhost.evil:1"}) {
      assertThat(new RunningSystem(URI.create(far)).isLoopback()).as(far).isFalse();
    }
    assertThat(new RunningSystem(URI.create("http://127.evil.example:1")).isLoopback()).isFalse();
  }
}
