package io.assay.adapters.export;

import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;

/// Reads a Telegram Desktop export, of one chat or of many, without ever holding more than one
/// message of it.
final class Desktop {
  private static final long UNTOLD = Long.MIN_VALUE;

  private final JsonParser in;
  private final Telling telling;

  private Desktop(JsonParser in, Telling telling) {
    this.in = in;
    this.telling = telling;
  }

  static void read(InputStream stream, Telling telling) {
    try (JsonParser in = Json.FACTORY.createParser(ObjectReadContext.empty(), stream)) {
      if (in.nextToken() == JsonToken.START_OBJECT) {
        new Desktop(in, telling).chat();
      }
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      long line = at == null ? 0 : at.getLineNr();
      telling.flaw(line, at == null ? -1 : at.getByteOffset(), Telethon.lost(e));
    }
  }

  /// Reads a chat, or the root of an export of many.
  private void chat() {
    String name = "";
    long id = UNTOLD;
    for (String field = Json.nextField(in); !field.isEmpty(); field = Json.nextField(in)) {
      switch (field) {
        case "name" -> name = Json.text(in, "");
        case "id" -> id = Json.number(in, id);
        case "chats", "left_chats" -> chats();
        case "messages" -> messages(id, name);
        default -> in.skipChildren();
      }
    }
  }

  private void chats() {
    if (!Json.isObject(in)) {
      return;
    }
    for (String field = Json.nextField(in); !field.isEmpty(); field = Json.nextField(in)) {
      if (field.equals("list") && Json.isArray(in)) {
        while (Json.nextElement(in)) {
          if (Json.isObject(in)) {
            chat();
          }
        }
      } else {
        in.skipChildren();
      }
    }
  }

  private void messages(long id, String name) {
    TokenStreamLocation at = in.currentTokenLocation();
    if (!Json.isArray(in)) {
      return;
    }
    if (id == UNTOLD) {
      telling.flaw(at.getLineNr(), at.getByteOffset(), "messages of a chat that has no id");
    }
    while (Json.nextElement(in)) {
      if (id != UNTOLD && Json.isObject(in)) {
        message(id, name);
      } else {
        in.skipChildren();
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
      telling.flaw(at.getLineNr(), at.getByteOffset(), e.words());
    }
  }
}
