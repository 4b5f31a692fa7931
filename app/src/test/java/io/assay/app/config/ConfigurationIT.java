package io.assay.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.app.config.binding.Effective;
import io.assay.app.config.binding.Secret;
import io.assay.app.config.binding.Size;
import io.assay.app.config.document.Problem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationIT {
  @TempDir Path folder;

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("assay.yml"), text);
  }

  private Path secret(String mode, String text) throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  private static Loaded.Fine fine(@Nullable Path file, Map<String, String> environment) {
    Loaded loaded = Configuration.load(file, environment);
    assertThat(loaded).isInstanceOf(Loaded.Fine.class);
    return (Loaded.Fine) loaded;
  }

  private static List<String> wrong(@Nullable Path file, Map<String, String> environment) {
    Loaded loaded = Configuration.load(file, environment);
    assertThat(loaded).isInstanceOf(Loaded.Wrong.class);
    return ((Loaded.Wrong) loaded).problems().stream().map(Problem::toString).toList();
  }

  private static Effective effective(Loaded.Fine fine, String path) {
    return fine.values().stream().filter(one -> one.path().equals(path)).findFirst().orElseThrow();
  }

  @Test
  void load_nothing_isTheDefaults() {
    Loaded.Fine fine = fine(null, Map.of());
    assertThat(fine.settings()).isEqualTo(new Settings());
    assertThat(fine.values())
        .allSatisfy(value -> assertThat(value.origin().shown()).isEqualTo("default"));
  }

  @Test
  void load_emptyFile_isTheDefaults() throws IOException {
    assertThat(fine(write(""), Map.of()).settings()).isEqualTo(new Settings());
    assertThat(fine(write("system:\nweb: {}\n"), Map.of()).settings()).isEqualTo(new Settings());
  }

  @Test
  void load_json_isYamlToo() throws Exception {
    Path json = Path.of(Objects.requireNonNull(getClass().getResource("/settings.json")).toURI());
    Settings settings = fine(json, Map.of()).settings();
    assertThat(settings.system().maxMemoryUsage()).isEqualTo(Size.ofGigabytes(2));
    assertThat(settings.system().maxCpuUsage()).isEqualTo(0.8);
    assertThat(settings.system().healthCheckInterval()).isEqualTo(Duration.ofSeconds(60));
    assertThat(settings.tasks().policy(TaskName.TELEGRAM_MONITORING).restartDelay())
        .isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.alerts().responseTimeThreshold()).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void load_environment_beatsTheFile() throws IOException {
    Path file = write("web:\n  port: 1\n  host: localhost\n");
    Loaded.Fine fine = fine(file, Map.of("ASSAY_WEB_PORT", "2"));
    assertThat(fine.settings().web()).isEqualTo(new WebSettings("localhost", 2, null));
    assertThat(effective(fine, "web.port").origin().shown()).isEqualTo("from ASSAY_WEB_PORT");
    assertThat(effective(fine, "web.host").origin().shown()).isEqualTo("from " + file + ":3");
    assertThat(effective(fine, "web.token").origin().shown()).isEqualTo("default");
  }

  @Test
  void load_environmentNamesTheFile_unlessTheCommandDoes() throws IOException {
    Path file = write("web:\n  port: 1\n");
    Map<String, String> environment = Map.of("ASSAY_CONFIG", file.toString());
    assertThat(fine(null, environment).settings().web().port()).isEqualTo(1);
    Path other = Files.writeString(folder.resolve("other.yml"), "web:\n  port: 2\n");
    assertThat(fine(other, environment).settings().web().port()).isEqualTo(2);
    assertThat(fine(null, Map.of("ASSAY_CONFIG", "")).settings()).isEqualTo(new Settings());
  }

  @Test
  void load_variablesOfTheLauncher_areLeftAlone() {
    Map<String, String> environment =
        Map.of(
            "ASSAY_JAVA_HOME", "x",
            "ASSAY_JAVA_OPTS", "-Xmx1g",
            "ASSAY_DATA", "x",
            "ASSAY_HOME", "x",
            "ASSAY_CASES", "x",
            "ASSAY_SEED", "1",
            "CHECK_S", "900");
    assertThat(fine(null, environment).settings()).isEqualTo(new Settings());
  }

  @Test
  void load_secretFromAFile_losesItsLastLineBreakOnly() throws IOException {
    for (String text : List.of("hunter2-hunter2-", "hunter2-hunter2-\n", "hunter2-hunter2-\r\n")) {
      Path file = secret("rw-------", text);
      Loaded.Fine fine = fine(null, Map.of("ASSAY_WEB_TOKEN_FILE", file.toString()));
      assertThat(fine.settings().web().token()).isEqualTo(new Secret<>("hunter2-hunter2-"));
      assertThat(effective(fine, "web.token").shown()).isEqualTo("<secret>");
      assertThat(effective(fine, "web.token").origin().shown())
          .isEqualTo("from ASSAY_WEB_TOKEN_FILE");
    }
  }

  @Test
  void load_secretUrlFromAFile_isAnAddress() throws IOException {
    Path file = secret("r--------", "https://example.org/hook?key=hunter2\n");
    Map<String, String> environment = Map.of("ASSAY_ALERTS_WEBHOOK_URL_FILE", file.toString());
    assertThat(fine(null, environment).settings().alerts().webhook().url())
        .isEqualTo(new Secret<>(URI.create("https://example.org/hook?key=hunter2")));
  }

  @Test
  void load_secretFile_thatCannotBeUsed_isNamedAndSaysNothing() throws IOException {
    String key = "ASSAY_WEB_TOKEN_FILE";
    Map<String, String> environment = Map.of(key, folder.resolve("secret").toString());
    assertThat(wrong(null, environment))
        .containsExactly(key + ": web.token: " + folder + "/secret: there is no such file");
    for (String mode : List.of("rw-r--r--", "rw-r-----", "rw----r--")) {
      Path file = secret(mode, "hunter2");
      assertThat(wrong(null, environment))
          .containsExactly(
              key
                  + ": web.token: "
                  + file
                  + " can be read by others than its owner; chmod 600 "
                  + file);
    }
    Path file = secret("rw-------", "\n");
    assertThat(wrong(null, environment))
        .containsExactly(key + ": web.token: " + file + ": is empty");
    secret("rw-------", "hunter2\nhunter3\n");
    assertThat(wrong(null, environment))
        .containsExactly(
            key + ": web.token: <secret> holds a line break or another control character");
    secret("rw-------", "hunter2".repeat(20_000));
    assertThat(wrong(null, environment)).singleElement().asString().contains("is larger than");
    assertThat(wrong(null, Map.of(key, folder.toString())))
        .containsExactly(key + ": web.token: " + folder + ": is a folder, not a file");
    assertThat(wrong(null, Map.of(key, "~/token")))
        .containsExactly(key + ": web.token: is not expanded here; write the whole path");
  }

  @Test
  void load_brokenFile_stillSaysWhatIsWrongInTheEnvironment() throws IOException {
    assertThat(wrong(write("system: {\n"), Map.of("ASSAY_WEB_PORT", "x")))
        .containsExactly(
            folder + "/assay.yml:2:1: the file ends inside a bracket",
            "ASSAY_WEB_PORT: web.port: \"x\" is no whole number");
  }

  @Test
  void load_wrongValueInTheFile_isSaidThoughTheEnvironmentBeatsIt() throws IOException {
    assertThat(wrong(write("web:\n  port: x\n"), Map.of("ASSAY_WEB_PORT", "1"))).hasSize(1);
  }
}
