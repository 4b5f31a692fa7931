package io.assay.app.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import io.assay.app.config.Configuration;
import io.assay.app.config.Loaded;
import io.assay.app.config.Settings;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LoggingIT {
  private static final Logger LOG = LoggerFactory.getLogger("io.assay.app.logging.Test");
  private static final Logger LIBRARY = LoggerFactory.getLogger("org.example.Library");

  @TempDir Path folder;
  private final PrintStream stderr = System.err;
  private final ByteArrayOutputStream console = new ByteArrayOutputStream();

  @BeforeEach
  void listen() {
    System.setErr(new PrintStream(console, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void stopListening() {
    System.setErr(stderr);
  }

  private Settings settings(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(more);
    all.put("ASSAY_DATA_DIRECTORY", folder.resolve("data").toString());
    return ((Loaded.Fine) Configuration.load(null, all)).settings();
  }

  private Logging start(Map<String, String> more) {
    return Logging.start(settings(more), "3fa9c2d1", Map.of());
  }

  private Path file() {
    return folder.resolve("data/assay.log");
  }

  private String heard() {
    return console.toString(StandardCharsets.UTF_8);
  }

  @Test
  void log_started_goesToFileAndConsoleWithTheSystemOnEveryLine() throws Exception {
    try (Logging _ = start(Map.of())) {
      LOG.info("one {}", 1);
      Thread other = new Thread(() -> LOG.warn("two"), "assay-other");
      other.start();
      other.join();
    }
    assertThat(Files.readAllLines(file()))
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).contains("[3fa9c2d1]"))
        .satisfies(lines -> assertThat(lines.getFirst()).endsWith("Test: one 1"))
        .satisfies(lines -> assertThat(lines.getLast()).contains("WARN", "assay-other"));
    assertThat(heard()).isEqualTo(Files.readString(file())).doesNotContain("\u001b");
  }

  @Test
  void log_level_canChangeWhileItRuns() throws IOException {
    try (Logging logging = start(Map.of("ASSAY_LOGGING_LEVEL", "warn"))) {
      LOG.info("unheard");
      logging.level(Level.DEBUG);
      LOG.debug("heard");
      logging.level(Level.ERROR);
      LOG.warn("unheard");
    }
    assertThat(Files.readString(file())).contains("heard").doesNotContain("unheard");
  }

  @Test
  void log_ofLibraries_isHeardFromWarningsOn() throws IOException {
    try (Logging _ = start(Map.of("ASSAY_LOGGING_LEVEL", "trace"))) {
      LIBRARY.info("chatter");
      LIBRARY.warn("trouble");
      LOG.trace("detail");
    }
    assertThat(Files.readString(file())).contains("trouble", "detail").doesNotContain("chatter");
  }

  @Test
  void log_asJson_isAnObjectALine() throws IOException {
    try (Logging _ = start(Map.of("ASSAY_LOGGING_JSON", "true"))) {
      LOG.warn("a \"{}\"\nb", "x", new IOException("full"));
    }
    JsonNode event = JsonMapper.shared().readTree(Files.readString(file()));
    assertThat(Files.readAllLines(file())).hasSize(1);
    assertThat(event.get("formattedMessage").asString()).isEqualTo("a \"x\"\nb");
    assertThat(event.get("level").asString()).isEqualTo("WARN");
    assertThat(event.at("/context/properties/system").asString()).isEqualTo("3fa9c2d1");
    assertThat(event.at("/throwable/message").asString()).isEqualTo("full");
  }

  @Test
  void log_withoutConsole_goesToTheFileAlone() throws IOException {
    try (Logging _ = start(Map.of("ASSAY_LOGGING_CONSOLE", "false"))) {
      LOG.error("quiet");
    }
    assertThat(heard()).isEmpty();
    assertThat(Files.readString(file())).contains("quiet");
  }

  @Test
  void log_grown_isPutAwayCompressedAndOnlySoManyAreKept() throws IOException {
    Map<String, String> small = Map.of("ASSAY_LOGGING_MAX_SIZE", "64KB", "ASSAY_LOGGING_KEEP", "2");
    try (Logging _ = start(small)) {
      for (int i = 0; i < 5_000; i++) {
        LOG.info("line {}", i);
      }
    }
    assertThat(folder.resolve("data"))
        .isDirectoryContaining(path -> path.endsWith("assay.log"))
        .isDirectoryContaining(path -> path.endsWith("assay.log.1.gz"))
        .isDirectoryContaining(path -> path.endsWith("assay.log.2.gz"));
    try (var files = Files.list(folder.resolve("data"))) {
      assertThat(files).hasSize(3);
    }
    assertThat(Files.readString(file())).contains("line 4999");
    assertThat(unpacked(folder.resolve("data/assay.log.1.gz"))).contains("Test: line ");
  }

  private static String unpacked(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void log_ofYesterday_isPutAwayBeforeTheFirstLine() throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), "yesterday\n");
    Files.setLastModifiedTime(file(), FileTime.from(Instant.parse("2020-01-01T10:00:00Z")));
    try (Logging _ = start(Map.of())) {
      LOG.info("today");
      LOG.info("today too");
    }
    assertThat(Files.readAllLines(file())).hasSize(2);
    assertThat(unpacked(folder.resolve("data/assay.log.1.gz"))).isEqualTo("yesterday\n");
    assertThat(folder.resolve("data/assay.log.2.gz")).doesNotExist();
  }

  @Test
  void day_thatGoesBack_putsNothingAway() throws IOException {
    Path file = Files.writeString(folder.resolve("a.log"), "x");
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-02-03T23:00:00Z")));
    SizeOrDay trigger = new SizeOrDay(file.toFile(), 100);
    for (String at : new String[] {"2026-02-03T23:59:59Z", "2026-02-01T00:00:00Z"}) {
      assertThat(trigger.isTriggeringEvent(file.toFile(), at(at))).isFalse();
    }
    assertThat(trigger.isTriggeringEvent(file.toFile(), at("2026-02-04T00:00:00Z"))).isTrue();
    assertThat(trigger.isTriggeringEvent(file.toFile(), at("2026-02-04T00:00:01Z"))).isFalse();
  }

  private static LoggingEvent at(String instant) {
    LoggingEvent event = new LoggingEvent();
    event.setInstant(Instant.parse(instant));
    return event;
  }

  @Test
  void log_closed_isQuietAgainAndCanStartAnew() throws IOException {
    start(Map.of()).close();
    LOG.info("unheard");
    LOG.warn("between");
    assertThat(heard()).contains("between").doesNotContain("unheard", "3fa9c2d1");
    try (Logging _ = start(Map.of())) {
      LOG.info("again");
    }
    assertThat(Files.readString(file())).contains("again").doesNotContain("between");
  }

  @Test
  void start_fileThatCannotBeWritten_isAFaultThatNamesIt() throws IOException {
    Files.writeString(folder.resolve("data"), "in the way");
    assertThatThrownBy(() -> start(Map.of()))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("assay.log")
        .hasMessageContaining("logging.file")
        .satisfies(e -> assertThat(Fault.kindOf(e)).isEqualTo(ErrorKind.OPERATIONAL));
    assertThatThrownBy(() -> start(Map.of("ASSAY_LOGGING_FILE", folder + "/%d.log")))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("%");
  }

  @Test
  void log_untilSomebodySaysOtherwise_isWarningsOnStandardError() {
    LoggerContext fresh = new LoggerContext();
    fresh.setMDCAdapter(new LogbackMDCAdapter());
    Logging.beQuiet(fresh);
    fresh.getLogger("io.assay.X").info("unheard");
    fresh.getLogger("io.assay.X").warn("heard");
    assertThat(heard()).contains("heard").doesNotContain("unheard");
    assertThat(ServiceLoader.load(Configurator.class))
        .hasAtLeastOneElementOfType(QuietConfigurator.class);
  }
}
