package io.assay.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.app.cli.option.ConfigOption;
import io.assay.app.config.Configuration;
import io.assay.app.config.Loaded;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConfigCommandsIT {
  @TempDir Path folder;

  private record Answer(int code, String out, String err) {}

  private static Answer run(Callable<Integer> command, String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        new CommandLine(command)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(words);
    return new Answer(code, out.toString(), err.toString());
  }

  private static Answer check(Map<String, String> environment, String... words) {
    return run(new CheckConfigCommand(new ConfigOption(environment)), words);
  }

  private static Answer print(Map<String, String> environment, String... words) {
    return run(new PrintConfigCommand(new ConfigOption(environment)), words);
  }

  private String write(String text) throws IOException {
    return Files.writeString(folder.resolve("a.yml"), text).toString();
  }

  @Test
  void check_fine_saysWhereTheKeysComeFrom() throws IOException {
    String file = write("web:\n  port: 1\n  host: localhost\n");
    Answer answer = check(Map.of("ASSAY_WEB_PORT", "2"), "-c", file);
    assertThat(answer.code()).isZero();
    assertThat(answer.err()).isEmpty();
    assertThat(answer.out())
        .matches(
            "the configuration is fine: 1 keys from the file, 1 from the environment,"
                + " \\d+ defaults\\R");
  }

  @Test
  void check_wrong_saysEverythingOnStandardErrorAndEnds78() throws IOException {
    String file = write("web:\n  port: x\n  prt: 1\n");
    Answer answer = check(Map.of(), "--config", file);
    assertThat(answer.code()).isEqualTo(78);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err())
        .isEqualToNormalizingNewlines(
            """
            assay: %1$s:2:9: web.port: "x" is no whole number
            assay: %1$s:3:3: web.prt: unknown key; did you mean port?
            """
                .formatted(file));
  }

  @Test
  void check_countlessMistakes_saysFiftyAndHowManyMore() throws IOException {
    StringBuilder text = new StringBuilder("web:\n");
    for (int i = 0; i < 200; i++) {
      text.append("  k").append(i).append(": 1\n");
    }
    Answer answer = check(Map.of(), "-c", write(text.toString()));
    assertThat(answer.code()).isEqualTo(78);
    assertThat(answer.err().lines()).hasSize(51).last().isEqualTo("… and 150 more");
  }

  @Test
  void check_asACommandOfAssay_isThere() throws IOException {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String file = write("webb:\n");
    int code = Assayer.run(new PrintWriter(out), new PrintWriter(err), "check-config", "-c", file);
    assertThat(code).isEqualTo(78);
    assertThat(err.toString()).contains("did you mean web?");
  }

  @Test
  void print_secrets_areMasked() throws IOException {
    String file = write("web:\n  token: hunter2-hunter2-hunter2\n");
    Map<String, String> environment =
        Map.of("ASSAY_ALERTS_WEBHOOK_URL", "https://example.org/hunter2");
    for (String how : new String[] {"--json", "--explain"}) {
      Answer answer = print(environment, "-c", file, how);
      assertThat(answer.code()).isZero();
      assertThat(answer.out()).doesNotContain("hunter2").contains("<secret>");
    }
  }

  @Test
  void print_yaml_saysWhereEachValueComesFrom() throws IOException {
    String file = write("web:\n  port: 1\n");
    Answer answer = print(Map.of("ASSAY_WEB_HOST", "localhost"), "-c", file);
    assertThat(answer.out().lines())
        .contains(
            "web:",
            "  host: localhost                           # from ASSAY_WEB_HOST",
            "  port: 1                                   # from " + file + ":2",
            "  token:                                    # unset",
            "  name: assay                               # default");
  }

  @Test
  void print_explained_saysWhatEachKeyIs() {
    assertThat(print(Map.of(), "--explain").out())
        .contains(
            """
            watch:
              # folder whose export files are read; unset: inbox in data.directory
            """)
        .contains("  # how often that folder is looked at (100ms to 1h) [reload]\n");
  }

  @Test
  void print_json_isAListOfKeys() {
    Answer answer = print(Map.of("ASSAY_WEB_PORT", "0"), "--json");
    JsonNode list = JsonMapper.shared().readTree(answer.out());
    JsonNode port =
        list.valueStream()
            .filter(one -> one.get("key").asString().equals("web.port"))
            .findFirst()
            .orElseThrow();
    assertThat(port.get("value").asString()).isEqualTo("0");
    assertThat(port.get("origin").asString()).isEqualTo("ASSAY_WEB_PORT");
    assertThat(port.get("reloadable").asBoolean()).isFalse();
  }

  @Test
  void print_thenLoad_isTheSameSettings() throws IOException {
    Map<String, String> odd =
        Map.ofEntries(
            Map.entry("ASSAY_SYSTEM_NAME", "a: \"b\" #c\\ é – 日本 \uD83D\uDE80"),
            Map.entry("ASSAY_SYSTEM_MAX_CPU_USAGE", "33.3%"),
            Map.entry("ASSAY_SYSTEM_MAX_MEMORY_USAGE", "100000001"),
            Map.entry("ASSAY_WATCH_DIRECTORY", "null"),
            Map.entry("ASSAY_PRICES_CANDLES", "*not an alias: {x}"),
            Map.entry("ASSAY_BACKUP_DIRECTORY", "0x10"),
            Map.entry("ASSAY_BACKUP_EVERY", "90061s"),
            Map.entry("ASSAY_OUTPUTS_CSV_DIRECTORY", "- dash"),
            Map.entry("ASSAY_TASKS_RESTART_POLICIES_STATISTICS_HEARTBEAT", "1.5s"),
            Map.entry("ASSAY_ALERTS_RULES_FOLD_LAG_SEVERITY", "critical"),
            Map.entry("ASSAY_ALERTS_FOR", "0"),
            Map.entry("ASSAY_RESOURCES_DISK_CLEAN_AT", "0.8001"));
    Answer printed = print(odd);
    Loaded.Fine first = (Loaded.Fine) Configuration.load(null, odd);
    for (String how : new String[] {printed.out(), print(odd, "--explain").out()}) {
      Loaded second = Configuration.load(Path.of(write(how)), Map.of());
      assertThat(second).isInstanceOf(Loaded.Fine.class);
      assertThat(((Loaded.Fine) second).settings()).isEqualTo(first.settings());
    }
  }

  @Test
  void print_wrong_saysSoAndPrintsNothing() {
    Answer answer = print(Map.of("ASSAY_WEB_PORT", "x"));
    assertThat(answer.code()).isEqualTo(78);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err())
        .isEqualToNormalizingNewlines(
            "assay: ASSAY_WEB_PORT: web.port: \"x\" is no whole number\n");
  }
}
