package io.assay.adapters.export;

import io.assay.core.message.Engagement;
import io.assay.core.message.EntityKind;
import io.assay.core.message.Media;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads one message as Telethon's `Message.to_dict()` writes it, or in the plain form of
/// [PlainFields]. Which it is, is told by its fields: Telethon's names its type or its peer.
final class TelethonMessage {
  private final JsonParser in;
  private final Draft draft = new Draft();
  private @Nullable PlainFields plain;
  private boolean typed;

  private TelethonMessage(JsonParser in) {
    this.in = in;
  }

  /// Reads the object that the parser stands on, to its end.
  static Draft read(JsonParser in) throws UnreadableException {
    return new TelethonMessage(in).read();
  }

  /// The same, where nothing but the text is expected: it may say neither chat nor time.
  static Draft readLoose(JsonParser in) throws UnreadableException {
    TelethonMessage message = new TelethonMessage(in);
    message.readFields();
    PlainFields held = message.plain;
    if (held != null && message.draft.text.isEmpty()) {
      held.textInto(message.draft);
    }
    return message.draft;
  }

  private Draft read() throws UnreadableException {
    readFields();
    if (plain != null && !typed && !draft.hasChat()) {
      plain.into(draft);
    }
    return draft;
  }

  private void readFields() throws UnreadableException {
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
  }

  private void read(String field) throws UnreadableException {
    switch (field) {
      case "_" -> {
        typed = true;
        service(Json.text(in, ""), draft);
      }
      case "id" -> draft.id = Json.number(in, draft.id);
      case "peer_id", "to_id" -> draft.chat = peer(in, draft.chat);
      case "date" -> draft.sentAt = time(in, draft.sentAt);
      case "edit_date" -> draft.editedAt = time(in, draft.editedAt);
      case "edit_hide" -> draft.editHidden = in.currentToken() == JsonToken.VALUE_TRUE;
      case "message" -> draft.text = Json.text(in, draft.text);
      case "entities" -> entities(in, draft);
      case "media" -> media(in, draft);
      case "action" -> action(in, draft);
      case "views" -> draft.views = Json.number(in, Engagement.UNKNOWN);
      case "forwards" -> draft.forwards = Json.number(in, Engagement.UNKNOWN);
      case "replies" -> draft.replies = count("replies", in);
      case "reactions" -> draft.reactions = reactions(in);
      case "fwd_from" -> origin(in, draft);
      case "reply_to" -> reply(in, draft);
      case "reply_to_msg_id" -> draft.replyTo = Json.number(in, 0);
      case "grouped_id" -> draft.album = Json.number(in, 0);
      case "reply_markup" -> markup(in, draft);
      case "chat", "text", "title", "edited" -> plain(field);
      case "caption", "caption_entities" -> caption(field);
      case "photo" -> shows(Media.PHOTO);
      case "video", "animation" -> shows(Media.VIDEO);
      case "document" -> shows(Media.DOCUMENT);
      default -> in.skipChildren();
    }
  }

  /// Held aside, since it counts only in the plain form.
  private void plain(String field) {
    PlainFields held = plain == null ? new PlainFields() : plain;
    plain = held;
    held.read(field, in);
  }

  /// The Bot API's own names for the text of what shows something.
  private void caption(String field) {
    if (field.equals("caption")) {
      draft.text = Json.text(in, draft.text);
      draft.media(Media.OTHER);
    } else {
      entities(in, draft);
    }
  }

  private void shows(Media media) {
    if (in.currentToken().isStructStart()) {
      draft.media = media;
    }
    in.skipChildren();
  }

  private static void service(String type, Draft draft) {
    if (type.equals("MessageService") && !draft.isTitled()) {
      draft.media = Media.SERVICE;
    }
  }

  private static long time(JsonParser in, long otherwise) throws UnreadableException {
    return switch (in.currentToken()) {
      case VALUE_STRING, VALUE_NUMBER_INT -> Times.ofText(in.getString());
      default -> {
        in.skipChildren();
        yield otherwise;
      }
    };
  }

  /// A channel's bare id; a group's or a person's negative, so that they cannot be taken for one.
  private static long peer(JsonParser in, long otherwise) {
    if (in.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      return Json.number(in, otherwise);
    }
    if (!Json.isObject(in)) {
      return otherwise;
    }
    long found = otherwise;
    for (String field = Json.nextField(in); !field.isEmpty(); field = Json.nextField(in)) {
      switch (field) {
        case "channel_id" -> found = Json.number(in, found);
        case "chat_id", "user_id" -> found = -Json.number(in, -found);
        default -> in.skipChildren();
      }
    }
    return found;
  }

  private static void entities(JsonParser in, Draft draft) {
    if (!Json.isArray(in)) {
      return;
    }
    while (Json.nextElement(in)) {
      if (Json.isObject(in)) {
        entity(in, draft);
      }
    }
  }

  private static void entity(JsonParser in, Draft draft) {
    EntityKind kind = EntityKind.OTHER;
    long start = -1;
    long length = -1;
    String target = "";
    for (String field = Json.nextField(in); !field.isEmpty(); field = Json.nextField(in)) {
      switch (field) {
        case "_" -> kind = Entities.ofTelethon(Json.text(in, ""));
        case "type" -> kind = Entities.ofBot(Json.text(in, ""));
        case "offset" -> start = Json.number(in, -1);
        case "length" -> length = Json.number(in, -1);
        case "url" -> target = Json.text(in, "");
        default -> in.skipChildren();
      }
    }
    draft.entity(kind, start, length, target);
  }

  private static void media(JsonParser in, Draft draft) {
    if (!Json.isObject(in)) {
      return;
    }
    for (String field = Json.nextField(in); !field.isEmpty(); field = Json.nextField(in)) {
      if (field.equals("_")) {
        draft.media(media(Json.text(in, "")));
      } else {
        in.skipChildren();
      }
    }
  }

  private static Media media(String name) {
    return switch (name) {
      case "MessageMediaPhoto" -> Media.PHOTO;
      case "MessageMediaDocument" -> Media.DOCUMENT;
      case "MessageMediaPoll" -> Media.POLL;
      case "MessageMediaWebPage" -> Media.WEB_PAGE;
      case "MessageMediaEmpty" -> Media.NONE;
      default -> Media.OTHER;
    };
  }

  private static void action(JsonParser in, Draft draft) {
    if (!Json.isObject(in)) {
      return;
    }
    String name = "";
    String title = "";
    for (String field = Json.nextField(in); !field.isEmpty(); field = Json.nextField(in)) {
      switch (field) {
        case "_" -> name = Json.text(in, "");
        case "title" -> title = Json.text(in, "");
        default -> in.skipChildren();
      }
    }
    boolean names =
        name.equals("MessageActionChannelCreate") || name.equals("MessageActionChatEditTitle");
    draft.media = names && !title.isEmpty() ? Media.TITLE : Media.SERVICE;
    draft.text = names ? title : "";
  }

  private static long count(String wanted, JsonParser in) {
    long found = Engagement.UNKNOWN;
    if (Json.isObject(in)) {
      for (String field = Json.nextField(in); !field.isEmpty(); field = Json.nextField(in)) {
        if (field.equals(wanted)) {
          found = Json.number(in, found);
        } else {
          in.skipChildren();
        }
      }
    }
    return found;
  }

  private static long reactions(JsonParser in) {
    long sum = Engagement.UNKNOWN;
    if (Json.isObject(in)) {
      for (String field = Json.nextField(in); !field.isEmpty(); field = Json.nextField(in)) {
        if (field.equals("results") && Json.isArray(in)) {
          sum = 0;
          while (Json.nextElement(in)) {
            sum += Math.max(0, count("count", in));
          }
        } else {
          in.skipChildren();
        }
      }
    }
    return sum;
  }

  private static void origin(JsonParser in, Draft draft) throws UnreadableException {
    if (!Json.isObject(in)) {
      return;
    }
    for (String field = Json.nextField(in); !field.isEmpty(); field = Json.nextField(in)) {
      switch (field) {
        case "from_id" -> draft.originChat = peer(in, 0);
        case "channel_id" -> draft.originChat = Json.number(in, draft.originChat);
        case "channel_post" -> draft.originId = Json.number(in, 0);
        case "date" -> draft.originSentAt = time(in, 0);
        default -> in.skipChildren();
      }
    }
  }

  private static void reply(JsonParser in, Draft draft) {
    draft.replyTo = Math.max(draft.replyTo, Math.max(0, count("reply_to_msg_id", in)));
  }

  private static void markup(JsonParser in, Draft draft) {
    if (!Json.isObject(in)) {
      return;
    }
    for (String field = Json.nextField(in); !field.isEmpty(); field = Json.nextField(in)) {
      if (field.equals("rows") && Json.isArray(in)) {
        while (Json.nextElement(in)) {
          row(in, draft);
        }
      } else if (field.equals("inline_keyboard") && Json.isArray(in)) {
        while (Json.nextElement(in)) {
          buttons(in, draft);
        }
      } else {
        in.skipChildren();
      }
    }
  }

  private static void row(JsonParser in, Draft draft) {
    if (!Json.isObject(in)) {
      return;
    }
    for (String field = Json.nextField(in); !field.isEmpty(); field = Json.nextField(in)) {
      if (field.equals("buttons")) {
        buttons(in, draft);
      } else {
        in.skipChildren();
      }
    }
  }

  private static void buttons(JsonParser in, Draft draft) {
    if (Json.isArray(in)) {
      while (Json.nextElement(in)) {
        button(in, draft);
      }
    }
  }

  private static void button(JsonParser in, Draft draft) {
    if (!Json.isObject(in)) {
      return;
    }
    String label = "";
    String target = "";
    for (String field = Json.nextField(in); !field.isEmpty(); field = Json.nextField(in)) {
      switch (field) {
        case "text" -> label = Json.text(in, "");
        case "url" -> target = Json.text(in, target);
        case "copy_text", "web_app", "login_url" -> target = within(in, target);
        default -> in.skipChildren();
      }
    }
    draft.button(label, target);
  }

  /// What a button of the Bot API copies or opens, one object further in; Telethon's is the text.
  private static String within(JsonParser in, String otherwise) {
    if (in.currentToken() != JsonToken.START_OBJECT) {
      return Json.text(in, otherwise);
    }
    String found = otherwise;
    for (String field = Json.nextField(in); !field.isEmpty(); field = Json.nextField(in)) {
      switch (field) {
        case "text", "url" -> found = Json.text(in, found);
        default -> in.skipChildren();
      }
    }
    return found;
  }
}
