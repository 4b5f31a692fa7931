package io.assay.adapters.export;

import java.io.InputStream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;

/// Reads messages in one array, or pretty-printed objects one after the other. What follows a place
/// that is no JSON is lost: nothing tells where the next message begins.
final class Telethon {
  private Telethon() {}

  static void read(InputStream stream, Telling telling) {
    Json.read(stream, telling, in -> read(in, telling));
  }

  private static void read(JsonParser in, Telling telling) {
    int depth = 0;
    for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
      switch (token) {
        case START_ARRAY -> depth++;
        case END_ARRAY -> depth--;
        case START_OBJECT -> message(in, telling);
        default -> telling.flaw(in.currentTokenLocation(), "is no message");
      }
    }
    if (depth > 0) {
      telling.flaw(in.currentLocation(), "the JSON ends early");
    }
  }

  private static void message(JsonParser in, Telling telling) {
    TokenStreamLocation at = in.currentTokenLocation();
    try {
      Draft draft = TelethonMessage.read(in);
      telling.event(telling.made(draft), draft);
    } catch (UnreadableException e) {
      telling.flaw(at, e.words());
    }
  }
}
