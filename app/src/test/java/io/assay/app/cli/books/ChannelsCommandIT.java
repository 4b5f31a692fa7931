package io.assay.app.cli.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.adapters.sqlite.SqliteBooks;
import io.assay.app.cli.Assayer;
import io.assay.app.cli.option.ConfigOption;
import io.assay.app.screen.Cells;
import io.assay.core.flow.CallFlow;
import io.assay.core.flow.Live;
import io.assay.core.flow.Replay;
import io.assay.core.ledger.JournalEntry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ChannelsCommandIT {
  @TempDir static Path folder;
  private static SampleBooks books = new SampleBooks(Path.of(""));

  @BeforeAll
  static void replay() {
    books = SampleBooks.in(folder);
  }

  private static List<String> titles(JsonNode json) {
    List<String> titles = new ArrayList<>();
    json.get("channels").forEach(one -> titles.add(one.get("title").asString()));
    return titles;
  }

  @Test
  void text_on80Columns_fitsAndSaysWhatFoundNoRoom() {
    var answer = books.ask("channels");
    assertThat(answer.code()).isZero();
    assertThat(answer.err()).isEmpty();
    assertThat(answer.out().lines()).allMatch(line -> Cells.width(line) <= 80);
    assertThat(answer.out())
        .startsWith("4 of 4 channels as of 2024-05-11T23:45:00Z\n# ranks by")
        .contains("BETTER $", "luck alone wins 49.4 %", "no room for: tier")
        .doesNotContain("UNPROVEN");
  }

  @Test
  void text_onARoll_hasEveryColumn() {
    String out = books.ask(Integer.MAX_VALUE, "channels").out();
    assertThat(out)
        .contains("settled", "eff. n", "median", "mean", "missing", "classic", "tier")
        .doesNotContain("no room");
    assertThat(out.lines()).anyMatch(line -> line.contains("Harbour") && line.endsWith("Average"));
  }

  /// What `replay --json` says of each, and more.
  @Test
  void json_isOneObjectWithAllThatAReplaySays() throws IOException {
    StringWriter out = new StringWriter();
    Assayer.run(
        new PrintWriter(out),
        new PrintWriter(new StringWriter()),
        "replay",
        SampleBooks.export(),
        "--candles",
        SampleBooks.candles(),
        "--json");
    JsonNode replayed = JsonMapper.shared().readTree(out.toString()).get("channels");
    var answer = books.ask("channels", "--json");
    assertThat(answer.out()).hasLineCount(1);
    JsonNode json = answer.json();
    assertThat(json.get("asOf").asString()).isEqualTo("2024-05-11T23:45:00Z");
    assertThat(json.get("channels")).hasSize(4);
    for (int i = 0; i < 4; i++) {
      JsonNode one = json.get("channels").get(i);
      assertThat(one.get("rank").asInt()).isEqualTo(i + 1);
      replayed
          .get(i)
          .propertyStream()
          .forEach(it -> assertThat(one.get(it.getKey())).as(it.getKey()).isEqualTo(it.getValue()));
      assertThat(one.get("growth").asDouble())
          .isBetween(one.get("lowerBound").asDouble(), one.get("upperBound").asDouble());
      long states = 0;
      for (JsonNode state : one.get("states")) {
        states += state.asLong();
      }
      assertThat(states).isEqualTo(one.get("calls").asLong());
      assertThat(one.get("missingShare").asDouble()).isBetween(0.0, 1.0);
    }
  }

  @Test
  void csv_isTheTableOfAReplay() throws IOException {
    Path out = folder.resolve("tables");
    SampleBooks.in(Files.createDirectory(folder.resolve("again")), "--out", out.toString());
    assertThat(books.ask("channels", "--csv").out())
        .isEqualTo(Files.readString(out.resolve("channels.csv")));
    assertThat(books.ask("calls", "--csv", "--sort", "oldest", "--limit", "1000").out())
        .isEqualTo(Files.readString(out.resolve("calls.csv")));
  }

  /// The clock of a replay that stops is the instant that the full books are asked for.
  @Test
  void asOf_isWhatAReplayUntilThenSays() throws IOException {
    String then = "2024-04-05T12:00:00Z";
    Path out = folder.resolve("then");
    SampleBooks.in(
        Files.createDirectory(folder.resolve("until")), "--until", then, "--out", out.toString());
    assertThat(books.ask("channels", "--csv", "--as-of", then).out())
        .isEqualTo(Files.readString(out.resolve("channels.csv")))
        .isNotEqualTo(books.ask("channels", "--csv").out());
    String calls =
        books.ask("calls", "--csv", "--as-of", then, "--sort", "oldest", "--limit", "999").out();
    assertThat(calls).isEqualTo(Files.readString(out.resolve("calls.csv")));
    assertThat(books.ask("channels", "--as-of", then).out())
        .contains("as of " + then, "UNPROVEN: evidence of fewer than ten");
  }

  @Test
  void asOf_beforeAnything_isNobody() {
    var answer = books.ask("channels", "--as-of", "2020-01-01");
    assertThat(answer.code()).isZero();
    assertThat(answer.out()).startsWith("0 of 0 channels as of 2020-01-01T00:00:00Z");
  }

  @Test
  void asOf_whatIsStillToCome_isMisuse() {
    var answer = books.ask("channels", "--as-of", "9999-01-01");
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.err()).contains("--as-of 9999-01-01T00:00:00Z is still to come");
  }

  @Test
  void sort_otherThanByRank_leavesTheRanks() {
    for (String key : List.of("win", "median", "mean", "classic", "calls", "n")) {
      String field =
          Map.of(
                  "win", "winRate",
                  "median", "medianReturn",
                  "mean", "meanReturn",
                  "classic", "classic",
                  "calls", "calls",
                  "n", "mature")
              .getOrDefault(key, "");
      JsonNode json = books.ask("channels", "--json", "--sort", key).json();
      List<Double> values = new ArrayList<>();
      json.get("channels").forEach(one -> values.add(-one.get(field).asDouble()));
      assertThat(values).as(key).isSorted().hasSize(4);
    }
    JsonNode byTitle = books.ask("channels", "--json", "--sort", "title").json();
    assertThat(titles(byTitle)).isSorted();
    List<Integer> ranks = new ArrayList<>();
    byTitle.get("channels").forEach(one -> ranks.add(one.get("rank").asInt()));
    assertThat(ranks).containsExactlyInAnyOrder(1, 2, 3, 4).isNotEqualTo(List.of(1, 2, 3, 4));
    assertThat(books.ask("channels", "--sort", "title").out())
        .contains("Sorted by title, which ranks nobody.");
  }

  @Test
  void min_leavesOutWhoHasFewer() {
    JsonNode all = books.ask("channels", "--json").json().get("channels");
    JsonNode some = books.ask("channels", "--json", "--min", "15").json().get("channels");
    assertThat(some.size()).isPositive().isLessThan(all.size());
    some.forEach(one -> assertThat(one.get("mature").asLong()).isGreaterThanOrEqualTo(15));
  }

  @Test
  void chain_countsAndJudgesByItsCallsAlone() {
    JsonNode all = books.ask("channels", "--json").json();
    long calls = 0;
    for (String market : List.of("solana", "base", "coin", "listing", "bsc", "ethereum")) {
      JsonNode part = books.ask("channels", "--json", "--chain", market).json();
      assertThat(part.get("market").asString()).isEqualTo(market);
      for (JsonNode one : part.get("channels")) {
        assertThat(one.get("calls").asLong()).isPositive();
        calls += one.get("calls").asLong();
      }
    }
    long inAll = 0;
    for (JsonNode one : all.get("channels")) {
      inAll += one.get("calls").asLong();
    }
    assertThat(calls).isEqualTo(inAll);
    JsonNode solana = books.ask("channels", "--json", "--chain", "SOLANA").json();
    assertThat(solana.get("channels").get(0).get("effectiveN").asDouble())
        .isLessThan(all.get("channels").get(0).get("effectiveN").asDouble());
    assertThat(books.ask("channels", "--chain", "solana").out())
        .contains("judged by solana calls alone");
  }

  @Test
  void misuse_isSaidInOneLine() {
    for (String[] words :
        new String[][] {
          {"channels", "--chain", "moon"},
          {"channels", "--min", "-1"},
          {"channels", "--sort", "luck"},
          {"channels", "--json", "--csv"},
          {"calls", "--limit", "0"},
          {"calls", "--state", "maybe"},
          {"calls", "--since", "yesterday"},
          {"show"}
        }) {
      var answer = books.ask(words);
      assertThat(answer.code()).as(String.join(" ", words)).isEqualTo(2);
      assertThat(answer.out()).isEmpty();
      assertThat(answer.err()).isNotEmpty();
    }
  }

  @Test
  void booksThatAreNot_are65AndNamed() throws IOException {
    Path none = folder.resolve("none.db");
    for (List<String> command :
        List.of(List.of("channels"), List.of("calls"), List.of("show", "x"))) {
      var answer = new SampleBooks(none).ask(command.toArray(String[]::new));
      assertThat(answer.code()).as(command.getFirst()).isEqualTo(65);
      assertThat(answer.err()).isEqualTo("assay: there is no file " + none + "\n");
    }
    assertThat(none).doesNotExist();
    Path text = Files.writeString(folder.resolve("notes.db"), "hello ".repeat(1000));
    var answer =
        SampleBooks.run(new ConfigOption(Map.of()), 80, "channels", "--db", text.toString());
    assertThat(answer.code()).isEqualTo(65);
    assertThat(answer.err()).startsWith("assay: ").hasLineCount(1).doesNotContain("Exception");
  }

  @Test
  void withoutAFile_theBooksOfTheDataDirectoryAreRead() throws IOException {
    Path data = Files.createDirectories(folder.resolve("data"));
    ConfigOption config = new ConfigOption(Map.of("ASSAY_DATA_DIRECTORY", data.toString()));
    var missing = SampleBooks.run(config, 80, "channels");
    assertThat(missing.code()).isEqualTo(65);
    assertThat(missing.err()).contains("there are no books " + data.resolve("assay.db"), "--db");
    Files.copy(books.file(), data.resolve("assay.db"));
    assertThat(SampleBooks.run(config, 80, "channels").out())
        .isEqualTo(books.ask("channels").out());
  }

  /// A system runs on the file: what it has committed is seen, what it is about to write is not,
  /// and what was known before stays as it was.
  @Test
  void booksThatSomebodyWrites_areReadAsCommitted() throws IOException {
    SampleBooks shared = new SampleBooks(Files.copy(books.file(), folder.resolve("shared.db")));
    String before = shared.ask("channels").out();
    Instant later = Instant.parse("2024-06-20T00:00:00Z");
    try (SqliteBooks writer = SqliteBooks.open(shared.file())) {
      List<String> meanwhile = new ArrayList<>();
      assertThatThrownBy(() ->
              writer.transact(() -> {
                CallFlow flow = new CallFlow(writer);
                flow.fold(new JournalEntry.Passed(later));
                flow.save();
                meanwhile.add(shared.ask("channels").out());
                throw new IllegalStateException("not committed");
              }))
          .hasMessage("not committed");
      assertThat(meanwhile).containsExactly(before);
      new Live(writer, Replay.Limits.BULK).pass(later);
      assertThat(shared.ask("channels").out()).contains("as of " + later);
      assertThat(shared.ask("channels", "--as-of", "2024-05-11T23:45:00Z").out()).isEqualTo(before);
    }
  }
}
