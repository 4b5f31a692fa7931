package io.assay.adapters.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.message.ChannelId;
import io.assay.core.message.Media;
import io.assay.core.message.MessageEvent;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Desktop exports as JSON.
class DesktopIT extends Hearing {
  @Test
  void desktop_oneChat_isReadWhole() throws IOException {
    read(DESKTOP);
    assertThat(flaws).isEmpty();
    assertThat(titles).containsEntry(new ChannelId(1234), "Moon Calls");
    assertThat(events).hasSize(3);
    MessageEvent post = events.get(1);
    assertThat(post.content().text()).isEqualTo("see this $SOL");
    assertThat(post.at()).isEqualTo(Instant.ofEpochSecond(1_612_346_460));
    assertThat(post.content().entities())
        .extracting(e -> e.kind() + ":" + e.of("see this $SOL"))
        .containsExactly("TEXT_LINK:this", "CASHTAG:$SOL");
    assertThat(post.content().linkTargets()).containsExactly("https://a.b", "https://c.d");
    assertThat(post.content().media()).isEqualTo(Media.PHOTO);
    assertThat(post.content().context().origin().message().chat())
        .isEqualTo(ChannelId.ofTitle("Other"));
    assertThat(events.get(0).content().media()).isEqualTo(Media.SERVICE);
    assertThat(events.get(2).content().media()).isEqualTo(Media.VOICE);
    assertThat(events.get(2).content().text()).isEqualTo("plain");
  }

  @Test
  void desktop_manyChats_areEachTheirOwn() throws IOException {
    String other = DESKTOP.replace("Moon Calls", "Sun Calls").replace("\"id\": 1234", "\"id\": 99");
    read("{\"about\": \"x\", \"chats\": {\"list\": [" + DESKTOP + "," + other + "]}}");
    assertThat(events).hasSize(6);
    assertThat(titles).hasSize(2).containsEntry(new ChannelId(99), "Sun Calls");
  }

  @Test
  void desktop_cutOff_keepsWhatWasReadAndSaysWhere() throws IOException {
    read(DESKTOP.substring(0, DESKTOP.indexOf("\"forwarded_from\"")));
    assertThat(ids()).containsExactly(1L);
    assertThat(flaws).hasSize(1);
    assertThat(causes().getFirst())
        .startsWith("in:5 (byte ")
        .endsWith("): the JSON ends early; what follows is not read");
  }

  @Test
  void desktop_aMessageWithoutDate_isNamedAndTheRestGoesOn() throws IOException {
    read(DESKTOP.replace("\"date\": \"2021-02-03T11:00:00\", ", ""));
    assertThat(ids()).containsExactly(1L, 2L);
    assertThat(causes())
        .hasSize(1)
        .first()
        .asString()
        .startsWith("in:11 (byte ")
        .endsWith("): message 3 has no date");
  }

  @Test
  void desktop_aNumberTooLarge_costsAtMostItsField() throws IOException {
    for (String digits : List.of(TOO_LARGE, "-" + TOO_LARGE + "0", "9".repeat(5000))) {
      events.clear();
      read(DESKTOP.replace("\"reply_to_message_id\": 1", "\"reply_to_message_id\": " + digits));
      assertThat(flaws).isEmpty();
      assertThat(ids()).containsExactly(1L, 2L, 3L);
      assertThat(events.get(1).content().context().replyTo()).isZero();
    }
  }

  @Test
  void desktop_anIdTooLarge_costsItsMessageAlone() throws IOException {
    read(DESKTOP.replace("{\"id\": 2,", "{\"id\": " + TOO_LARGE + ","));
    assertThat(ids()).containsExactly(1L, 3L);
    assertThat(causes()).hasSize(1).first().asString().startsWith("in:3 (byte ").endsWith(NO_ID);
  }

  @Test
  void desktop_whatIsNoMessage_isNamedAndTheRestGoesOn() throws IOException {
    read(
        DESKTOP.replace("\"messages\": [\n", "\"messages\": [null, \"oops\", [1, {\"id\": 7}],\n"));
    assertThat(ids()).containsExactly(1L, 2L, 3L);
    int at = DESKTOP.indexOf("[\n") + 1;
    assertThat(causes())
        .containsExactly(
            "in:1 (byte " + at + "): is no message",
            "in:1 (byte " + (at + 6) + "): is no message",
            "in:1 (byte " + (at + 14) + "): is no message");
  }

  @Test
  void desktop_twoInOneFile_areBothHeard() throws IOException {
    String other = DESKTOP.replace("Moon Calls", "Sun Calls").replace("\"id\": 1234", "\"id\": 99");
    read(DESKTOP + other);
    assertThat(flaws).isEmpty();
    assertThat(events).hasSize(6);
    assertThat(titles).containsOnlyKeys(new ChannelId(99), new ChannelId(1234));
  }

  @Test
  void desktop_whatFollowsAnExport_isNamed() throws IOException {
    read(DESKTOP + "{\"hello\": [1]}\n17 rubbish");
    assertThat(ids()).containsExactly(1L, 2L, 3L);
    int at = DESKTOP.length();
    assertThat(causes())
        .containsExactly(
            "in:14 (byte " + at + "): is JSON, but no Telegram export",
            "in:15 (byte " + (at + 15) + "): is JSON, but no Telegram export",
            "in:15 (byte "
                + flaws.get(2).offset()
                + "): is no valid JSON; what follows is not read");
  }

  @Test
  void desktop_wherePartsAreOfAnotherKind_theyAreNamed() throws IOException {
    read("{\"about\": \"x\", \"chats\": [" + DESKTOP + "]}");
    read("{\"about\": \"x\", \"chats\": {\"list\": {\"a\": 1}}, \"left_chats\": null}");
    read("{\"about\": \"x\", \"chats\": {\"list\": [7, {\"id\": 5}, " + DESKTOP + "]}}");
    read("{\"name\": \"x\", \"id\": 3, \"messages\": {\"id\": 1}}");
    read("{\"name\": \"x\", \"messages\": [{\"id\": 1}]}");
    read("{\"name\": \"a package\", \"version\": \"1.0\"}");
    assertThat(ids()).containsExactly(1L, 2L, 3L);
    assertThat(causes())
        .containsExactly(
            "in:1 (byte 24): are no chats",
            "in:1 (byte 33): is no list of chats",
            "in:1 (byte 58): are no chats",
            "in:1 (byte 34): is no chat",
            "in:1 (byte 37): is no chat",
            "in:1 (byte 35): is no list of messages",
            "in:1 (byte 26): messages of a chat that has no id",
            "in:1 (byte 0): is JSON, but no Telegram export");
  }

  @Test
  void desktop_aValueNestedTooDeep_isNamedWithLineAndByte() throws IOException {
    read(DESKTOP.replace("\"photo\": \"p.jpg\"", "\"photo\": " + "[".repeat(1000)));
    assertThat(ids()).containsExactly(1L);
    assertThat(flaws).hasSize(1);
    assertThat(flaws.getFirst().cause()).startsWith("is nested too deep");
    assertThat(flaws.getFirst().line()).isEqualTo(4);
    assertThat(flaws.getFirst().offset()).isPositive();
  }
}
