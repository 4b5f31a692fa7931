package io.assay.adapters.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.message.ChannelId;
import io.assay.core.message.Flaw;
import io.assay.core.message.Media;
import io.assay.core.message.MessageEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
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
    assertThat(ids()).containsExactly(1L, 3L);
    assertThat(flaws).hasSize(1);
    assertThat(flaws.getFirst().cause()).startsWith("is nested too deep");
    assertThat(flaws.getFirst().line()).isEqualTo(4);
    assertThat(flaws.getFirst().offset()).isPositive();
  }

  @Test
  void desktop_chatsOfOneNumber_areApartByTheirTypes() throws IOException {
    for (String type : List.of("personal_chat", "bot_chat", "private_group", "saved_messages")) {
      titles.clear();
      String other = DESKTOP.replace("Moon Calls", "Bob").replace("public_channel", type);
      read("{\"chats\": {\"list\": [" + DESKTOP + "," + other + "]}}");
      assertThat(titles)
          .containsExactly(
              Map.entry(new ChannelId(-1234), "Bob"), Map.entry(new ChannelId(1234), "Moon Calls"));
    }
    for (String type : List.of("private_channel", "public_supergroup", "private_supergroup")) {
      titles.clear();
      read(DESKTOP.replace("public_channel", type));
      assertThat(titles).containsOnlyKeys(new ChannelId(1234));
    }
  }

  @Test
  void desktop_aBasicGroup_isThatOfTelethon() throws IOException {
    read(DESKTOP.replace("public_channel", "private_group"));
    read(
        LINE.formatted(9)
            .replace("PeerChannel", "PeerChat")
            .replace("channel_id\": 77", "chat_id\": 1234"));
    assertThat(events).hasSize(4).extracting(MessageEvent::chat).containsOnly(new ChannelId(-1234));
  }

  @Test
  void desktop_anEncodingThatNobodyUses_isAFlaw() throws IOException {
    byte[] odd = {0, 0, 2, 0}; // looks like four bytes a letter in an order of its own
    Desktop.read(
        new ByteArrayInputStream(odd), new Telling("in", listener(), InstantSource.system()));
    assertThat(events).isEmpty();
    assertThat(flaws).singleElement().asString().contains("is no valid JSON");
  }

  @Test
  void desktop_bytesThatAreNoUtf8_costNothingButThemselves() throws IOException {
    for (String letters : List.of("\u00ff", "\u00c3", "\u00e2\u0082", "\u00ed\u00a0\u0080")) {
      events.clear();
      flaws.clear();
      String text = DESKTOP.replace("\"text\": \"plain", "\"text\": \"pl" + letters + "ain");
      int at = text.indexOf(letters);
      read(text.getBytes(StandardCharsets.ISO_8859_1));
      assertThat(ids()).containsExactly(1L, 2L, 3L);
      assertThat(events.getLast().content().text())
          .isEqualTo("pl" + "?".repeat(letters.length()) + "ain");
      String these =
          letters.length() == 1 ? "a byte that is" : letters.length() + " bytes that are";
      assertThat(causes())
          .containsExactly("in:11 (byte " + at + "): " + these + " no UTF-8, read as “?”");
    }
  }

  @Test
  void desktop_lettersOfUtf8_areLeftAloneWhereverABufferEnds() throws IOException {
    String letters = "é€😀".repeat(40_000);
    for (String shift : List.of("", "x", "xx", "xxx")) {
      events.clear();
      read(DESKTOP.replace("\"text\": \"plain", "\"text\": \"" + shift + letters));
      assertThat(events.getLast().content().text()).isEqualTo(shift + letters);
    }
    assertThat(flaws).isEmpty();
  }

  private static String chat(int messages) {
    StringBuilder text = new StringBuilder(DESKTOP.substring(0, DESKTOP.indexOf('[') + 1));
    for (int id = 1; id <= messages; id++) {
      text.append(id == 1 ? "\n" : ",\n")
          .append("  {\n   \"id\": %d,\n   \"date\": \"2021-02-03T10:00:00\",".formatted(id))
          .append("\n   \"text\": \"the {\\\"id\\\": 7} of %03d\"\n  }".formatted(id));
    }
    return text.append("\n ]}\n").toString();
  }

  private static String hole(String text, String from, String to) {
    int begin = text.indexOf(from);
    int length = text.indexOf(to) - begin;
    return text.substring(0, begin) + "\0".repeat(length) + text.substring(begin + length);
  }

  @Test
  void desktop_aHole_costsTheMessagesItTouches() throws IOException {
    String text = hole(chat(30), "of 010", "of 013");
    read(
        text.replace("\"id\": 20", "\"id\" 20")
            .replace(
                "T10:00:00\",\n   \"text\": \"the {\\\"id\\\": 7} of 025", "soon\",\"text\":\""));
    assertThat(ids())
        .containsExactly(
            1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 14L, 15L, 16L, 17L, 18L, 19L, 21L, 22L, 23L, 24L,
            26L, 27L, 28L, 29L, 30L);
    assertThat(events).extracting(MessageEvent::chat).containsOnly(new ChannelId(1234));
    int at = text.indexOf('\0');
    long line = text.substring(0, at).lines().count();
    assertThat(flaws).hasSize(3);
    assertThat(causes().getFirst())
        .startsWith("in:" + line + " (byte " + at + "): is no valid JSON; goes on after ");
    assertThat(flaws.get(1).line()).isEqualTo(lineOf(text, "\"id\": 20"));
    assertThat(flaws.get(2).line()).isEqualTo(lineOf(text, "\"id\": 25") - 1);
  }

  private static long lineOf(String text, String words) {
    return text.substring(0, text.indexOf(words) + 1).lines().count();
  }

  @Test
  void desktop_aHoleAmongManyChats_costsTheRestOfItsChatAndNoMessageIsAnothers()
      throws IOException {
    String other = chat(3).replace("Moon Calls", "Sun Calls").replace("1234", "99");
    read(
        "{\"chats\": {\"list\": ["
            + hole(chat(9), "of 004", "of 005")
            + ","
            + other
            + "]}, \"left_chats\": {\"list\": ["
            + other.replace("99", "98")
            + "]}}");
    assertThat(ids()).containsExactly(1L, 2L, 3L, 1L, 2L, 3L, 1L, 2L, 3L);
    assertThat(titles).containsOnlyKeys(new ChannelId(98), new ChannelId(99), new ChannelId(1234));
    assertThat(causes())
        .singleElement()
        .asString()
        .contains("is no valid JSON; goes on with the next chat, after ");
  }

  @Test
  void desktop_aMessageOfTheFuture_isNamedAndNotHeard() throws IOException {
    String late = "\"2099-02-03T11:00:00\"";
    read(DESKTOP.replace("\"2021-02-03T11:00:00\"", late));
    read(DESKTOP.replace("1612346460", "4068000000"));
    assertThat(ids()).containsExactly(1L, 2L, 1L, 3L);
    assertThat(flaws)
        .extracting(Flaw::cause)
        .containsExactly(
            "message 3 is dated 2099-02-03T11:00:00Z, which has not come",
            "message 2 is dated 2098-11-28T08:00:00Z, which has not come");
  }

  @Test
  void tell_timesWithoutAZone_areKnownToBeAssumed() throws IOException {
    String zoned = "\"date_unixtime\": \"1612346400\", \"text";
    String exact =
        DESKTOP
            .replace("\"text\": \"\"", zoned + "\": \"\"")
            .replace("\"text\": \"plain", zoned + "\": \"plain");
    assertThat(assumesUtc(exact)).isFalse();
    assertThat(assumesUtc(DESKTOP)).isTrue();
    assertThat(assumesUtc(HTML)).isTrue();
    assertThat(assumesUtc(HTML.replace("21:19:10\"", "21:19:10 UTC+02:00\""))).isFalse();
    assertThat(assumesUtc(LINE.formatted(1))).isFalse();
  }

  private boolean assumesUtc(String text) throws IOException {
    Path path = folder.resolve("zones");
    Files.writeString(path, text);
    ExportFile file = new ExportFile(path);
    file.tell(listener());
    return file.assumesUtc();
  }

  @Test
  void desktop_manyBrokenMessages_costOnlyThemselves() throws IOException {
    read(chat(20_000).replaceAll("\"id\": (\\d*[1-9]),\n", "\"id\" $1,\n"));
    assertThat(ids()).hasSize(2_000).allMatch(id -> id % 10 == 0);
    assertThat(flaws).hasSizeBetween(2_000, 18_000);
  }
}
