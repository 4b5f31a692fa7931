package io.assay.core.message;

import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The canonical bytes of a message event: what the journal keeps and its hash covers.
public final class EventBytes {
  private static final EventKind[] KINDS = EventKind.values();
  private static final Evidence[] EVIDENCE = Evidence.values();
  private static final EntityKind[] ENTITIES = EntityKind.values();
  private static final Media[] MEDIA = Media.values();

  private EventBytes() {}

  public static void write(MessageEvent event, CanonWriter out) {
    write(event, event.content().text().getBytes(StandardCharsets.UTF_8), out);
  }

  /// The same, by who has the text in UTF-8 already.
  public static void write(MessageEvent event, byte[] text, CanonWriter out) {
    out.signed(event.ref().chat().value()).signed(event.ref().id()).one(event.kind());
    write(event.timing(), out);
    write(event.content(), text, out);
    Engagement told = event.engagement();
    out.signed(told.views()).signed(told.forwards()).signed(told.reactions());
    out.signed(told.replies());
  }

  public static MessageEvent read(CanonReader in) {
    MessageRef ref = ref(in);
    EventKind kind = in.one(KINDS);
    Timing timing = timing(in);
    Content content = content(in);
    Engagement told = new Engagement(in.signed(), in.signed(), in.signed(), in.signed());
    return new MessageEvent(ref, kind, timing, content, told);
  }

  private static void write(Timing timing, CanonWriter out) {
    long sent = timing.sentAt().toEpochMilli();
    out.signed(sent).signed(timing.revisedAt().toEpochMilli() - sent);
    out.signed(timing.receivedAt().toEpochMilli() - sent).one(timing.evidence());
  }

  private static Timing timing(CanonReader in) {
    long sent = in.signed();
    Instant revised = Instant.ofEpochMilli(sent + in.signed());
    Instant received = Instant.ofEpochMilli(sent + in.signed());
    return new Timing(Instant.ofEpochMilli(sent), revised, received, in.one(EVIDENCE));
  }

  private static void write(Content content, byte[] text, CanonWriter out) {
    out.blob(text).count(content.entities().size());
    for (TextEntity entity : content.entities()) {
      out.one(entity.kind()).count(entity.start()).count(entity.length());
      out.text(entity.target());
    }
    out.count(content.buttons().size());
    for (Button button : content.buttons()) {
      out.text(button.label()).text(button.target());
    }
    Context context = content.context();
    out.one(content.media()).signed(context.replyTo()).signed(context.album());
    Origin origin = context.origin();
    out.signed(origin.message().chat().value()).signed(origin.message().id());
    out.instant(origin.sentAt());
  }

  private static Content content(CanonReader in) {
    String text = in.text();
    int entityCount = in.size();
    List<TextEntity> entities = new ArrayList<>(entityCount);
    for (int i = 0; i < entityCount; i++) {
      EntityKind kind = in.one(ENTITIES);
      entities.add(new TextEntity(kind, (int) in.count(), (int) in.count(), in.text()));
    }
    int buttonCount = in.size();
    List<Button> buttons = new ArrayList<>(buttonCount);
    for (int i = 0; i < buttonCount; i++) {
      buttons.add(new Button(in.text(), in.text()));
    }
    Media media = in.one(MEDIA);
    long replyTo = in.signed();
    long album = in.signed();
    Origin origin = new Origin(ref(in), in.instant());
    Context context = new Context(origin, replyTo, album);
    return new Content(text, entities, buttons, media, context);
  }

  private static MessageRef ref(CanonReader in) {
    return new MessageRef(new ChannelId(in.signed()), in.signed());
  }
}
