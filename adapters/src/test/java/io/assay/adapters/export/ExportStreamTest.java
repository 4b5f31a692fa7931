package io.assay.adapters.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.core.message.ChannelId;
import io.assay.core.message.Flaw;
import io.assay.core.message.Media;
import io.assay.core.message.MessageEvent;
import io.assay.core.message.MessageSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ExportStreamTest {
  private static final String PLAIN =
      "{\"chat\": -1001234567890, \"id\": %d, \"date\": \"2026-01-01T00:00:00Z\","
          + " \"text\": \"hello\"}\n";
  private static final String TELETHON =
      "{\"_\": \"Message\", \"id\": %d, \"peer_id\": {\"_\": \"PeerChannel\", \"channel_id\": 77},"
          + " \"date\": \"2021-02-03T10:00:00+00:00\", \"message\": \"hello\"}\n";

  private final List<MessageEvent> events = new ArrayList<>();
  private final List<Flaw> flaws = new ArrayList<>();
  private final List<String> told = new ArrayList<>();

  /// Notes what it is told.
  private final class Notes implements MessageSource.Listener {
    @Override
    public void heard(MessageEvent event) {
      events.add(event);
      told.add(event.ref().toString());
    }

    @Override
    public void named(ChannelId channel, String title) {
      told.add(channel + " is " + title);
    }

    @Override
    public void flawed(Flaw flaw) {
      flaws.add(flaw);
    }
  }

  private void tell(InputStream stream) throws IOException {
    new ExportStream(stream, "stream").tell(new Notes());
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private void tell(String text) throws IOException {
    tell(stream(text));
  }

  private List<String> causes() {
    return flaws.stream().map(Flaw::toString).toList();
  }

  /// The plain line, but with a field left out or another value in its place.
  private static String plainBut(String field, String value) {
    Map<String, String> fields =
        new TreeMap<>(
            Map.of(
                "chat", "77", "id", "7", "date", "\"2026-01-01T00:00:00Z\"", "text", "\"hello\""));
    if (value.isEmpty()) {
      fields.remove(field);
    } else {
      fields.put(field, value);
    }
    List<String> parts =
        fields.entrySet().stream().map(e -> "\"" + e.getKey() + "\": " + e.getValue()).toList();
    return "{" + String.join(", ", parts) + "}\n";
  }

  private MessageEvent only(String line) throws IOException {
    events.clear();
    tell(line);
    assertThat(flaws).isEmpty();
    assertThat(events).hasSize(1);
    return events.getFirst();
  }

  @Test
  void tell_nothing_isNothing() throws IOException {
    tell("");
    tell("\n \r\n\n");
    assertThat(told).isEmpty();
    assertThat(flaws).isEmpty();
  }

  @Test
  void tell_telethonAndPlainLines_inTurn() throws IOException {
    tell(TELETHON.formatted(1) + PLAIN.formatted(2) + TELETHON.formatted(3) + PLAIN.formatted(4));
    assertThat(told).containsExactly("77/1", "1234567890/2", "77/3", "1234567890/4");
    assertThat(flaws).isEmpty();
  }

  @Test
  void tell_aLastLineWithoutAnEnd_isToldToo() throws IOException {
    tell((PLAIN.formatted(1) + PLAIN.formatted(2)).strip());
    assertThat(told).containsExactly("1234567890/1", "1234567890/2");
  }

  @Test
  void plain_aLine_isAMessage() throws IOException {
    MessageEvent event = only(PLAIN.formatted(7));
    assertThat(event.ref()).hasToString("1234567890/7");
    assertThat(event.at()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(event.content().text()).isEqualTo("hello");
    assertThat(event.content().media()).isEqualTo(Media.NONE);
    assertThat(event.timing().isRevised()).isFalse();
  }

  @Test
  void plain_aChat_isTheSameHoweverItsIdIsWritten() throws IOException {
    for (String id :
        List.of("-1001234567890", "\"-1001234567890\"", "1234567890", "\"1234567890\"")) {
      assertThat(only(plainBut("chat", id)).chat()).isEqualTo(new ChannelId(1_234_567_890));
    }
  }

  @Test
  void plain_aDate_isTextOrSeconds() throws IOException {
    Instant at = Instant.parse("2026-01-01T00:00:00Z");
    for (String date : List.of("\"2026-01-01T01:00:00+01:00\"", "1767225600", "\"1767225600\"")) {
      assertThat(only(plainBut("date", date)).at()).isEqualTo(at);
    }
  }

  @Test
  void plain_anEdit_isItsProofFromThere() throws IOException {
    assertThat(only(plainBut("edited", "\"2026-01-01T00:05:00Z\"")).at())
        .isEqualTo(Instant.parse("2026-01-01T00:05:00Z"));
    assertThat(only(plainBut("edited", "1767225900")).at())
        .isEqualTo(Instant.parse("2026-01-01T00:05:00Z"));
    assertThat(only(plainBut("edited", "null")).timing().isRevised()).isFalse();
  }

  @Test
  void plain_aTitle_isToldBeforeTheMessageAndOnce() throws IOException {
    tell(plainBut("title", "\"A\"") + plainBut("title", "\"A\"") + plainBut("title", "\"B\""));
    assertThat(told).containsExactly("77 is A", "77/7", "77/7", "77 is B", "77/7");
  }

  @Test
  void plain_unknownFields_areIgnored() throws IOException {
    assertThat(only(plainBut("who", "{\"text\": \"other\", \"chat\": 5, \"id\": 9}")).ref())
        .hasToString("77/7");
  }

  @Test
  void plain_anEmptyText_isAMessage() throws IOException {
    assertThat(only(plainBut("text", "\"\"")).content().text()).isEmpty();
  }

  @Test
  void plain_telethonsWordForTheText_isUnderstood() throws IOException {
    assertThat(only(plainBut("text", "").replace("}", ", \"message\": \"hi\"}")).content().text())
        .isEqualTo("hi");
  }

  @Test
  void plain_whatEveryMessageNeeds_isMissed() throws IOException {
    Map<String, String> causes = new LinkedHashMap<>();
    causes.put(plainBut("chat", ""), "message 7 does not say of which chat it is");
    causes.put(plainBut("chat", "\"@channel\""), "message 7 does not say of which chat it is");
    causes.put(plainBut("id", ""), "a message without an id that can be read");
    causes.put(plainBut("date", ""), "message 7 has no date");
    causes.put(plainBut("date", "\"yesterday\""), "“yesterday” is no time");
    causes.put(plainBut("edited", "\"later\""), "“later” is no time");
    causes.put(plainBut("text", ""), "a message without a text");
    causes.put(plainBut("text", "5"), "a message without a text");
    tell(String.join("", causes.keySet()));
    assertThat(events).isEmpty();
    List<Flaw> expected = new ArrayList<>();
    long offset = 0;
    for (Map.Entry<String, String> line : causes.entrySet()) {
      expected.add(new Flaw("stream", expected.size() + 1, offset, line.getValue()));
      offset += line.getKey().length();
    }
    assertThat(flaws).isEqualTo(expected);
  }

  @Test
  void telethon_plainFieldsInIt_meanNothing() throws IOException {
    String more = ", \"chat\": 5, \"text\": \"other\", \"title\": \"A\", \"edited\": \"later\"}";
    tell(TELETHON.formatted(1).replace("\"hello\"}", "\"hello\"" + more));
    tell("{\"chat\": 5, \"text\": \"other\", " + TELETHON.formatted(2).substring(1));
    assertThat(told).containsExactly("77/1", "77/2");
    assertThat(events).allMatch(event -> event.content().text().equals("hello"));
    assertThat(flaws).isEmpty();
  }

  @Test
  void telethon_withoutItsPeer_isNotHelpedByAChat() throws IOException {
    tell("{\"_\": \"Message\", \"id\": 1, \"chat\": 5, \"date\": 1767225600, \"text\": \"a\"}\n");
    assertThat(causes())
        .containsExactly("stream:1 (byte 0): message 1 does not say of which chat it is");
  }

  @Test
  void tell_aBrokenLine_costsNothingButItself() throws IOException {
    tell(PLAIN.formatted(1) + "{\"chat\": \n" + "[]\n" + "words\n" + PLAIN.formatted(2));
    assertThat(told).containsExactly("1234567890/1", "1234567890/2");
    assertThat(flaws).extracting(Flaw::line).containsExactly(2L, 3L, 4L);
    assertThat(flaws).extracting(Flaw::where).containsOnly("stream");
  }

  @Test
  void tell_severalMessagesInALine_areAllTold() throws IOException {
    tell(PLAIN.formatted(1).strip() + plainBut("title", "\"A\""));
    assertThat(told).containsExactly("1234567890/1", "77 is A", "77/7");
    assertThat(flaws).isEmpty();
  }

  @Test
  void tell_aStreamThatBreaksOff_hasToldWhatCameBefore() {
    IOException failure = new IOException("the line went dead");
    InputStream broken =
        new SequenceInputStream(
            stream(PLAIN.formatted(1) + PLAIN.formatted(2) + "{\"chat\": 5,"),
            new Failing(failure));
    assertThatThrownBy(() -> tell(broken)).isSameAs(failure);
    assertThat(told).containsExactly("1234567890/1", "1234567890/2");
    assertThat(flaws).isEmpty();
  }

  @Test
  void tell_aLine_isToldBeforeTheNextIsAskedFor() throws IOException {
    List<Integer> toldBefore = new ArrayList<>();
    tell(
        new InputStream() {
          @Override
          public int read() {
            throw new UnsupportedOperationException("read in pieces");
          }

          @Override
          public int read(byte[] target, int from, int length) {
            toldBefore.add(events.size());
            byte[] line = PLAIN.formatted(toldBefore.size()).getBytes(StandardCharsets.UTF_8);
            if (toldBefore.size() > 3) {
              return -1;
            }
            System.arraycopy(line, 0, target, from, line.length);
            return line.length;
          }
        });
    assertThat(toldBefore).containsExactly(0, 1, 2, 3);
  }

  @Test
  void tell_aListenerThatThrows_endsIt() {
    RuntimeException failure = new IllegalStateException("enough");
    MessageSource.Listener weary =
        new MessageSource.Listener() {
          @Override
          public void heard(MessageEvent event) {
            throw failure;
          }

          @Override
          public void named(ChannelId channel, String title) {}

          @Override
          public void flawed(Flaw flaw) {}
        };
    ExportStream source = new ExportStream(stream(PLAIN.formatted(1)), "stream");
    assertThatThrownBy(() -> source.tell(weary)).isSameAs(failure);
  }

  @Test
  void tell_aStream_isLeftOpenForItsOwner() throws IOException {
    boolean[] closed = new boolean[1];
    tell(
        new ByteArrayInputStream(new byte[0]) {
          @Override
          public void close() {
            closed[0] = true;
          }
        });
    assertThat(closed[0]).isFalse();
  }

  /// A stream that cannot be read.
  private static final class Failing extends InputStream {
    private final IOException failure;

    private Failing(IOException failure) {
      this.failure = failure;
    }

    @Override
    public int read() throws IOException {
      throw failure;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
      throw failure;
    }
  }
}
