package io.assay.adapters.export;

import io.assay.core.message.Button;
import io.assay.core.message.ChannelId;
import io.assay.core.message.Content;
import io.assay.core.message.Context;
import io.assay.core.message.Engagement;
import io.assay.core.message.EntityKind;
import io.assay.core.message.EventKind;
import io.assay.core.message.Media;
import io.assay.core.message.MessageEvent;
import io.assay.core.message.MessageRef;
import io.assay.core.message.Origin;
import io.assay.core.message.TextEntity;
import io.assay.core.message.Timing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A message while its fields are being read, in whatever order they come.
final class Draft {
  /// In place of a number that nobody told.
  static final long UNTOLD = Long.MIN_VALUE;

  long chat = UNTOLD;
  long id = UNTOLD;
  long sentAt = UNTOLD;
  long editedAt = UNTOLD;
  boolean editHidden;

  /// Whether a time was told without its zone, and taken for UTC.
  boolean assumesUtc;

  /// What the message calls its chat; empty where it does not.
  String title = "";

  String text = "";
  Media media = Media.NONE;
  long replyTo;
  long album;
  long originChat;
  long originId;
  long originSentAt;
  long views = Engagement.UNKNOWN;
  long forwards = Engagement.UNKNOWN;
  long reactions = Engagement.UNKNOWN;
  long replies = Engagement.UNKNOWN;
  private List<TextEntity> entities = List.of();
  private List<Button> buttons = List.of();

  void entity(EntityKind kind, long start, long length, String target) {
    if (start < 0 || length < 0 || start > Integer.MAX_VALUE || length > Integer.MAX_VALUE) {
      return; // no stretch of any text
    }
    if (entities.isEmpty()) {
      entities = new ArrayList<>();
    }
    entities.add(new TextEntity(kind, (int) start, (int) length, target));
  }

  void button(String label, String target) {
    if (buttons.isEmpty()) {
      buttons = new ArrayList<>();
    }
    buttons.add(new Button(label, target));
  }

  /// Takes back a text and its markings, for a better telling of the same.
  void noText() {
    text = "";
    entities = List.of();
  }

  void media(Media found) {
    if (media == Media.NONE) {
      media = found;
    }
  }

  boolean hasChat() {
    return chat != UNTOLD;
  }

  boolean isTitled() {
    return media == Media.TITLE;
  }

  ChannelId channel() {
    return ChannelId.canonical(chat);
  }

  /// The message as an event.
  ///
  /// @throws UnreadableException if it lacks what every message has
  MessageEvent event() throws UnreadableException {
    if (id == UNTOLD) {
      throw new UnreadableException("a message without an id that can be read");
    }
    if (!hasChat()) {
      throw new UnreadableException("message " + id + " does not say of which chat it is");
    }
    if (sentAt == UNTOLD) {
      throw new UnreadableException("message " + id + " has no date");
    }
    Instant sent = Instant.ofEpochMilli(sentAt);
    boolean edited = editedAt != UNTOLD && !editHidden;
    Timing timing = Timing.imported(sent, edited ? Instant.ofEpochMilli(editedAt) : sent);
    return new MessageEvent(
        new MessageRef(channel(), id), EventKind.POSTED, timing, content(), engagement());
  }

  /// What it says and shows, which can be told of any message.
  Content content() {
    Context context =
        originChat == 0 && originId == 0 && originSentAt == 0 && replyTo == 0 && album == 0
            ? Context.NONE
            : new Context(origin(), replyTo, album);
    return new Content(text, entities, buttons, media, context);
  }

  Engagement engagement() {
    return new Engagement(views, forwards, reactions, replies);
  }

  private Origin origin() {
    MessageRef message = new MessageRef(ChannelId.canonical(originChat), originId);
    return new Origin(message, Instant.ofEpochMilli(originSentAt));
  }
}
