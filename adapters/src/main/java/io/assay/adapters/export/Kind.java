package io.assay.adapters.export;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/// What a file is, told from how it begins; its name says nothing.
enum Kind {
  /// Telethon or plain, a message a line.
  LINES,
  /// Telethon or plain, an array or pretty-printed.
  OBJECTS,
  DESKTOP,
  HTML,
  /// JSON of something else.
  OTHER_JSON,
  EMPTY,
  UNKNOWN;

  private static final int LINES_TO_TRY = 50;

  /// The kind of a file that begins so.
  static Kind of(byte[] head) {
    String text = new String(head, StandardCharsets.UTF_8).replace("\uFEFF", "");
    text = text.replace('\r', '\n').strip();
    if (text.isEmpty()) {
      return EMPTY;
    }
    if (text.charAt(0) == '<') {
      boolean page = text.contains("page_header") || text.contains("class=\"message");
      return page ? HTML : UNKNOWN;
    }
    if (text.charAt(0) == '[') {
      int first = text.indexOf('{');
      Kind kind = first < 0 ? OTHER_JSON : ofObject(text.substring(first));
      return kind == LINES ? OBJECTS : OTHER_JSON;
    }
    return ofLines(text);
  }

  private static Kind ofLines(String text) {
    Kind best = UNKNOWN;
    int from = 0;
    for (int tried = 0; tried < LINES_TO_TRY && from < text.length(); tried++) {
      int end = text.indexOf('\n', from);
      if (text.charAt(from) == '{') {
        Kind kind = ofObject(text.substring(from));
        boolean spread = end > 0 && text.substring(from, end).strip().equals("{");
        if (kind == LINES) {
          return spread ? OBJECTS : LINES;
        }
        if (kind == DESKTOP) {
          return DESKTOP;
        }
        best = kind;
      }
      from = end < 0 ? text.length() : end + 1;
    }
    return best;
  }

  /// Goes through the names of an object's fields until one tells.
  private static Kind ofObject(String text) {
    try (JsonParser in = Json.FACTORY.createParser(ObjectReadContext.empty(), text)) {
      in.nextToken();
      while (in.nextToken() == JsonToken.PROPERTY_NAME) {
        switch (in.currentName()) {
          case "_", "peer_id", "to_id", "message", "chat" -> {
            return LINES;
          }
          case "messages",
              "chats",
              "left_chats",
              "name",
              "type",
              "about",
              "personal_information" -> {
            return DESKTOP;
          }
          default -> {
            in.nextToken();
            in.skipChildren();
          }
        }
      }
      return OTHER_JSON;
    } catch (JacksonException e) {
      return UNKNOWN; // whoever reads the file says what is wrong with it
    }
  }
}
