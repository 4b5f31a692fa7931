package io.assay.adapters.export;

import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// In which of the shapes a message may have one is told, by the fields of its object.
///
/// @param wrapper the field of an update of the Bot API that the message is in; empty where it is
///   in none
/// @param desktop whether it is as Telegram Desktop exports it: its text in parts
/// @param fault what keeps it from being a message, in words; empty where nothing does
record LineShape(String wrapper, boolean desktop, String fault) {
  private static final Set<String> WRAPPERS =
      Set.of(
          "message",
          "edited_message",
          "channel_post",
          "edited_channel_post",
          "business_message",
          "edited_business_message");

  /// What a message without a text has in its place.
  private static final Set<String> SHOWN =
      Set.of(
          "_",
          "entities",
          "caption_entities",
          "reply_markup",
          "media",
          "action",
          "photo",
          "video",
          "animation",
          "audio",
          "voice",
          "video_note",
          "document",
          "sticker",
          "poll",
          "file",
          "media_type",
          "location",
          "contact");

  /// The shape of the object that the parser stands on, which is read to its end.
  static LineShape of(JsonParser in) {
    String wrapper = "";
    String fault = "";
    boolean update = false;
    boolean desktop = false;
    boolean told = false;
    for (String field = Json.nextField(in); !field.isEmpty(); field = Json.nextField(in)) {
      JsonToken token = in.currentToken();
      boolean object = token == JsonToken.START_OBJECT;
      update |= field.equals("update_id");
      if (object && WRAPPERS.contains(field)) {
        LineShape inner = of(in);
        wrapper = field;
        fault = inner.fault();
        told = true;
      } else if (isText(field)) {
        boolean parts = token == JsonToken.START_ARRAY && !field.equals("caption");
        boolean none = token == JsonToken.VALUE_NULL;
        told |= parts || token == JsonToken.VALUE_STRING;
        desktop |= parts && field.startsWith("text");
        boolean wrong = !parts && !none && token != JsonToken.VALUE_STRING;
        fault = wrong ? "its " + field + " is no text but " + name(token) : fault;
      } else {
        told |= SHOWN.contains(field) && token != JsonToken.VALUE_NULL;
        desktop |= field.equals("inline_bot_buttons");
      }
      in.skipChildren();
    }
    boolean isTold = told && (!update || !wrapper.isEmpty());
    String missing =
        update
            ? "is an update without a message or channel_post"
            : "has no text, message or caption";
    return new LineShape(wrapper, desktop, isTold || !fault.isEmpty() ? fault : missing);
  }

  private static boolean isText(String field) {
    return switch (field) {
      case "text", "text_entities", "message", "caption" -> true;
      default -> false;
    };
  }

  private static String name(JsonToken token) {
    return switch (token) {
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      case VALUE_TRUE, VALUE_FALSE -> "true or false";
      case START_ARRAY -> "a list";
      default -> "an object";
    };
  }

  /// Goes on to the message in the object that the parser stands on.
  void enter(JsonParser in) {
    if (wrapper.isEmpty()) {
      return;
    }
    for (String field = Json.nextField(in); !field.isEmpty(); field = Json.nextField(in)) {
      if (field.equals(wrapper) && in.currentToken() == JsonToken.START_OBJECT) {
        return;
      }
      in.skipChildren();
    }
  }
}
