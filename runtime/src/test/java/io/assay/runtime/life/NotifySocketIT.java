package io.assay.runtime.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The service manager's end of the line is a real socket.
class NotifySocketIT {
  private static NotifySocket to(String address) {
    return NotifySocket.of(Map.of("NOTIFY_SOCKET", address));
  }

  private static void tellAll(NotifySocket socket) {
    socket.ready();
    socket.status("7 of 8\n channels  ✓");
    socket.watchdog();
    socket.stopping();
  }

  private static void hearAll(DatagramEar ear) throws IOException {
    assertThat(ear.hear()).isEqualTo("READY=1");
    assertThat(ear.hear()).isEqualTo("STATUS=7 of 8 channels ✓");
    assertThat(ear.hear()).isEqualTo("WATCHDOG=1");
    assertThat(ear.hear()).isEqualTo("STOPPING=1");
  }

  @Test
  void path_isTold(@TempDir Path folder) throws IOException {
    String address = folder.resolve("notify").toString();
    try (DatagramEar ear = DatagramEar.at(address)) {
      tellAll(to(address));
      hearAll(ear);
    }
  }

  @Test
  void nameThatIsInNoFileSystem_isTold() throws IOException {
    String address = "@assay-test-" + ProcessHandle.current().pid();
    try (DatagramEar ear = DatagramEar.at(address)) {
      tellAll(to(address));
      hearAll(ear);
    }
  }

  @Test
  void queueThatIsFull_makesNobodyWait() throws IOException {
    String address = "@assay-test-full-" + ProcessHandle.current().pid();
    try (DatagramEar ear = DatagramEar.at(address)) {
      NotifySocket socket = to(address);
      for (int i = 0; i < 5_000; i++) {
        socket.watchdog();
      }
      assertThat(ear.hear()).isEqualTo("WATCHDOG=1");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nobody/listens/here", "@nobody-listens-here", "vsock:2:1", "relative"})
  void nobodyThere_isNoReasonToFail(String address) {
    assertThatCode(() -> tellAll(to(address))).doesNotThrowAnyException();
  }

  @Test
  void pathThatIsTooLong_isNoReasonToFail() {
    assertThatCode(() -> tellAll(to("/" + "x".repeat(108)))).doesNotThrowAnyException();
  }

  /// Start-up is not to pay for what nobody asked for.
  @Test
  void withoutASocket_nothingOfItIsLoaded() throws Exception {
    String loaded = loadedBy("");
    assertThat(loaded)
        .contains("io.assay.runtime.life.NotifySocket")
        .doesNotContain("UnixDatagram")
        .doesNotContain("java.lang.foreign.Linker");
    assertThat(loadedBy("@nobody-listens-here")).contains("UnixDatagram");
  }

  private static String loadedBy(String address) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:stdout",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Telling.class.getName(),
                address)
            .redirectErrorStream(true)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(out).isZero();
    return out;
  }

  /// A process that tells, and nothing else.
  static final class Telling {
    private Telling() {}

    public static void main(String[] arguments) {
      tellAll(NotifySocket.of(Map.of("NOTIFY_SOCKET", arguments[0])));
    }
  }
}
