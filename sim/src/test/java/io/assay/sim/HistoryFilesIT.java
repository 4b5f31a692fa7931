package io.assay.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFilesIT {
  private static final HistoryPlan SMALL =
      new HistoryPlan(
          3, 4, 400, 20, 0.2, Instant.parse("2024-01-01T00:00:00Z"), 20, 10, Duration.ofHours(1));

  @TempDir Path folder;

  private static byte[] content(Path file) throws IOException {
    try (InputStream raw = Files.newInputStream(file)) {
      boolean zipped = file.toString().endsWith(".gz");
      return zipped ? new GZIPInputStream(raw).readAllBytes() : raw.readAllBytes();
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void write_theSamples_areTheOnesShipped() throws IOException {
    Path shipped = Path.of(System.getProperty("assay.root"), "samples");
    HistoryFiles.write(History.of(HistoryPlan.samples()), folder, true);
    assertThat(content(folder.resolve("result.json")))
        .isEqualTo(content(shipped.resolve("result.json")));
    assertThat(names(folder.resolve("candles"))).isEqualTo(names(shipped.resolve("candles")));
    for (String name : names(folder.resolve("candles"))) {
      assertThat(content(folder.resolve("candles").resolve(name)))
          .as(name)
          .isEqualTo(content(shipped.resolve("candles").resolve(name)));
    }
  }

  @Test
  void write_candles_areSane() throws IOException {
    HistoryFiles.write(History.of(SMALL), folder, false);
    for (String name : names(folder.resolve("candles"))) {
      List<String> lines = Files.readAllLines(folder.resolve("candles").resolve(name));
      assertThat(lines.getFirst()).isEqualTo("time,open,high,low,close,volume");
      long before = 0;
      for (String line : lines.subList(1, lines.size())) {
        String[] field = line.split(",", -1);
        long at = Long.parseLong(field[0]);
        double high = Double.parseDouble(field[2]);
        double low = Double.parseDouble(field[3]);
        for (int i : new int[] {1, 4}) {
          assertThat(Double.parseDouble(field[i])).as(name).isBetween(low, high).isPositive();
        }
        assertThat(at).isGreaterThan(before);
        assertThat(line).doesNotContain("E");
        before = at;
      }
      assertThat(lines).hasSize(1 + 30 * 24);
    }
  }

  @Test
  void of_thePlan_isTheSameHistoryEachTime() {
    assertThat(History.of(SMALL).events()).isEqualTo(History.of(SMALL).events());
    HistoryPlan other =
        new HistoryPlan(4, 4, 400, 20, 0.2, SMALL.from(), 20, 10, Duration.ofHours(1));
    assertThat(History.of(other).events()).isNotEqualTo(History.of(SMALL).events());
  }

  @Test
  void events_areInTimeOrderAndOfEveryChannel() {
    var events = History.of(SMALL).events();
    assertThat(events).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
    assertThat(events.stream().map(event -> event.chat()).distinct()).hasSize(4);
    assertThat(History.of(SMALL).titles().values())
        .containsExactly("Harbour Calls", "Coinflip Club", "Rocket Room", "Only Winners");
  }

  @Test
  void kinds_followEachOther() {
    assertThat(List.of(History.kind(0), History.kind(5), History.kind(6), History.kind(3)))
        .containsExactly(Kind.SKILLED, Kind.LUCKY, Kind.PUMPER, Kind.DELETER);
    assertThat(Kind.SKILLED.name().toLowerCase(Locale.ROOT)).isEqualTo("skilled");
  }
}
