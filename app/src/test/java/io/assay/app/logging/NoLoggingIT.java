package io.assay.app.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real process, since what it loads is decided once.
class NoLoggingIT {
  @TempDir Path folder;

  private Path run(String... words) throws IOException, InterruptedException {
    Path classes = folder.resolve("classes");
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + classes,
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "io.assay.app.Main"));
    line.addAll(List.of(words));
    Process process =
        new ProcessBuilder(line)
            .redirectError(folder.resolve("err").toFile())
            .redirectOutput(folder.resolve("out").toFile())
            .start();
    assertThat(process.waitFor()).isZero();
    assertThat(folder.resolve("err")).isEmptyFile();
    return classes;
  }

  @Test
  void replay_loadsNothingOfTheLog() throws Exception {
    Path samples = Path.of(System.getProperty("assay.root"), "samples");
    Path classes =
        run(
            "replay",
            samples.resolve("result.json").toString(),
            "--candles",
            samples.resolve("candles").toString(),
            "--json");
    assertThat(Files.readString(classes))
        .contains("org.sqlite.util.LoggerFactory")
        .doesNotContain("ch.qos.logback", "io.assay.app.config.binding");
    assertThat(Files.readString(folder.resolve("out"))).startsWith("{\"messages\":519,");
  }

  @Test
  void printConfig_loadsNothingOfTheLog() throws Exception {
    assertThat(Files.readString(run("print-config"))).doesNotContain("ch.qos.logback");
  }
}
