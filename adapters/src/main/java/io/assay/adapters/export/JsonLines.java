package io.assay.adapters.export;

import io.assay.core.message.MessageEvent;
import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;

/// Reads messages one a line, or several. A broken line costs nothing but itself. A line ends with
/// a line feed, a carriage return, or both.
final class JsonLines {
  private static final int BUFFER = 1 << 18;
  private static final int LONGEST = 16 << 20;

  private final InputStream in;
  private final Telling telling;
  private byte[] buffer = new byte[BUFFER];
  private int from;
  private int filled;
  private long offset;
  private long line;
  private boolean skipping;

  private JsonLines(InputStream in, Telling telling) {
    this.in = in;
    this.telling = telling;
  }

  static void read(InputStream in, Telling telling) throws IOException {
    new JsonLines(in, telling).readAll();
  }

  private void readAll() throws IOException {
    do {
      int end = lastLineEnd();
      if (end > from) {
        readRun(end);
      }
    } while (fill());
    if (filled > from) {
      readRun(filled);
    }
  }

  /// Where the last whole line in the buffer ends: at its last line feed. Where there is none at
  /// all, at a carriage return; whether the last byte ends a line, only the one after it tells.
  private int lastLineEnd() {
    for (int at = filled; at > from; at--) {
      if (buffer[at - 1] == '\n') {
        return at;
      }
    }
    for (int at = filled - 1; at > from; at--) {
      if (buffer[at - 1] == '\r') {
        return at;
      }
    }
    return from;
  }

  /// Reads whole lines up to `end`: with one parser as long as they are sound, and the first that
  /// is not by itself, which says what is wrong with it.
  private void readRun(int end) {
    while (from < end) {
      if (skipping || !parseRun(end)) {
        int next = lineEnd(end);
        readLine(next);
        pass(next);
      }
    }
  }

  private int lineEnd(int end) {
    int at = from;
    while (at < end - 1 && !endsLine(at, end)) {
      at++;
    }
    return at + 1;
  }

  private boolean endsLine(int at, int end) {
    boolean lone = buffer[at] == '\r' && (at + 1 == end || buffer[at + 1] != '\n');
    return lone || buffer[at] == '\n';
  }

  private void pass(int next) {
    offset += next - from;
    from = next;
  }

  /// Parses messages from a run of lines.
  ///
  /// @return false if the line that now comes first cannot be read like that
  private boolean parseRun(int end) {
    int begin = from;
    long before = line;
    try (JsonParser parser =
        Json.FACTORY.createParser(ObjectReadContext.empty(), buffer, begin, end - begin)) {
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        Draft draft = TelethonMessage.read(parser);
        MessageEvent event = telling.made(draft);
        TokenStreamLocation at = parser.currentLocation();
        int next = nextLine(begin + (int) at.getByteOffset(), end);
        if (next < 0) {
          return false;
        }
        telling.event(event, draft);
        line = before + at.getLineNr();
        pass(next);
      }
      if (parser.currentToken() != null) {
        return false;
      }
      line = before + parser.currentLocation().getLineNr() - 1;
      pass(end);
      return true;
    } catch (UnreadableException | JacksonException e) {
      return false; // whoever reads the line by itself finds it again
    }
  }

  /// Where the next line begins; -1 if something stands behind the message.
  private int nextLine(int to, int end) {
    for (int at = to; at < end; at++) {
      if (endsLine(at, end)) {
        return at + 1;
      }
      if (!isBlank(buffer[at])) {
        return -1;
      }
    }
    return end;
  }

  /// Reads more behind what is there, after making room.
  private boolean fill() throws IOException {
    int kept = filled - from;
    if (kept >= LONGEST) {
      if (!skipping) {
        telling.flaw(line + 1, offset, "a line of more than " + (LONGEST >> 20) + " MB");
      }
      skipping = true;
      offset += kept;
      from = filled;
      kept = 0;
    }
    byte[] target = kept > buffer.length / 2 ? new byte[buffer.length * 2] : buffer;
    System.arraycopy(buffer, from, target, 0, kept);
    buffer = target;
    from = 0;
    filled = kept;
    int read = in.read(buffer, filled, buffer.length - filled);
    filled += Math.max(0, read);
    return read > 0;
  }

  private void readLine(int end) {
    line++;
    if (skipping) {
      skipping = false;
      return;
    }
    int first = from;
    while (first < end && isBlank(buffer[first])) {
      first++;
    }
    int last = end;
    while (last > first && (buffer[last - 1] == '\n' || isBlank(buffer[last - 1]))) {
      last--;
    }
    if (first < last) {
      parse(first, last - first);
    }
  }

  private static boolean isBlank(byte letter) {
    return letter == ' '
        || letter == '\t'
        || letter == '\r'
        || letter == 0
        || letter == (byte) 0xEF
        || letter == (byte) 0xBB
        || letter == (byte) 0xBF;
  }

  /// Reads all that stands in a line.
  private void parse(int first, int length) {
    long begin = offset + first - from;
    String lost = "";
    try (JsonParser parser =
        Json.FACTORY.createParser(ObjectReadContext.empty(), buffer, first, length)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        long at = begin + parser.currentTokenLocation().getByteOffset();
        if (token == JsonToken.START_OBJECT) {
          message(parser, at);
        } else {
          telling.flaw(line, at, "is no message");
          parser.skipChildren();
        }
        lost = "; the rest of the line is not read";
      }
    } catch (JacksonException e) {
      long within = e.getLocation() == null ? 0 : e.getLocation().getByteOffset();
      telling.flaw(line, begin + Math.max(0, within), Json.words(e) + lost);
    }
  }

  private void message(JsonParser parser, long at) {
    try {
      Draft draft = TelethonMessage.read(parser);
      telling.event(telling.made(draft), draft);
    } catch (UnreadableException e) {
      telling.flaw(line, at, e.words());
    }
  }
}
