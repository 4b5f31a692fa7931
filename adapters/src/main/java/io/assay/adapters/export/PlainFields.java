package io.assay.adapters.export;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// What a line says in the plain form that people write by hand, beside the `id` and the `date`
/// that it shares with Telethon's: `{"chat": -1001234567890, "id": 7, "date":
/// "2026-01-01T00:00:00Z", "text": "…"}`, and if they like `title` and `edited`.
final class PlainFields {
  private long chat = Draft.UNTOLD;
  private String text = "";
  private boolean hasText;
  private String title = "";
  private String edited = "";

  /// Reads the field whose value the parser stands on.
  void read(String field, JsonParser in) {
    switch (field) {
      case "chat" -> chat = Json.number(in, chat);
      case "text" -> {
        hasText |= in.currentToken() == JsonToken.VALUE_STRING;
        text = Json.text(in, text);
      }
      case "title" -> title = Json.text(in, title);
      case "edited" -> edited = time(in);
      default -> in.skipChildren();
    }
  }

  /// Puts the text alone into the message.
  void textInto(Draft draft) {
    draft.text = text;
  }

  private String time(JsonParser in) {
    boolean isNumber = in.currentToken() == JsonToken.VALUE_NUMBER_INT;
    return isNumber ? in.getString() : Json.text(in, edited);
  }

  /// Puts them into the message.
  ///
  /// @throws UnreadableException if there is no text at all, or a time is none
  void into(Draft draft) throws UnreadableException {
    draft.chat = chat;
    draft.title = title;
    if (hasText) {
      draft.text = text;
    } else if (draft.text.isEmpty()) {
      throw new UnreadableException("a message without a text");
    }
    if (!edited.isEmpty()) {
      draft.editedAt = Times.ofText(edited);
    }
  }
}
