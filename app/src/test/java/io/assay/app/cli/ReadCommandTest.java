package io.assay.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One message a line in, one reading a line out.
class ReadCommandTest {
  private static final String TOKEN = "0x6982508145454Ce325dDbE47a25d4ec3d2311933";
  private static final String LINK = "https://etherscan.io/token/" + TOKEN;

  private static List<JsonNode> read(String lines, String... options) {
    StringWriter out = new StringWriter();
    var in = new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
    int code = new CommandLine(new ReadCommand(in)).setOut(new PrintWriter(out)).execute(options);
    assertThat(code).isZero();
    return out.toString().lines().map(JsonMapper.shared()::readTree).toList();
  }

  private static JsonNode asset(JsonNode reading) {
    assertThat(reading.get("assets")).hasSize(1);
    return reading.get("assets").get(0);
  }

  @Test
  void read_aCall_saysClassAssetTermsAndWhy() {
    String call =
        """
        {"text": "Buy now on Ethereum, CA: TOKEN target 2x, stop loss 10%"}
        """;
    JsonNode reading = read(call.replace("TOKEN", TOKEN)).getFirst();
    assertThat(reading.get("class").asString()).isEqualTo("CALL");
    assertThat(reading.get("why")).isNotEmpty();
    JsonNode asset = asset(reading);
    assertThat(asset.get("chain").asString()).isEqualTo("ethereum");
    assertThat(asset.get("address").asString()).isEqualTo(TOKEN.toLowerCase(Locale.ROOT));
    assertThat(asset.get("display").asString()).isEqualTo(TOKEN);
    assertThat(asset.get("role").asString()).isEqualTo("TOKEN");
    assertThat(asset.get("start").asInt()).isEqualTo(25);
    assertThat(reading.get("terms").get("stop").get("value").asString()).isEqualTo("10");
    assertThat(reading.get("hdrb").isNull()).isTrue();
  }

  @Test
  void read_hiddenLinksAndButtons_inEitherShape_areRead() {
    String lines =
        """
        {"_":"Message","message":"here","entities":[{"_":"MessageEntityTextUrl","offset":0,"length":4,"url":"LINK"}]}
        {"text":"here","entities":[{"type":"text_link","offset":0,"length":4,"url":"LINK"}]}
        {"caption":"here","photo":[{}],"reply_markup":{"inline_keyboard":[[{"text":"Chart","url":"LINK"}]]}}
        """;
    assertThat(read(lines.replace("LINK", LINK)))
        .extracting(reading -> asset(reading).get("where").asString())
        .containsExactly("hidden_link", "hidden_link", "button");
  }

  @Test
  void read_aBrokenLine_isAnErrorInItsPlace() {
    String lines =
        """
        {"text": "a

        [1]
        {"text": "gm"}
        """;
    List<JsonNode> readings = read(lines);
    assertThat(readings)
        .extracting(reading -> reading.has("error"))
        .containsExactly(true, true, true, false);
    assertThat(readings.get(1).get("error").asString()).isEqualTo("is empty");
    assertThat(readings.getLast().get("class").asString()).isEqualTo("CHATTER");
  }

  @Test
  void read_anUpdateOrAMessageOfAnExport_isReadAsWhatItIs() {
    String lines =
        """
        {"update_id":1,"message":{"message_id":5,"text":"CA: TOKEN"}}
        {"update_id":2,"edited_channel_post":{"caption":"CA: TOKEN","photo":[{}]}}
        {"channel_post":{"text":"here","entities":[{"type":"text_link","offset":0,"length":4,"url":"LINK"}]}}
        {"id":1,"type":"message","date":"2024-01-01T00:00:00","text":["CA: ",{"type":"code","text":"TOKEN"}]}
        {"id":1,"text":"","text_entities":[{"type":"text_link","text":"here","href":"LINK"}]}
        """;
    assertThat(read(lines.replace("LINK", LINK).replace("TOKEN", TOKEN)))
        .extracting(reading -> asset(reading).get("where").asString())
        .containsExactly("text", "caption", "hidden_link", "code", "hidden_link");
  }

  @Test
  void read_whatSaysNothing_namesWhatIsMissing() {
    String lines =
        """
        {}
        {"text":5}
        {"text":null,"id":3}
        {"update_id":7,"poll":{}}
        {"update_id":7,"message":{"message_id":1}}
        {"update_id":7,"message":{"text":["a"],"x":1}}
        {"_":"Message","message":""}
        """;
    List<JsonNode> readings = read(lines);
    assertThat(readings.subList(0, 5)).allMatch(reading -> reading.has("error"));
    assertThat(readings.get(0).get("error").asString()).contains("text");
    assertThat(readings.get(1).get("error").asString()).contains("text").contains("a number");
    assertThat(readings.get(3).get("error").asString()).contains("channel_post");
    assertThat(readings.getLast().has("error")).isFalse();
  }

  @Test
  void read_theMarkOfAnEditorBeforeTheFirstLine_isLeftOut() {
    assertThat(read("\uFEFF{\"text\": \"gm\"}\n").getFirst().has("error")).isFalse();
    JsonNode symbol = read("\uFEFF$LINK buy\n", "--text").getFirst().get("symbols").get(0);
    assertThat(symbol.get("start").asInt()).isZero();
  }

  @Test
  void read_aTextTooLong_saysHowMuchWasNotRead() {
    String text = "a ".repeat(40_000);
    assertThat(read(text + "\n", "--text").getFirst().get("unread").asInt())
        .isEqualTo(80_000 - 65_536);
    assertThat(read("gm\n", "--text").getFirst().has("unread")).isFalse();
  }

  @Test
  void read_buttons_thatCopyOrOpenOrAreAnAddress_areRead() {
    String lines =
        """
        {"text":"gm","reply_markup":{"inline_keyboard":[[{"text":"Copy","copy_text":{"text":"TOKEN"}}]]}}
        {"text":"gm","reply_markup":{"inline_keyboard":[[{"text":"Open","web_app":{"url":"LINK"}}]]}}
        {"text":"gm","reply_markup":{"inline_keyboard":[[{"text":"CA TOKEN","callback_data":"x"}]]}}
        {"message":"gm","reply_markup":{"rows":[{"buttons":[{"text":"Copy","copy_text":"TOKEN"}]}]}}
        {"text":"gm","text_entities":[],"inline_bot_buttons":[[{"type":"copy_text","text":"C","data":"TOKEN"}]]}
        """;
    assertThat(read(lines.replace("LINK", LINK).replace("TOKEN", TOKEN)))
        .extracting(reading -> asset(reading).get("where").asString())
        .containsOnly("button")
        .hasSize(5);
  }

  @Test
  void read_text_takesEachLineAsItStands() {
    List<JsonNode> readings = read("{is no JSON\n$LINK buy now\n", "--text");
    assertThat(readings).hasSize(2).noneMatch(reading -> reading.has("error"));
    assertThat(readings.getLast().get("symbols").get(0).get("symbol").asString()).isEqualTo("LINK");
  }

  @Test
  void read_howReadersAnswered_counts() {
    JsonNode reading =
        read("""
        {"message": "gm", "forwards": 3, "views": 9}
        """)
            .getFirst();
    assertThat(reading.get("hdrb").asDouble()).isPositive();
  }
}
