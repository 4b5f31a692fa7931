package io.assay.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.app.config.document.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The example, changed by chance in ways that people and disks change files.
class ConfigurationFuzzIT {
  private static final int RUNS = 500;
  private static final String SECRET = "hunter2hunter2hunter2";
  private static final String SIGNS = ":{}[]#&*!|>'\"%@`,-?\t\n \u0000\u001b\uFEFF\uD800é0";

  @TempDir Path folder;
  private final Random random = new Random(7);
  private String example;

  @BeforeEach
  void read() throws IOException {
    Path file = Path.of(System.getProperty("assay.root"), "config", "assay.example.yml");
    example =
        Files.readString(file)
            .replace("#token:", "token: " + SECRET)
            .replace("    #url:", "    url: https://example.org/" + SECRET);
    assertThat(example).contains(SECRET);
  }

  private Loaded load(byte[] bytes) throws IOException {
    Path file = folder.resolve("fuzz.yml");
    Files.write(file, bytes);
    return Configuration.load(file, Map.of());
  }

  private static void assertTold(Loaded loaded, String what) {
    if (loaded instanceof Loaded.Wrong(List<Problem> problems)) {
      assertThat(problems).as(what).isNotEmpty();
      assertThat(problems)
          .as(what)
          .allSatisfy(
              problem -> assertThat(problem.toString()).doesNotContain("\n", "Exception", SECRET));
    }
  }

  private String withSigns() {
    StringBuilder text = new StringBuilder(example);
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(text.length());
      char sign = SIGNS.charAt(random.nextInt(SIGNS.length()));
      switch (random.nextInt(3)) {
        case 0 -> text.insert(at, sign);
        case 1 -> text.setCharAt(at, sign);
        default -> text.deleteCharAt(at);
      }
    }
    return text.toString();
  }

  private String withLinesMoved() {
    List<String> lines = new ArrayList<>(example.lines().toList());
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(lines.size());
      switch (random.nextInt(4)) {
        case 0 -> lines.remove(at);
        case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
        case 2 -> Collections.swap(lines, at, random.nextInt(lines.size()));
        default -> lines.set(at, "  " + lines.get(at));
      }
    }
    return String.join("\n", lines);
  }

  @Test
  void load_charactersChanged_neverThrowsAndTellsNoSecret() throws IOException {
    for (int i = 0; i < RUNS; i++) {
      String text = withSigns();
      assertTold(load(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)), text);
    }
  }

  @Test
  void load_linesMoved_neverThrowsAndTellsNoSecret() throws IOException {
    int wrong = 0;
    for (int i = 0; i < RUNS; i++) {
      String text = withLinesMoved();
      Loaded loaded = load(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      assertTold(loaded, text);
      wrong += loaded instanceof Loaded.Wrong ? 1 : 0;
    }
    assertThat(wrong).isBetween(RUNS / 10, RUNS);
  }

  @Test
  void load_bytesOfChance_neverThrows() throws IOException {
    for (int i = 0; i < RUNS; i++) {
      byte[] bytes = new byte[random.nextInt(64)];
      random.nextBytes(bytes);
      assertTold(load(bytes), java.util.HexFormat.of().formatHex(bytes));
    }
  }

  @Test
  void load_cutOffAnywhere_neverThrowsAndTellsNoSecret() throws IOException {
    for (int length = 0; length < example.length(); length += 1 + random.nextInt(30)) {
      String text = example.substring(0, length);
      assertTold(load(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)), text);
    }
  }
}
