package io.assay.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.app.cli.option.ExitCode;
import io.assay.app.market.PriceServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DoctorCommandIT {
  private static final String KEY = "k3y-that-nobody-may-see";

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int examine(String config, String... more) throws Exception {
    Path file = folder.resolve("assay.yml");
    Files.writeString(file, config);
    String[] words = new String[more.length + 3];
    System.arraycopy(more, 0, words, 3, more.length);
    words[0] = "doctor";
    words[1] = "-c";
    words[2] = file.toString();
    return Assayer.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
  }

  private JsonNode finding(String tried) {
    return out.toString()
        .lines()
        .map(line -> JsonMapper.shared().readTree(line))
        .filter(line -> line.path("tried").stringValue().equals(tried))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everythingWell_isFine() throws Exception {
    try (PriceServer server = new PriceServer()) {
      server.say(
          "/latest/dex/search",
          "{\"pairs\":["
              + PriceServer.pair("base", "0x" + "b".repeat(40), "WETH", "3000", 1_000_000)
              + "]}");
      String config = server.config(folder.resolve("data").toString(), "dexscreener");
      assertThat(examine(config)).isEqualTo(ExitCode.FINE);
      assertThat(out.toString())
          .contains("● dexscreener     answered in ")
          .contains("○ moralis         not asked: prices.providers.moralis.enabled is off")
          .contains("● clock           0 s ");
    }
  }

  @Test
  void whatFails_saysWhatToDo_andShowsNoKey() throws Exception {
    try (PriceServer server = new PriceServer()) {
      server.say("/latest/dex/search", 500, "oops").say("/", 401, "{\"message\":\"" + KEY + "\"}");
      String config =
          server
              .config(folder.resolve("data").toString(), "dexscreener", "birdeye")
              .replace("birdeye: {", "birdeye: {key: \"" + KEY + "\", ");
      assertThat(examine(config, "--json")).isEqualTo(ExitCode.TRY_AGAIN);
      assertThat(finding("birdeye").path("found").stringValue())
          .startsWith("birdeye answers 401: it does not let us in");
      assertThat(finding("birdeye").path("advice").stringValue())
          .isEqualTo("look at prices.providers.birdeye.key and prices.providers.birdeye.base_url");
      assertThat(out + "" + err).doesNotContain(KEY, "127.0.0.1");
    }
  }

  @Test
  void aKeyThatIsMissing_isSaid() throws Exception {
    try (PriceServer server = new PriceServer()) {
      String config = server.config(folder.resolve("data").toString(), "moralis");
      var _ = examine(config, "--json");
      assertThat(finding("moralis").path("found").stringValue())
          .isEqualTo("not asked: it wants a key: set prices.providers.moralis.key");
    }
  }

  @Test
  void offline_asksNobody() throws Exception {
    assertThat(
            examine("data: {directory: \"" + folder + "\"}\nprices: {online: false}\n", "--json"))
        .isEqualTo(ExitCode.FINE);
    assertThat(finding("coingecko").path("found").stringValue())
        .isEqualTo("not asked: prices.online is off");
  }

  private String offline() {
    return "data: {directory: \"" + folder + "\"}\n";
  }

  @Test
  void secretsInAConfigurationThatOthersCanRead_areAWarning() throws Exception {
    String config =
        offline() + "prices: {online: false, providers: {birdeye: {key: \"" + KEY + "\"}}}\n";
    Path file = folder.resolve("assay.yml");
    Files.createFile(file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(examine(config, "--json")).isEqualTo(ExitCode.FINE);
    assertThat(finding("configuration").path("result").stringValue()).isEqualTo("ODD");
    assertThat(finding("configuration").path("found").stringValue())
        .isEqualTo(file + " holds prices.providers.birdeye.key and can be read by others");
    assertThat(finding("configuration").path("advice").stringValue())
        .isEqualTo("chmod 600 " + file);
    assertThat(out.toString()).doesNotContain(KEY);
    out.getBuffer().setLength(0);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    var _ = examine(config, "--json");
    assertThat(finding("configuration").path("result").stringValue()).isEqualTo("FINE");
  }

  @Test
  void aConfigurationWithoutSecrets_mayBeReadByOthers() throws Exception {
    var _ = examine(offline() + "prices: {online: false}\n", "--json");
    assertThat(out.toString()).doesNotContain("\"configuration\"");
  }

  @Test
  void whatIsConnected_isSaid_andNoKeyIsNamedThatDoesNotExist() throws Exception {
    var _ = examine(offline() + "prices: {online: false}\n", "--json");
    assertThat(finding("inbox").path("found").stringValue())
        .isEqualTo(folder.resolve("inbox") + " (not made yet)");
    assertThat(finding("sheets").path("found").stringValue())
        .startsWith("not configured")
        .endsWith("tables are written as CSV into " + folder.resolve("tables"));
    assertThat(finding("alerts").path("advice").stringValue()).isEqualTo("add alerts.webhook.url");
    out.getBuffer().setLength(0);
    var _ =
        examine(
            offline()
                + "prices: {online: false}\nalerts: {webhook: {url: \"https://x.example/"
                + KEY
                + "\"}}\n",
            "--json");
    assertThat(finding("alerts").path("found").stringValue())
        .isEqualTo("configured: alerts.webhook.url");
    assertThat(out.toString()).doesNotContain(KEY, "not in this version");
  }

  @Test
  void everyKeyThatIsAdvised_exists() throws Exception {
    var _ = examine(offline() + "prices: {online: false}\n", "--json");
    String known =
        new String(
            Files.readAllBytes(
                Path.of(System.getProperty("assay.root"), "config/assay.example.yml")),
            StandardCharsets.UTF_8);
    out.toString()
        .lines()
        .map(line -> JsonMapper.shared().readTree(line).path("advice").stringValue())
        .filter(advice -> advice.startsWith("add "))
        .flatMap(advice -> Stream.of(advice.substring(4).split(", ", -1)))
        .forEach(key -> assertThat(known).contains(key.substring(key.lastIndexOf('.') + 1) + ":"));
  }

  @Test
  void aTokenThatOthersMayChange_isBad_andOneThatIsNotThereYetIsFine() throws Exception {
    String config = offline() + "prices: {online: false}\n";
    assertThat(examine(config, "--json")).isEqualTo(ExitCode.FINE);
    assertThat(finding("token").path("found").stringValue())
        .isEqualTo(folder.resolve("token") + " is not made yet; the first start makes it");
    Path token = folder.resolve("token");
    Files.writeString(token, "secret");
    Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw--w----"));
    out.getBuffer().setLength(0);
    assertThat(examine(config, "--json")).isEqualTo(ExitCode.TRY_AGAIN);
    assertThat(finding("token").path("advice").stringValue()).isEqualTo("chmod 600 " + token);
  }

  @Test
  void aTokenThatOthersCanRead_isBad() throws Exception {
    Path token = folder.resolve("token");
    Files.writeString(token, "secret");
    Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(examine("data: {directory: \"" + folder + "\"}\nprices: {online: false}\n"))
        .isEqualTo(ExitCode.TRY_AGAIN);
    assertThat(out.toString()).contains("can be read by others → chmod 600 ");
  }
}
