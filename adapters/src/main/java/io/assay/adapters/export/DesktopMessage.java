package io.assay.adapters.export;

import io.assay.core.message.ChannelId;
import io.assay.core.message.Engagement;
import io.assay.core.message.EntityKind;
import io.assay.core.message.Media;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads one message of a Telegram Desktop export.
final class DesktopMessage {
  private static final String CHANNEL = "channel";

  private final JsonParser in;
  private final Draft draft = new Draft();
  private boolean dateExact;
  private boolean editExact;

  private DesktopMessage(JsonParser in, long chat) {
    this.in = in;
    draft.chat = chat;
  }

  /// Reads the object that the parser stands on, to its end.
  static Draft read(JsonParser in, long chat) throws UnreadableException {
    return new DesktopMessage(in, chat).read();
  }

  private Draft read() throws UnreadableException {
    UnreadableException first = null;
    for (String field = Json.nextField(in); !field.isEmpty(); field = Json.nextField(in)) {
      try {
        read(field);
      } catch (UnreadableException e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
    boolean edited = draft.editedAt != Draft.UNTOLD;
    draft.assumesUtc = !dateExact || (edited && !editExact);
    return draft;
  }

  private void read(String field) throws UnreadableException {
    switch (field) {
      case "id" -> draft.id = Json.number(in, draft.id);
      case "type" -> type(Json.text(in, ""));
      case "date" -> draft.sentAt = dateExact ? draft.sentAt : local(draft.sentAt);
      case "date_unixtime" -> {
        draft.sentAt = epoch(draft.sentAt);
        dateExact = true;
      }
      case "edited" -> draft.editedAt = editExact ? draft.editedAt : local(draft.editedAt);
      case "edited_unixtime" -> {
        draft.editedAt = epoch(draft.editedAt);
        editExact = true;
      }
      default -> readContent(field);
    }
  }

  private void readContent(String field) {
    switch (field) {
      case "text" -> text();
      case "text_entities" -> textAgain();
      case "photo" -> told(Media.PHOTO);
      case "poll" -> told(Media.POLL);
      case "file" -> told(Media.DOCUMENT);
      case "media_type" -> draft.media = media(Json.text(in, ""));
      case "reply_to_message_id" -> draft.replyTo = Json.number(in, 0);
      case "forwarded_from" -> forwarded(Json.text(in, ""));
      case "forwarded_from_id" -> forwardedId(Json.text(in, ""));
      case "reactions" -> draft.reactions = reactions();
      case "inline_bot_buttons" -> buttons();
      default -> in.skipChildren();
    }
  }

  private void told(Media media) {
    draft.media(media);
    in.skipChildren();
  }

  private void type(String type) {
    if (type.equals("service")) {
      draft.media = Media.SERVICE;
    }
  }

  private long local(long otherwise) throws UnreadableException {
    String text = Json.text(in, "");
    return text.isEmpty() ? otherwise : Times.ofText(text);
  }

  private long epoch(long otherwise) throws UnreadableException {
    long number = Json.number(in, Long.MIN_VALUE);
    return number == Long.MIN_VALUE ? otherwise : Times.ofEpoch(number);
  }

  private static Media media(String type) {
    return switch (type) {
      case "voice_message" -> Media.VOICE;
      case "video_file", "video_message", "animation" -> Media.VIDEO;
      case "sticker" -> Media.STICKER;
      default -> Media.DOCUMENT;
    };
  }

  /// The export gives a forward's origin by title, and newer ones by id too.
  private void forwarded(String from) {
    if (draft.originChat == 0 && !from.isEmpty()) {
      draft.originChat = ChannelId.ofTitle(from).value();
    }
  }

  private void forwardedId(String id) {
    if (id.startsWith(CHANNEL)) {
      try {
        draft.originChat = Long.parseLong(id, CHANNEL.length(), id.length(), 10);
      } catch (NumberFormatException e) {
        draft.originChat = ChannelId.ofTitle(id).value();
      }
    }
  }

  private void textAgain() {
    if (!Json.isArray(in)) {
      return;
    }
    boolean first = true;
    StringBuilder text = new StringBuilder();
    while (Json.nextElement(in)) {
      if (first) {
        draft.noText();
        first = false;
      }
      part(text);
    }
    draft.text = first ? draft.text : text.toString();
  }

  private void text() {
    if (in.currentToken() != JsonToken.START_ARRAY) {
      draft.text = Json.text(in, "");
      return;
    }
    StringBuilder text = new StringBuilder();
    while (Json.nextElement(in)) {
      part(text);
    }
    draft.text = text.toString();
  }

  private void part(StringBuilder text) {
    if (!Json.isObject(in)) {
      text.append(Json.text(in, ""));
      return;
    }
    String type = "";
    String words = "";
    String target = "";
    for (String field = Json.nextField(in); !field.isEmpty(); field = Json.nextField(in)) {
      switch (field) {
        case "type" -> type = Json.text(in, "");
        case "text" -> words = Json.text(in, "");
        case "href" -> target = Json.text(in, "");
        default -> in.skipChildren();
      }
    }
    if (!type.equals("plain")) {
      EntityKind kind = Entities.ofDesktop(type);
      draft.entity(kind, text.length(), words.length(), kind == EntityKind.TEXT_LINK ? target : "");
    }
    text.append(words);
  }

  private long reactions() {
    if (!Json.isArray(in)) {
      return Engagement.UNKNOWN;
    }
    long sum = 0;
    while (Json.nextElement(in)) {
      if (Json.isObject(in)) {
        for (String field = Json.nextField(in); !field.isEmpty(); field = Json.nextField(in)) {
          if (field.equals("count")) {
            sum += Math.max(0, Json.number(in, 0));
          } else {
            in.skipChildren();
          }
        }
      }
    }
    return sum;
  }

  private void buttons() {
    if (!Json.isArray(in)) {
      return;
    }
    while (Json.nextElement(in)) {
      if (Json.isArray(in)) {
        while (Json.nextElement(in)) {
          button();
        }
      }
    }
  }

  private void button() {
    if (!Json.isObject(in)) {
      return;
    }
    String type = "";
    String label = "";
    String target = "";
    for (String field = Json.nextField(in); !field.isEmpty(); field = Json.nextField(in)) {
      switch (field) {
        case "type" -> type = Json.text(in, "");
        case "text" -> label = Json.text(in, "");
        case "data" -> target = Json.text(in, "");
        default -> in.skipChildren();
      }
    }
    draft.button(label, leads(type) ? target : "");
  }

  /// Whether the data of a button of that type is an address that it opens or a text that it
  /// copies.
  private static boolean leads(String type) {
    return switch (type) {
      case "url", "auth", "web_view", "simple_web_view", "copy_text" -> true;
      default -> false;
    };
  }
}
