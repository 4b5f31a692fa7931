package io.assay.app.cli.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.app.cli.Assayer;
import io.assay.app.screen.Cells;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ShowCommandIT {
  @TempDir static Path folder;
  private static SampleBooks books = new SampleBooks(Path.of(""));

  @BeforeAll
  static void replay() {
    books = SampleBooks.in(folder);
  }

  private static JsonNode first(String... words) {
    return books.ask(words).lines().getFirst();
  }

  @Test
  void call_isToldFromWhatWasSaidToWhatItCameTo() {
    JsonNode listed = first("calls", "--json", "--state", "resolved", "--sort", "return");
    String id = listed.get("call").asString();
    JsonNode json = books.ask("show", id, "--json").json();
    assertThat(json.get("kind").asString()).isEqualTo("call");
    listed
        .propertyStream()
        .forEach(it -> assertThat(json.get(it.getKey())).as(it.getKey()).isEqualTo(it.getValue()));
    assertThat(json.get("message")).isNotEmpty();
    assertThat(json.at("/message/0/text").asString()).isNotEmpty();
    assertThat(json.get("checkpoints")).hasSize(6);
    assertThat(json.at("/checkpoints/5/state").asString()).isEqualTo("reached");
    assertThat(json.at("/exits/0/reason").asString()).isEqualTo("take_profit");
    assertThat(json.at("/course/rawHighUse").asString()).isEqualTo("for display only");
    assertThat(json.at("/prices/source").asString()).isEqualTo("files");
    var text = books.ask("show", id);
    assertThat(text.code()).isZero();
    assertThat(text.out())
        .startsWith("call " + id + " as of")
        .contains("\nsaid\n", "\nentry\n", "\nheld until\n", "\nout by\n", "for display only")
        .contains("take profit", "files");
    json.at("/message/0/text")
        .asString()
        .lines()
        .forEach(line -> assertThat(text.out()).contains("    | " + line));
  }

  @Test
  void call_thatNobodyCouldPrice_saysWhy() {
    JsonNode listed = first("calls", "--json", "--state", "unpriceable");
    String out = books.ask("show", listed.get("call").asString()).out();
    assertThat(out.replaceAll("\\s+", " "))
        .contains("none: " + listed.get("cause").asString(), "UNPRICEABLE")
        .doesNotContain("raw high");
  }

  @Test
  void call_asOfItsFirstDay_isOpenAndKnowsNothingLater() {
    JsonNode listed = first("calls", "--json", "--state", "resolved", "--sort", "oldest");
    String id = listed.get("call").asString();
    String day = listed.get("calledAt").asString().substring(0, 10) + "T23:59:59Z";
    JsonNode json = books.ask("show", id, "--json", "--as-of", day).json();
    assertThat(json.get("state").asString()).isEqualTo("OPEN");
    assertThat(json.at("/checkpoints/5/state").asString()).isEqualTo("awaited");
    String before = listed.get("calledAt").asString().substring(0, 10) + "T00:00:00Z";
    assertThat(books.ask("show", id, "--as-of", before).err())
        .isEqualTo("assay: there is no call " + id + "\n");
  }

  @Test
  void channel_byTitlePartOrId_hasItsRecord() {
    var byTitle = books.ask("show", "harbour calls");
    assertThat(byTitle.code()).isZero();
    assertThat(byTitle.out())
        .startsWith("channel 1700000001  Harbour Calls\n")
        .contains("BETTER than luck", "surely a gain", "1 of 4 by its lower end")
        .contains("returns of mature calls", "█", "last calls");
    assertThat(byTitle.out().lines()).allMatch(line -> Cells.width(line) <= 80);
    assertThat(books.ask("show", "Harb").out()).isEqualTo(byTitle.out());
    assertThat(books.ask("show", "1700000001").out()).isEqualTo(byTitle.out());
  }

  @Test
  void channel_json_isItsLineOfChannelsAndMore() {
    JsonNode line = books.ask("channels", "--json").json().get("channels").get(0);
    JsonNode json = books.ask("show", "Harbour Calls", "--json").json();
    line.propertyStream()
        .forEach(it -> assertThat(json.get(it.getKey())).as(it.getKey()).isEqualTo(it.getValue()));
    long mature = 0;
    long wins = 0;
    for (JsonNode range : json.get("returns")) {
      mature += range.get("reference").asLong();
      wins += range.get("from").asDouble() > 0.4 ? range.get("reference").asLong() : 0;
    }
    assertThat(mature).isEqualTo(line.get("mature").asLong());
    assertThat((double) wins / mature).isEqualTo(line.get("winRate").asDouble());
    assertThat(json.get("lastCalls")).hasSize(10);
  }

  @Test
  void asset_saysWhoCalledIt() {
    var answer = books.ask("show", "$LINK", "--json");
    assertThat(answer.err()).isEmpty();
    JsonNode json = answer.json();
    assertThat(json.get("kind").asString()).isEqualTo("asset");
    assertThat(json.get("asset").asString()).isEqualTo("coin:chainlink");
    assertThat(json.get("calls"))
        .hasSameSizeAs(books.ask("calls", "--json", "--asset", "LINK").lines());
    assertThat(books.ask("show", "LINK").out()).contains("coin:chainlink as of", "oldest first");
  }

  @Test
  void whatIsNotThere_is65InOneLine() {
    var call = books.ask("show", "1700000001/999999");
    assertThat(call.code()).isEqualTo(65);
    assertThat(call.err()).isEqualTo("assay: there is no call 1700000001/999999\n");
    var word = books.ask("show", "Moonshots");
    assertThat(word.code()).isEqualTo(65);
    assertThat(word.err())
        .isEqualTo("assay: nobody called “Moonshots”, and no channel goes by it\n");
    var several = books.ask("show", "o");
    assertThat(several.code()).isEqualTo(65);
    assertThat(several.err()).startsWith("assay: “o” may be channel 1700000001 “Harbour Calls”");
    assertThat(several.err()).hasLineCount(1);
  }

  /// A stranger's title and text neither move the cursor nor turn the writing, and take the room of
  /// a column and no more.
  @Test
  void hostileWords_areShownAndNotObeyed() throws IOException {
    String title = "\\u202e\\u001b[2J" + "巨大頻道".repeat(20);
    String text = "Buy \\u001b[31m$LINK\\u0007 here now,\\u202e entry 14.2, target 20 stop 10";
    Path export =
        Files.writeString(
            folder.resolve("hostile.json"),
            """
            {"name": "%s", "type": "public_channel", "id": 1700000077, "messages": [
              {"id": 5, "type": "message", "date": "2024-03-05T12:00:00",
               "date_unixtime": "1709640000", "text": "%s"}]}
            """
                .formatted(title, text));
    Path place = Files.createDirectory(folder.resolve("hostile"));
    Path file = place.resolve("hostile.db");
    assertThat(
            Assayer.run(
                new PrintWriter(new StringWriter()),
                new PrintWriter(new StringWriter()),
                "replay",
                export.toString(),
                "--candles",
                SampleBooks.candles(),
                "--db",
                file.toString()))
        .isZero();
    SampleBooks hostile = new SampleBooks(file);
    for (String[] words :
        new String[][] {
          {"channels"},
          {"channels", "--json"},
          {"calls"},
          {"calls", "--json"},
          {"show", "1700000077/5"},
          {"show", "1700000077/5", "--json"},
          {"show", "1700000077"}
        }) {
      var answer = hostile.ask(words);
      assertThat(answer.code()).as(String.join(" ", words)).isZero();
      assertThat(answer.out())
          .as(String.join(" ", words))
          .doesNotContain("\033", "\u202e", "\u0007")
          .contains("巨大頻道");
    }
    assertThat(hostile.ask("channels").out().lines()).allMatch(line -> Cells.width(line) <= 80);
    assertThat(hostile.ask("calls").out().lines()).allMatch(line -> Cells.width(line) <= 80);
    assertThat(hostile.ask("show", "1700000077/5").out())
        .contains("    | Buy \\u001b[31m$LINK\\u0007 here now,\\u202e entry 14.2");
  }
}
