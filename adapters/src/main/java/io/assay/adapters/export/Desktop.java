package io.assay.adapters.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;

/// Reads a Telegram Desktop export, of one chat or of many, without ever holding more than one
/// message of it.
///
/// A place that is no JSON (a hole that a full disk left, a flipped bit) costs the messages that it
/// touches, and reading goes on with the next whole one. In an export of many chats it goes on with
/// the next chat: the hole may hold where one ends, and a message of the next must not count for
/// this one.
final class Desktop {
  private static final long UNTOLD = Long.MIN_VALUE;
  private static final Set<String> CONTENTS = Set.of("messages", "chats", "left_chats");

  private static final String CHAT = "{\"messages\":[";
  private static final String CHATS = "{\"chats\":{\"list\":[";

  private final JsonParser in;
  private final Telling telling;
  private boolean ofMany;
  private String name = "";
  private String type = "";
  private long id = UNTOLD;

  private Desktop(JsonParser in, Telling telling) {
    this.in = in;
    this.telling = telling;
  }

  static void read(InputStream stream, Telling telling) throws IOException {
    Utf8Stream text = new Utf8Stream(stream, telling);
    Desktop before = null;
    boolean more = true;
    while (more) {
      try (JsonParser in = Json.FACTORY.createParser(ObjectReadContext.empty(), text)) {
        Desktop desktop = new Desktop(in, telling);
        desktop.resume(before);
        more = desktop.read(text);
        before = desktop;
      } catch (JacksonException e) { // an encoding that nobody uses
        telling.flaw(e.getLocation(), Json.lost(e));
        more = false;
      }
    }
  }

  private void resume(@Nullable Desktop before) {
    if (before != null) {
      ofMany = before.ofMany;
      name = before.name;
      type = before.type;
      id = before.id;
    }
  }

  /// Reads to the end, or to a place that is no JSON.
  ///
  /// @return whether it goes on behind that
  private boolean read(Utf8Stream text) throws IOException {
    try {
      while (in.nextToken() != null) {
        export();
      }
      return false;
    } catch (JacksonException e) {
      return goesOn(e, text);
    }
  }

  private boolean goesOn(JacksonException e, Utf8Stream text) throws IOException {
    TokenStreamLocation at = in.currentLocation();
    ByteArrayOutputStream ahead = new ByteArrayOutputStream();
    in.releaseBuffered(ahead);
    text.unread(ahead.toByteArray());
    String opening = ofMany ? CHATS : CHAT;
    Resumption.Place place = null;
    if (ofMany || id != UNTOLD) {
      place = Resumption.find(text, ofMany ? "name" : "id", opening);
    }
    if (place == null) {
      telling.flaw(Json.place(e, in), Json.lost(e));
      return false;
    }
    String next = ofMany ? "; goes on with the next chat, after " : "; goes on after ";
    telling.flaw(Json.place(e, in), Json.words(e) + next + place.passed() + " bytes");
    telling.move(
        at.getLineNr() - 1 + place.lines(), at.getByteOffset() + place.passed() - opening.length());
    return true;
  }

  /// Reads one export; a file may hold several, one after the other.
  private void export() {
    TokenStreamLocation at = in.currentTokenLocation();
    if (!Json.isObject(in) || !chat()) {
      telling.flaw(at, "is JSON, but no Telegram export");
    }
    ofMany = false;
    forget();
  }

  /// Reads a chat, or the root of an export of many.
  ///
  /// @return false if it is neither
  private boolean chat() {
    boolean known = false;
    for (String field = Json.nextField(in); !field.isEmpty(); field = Json.nextField(in)) {
      known |= CONTENTS.contains(field);
      switch (field) {
        case "name" -> name = Json.text(in, "");
        case "type" -> type = Json.text(in, "");
        case "id" -> id = Json.number(in, id);
        case "chats", "left_chats" -> chats();
        case "messages" -> messages();
        default -> in.skipChildren();
      }
    }
    return known;
  }

  /// The chat as the other sources call it: people and basic groups count for themselves, so their
  /// ids are negative; channels and supergroups share one count.
  private long chatId() {
    return switch (type) {
      case "private_group", "personal_chat", "bot_chat", "saved_messages", "replies" ->
          -Math.abs(id);
      default -> id;
    };
  }

  private void forget() {
    name = "";
    type = "";
    id = UNTOLD;
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
    ofMany = true;
    while (Json.nextElement(in)) {
      forget();
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

  private void messages() {
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
        message();
      }
    }
  }

  private void message() {
    TokenStreamLocation at = in.currentTokenLocation();
    try {
      Draft draft = DesktopMessage.read(in, chatId());
      telling.title(draft.channel(), name);
      telling.event(telling.made(draft));
    } catch (UnreadableException e) {
      telling.flaw(at, e.words());
    }
  }

  /// Finds where an export goes on behind a place that is no JSON: at the next object whose first
  /// field has a given name. No text can look like one, since its quotes are escaped.
  private static final class Resumption {
    private final Utf8Stream in;
    private final byte[] key;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private long passed;
    private long lines;

    private Resumption(Utf8Stream in, String key) {
      this.in = in;
      this.key = ("\"" + key + "\"").getBytes(StandardCharsets.UTF_8);
    }

    /// Where it goes on.
    ///
    /// @param passed bytes that were passed over
    /// @param lines that ended in them
    record Place(long passed, long lines) {}

    /// Goes to the next such object.
    ///
    /// @param rest stands there then, with what the object stands in opened before it
    /// @return null if there is none
    static @Nullable Place find(Utf8Stream rest, String key, String opening) throws IOException {
      Resumption resumption = new Resumption(rest, key);
      if (!resumption.find()) {
        return null;
      }
      rest.unread(resumption.held.toByteArray());
      rest.unread(opening.getBytes(StandardCharsets.UTF_8));
      return new Place(resumption.passed, resumption.lines);
    }

    private boolean find() throws IOException {
      int state = 0;
      for (int letter = in.read(); letter >= 0; letter = in.read()) {
        if (letter == '{') {
          pass();
          state = 1;
        } else if (state > 0) {
          state = next(state, letter);
        }
        held.write(letter);
        if (state > key.length + 1) {
          return true;
        }
        if (state == 0) {
          pass();
        }
      }
      return false;
    }

    /// How much of the beginning has been seen: the brace, then each letter of the key, then the
    /// colon.
    private int next(int state, int letter) {
      boolean between = state == 1 || state == key.length + 1;
      if (between && (letter == ' ' || letter == '\n' || letter == '\r' || letter == '\t')) {
        return state;
      }
      int wanted = state <= key.length ? key[state - 1] : ':';
      return letter == wanted ? state + 1 : 0;
    }

    /// What is held is not the beginning.
    private void pass() {
      for (byte letter : held.toByteArray()) {
        lines += letter == '\n' ? 1 : 0;
      }
      passed += held.size();
      held.reset();
    }
  }
}
