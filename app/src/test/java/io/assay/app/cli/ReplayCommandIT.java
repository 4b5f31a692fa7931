package io.assay.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.app.cli.option.ExitCode;
import io.assay.app.screen.TextTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReplayCommandIT {
  private static final Path SAMPLES = Path.of(System.getProperty("assay.root"), "samples");
  private static final String EXPORT = SAMPLES.resolve("result.json").toString();
  private static final String CANDLES = SAMPLES.resolve("candles").toString();

  @TempDir Path folder;

  private record Answer(int code, String out, String err) {
    JsonNode json() {
      return JsonMapper.shared().readTree(out);
    }
  }

  private static Answer assay(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Assayer.run(new PrintWriter(out), new PrintWriter(err), words);
    return new Answer(code, out.toString(), err.toString());
  }

  @Test
  void replay_theSamples_showsAJudgedTable() {
    Answer answer = assay("replay", EXPORT, "--candles", CANDLES);
    assertThat(answer.code()).isZero();
    assertThat(answer.err()).isEmpty();
    assertThat(answer.out().lines().toList())
        .anyMatch(line -> line.startsWith("Harbour Calls") && line.contains("BETTER"))
        .anyMatch(line -> line.startsWith("Coinflip Club") && line.contains("LUCK"))
        .anyMatch(line -> line.startsWith("Rocket Room") && line.contains("WORSE"));
  }

  @Test
  void json_isOneObjectWithTheIdentity() {
    JsonNode json = assay("replay", EXPORT, "--candles", CANDLES, "--json").json();
    long ignored = 0;
    for (JsonNode count : json.get("ignored")) {
      ignored += count.asLong();
    }
    long parts =
        json.get("opened").asLong()
            + json.get("repeated").asLong()
            + json.get("deferred").asLong()
            + json.get("failed").asLong()
            + ignored;
    assertThat(json.get("messages").asLong()).isEqualTo(parts).isEqualTo(519);
    assertThat(json.get("channels")).hasSize(4);
    List<String> fields = new ArrayList<>(json.get("channels").get(0).propertyNames());
    assertThat(fields)
        .contains("chat", "title", "messages", "calls", "settled", "winRate", "zeroEdge")
        .contains("medianReturn", "lowerBound", "classic", "tier", "verdict");
    assertThat(json.get("calls").propertyNames())
        .containsExactlyInAnyOrder("OPEN", "RESOLVED", "DEAD", "UNPRICEABLE");
    assertThat(json.has("duplicates")).isTrue();
    assertThat(json.has("seconds")).isTrue();
  }

  @Test
  void db_aSecondRun_hearsNothingNewAndStandsTheSame() {
    String db = folder.resolve("assay.db").toString();
    JsonNode first = assay("replay", EXPORT, "--candles", CANDLES, "--db", db, "--json").json();
    JsonNode second = assay("replay", EXPORT, "--candles", CANDLES, "--db", db, "--json").json();
    assertThat(second.get("messages").asLong()).isZero();
    assertThat(second.get("opened").asLong()).isZero();
    assertThat(second.get("duplicates").asLong()).isEqualTo(519);
    assertThat(second.get("channels")).isEqualTo(first.get("channels"));
    assertThat(second.get("calls")).isEqualTo(first.get("calls"));
  }

  @Test
  void out_writesBothTablesAndNothingElse() throws IOException {
    Path out = folder.resolve("deep/out");
    assertThat(assay("replay", EXPORT, "--candles", CANDLES, "--out", out.toString()).code())
        .isZero();
    try (var files = Files.list(out)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("calls.csv", "channels.csv");
    }
    List<String> calls = Files.readAllLines(out.resolve("calls.csv"));
    assertThat(calls).hasSize(68);
    assertThat(calls.getFirst()).startsWith("call,channel_id,channel_name,message_id,called_at");
    int columns = calls.getFirst().split(",", -1).length;
    assertThat(calls.get(1).split(",", -1)).hasSize(columns);
    assertThat(Files.readAllLines(out.resolve("channels.csv"))).hasSize(5);
  }

  @Test
  void candles_none_isUnpriceableNeverZero() {
    JsonNode json = assay("replay", EXPORT, "--json").json();
    assertThat(json.get("calls").get("RESOLVED").asLong()).isZero();
    assertThat(json.get("calls").get("UNPRICEABLE").asLong()).isPositive();
    assertThat(json.get("channels").get(0).get("winRate").isNull()).isTrue();
  }

  @Test
  void until_stopsTheClock() {
    JsonNode json =
        assay("replay", EXPORT, "--candles", CANDLES, "--until", "2024-03-20T00:00:00Z", "--json")
            .json();
    assertThat(json.get("calls").get("OPEN").asLong()).isPositive();
  }

  @Test
  void badInput_isNamedAndTheRestGoesOn() throws IOException {
    Path broken = folder.resolve("notes.txt");
    Files.writeString(broken, "not an export");
    Answer answer = assay("replay", broken.toString(), EXPORT, "--candles", CANDLES, "--json");
    assertThat(answer.code()).isZero();
    assertThat(answer.err()).contains("notes.txt: is no Telegram export");
    assertThat(answer.json().get("messages").asLong()).isEqualTo(519);
    assertThat(answer.json().get("flaws").asLong()).isEqualTo(1);
  }

  @Test
  void badInput_muchOfItInOnePlace_hidesNoneInAnother() throws IOException {
    Path broken = Files.writeString(folder.resolve("a.jsonl"), "{\"_\": \"M\"}\n".repeat(170));
    Path cut = Files.writeString(folder.resolve("b.jsonl"), "{\"_\": \"Message\", \"id\": 7");
    Path candles = Files.createDirectory(folder.resolve("candles"));
    for (int i = 0; i < 60; i++) {
      Files.writeString(candles.resolve("odd" + i + ".csv"), "");
    }
    Answer answer =
        assay(
            "replay",
            broken.toString(),
            cut.toString(),
            EXPORT,
            "--candles",
            candles.toString(),
            "--json");
    List<String> lines = answer.err().lines().toList();
    assertThat(lines).hasSize(50 + 1 + 1 + 60);
    assertThat(lines.getFirst()).startsWith("assay: " + broken + ":1 (byte 0): ");
    assertThat(lines.get(50)).isEqualTo("assay: " + broken + ": and 120 more flaws");
    assertThat(lines.get(51)).isEqualTo("assay: " + cut + ":1 (byte 24): the JSON ends early");
    assertThat(lines.subList(52, lines.size()))
        .allMatch(line -> line.contains("not named <chain>"));
    assertThat(answer.json().get("flaws").asLong()).isEqualTo(170 + 1 + 60);
  }

  @Test
  void nothingUsable_is65AndWritesNothing() throws IOException {
    Path broken = folder.resolve("notes.txt");
    Files.writeString(broken, "not an export");
    Path db = folder.resolve("never.db");
    Path out = folder.resolve("never");
    Answer answer =
        assay("replay", broken.toString(), "--db", db.toString(), "--out", out.toString());
    assertThat(answer.code()).isEqualTo(65);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err()).doesNotContain("Exception").contains("nothing was written");
    assertThat(db).doesNotExist();
    assertThat(out).doesNotExist();
  }

  @Test
  void misuse_is64InOneLineWithWhatToDo() {
    for (String[] words :
        new String[][] {
          {"replay"},
          {"replay", EXPORT, "--nonsense"},
          {"replay", EXPORT, "--until", "yesterday"},
          {"replay", EXPORT, "--db", ""},
          {"fly"},
          {"verify"},
          {"verify", "--db", " "}
        }) {
      Answer answer = assay(words);
      assertThat(answer.code()).as(String.join(" ", words)).isEqualTo(64);
      assertThat(answer.err()).startsWith("assay: ").contains("Try: assay");
      assertThat(answer.out()).isEmpty();
    }
  }

  @Test
  void candles_aMissingFolder_isNamed() {
    Answer answer = assay("replay", EXPORT, "--candles", folder.resolve("none").toString());
    assertThat(answer.code()).isEqualTo(65);
    assertThat(answer.err()).contains("there is no folder");
  }

  @Test
  void db_thatCannotBeWritten_is74() throws IOException {
    Path text = folder.resolve("notes.db");
    Files.writeString(text, "these are my notes ".repeat(600));
    Answer answer = assay("replay", EXPORT, "--db", text.toString());
    assertThat(answer.code()).isEqualTo(74);
    assertThat(answer.err().lines().toList()).hasSize(1);
    assertThat(Files.readString(text)).startsWith("these are my notes");
  }

  @Test
  void version_and_help_areThere() {
    assertThat(assay("--version").out()).startsWith("assay ");
    assertThat(assay("replay", "--help").out()).contains("--candles", "--db", "--out", "--until");
    assertThat(assay().out()).contains("replay").contains("verify");
  }

  @Test
  void table_whatSendersWrite_cannotMoveTheCursor() {
    assertThat(TextTable.shown("a\u001b[2Jb\u202ec\nd")).isEqualTo("a[2Jbcd");
    assertThat(TextTable.shown("x".repeat(500))).hasSize(28);
  }

  @Test
  void until_aDayWithinTheHistory_hearsAndPricesNothingLater() throws IOException {
    String out = folder.resolve("out").toString();
    String until = "2024-03-15T00:00:00Z";
    Answer answer =
        assay("replay", EXPORT, "--candles", CANDLES, "--until", until, "--out", out, "--json");
    assertThat(answer.json().get("messages").asLong()).isPositive().isLessThan(519);
    assertThat(answer.json().get("until").asString()).isEqualTo(until);
    List<String> rows = Files.readAllLines(folder.resolve("out/calls.csv"));
    assertThat(rows.subList(1, rows.size()))
        .isNotEmpty()
        .noneMatch(row -> row.split(",", -1)[4].compareTo(until) > 0);
  }

  @Test
  void until_beforeTheFirstMessage_saysSo() {
    Answer answer = assay("replay", EXPORT, "--until", "2020-01-01", "--json");
    assertThat(answer.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err()).contains("after --until").contains("nothing was written");
  }

  @Test
  void until_whatIsNoInstant_isMisuse() {
    for (String words : List.of("tomorrow", "2024-13-01", "+999999999-12-31T23:59:59Z")) {
      Answer answer = assay("replay", EXPORT, "--until", words);
      assertThat(answer.code()).isEqualTo(ExitCode.USAGE);
      assertThat(answer.err()).contains("“" + words + "” is").doesNotContain("java.");
    }
  }

  @Test
  void out_aFile_isNamedWithItsCause() throws IOException {
    Path file = Files.writeString(folder.resolve("afile"), "x");
    Answer answer = assay("replay", EXPORT, "--out", file.toString());
    assertThat(answer.code()).isEqualTo(ExitCode.NOT_WRITTEN);
    assertThat(answer.err()).isEqualTo("assay: " + file + " is there already, and no folder\n");
  }

  @Test
  void db_whoseJournalIsCutOff_isNotWrittenOn() throws Exception {
    Path file = folder.resolve("assay.db");
    assay("replay", EXPORT, "--db", file.toString());
    try (var books = java.sql.DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = books.createStatement()) {
      statement.execute("DELETE FROM journal WHERE block=(SELECT max(block) FROM journal)");
    }
    Answer answer = assay("replay", EXPORT, "--db", file.toString());
    assertThat(answer.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(answer.err()).contains("something was cut off").contains("assay verify --db");
  }

  private static final String TOKEN = "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed";

  private Path flat(String name, String last) throws IOException {
    Path candles = Files.createDirectories(folder.resolve("candles"));
    StringBuilder rows = new StringBuilder();
    for (int minute = 0; minute < 10 * 1440; minute++) {
      rows.append(1_704_103_200L + minute * 60L).append(",1,1,1,1,10\n");
    }
    Files.writeString(candles.resolve(name), rows + last);
    return candles;
  }

  private String calls(String more) throws IOException {
    Path dump = folder.resolve("dump.jsonl");
    String call =
        "{\"id\": 1, \"chat\": 77, \"date\": \"2024-01-01T10:00:00Z\", \"text\": \"Buy now "
            + TOKEN
            + "\"}\n";
    Files.writeString(dump, call + more);
    return dump.toString();
  }

  @Test
  void times_thatHaveNotCome_closeNoCall() throws IOException {
    String future =
        "{\"id\": 2, \"chat\": 77, \"date\": \"2099-01-01T10:00:00Z\", \"text\": \"hi\"}\n";
    Path candles = flat("ethereum_" + TOKEN + ".csv", "");
    flat("coin_BTC.csv", "4102444800,1,1,1,1,1\n");
    Answer answer = assay("replay", calls(future), "--candles", candles.toString(), "--json");
    assertThat(answer.json().get("calls").get("OPEN").asLong()).isEqualTo(1);
    assertThat(answer.json().get("until").asString()).isEqualTo("2024-01-11T09:59:00Z");
    assertThat(answer.json().get("flaws").asLong()).isEqualTo(2);
    assertThat(answer.err().lines().toList())
        .hasSize(2)
        .anyMatch(line -> line.contains("dump.jsonl:2 ") && line.contains("has not come"))
        .anyMatch(
            line -> line.contains("coin_BTC.csv:14401: the time 2100-01-01T00:00:00Z has not"));
  }

  @Test
  void candles_aLoneFileOfNoUse_isNamedAndCounted() throws IOException {
    Path candles = Files.createDirectories(folder.resolve("candles"));
    for (String text : List.of("", "time,open,high,low,close,volume\n", "rubbish")) {
      Files.writeString(candles.resolve("ethereum_" + TOKEN + ".csv"), text);
      Answer answer = assay("replay", calls(""), "--candles", candles.toString(), "--json");
      assertThat(answer.json().get("flaws").asLong()).isPositive();
      assertThat(answer.err()).contains("fewer than two candles");
    }
  }

  @Test
  void candles_afterARunWithoutThem_isSaidToBeTooLate() {
    String db = folder.resolve("assay.db").toString();
    assertThat(assay("replay", EXPORT, "--db", db).err()).isEmpty();
    Answer later = assay("replay", EXPORT, "--candles", CANDLES, "--db", db);
    assertThat(later.err())
        .isEqualTo(
            "assay: "
                + db
                + ": 67 calls that a run without --candles closed as unpriceable stay so;"
                + " use a fresh --db"
                + System.lineSeparator());
    assertThat(later.code()).isZero();
  }

  @Test
  void exports_withoutAZone_areSaidToBeTakenForUtc() throws IOException {
    String text = Files.readString(Path.of(EXPORT)).replaceAll("\"date_unixtime\": \"\\d+\",?", "");
    Path one = Files.writeString(folder.resolve("one.json"), text);
    Path two = Files.writeString(folder.resolve("two.json"), text);
    Answer answer = assay("replay", one.toString(), two.toString(), EXPORT, "--json");
    assertThat(answer.err().lines())
        .containsExactly("assay: " + one + " and 1 more: times without a zone are taken for UTC");
    assertThat(answer.json().get("flaws").asLong()).isZero();
  }
}
