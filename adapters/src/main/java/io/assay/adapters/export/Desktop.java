package io.assay.adapters.export;

import java.io.InputStream;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;

/// Reads a Telegram Desktop export, of one chat or of many, without ever holding more than one
/// message of it.
final class Desktop {
  private static final long UNTOLD = Long.MIN_VALUE;
  private static final Set<String> CONTENTS = Set.of("messages", "chats", "left_chats");

  private final JsonParser in;
  private final Telling telling;

  private Desktop(JsonParser in, Telling telling) {
    this.in = in;
    this.telling = telling;
  }

  static void read(InputStream stream, Telling telling) {
    Json.read(stream, telling, in -> new Desktop(in, telling).read());
  }

  private void read() {
    while (in.nextToken() != null) {
      export();
    }
  }

  /// Reads one export; a file may hold several, one after the other.
  private void export() {
    TokenStreamLocation at = in.currentTokenLocation();
    if (!Json.isObject(in) || !chat()) {
      telling.flaw(at, "is JSON, but no Telegram export");
    }
  }

  /// Reads a chat, or the root of an export of many.
  ///
  /// @return false if it is neither
  private boolean chat() {
    String name = "";
    long id = UNTOLD;
    boolean known = false;
    for (String field = Json.nextField(in); !field.isEmpty(); field = Json.nextField(in)) {
      known |= CONTENTS.contains(field);
      switch (field) {
        case "name" -> name = Json.text(in, "");
        case "id" -> id = Json.number(in, id);
        case "chats", "left_chats" -> chats();
        case "messages" -> messages(id, name);
        default -> in.skipChildren();
      }
    }
    return known;
  }

  private void chats() {
    if (!isA(JsonToken.START_OBJECT, "are no chats")) {
      return;
    }
    for (String field = Json.nextField(in); !field.isEmpty(); field = Json.nextField(in)) {
      if (field.equals("list")) {
        chatList();
      } else {
        in.skipChildren();
      }
    }
  }

  private void chatList() {
    if (!isA(JsonToken.START_ARRAY, "is no list of chats")) {
      return;
    }
    while (Json.nextElement(in)) {
      TokenStreamLocation at = in.currentTokenLocation();
      if (!Json.isObject(in) || !chat()) {
        telling.flaw(at, "is no chat");
      }
    }
  }

  /// Whether the parser stands on a value of the kind that belongs there; another is a flaw and
  /// skipped.
  private boolean isA(JsonToken wanted, String otherwise) {
    boolean found = in.currentToken() == wanted;
    if (!found) {
      telling.flaw(in.currentTokenLocation(), otherwise);
      in.skipChildren();
    }
    return found;
  }

  private void messages(long id, String name) {
    TokenStreamLocation at = in.currentTokenLocation();
    if (!isA(JsonToken.START_ARRAY, "is no list of messages")) {
      return;
    }
    if (id == UNTOLD) {
      telling.flaw(at, "messages of a chat that has no id");
    }
    while (Json.nextElement(in)) {
      if (id == UNTOLD) {
        in.skipChildren();
      } else if (isA(JsonToken.START_OBJECT, "is no message")) {
        message(id, name);
      }
    }
  }

  private void message(long chat, String name) {
    TokenStreamLocation at = in.currentTokenLocation();
    try {
      Draft draft = DesktopMessage.read(in, chat);
      telling.title(draft.channel(), name);
      telling.event(draft.event());
    } catch (UnreadableException e) {
      telling.flaw(at, e.words());
    }
  }
}
