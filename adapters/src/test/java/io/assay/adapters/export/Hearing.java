package io.assay.adapters.export;

import io.assay.core.message.ChannelId;
import io.assay.core.message.Flaw;
import io.assay.core.message.MessageEvent;
import io.assay.core.message.MessageSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;

/// Hears export files and keeps what they told.
class Hearing {
  protected static final String LINE =
      "{\"_\": \"Message\", \"id\": %d, \"peer_id\": {\"_\": \"PeerChannel\", \"channel_id\": 77},"
          + " \"date\": \"2021-02-03T10:00:00+00:00\", \"message\": \"hello\"}\n";

  protected static final String DESKTOP =
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

  protected static final String HTML =
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

  protected static final String TOO_LARGE = "9223372036854775808";
  protected static final String NO_ID = "a message without an id that can be read";

  @TempDir Path folder;
  protected final List<MessageEvent> events = new ArrayList<>();
  protected final List<Flaw> flaws = new ArrayList<>();
  protected final TreeMap<ChannelId, String> titles = new TreeMap<>();

  protected void read(Path file) {
    new ExportFile(file).tell(listener());
  }

  protected MessageSource.Listener listener() {
    return new MessageSource.Listener() {
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
    };
  }

  protected void read(byte[] bytes) throws IOException {
    Path file = folder.resolve("in");
    Files.write(file, bytes);
    read(file);
  }

  protected void read(String text) throws IOException {
    read(text.getBytes(StandardCharsets.UTF_8));
  }

  /// The flaws in words, the file as `in`.
  protected List<String> causes() {
    return flaws.stream().map(f -> f.toString().replace(folder + "/in", "in")).toList();
  }

  protected List<Long> ids() {
    return events.stream().map(event -> event.ref().id()).toList();
  }

  protected static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(packed)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return packed.toByteArray();
  }
}
