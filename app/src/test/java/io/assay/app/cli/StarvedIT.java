package io.assay.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.app.Main;
import io.assay.app.cli.option.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs commands in processes of their own that lack room, or what they would load: one line says
/// so, and it is nobody's bug.
class StarvedIT {
  private static final Path SAMPLES = Path.of(System.getProperty("assay.root"), "samples");
  private static final String EXPORT = SAMPLES.resolve("result.json").toString();
  private static final String NOWHERE = "/nowhere/at/all";

  @TempDir Path folder;

  private record Answer(int code, List<String> out, List<String> err) {}

  /// Runs `assay` in a shell of its own.
  ///
  /// @param before what the shell does first
  private Answer assay(String before, String option, String... words) throws Exception {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("sh", "-c", before + "exec \"$@\"", "sh"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "--enable-native-access=ALL-UNNAMED", option));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(words));
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    int code =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start()
            .waitFor();
    return new Answer(code, Files.readAllLines(out), Files.readAllLines(err));
  }

  private static void assertUnwritable(Answer answer, String cause) {
    assertThat(answer.err()).hasSize(1).first().asString().startsWith("assay: ").contains(cause);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.code()).isEqualTo(ExitCode.NOT_WRITTEN);
  }

  /// A file of candles whose numbers do not fit into two megabytes.
  private Path candles() throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 60_000; i++) {
      double price = 1 + random.nextDouble();
      rows.append(1_700_006_400L + 60L * i).append((',' + Double.toString(price)).repeat(5));
      rows.append('\n');
    }
    Path candles = Files.createDirectory(folder.resolve("candles"));
    Files.writeString(candles.resolve("coin_BTC.csv"), rows);
    return candles;
  }

  @Test
  void replay_noRoomForCandles_saysWhere() throws Exception {
    Path dump = folder.resolve("dump.jsonl");
    Files.writeString(
        dump,
        "{\"_\": \"Message\", \"id\": 1, \"peer_id\": {\"channel_id\": 7},"
            + " \"date\": \"2023-11-15T01:00:00+00:00\","
            + " \"message\": \"BUY NOW $BTC entry here, target 2x, stop loss below\"}\n");
    Answer answer =
        assay(
            "ulimit -f 4096; ", // blocks of 512 bytes: files of two megabytes
            "-Djava.io.tmpdir=" + folder,
            "replay",
            dump.toString(),
            "--candles",
            candles().toString(),
            "--db",
            folder.resolve("assay.db").toString());
    assertUnwritable(answer, "candles cannot be kept in the temporary folder " + folder);
  }

  @Test
  void anyCommand_aLibraryThatCannotBeUnpacked_saysWhereAndWhatToDo() throws Exception {
    String db = folder.resolve("assay.db").toString();
    PrintWriter nobody = new PrintWriter(Writer.nullWriter());
    assertThat(Assayer.run(nobody, nobody, "replay", EXPORT, "--db", db)).isZero();
    String zstd = "-DZstdTempFolder=" + NOWHERE;
    assertUnwritable(assay("", zstd, "verify", "--db", db), "-Djava.io.tmpdir=DIR");
    assertUnwritable(assay("", zstd, "replay", EXPORT), "-Djava.io.tmpdir=DIR");
    String sqlite = "-Dorg.sqlite.tmpdir=" + NOWHERE;
    assertUnwritable(assay("", sqlite, "verify", "--db", db), "SQLite cannot be loaded");
    assertUnwritable(assay("", sqlite, "replay", EXPORT), "SQLite cannot be loaded");
  }
}
