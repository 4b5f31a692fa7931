package io.assay.app.cli.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.app.screen.Cells;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class CallsCommandIT {
  @TempDir static Path folder;
  private static SampleBooks books = new SampleBooks(Path.of(""));

  @BeforeAll
  static void replay() {
    books = SampleBooks.in(folder);
  }

  private static List<JsonNode> calls(String... more) {
    String[] words = new String[more.length + 4];
    System.arraycopy(new String[] {"calls", "--json", "--limit", "1000"}, 0, words, 0, 4);
    System.arraycopy(more, 0, words, 4, more.length);
    var answer = books.ask(words);
    assertThat(answer.err()).isEmpty();
    return answer.lines();
  }

  private static List<String> field(List<JsonNode> calls, String name) {
    return calls.stream().map(call -> call.get(name).asString()).toList();
  }

  @Test
  void json_isOneObjectALine_newestFirst() {
    List<JsonNode> all = calls();
    assertThat(all).hasSize(67);
    assertThat(field(all, "calledAt").reversed()).isSorted();
    assertThat(field(all, "call")).doesNotHaveDuplicates();
    for (JsonNode call : all) {
      boolean entered = !call.get("entry").isNull();
      assertThat(call.get("now").isNull()).isEqualTo(!entered);
      assertThat(call.get("cause").isNull()).isEqualTo(entered);
      assertThat(call.at("/exit/policy").asString()).isEqualTo("+50/-50");
      assertThat(call.get("return").isNull())
          .isEqualTo(!call.at("/exit/state").asString().equals("done"));
    }
  }

  @Test
  void text_on80Columns_fitsAndSaysHowMuchOfAllItIs() {
    var answer = books.ask("calls", "--limit", "5");
    assertThat(answer.out().lines()).allMatch(line -> Cells.width(line) <= 80);
    assertThat(answer.out())
        .contains("5 of 67 calls as of 2024-05-11T23:45:00Z; --limit shows more");
    assertThat(books.ask("calls").out()).contains("50 of 67 calls");
    assertThat(books.ask("calls", "--limit", "100").out()).contains("\n67 calls as of");
  }

  @Test
  void channel_byIdTitleOrPart_isTheSame() {
    List<JsonNode> byTitle = calls("--channel", "harbour calls");
    assertThat(byTitle).hasSize(23);
    assertThat(calls("--channel", "@Harb")).isEqualTo(byTitle);
    assertThat(calls("--channel", "1700000001")).isEqualTo(byTitle);
    assertThat(calls("--channel", "-1001700000001")).isEqualTo(byTitle);
  }

  @Test
  void channel_thatIsNoneOrSeveral_is65WithWhatItMayBe() {
    var none = books.ask("calls", "--channel", "Moonshots");
    assertThat(none.code()).isEqualTo(65);
    assertThat(none.err())
        .isEqualTo("assay: there is no channel “Moonshots”; all of them: assay channels\n");
    var several = books.ask("calls", "--channel", "o");
    assertThat(several.code()).isEqualTo(65);
    assertThat(several.err()).contains("“o” may be “Harbour Calls” (1700000001), “Coinflip Club”");
    assertThat(several.out()).isEmpty();
  }

  @Test
  void asset_byAddressMarketOrSymbol() {
    List<JsonNode> link = calls("--asset", "$link");
    assertThat(link).isNotEmpty();
    assertThat(field(link, "asset")).containsOnly("coin:chainlink");
    assertThat(calls("--asset", "LINK")).isEqualTo(link);
    assertThat(calls("--asset", "coin:chainlink")).isEqualTo(link);
    String id =
        field(calls(), "asset").stream()
            .filter(it -> it.startsWith("base:"))
            .findFirst()
            .orElseThrow();
    String address = id.substring("base:".length());
    List<JsonNode> token = calls("--asset", id);
    assertThat(field(token, "asset")).containsOnly(id);
    assertThat(calls("--asset", address)).isEqualTo(token);
    assertThat(calls("--asset", "0x" + address.substring(2).toUpperCase(Locale.ROOT)))
        .isEqualTo(token);
    assertThat(calls("--asset", "bsc:" + address)).isEmpty();
  }

  @Test
  void state_andTime_narrowIt() {
    List<JsonNode> dead = calls("--state", "dead");
    assertThat(field(dead, "state")).containsOnly("DEAD").hasSize(4);
    List<JsonNode> march = calls("--since", "2024-03-05", "--until", "2024-03-10T12:00:00Z");
    assertThat(march).isNotEmpty();
    assertThat(field(march, "calledAt"))
        .allMatch(at -> at.compareTo("2024-03-05") >= 0 && at.compareTo("2024-03-10T12:00") < 0);
    var none = books.ask("calls", "--since", "2030-01-01");
    assertThat(none.code()).isZero();
    assertThat(none.out()).startsWith("no such call as of");
  }

  @Test
  void sort_byReturn_isBestFirstAndUnknownLast() {
    List<JsonNode> sorted = calls("--sort", "return");
    double before = Double.POSITIVE_INFINITY;
    boolean unknown = false;
    for (JsonNode call : sorted) {
      if (call.get("return").isNull()) {
        unknown = true;
      } else {
        assertThat(unknown).isFalse();
        assertThat(call.get("return").asDouble()).isLessThanOrEqualTo(before);
        before = call.get("return").asDouble();
      }
    }
    assertThat(unknown).isTrue();
    assertThat(calls("--sort", "oldest")).isEqualTo(calls().reversed());
  }

  @Test
  void asOf_knowsNothingLater() {
    List<JsonNode> then = calls("--as-of", "2024-03-20T00:00:00Z");
    assertThat(then).hasSizeBetween(10, 60);
    for (JsonNode call : then) {
      assertThat(call.get("calledAt").asString()).isLessThanOrEqualTo("2024-03-20T00:00:00Z");
      assertThat(call.at("/exit/at").asString("")).isLessThanOrEqualTo("2024-03-20T00:00:00Z");
    }
    assertThat(field(then, "state")).contains("OPEN");
  }
}
