package io.assay.adapters.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.message.Flaw;
import io.assay.core.message.Media;
import io.assay.core.message.MessageEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Telethon dumps: a message a line, in an array, pretty-printed.
class TelethonIT extends Hearing {
  @Test
  void telethon_aMessage_isReadWhole() throws IOException {
    read(
        """
        {"_": "Message", "id": 5, "peer_id": {"_": "PeerChannel", "channel_id": 77}, \
        "date": "2021-02-03T10:00:00+00:00", "message": "Buy \\ud83d\\ude00 here", \
        "from_id": {"_": "PeerUser", "user_id": 9}, "out": false, \
        "entities": [{"_": "MessageEntityTextUrl", "offset": 7, "length": 4, "url": "https://x.y"},\
        {"_": "MessageEntityCode", "offset": -1, "length": 4}], \
        "media": {"_": "MessageMediaPhoto", "photo": {"id": 3, "sizes": [{"type": "x"}]}}, \
        "views": 10, "forwards": null, "replies": {"_": "MessageReplies", "replies": 2}, \
        "reactions": {"results": [{"count": 3}, {"count": 4}]}, "grouped_id": 12, \
        "reply_to": {"_": "MessageReplyHeader", "reply_to_msg_id": 4}, \
        "fwd_from": {"date": "2021-02-02T10:00:00+00:00", "from_id": {"channel_id": 8}, \
        "channel_post": 6}, "edit_date": "2021-02-03T10:05:00+00:00", "edit_hide": false, \
        "reply_markup": {"rows": [{"buttons": [{"text": "Chart", "url": "https://c.d"}]}]}}
        """);
    assertThat(flaws).isEmpty();
    MessageEvent event = events.getFirst();
    assertThat(event.ref()).hasToString("77/5");
    assertThat(event.timing().sentAt()).isEqualTo(Instant.parse("2021-02-03T10:00:00Z"));
    assertThat(event.at()).isEqualTo(Instant.parse("2021-02-03T10:05:00Z"));
    assertThat(event.content().text()).isEqualTo("Buy 😀 here");
    assertThat(event.content().entities()).hasSize(1);
    assertThat(event.content().entities().getFirst().of("Buy 😀 here")).isEqualTo("here");
    assertThat(event.content().linkTargets()).containsExactly("https://x.y", "https://c.d");
    assertThat(event.content().media()).isEqualTo(Media.PHOTO);
    assertThat(event.content().context().replyTo()).isEqualTo(4);
    assertThat(event.content().context().album()).isEqualTo(12);
    assertThat(event.content().context().origin().message()).hasToString("8/6");
    assertThat(event.engagement().views()).isEqualTo(10);
    assertThat(event.engagement().forwards()).isEqualTo(-1);
    assertThat(event.engagement().reactions()).isEqualTo(7);
    assertThat(event.engagement().replies()).isEqualTo(2);
  }

  @Test
  void telethon_aHiddenEdit_isNone() throws IOException {
    read(
        LINE.formatted(1)
            .replace(
                "\"message\"",
                "\"edit_date\": \"2021-02-03T11:00:00+00:00\","
                    + " \"edit_hide\": true, \"message\""));
    assertThat(events.getFirst().timing().isRevised()).isFalse();
  }

  @Test
  void telethon_serviceLines_areEventsAndTellTitles() throws IOException {
    String service = LINE.replace("\"Message\"", "\"MessageService\"");
    read(
        service
                .formatted(1)
                .replace(
                    "\"message\": \"hello\"", "\"action\": {\"_\": \"MessageActionPinMessage\"}")
            + service
                .formatted(2)
                .replace(
                    "\"message\": \"hello\"",
                    "\"action\": {\"_\": \"MessageActionChatEditTitle\", \"title\": \"New Name\"}"));
    assertThat(events)
        .extracting(e -> e.content().media())
        .containsExactly(Media.SERVICE, Media.TITLE);
    assertThat(events.get(1).content().text()).isEqualTo("New Name");
    assertThat(titles).isEmpty();
  }

  @Test
  void telethon_linesArrayAndPrettyAndGzip_areTheSame() throws IOException {
    read(LINE.formatted(1) + LINE.formatted(2));
    read("[" + LINE.formatted(1) + "," + LINE.formatted(2) + "]");
    String pretty = "{\n" + LINE.formatted(1).substring(1) + "{\n" + LINE.formatted(2).substring(1);
    read(pretty);
    Path zipped = folder.resolve("z");
    Files.write(zipped, gzip(LINE.formatted(1) + "\n\n" + LINE.formatted(2)));
    read(zipped);
    assertThat(flaws).isEmpty();
    assertThat(ids()).containsExactly(1L, 2L, 1L, 2L, 1L, 2L, 1L, 2L);
    assertThat(events.subList(2, 8))
        .containsExactly(
            events.get(0),
            events.get(1),
            events.get(0),
            events.get(1),
            events.get(0),
            events.get(1));
  }

  @Test
  void lines_brokenOnes_areNamedWithLineAndByteAndTheRestGoesOn() throws IOException {
    String first = LINE.formatted(1);
    String cut = first.substring(0, 40) + "\n";
    read(
        first
            + cut
            + "\nrubbish\n"
            + LINE.formatted(2)
            + "17\n"
            + LINE.formatted(3).replace("\"date\"", "\"data\"")
            + LINE.formatted(4).replace("}\n", "} x\n")
            + LINE.formatted(5)
            + LINE.formatted(6).replace("2021-02-03T", "0021-02-03T")
            + LINE.formatted(7));
    assertThat(ids()).containsExactly(1L, 2L, 4L, 5L, 7L);
    int at = first.length();
    int third = at + cut.length() + "\nrubbish\n".length() + first.length() + "17\n".length();
    int fourth = third + first.length();
    int sixth = fourth + 2 * first.length() + 2;
    assertThat(causes())
        .containsExactly(
            "in:2 (byte " + (at + 40) + "): the JSON ends early",
            "in:4 (byte " + flaws.get(1).offset() + "): is no valid JSON",
            "in:6 (byte " + (third - 3) + "): is no message",
            "in:7 (byte " + third + "): message 3 has no date",
            "in:8 (byte "
                + (fourth + first.length())
                + "): is no valid JSON; the rest of the line is not read",
            "in:10 (byte "
                + sixth
                + "): the time 0021-02-03T10:00:00+00:00 is not one of Telegram's");
    assertThat(flaws.get(1).offset()).isBetween(at + 42L, at + 50L);
  }

  @Test
  void lines_severalMessagesInOne_areAllHeard() throws IOException {
    String one = LINE.formatted(1).strip();
    read(one + LINE.formatted(2).strip() + " " + LINE.formatted(3) + LINE.formatted(4));
    assertThat(ids()).containsExactly(1L, 2L, 3L, 4L);
    assertThat(flaws).isEmpty();
    events.clear();
    read(one + "null [1] " + LINE.formatted(2) + LINE.formatted(3));
    assertThat(ids()).containsExactly(1L, 2L, 3L);
    assertThat(causes())
        .containsExactly(
            "in:1 (byte " + one.length() + "): is no message",
            "in:1 (byte " + (one.length() + 5) + "): is no message");
  }

  @Test
  void lines_aFlawedMessageAmongSeveralInALine_costsItselfAlone() throws IOException {
    String one = LINE.formatted(1).strip();
    read(one + one.replace("\"date\"", "\"data\"") + LINE.formatted(3));
    assertThat(ids()).containsExactly(1L, 3L);
    assertThat(causes()).containsExactly("in:1 (byte " + one.length() + "): message 1 has no date");
  }

  @Test
  void lines_whateverEndsThem_areTheSame() throws IOException {
    String text =
        LINE.formatted(1) + LINE.formatted(2) + "rubbish\n" + LINE.formatted(3) + "\n" + "17\n";
    for (String end : List.of("\n", "\r\n", "\r")) {
      events.clear();
      flaws.clear();
      String ended = text.replace("\n", end) + LINE.formatted(4).strip();
      read(ended);
      assertThat(ids()).as(end).containsExactly(1L, 2L, 3L, 4L);
      assertThat(flaws).extracting(Flaw::line).as(end).containsExactly(3L, 6L);
      assertThat(flaws.getLast().offset()).isEqualTo(ended.indexOf(end + "17") + end.length());
    }
  }

  @Test
  void lines_endedByReturnsAlone_areReadHoweverManyThereAre() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= 5000; i++) {
      text.append(LINE.formatted(i).strip()).append('\r');
    }
    read(text + "broken\r" + LINE.formatted(9000).strip());
    assertThat(events).hasSize(5001);
    assertThat(flaws).extracting(Flaw::line).containsExactly(5001L);
  }

  @Test
  void array_whatIsNoMessage_isNamedWithLineAndByte() throws IOException {
    read("[" + LINE.formatted(1) + ", null,\n\"oops\", 17]");
    assertThat(ids()).containsExactly(1L);
    int at = LINE.formatted(1).length() + 1;
    assertThat(causes())
        .containsExactly(
            "in:2 (byte " + (at + 2) + "): is no message",
            "in:3 (byte " + (at + 8) + "): is no message",
            "in:3 (byte " + (at + 16) + "): is no message");
  }

  @Test
  void lines_acrossBuffers_areAllReadWithTheirNumbers() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= 5000; i++) {
      text.append(LINE.formatted(i).replace("hello", "x".repeat(i % 400)));
    }
    read(text + "broken\n" + LINE.formatted(9000));
    assertThat(events).hasSize(5001);
    assertThat(flaws).hasSize(1);
    assertThat(flaws.getFirst().line()).isEqualTo(5001);
    assertThat(ids().get(4999)).isEqualTo(5000);
  }

  @Test
  void lines_noLastLineEndAndByteOrderMark_areRead() throws IOException {
    read("\uFEFF" + LINE.formatted(1) + LINE.formatted(2).strip());
    assertThat(flaws).isEmpty();
    assertThat(ids()).containsExactly(1L, 2L);
  }

  @Test
  void telethon_numbersTooLarge_costAtMostTheirFieldOrAreNamedForWhatTheyAre() throws IOException {
    String date = "\"2021-02-03T10:00:00+00:00\"";
    String more = ", \"views\": N, \"grouped_id\": N, \"reply_to_msg_id\": N}\n";
    read(
        LINE.formatted(1).replace("}\n", more.replace("N", TOO_LARGE))
            + LINE.formatted(2).replace("\"id\": 2", "\"id\": " + TOO_LARGE)
            + LINE.formatted(3).replace(date, TOO_LARGE)
            + LINE.formatted(4).replace("\"channel_id\": 77", "\"channel_id\": " + TOO_LARGE)
            + LINE.formatted(5).replace(date, "1612346400"));
    assertThat(ids()).containsExactly(1L, 5L);
    assertThat(events.getFirst().engagement().views()).isEqualTo(-1);
    assertThat(events.getFirst().content().context().album()).isZero();
    assertThat(events.getLast().at()).isEqualTo(Instant.parse("2021-02-03T10:00:00Z"));
    assertThat(flaws)
        .extracting(Flaw::cause)
        .containsExactly(
            NO_ID, "“" + TOO_LARGE + "” is no time", "message 4 does not say of which chat it is");
  }
}
