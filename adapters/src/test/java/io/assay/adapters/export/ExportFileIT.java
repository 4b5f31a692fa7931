package io.assay.adapters.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.message.ChannelId;
import io.assay.core.message.EntityKind;
import io.assay.core.message.Flaw;
import io.assay.core.message.Media;
import io.assay.core.message.MessageEvent;
import io.assay.core.message.MessageSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportFileIT {
  private static final String LINE =
      "{\"_\": \"Message\", \"id\": %d, \"peer_id\": {\"_\": \"PeerChannel\", \"channel_id\": 77},"
          + " \"date\": \"2021-02-03T10:00:00+00:00\", \"message\": \"hello\"}\n";

  @TempDir Path folder;
  private final List<MessageEvent> events = new ArrayList<>();
  private final List<Flaw> flaws = new ArrayList<>();
  private final TreeMap<ChannelId, String> titles = new TreeMap<>();

  private void read(Path file) {
    new ExportFile(file)
        .tell(
            new MessageSource.Listener() {
              @Override
              public void heard(MessageEvent event) {
                events.add(event);
              }

              @Override
              public void named(ChannelId channel, String title) {
                titles.put(channel, title);
              }

              @Override
              public void flawed(Flaw flaw) {
                flaws.add(flaw);
              }
            });
  }

  private void read(String text) throws IOException {
    Path file = folder.resolve("in");
    Files.writeString(file, text);
    read(file);
  }

  private List<String> causes() {
    return flaws.stream().map(f -> f.toString().replace(folder + "/in", "in")).toList();
  }

  private List<Long> ids() {
    return events.stream().map(event -> event.ref().id()).toList();
  }

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

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(packed)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return packed.toByteArray();
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
    assertThat(causes())
        .containsExactly(
            "in:2 (byte " + (at + 40) + "): the JSON ends early",
            "in:4 (byte " + flaws.get(1).offset() + "): is no valid JSON",
            "in:6 (byte " + flaws.get(2).offset() + "): is no message",
            "in:7 (byte " + flaws.get(3).offset() + "): message 3 has no date",
            "in:10 (byte "
                + flaws.get(4).offset()
                + "): the time 0021-02-03T10:00:00+00:00 is not"
                + " one of Telegram's");
    assertThat(flaws.get(1).offset()).isBetween(at + 42L, at + 50L);
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

  private static final String DESKTOP =
      """
      {"name": "Moon Calls", "type": "public_channel", "id": 1234, "messages": [
       {"id": 1, "type": "service", "date": "2021-02-03T09:00:00", "action": "pin_message", "text": ""},
       {"id": 2, "type": "message", "date": "2021-02-03T10:00:00", "date_unixtime": "1612346400",
        "edited": "2021-02-03T10:01:00", "edited_unixtime": "1612346460", "photo": "p.jpg",
        "forwarded_from": "Other", "reply_to_message_id": 1,
        "text": ["see ", {"type": "text_link", "text": "this", "href": "https://a.b"}, " $SOL"],
        "text_entities": [{"type": "plain", "text": "see "},
         {"type": "text_link", "text": "this", "href": "https://a.b"},
         {"type": "plain", "text": " "}, {"type": "cashtag", "text": "$SOL"}],
        "inline_bot_buttons": [[{"type": "url", "text": "Go", "data": "https://c.d"}]]},
       {"id": 3, "type": "message", "date": "2021-02-03T11:00:00", "text": "plain", "file": "f",
        "media_type": "voice_message", "text_entities": []}
      ]}
      """;

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

  private static final String TOO_LARGE = "9223372036854775808";

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

  private static final String NO_ID = "a message without an id that can be read";

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

  private static final String HTML =
      """
      <!DOCTYPE html><html><body><div class="page_header"><div class="content">
      <div class="text bold"> Pump Room </div></div></div><div class="history">
      <div class="message service" id="message-1"><div class="body details">28 January 2021</div></div>
      <div class="message service" id="message5"><div class="body details">A joined</div></div>
      <div class="message default clearfix" id="message6"><div class="body">
      <div class="pull_right date details" title="28.01.2021 21:19:09 UTC+10:00">21:19</div>
      <div class="from_name">A</div><div class="reply_to details">In reply to
      <a href="#go_to_message5" onclick="return GoToMessage(5)">this message</a></div>
      <div class="text">Buy <a href="" onclick="return ShowCashtag(&quot;XRP&quot;)">$XRP</a> <strong>now</strong><br>
      <a href="https://a.b/c">chart</a> <code>0xabc</code></div></div></div>
      <div class="message default clearfix joined" id="message7"><div class="body">
      <div class="pull_right date details" title="28.01.2021 21:19:10">21:19</div>
      <div class="media_wrap clearfix"><a class="photo_wrap" href="x.jpg"></a></div></div></div>
      </div></body></html>
      """;

  @Test
  void html_aPage_isReadWhole() throws IOException {
    read(HTML);
    assertThat(flaws).isEmpty();
    ChannelId channel = ChannelId.ofTitle("Pump Room");
    assertThat(titles).containsEntry(channel, "Pump Room");
    assertThat(ids()).containsExactly(5L, 6L, 7L);
    MessageEvent post = events.get(1);
    assertThat(post.chat()).isEqualTo(channel);
    assertThat(post.at()).isEqualTo(Instant.parse("2021-01-28T11:19:09Z"));
    assertThat(post.content().text()).isEqualTo("Buy $XRP now\nchart 0xabc");
    assertThat(post.content().entities())
        .extracting(e -> e.kind() + ":" + e.of(post.content().text()))
        .containsExactly("CASHTAG:$XRP", "BOLD:now", "TEXT_LINK:chart", "CODE:0xabc");
    assertThat(post.content().entities().get(0).kind()).isEqualTo(EntityKind.CASHTAG);
    assertThat(post.content().context().replyTo()).isEqualTo(5);
    assertThat(events.get(0).content().media()).isEqualTo(Media.SERVICE);
    assertThat(events.get(2).content().media()).isEqualTo(Media.PHOTO);
    assertThat(events.get(2).at()).isEqualTo(Instant.parse("2021-01-28T21:19:10Z"));
  }

  @Test
  void otherFiles_areNamedForWhatTheyAre() throws IOException {
    read("");
    read("{\"hello\": [1, 2]}");
    read("just some notes");
    read("<html><body>hello</body></html>");
    read(folder);
    read(folder.resolve("missing.json"));
    assertThat(events).isEmpty();
    assertThat(flaws)
        .extracting(Flaw::cause)
        .containsExactly(
            "is empty",
            "is JSON, but no Telegram export",
            "is no Telegram export: neither its JSON nor its HTML",
            "is no Telegram export: neither its JSON nor its HTML",
            "is a folder; name the files in it",
            "there is no such file");
  }

  @Test
  void aGzipCutOff_givesWhatItHeldAndSaysSo() throws IOException {
    StringBuilder text = new StringBuilder();
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 1; i <= 3000; i++) {
      text.append(LINE.formatted(i).replace("hello", Long.toHexString(random.nextLong())));
    }
    byte[] whole = gzip(text.toString());
    Path file = folder.resolve("in");
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    read(file);
    assertThat(events.size()).isBetween(200, 2500);
    assertThat(causes())
        .last()
        .isEqualTo("in: the gzip stream ends early; what it held before is read");
  }

  @Test
  void hostileJson_neverFails() throws IOException {
    read(
        LINE.formatted(1)
            + "{\"_\": "
            + "[".repeat(5000)
            + "\n"
            + LINE.formatted(2).replace("hello", "a".repeat(9 << 20))
            + LINE.formatted(3).replace("hello", "\\ud800 \\u0000")
            + LINE.formatted(4).replace("\"id\": 4", "\"id\": 4e999")
            + LINE.formatted(5).replace("77", "99999999999999999999"));
    assertThat(ids()).contains(1L, 3L);
    assertThat(flaws).hasSizeGreaterThanOrEqualTo(3);
    assertThat(flaws.get(0).cause()).isEqualTo("is nested too deep, or holds too long a value");
  }

  @Test
  void randomDamage_neverFails() throws IOException {
    SplittableRandom random = new SplittableRandom(9);
    for (String whole : List.of(LINE.formatted(1).repeat(20), DESKTOP, HTML)) {
      for (int round = 0; round < 100; round++) {
        byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
        for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        Path file = folder.resolve("damaged");
        Files.write(file, bytes);
        read(file);
      }
    }
    assertThat(events).isNotEmpty();
    assertThat(flaws).isNotEmpty();
  }

  @Test
  void aFileThatMayNotBeRead_isNamed() throws IOException {
    Path file = folder.resolve("secret");
    Files.writeString(file, LINE.formatted(1));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    read(file);
    boolean mayReadAnyway = Files.isReadable(file); // the superuser may read everything
    assertThat(flaws.isEmpty()).isEqualTo(mayReadAnyway);
  }
}
