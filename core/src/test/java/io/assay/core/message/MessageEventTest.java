package io.assay.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.core.canon.CanonException;
import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageEventTest {
  private static final Instant NOON = Instant.parse("2024-05-01T12:00:00Z");
  private static final MessageRef REF = new MessageRef(new ChannelId(1234567890L), 42);

  private static MessageEvent full() {
    Content content =
        new Content(
            "Buy 😀 here",
            List.of(
                new TextEntity(EntityKind.TEXT_LINK, 7, 4, "https://example.org/x"),
                new TextEntity(EntityKind.BOLD, 0, 3, "")),
            List.of(new Button("Chart", "https://example.org/chart")),
            Media.PHOTO,
            new Context(new Origin(new MessageRef(new ChannelId(5), 6), NOON), 41, 99));
    Timing timing = Timing.imported(NOON, NOON.plusSeconds(60));
    return new MessageEvent(
        REF, EventKind.EDITED, timing, content, new Engagement(10, 2, Engagement.UNKNOWN, 0));
  }

  private static byte[] bytes(MessageEvent event) {
    CanonWriter out = new CanonWriter();
    EventBytes.write(event, out);
    return out.toBytes();
  }

  @Test
  void bytes_ofAnEvent_readBackAsTheSame() {
    for (MessageEvent event :
        List.of(full(), MessageEvent.imported(REF, Timing.imported(NOON), Content.EMPTY))) {
      CanonReader in = new CanonReader(bytes(event));
      assertThat(EventBytes.read(in)).isEqualTo(event);
      in.end();
    }
  }

  @Test
  void bytes_cutOffAnywhere_areRefused() {
    byte[] whole = bytes(full());
    for (int length = 0; length < whole.length; length++) {
      CanonReader in = new CanonReader(Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> EventBytes.read(in)).isInstanceOf(CanonException.class);
    }
  }

  @Test
  void at_ofAVisiblyEditedPost_isTheEdit() {
    assertThat(full().at()).isEqualTo(NOON.plusSeconds(60));
  }

  @Test
  void timing_anEditBeforeTheSending_isTheSending() {
    Timing timing = Timing.imported(NOON, NOON.minusSeconds(17));
    assertThat(timing.revisedAt()).isEqualTo(NOON);
    assertThat(timing.isRevised()).isFalse();
  }

  @Test
  void heard_withinFiveMinutesOfTheText_isLive() {
    for (int seconds : new int[] {-300, 0, 1, 300}) {
      Instant now = NOON.plusSeconds(seconds);
      Timing timing = Timing.heard(NOON.minusSeconds(86_400), NOON, now);
      assertThat(timing.evidence()).as("%d s", seconds).isEqualTo(Evidence.LIVE);
      assertThat(timing.receivedAt()).isEqualTo(now);
      assertThat(timing.revisedAt()).isEqualTo(NOON);
    }
  }

  @Test
  void heard_laterOrFromTheFuture_isHistory() {
    for (int seconds : new int[] {-301, 301, 86_400}) {
      Timing timing = Timing.heard(NOON, NOON, NOON.plusSeconds(seconds));
      assertThat(timing.evidence()).as("%d s", seconds).isEqualTo(Evidence.BACKFILL);
      assertThat(timing.receivedAt()).isEqualTo(NOON.plusSeconds(seconds));
    }
  }

  @Test
  void heard_anEditBeforeTheSending_isTheSending() {
    Timing timing = Timing.heard(NOON, NOON.minusSeconds(3600), NOON);
    assertThat(timing.isRevised()).isFalse();
    assertThat(timing.evidence()).isEqualTo(Evidence.LIVE);
  }

  @Test
  void heardAt_anImportedEvent_isTheSameEventHeardNow() {
    MessageEvent now = full().heardAt(NOON.plusSeconds(90));
    assertThat(now.timing())
        .isEqualTo(new Timing(NOON, NOON.plusSeconds(60), NOON.plusSeconds(90), Evidence.LIVE));
    assertThat(now.content()).isEqualTo(full().content());
    assertThat(now.engagement()).isEqualTo(full().engagement());
    assertThat(now.kind()).isEqualTo(full().kind());
  }

  @Test
  void channel_ofTheBotApi_isTheBareOne() {
    assertThat(ChannelId.canonical(-1001234567890L)).isEqualTo(new ChannelId(1234567890L));
    assertThat(ChannelId.canonical(1234567890L)).isEqualTo(new ChannelId(1234567890L));
  }

  @Test
  void channel_ofATitle_isNegativeAndStable() {
    ChannelId one = ChannelId.ofTitle("Moon Calls");
    assertThat(one.value()).isNegative();
    assertThat(ChannelId.ofTitle("Moon Calls")).isEqualTo(one);
    assertThat(ChannelId.ofTitle("Moon calls")).isNotEqualTo(one);
  }

  @Test
  void fingerprint_theSamePostToldTwice_isTheSame() {
    Content plain = Content.of("Caf\u00e9 $SOL");
    assertThat(Fingerprint.of(Content.of("Cafe\u0301 $SOL \n"))).isEqualTo(Fingerprint.of(plain));
    assertThat(
            Fingerprint.of(
                Content.of(plain.text(), List.of(new TextEntity(EntityKind.BOLD, 0, 4, "")))))
        .isEqualTo(Fingerprint.of(plain));
  }

  @Test
  void fingerprint_anotherTextOrLink_isAnother() {
    Content plain = Content.of("call");
    Content link =
        Content.of("call", List.of(new TextEntity(EntityKind.TEXT_LINK, 0, 4, "https://a.b")));
    Content button =
        new Content(
            "call", List.of(), List.of(new Button("x", "https://a.c")), Media.NONE, Context.NONE);
    assertThat(
            java.util.stream.Stream.of(plain, link, button, Content.of("Call"))
                .map(Fingerprint::of))
        .doesNotHaveDuplicates();
  }

  @Test
  void entity_beyondTheText_isCutToIt() {
    assertThat(new TextEntity(EntityKind.CODE, 2, Integer.MAX_VALUE, "").of("abcd"))
        .isEqualTo("cd");
    assertThat(new TextEntity(EntityKind.CODE, 9, 3, "").of("abcd")).isEmpty();
    assertThatThrownBy(() -> new TextEntity(EntityKind.CODE, -1, 3, ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void flaw_inWords_namesFileLineByteAndCause() {
    assertThat(new Flaw("a.json", 3, 17, "is no JSON"))
        .hasToString("a.json:3 (byte 17): is no JSON");
    assertThat(new Flaw("a.json", 0, -1, "is empty")).hasToString("a.json: is empty");
  }

  @Test
  void fingerprint_ofTheTextOrOfItsBytes_isTheSame() {
    for (String text : new String[] {"", "gm", "gm \n", "e\u0301", "\uD83D\uDE80 ", "\uD800"}) {
      Content content = Content.of(text);
      byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
      assertThat(Fingerprint.of(content, bytes)).isEqualTo(Fingerprint.of(content));
    }
  }
}
