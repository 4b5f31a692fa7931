package io.assay.adapters.export;

import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/// Reads a Telethon dump with a message a line. A line is parsed by itself, so a broken one costs
/// nothing but itself.
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
    int searched = 0;
    while (true) {
      int end = lineEnd(searched);
      if (end >= 0) {
        readLine(end);
        offset += end + 1 - from;
        from = end + 1;
        searched = from;
      } else {
        searched = filled - from;
        if (!fill()) {
          break;
        }
        searched += from;
      }
    }
    if (filled > from) {
      readLine(filled);
    }
  }

  private int lineEnd(int searched) {
    for (int at = Math.max(from, searched); at < filled; at++) {
      if (buffer[at] == '\n') {
        return at;
      }
    }
    return -1;
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
    if (first < end) {
      parse(first, end - first);
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

  private void parse(int first, int length) {
    try (JsonParser parser =
        Json.FACTORY.createParser(ObjectReadContext.empty(), buffer, first, length)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        telling.flaw(line, offset, "is no message");
        return;
      }
      Telethon.tell(TelethonMessage.read(parser), telling);
    } catch (UnreadableException e) {
      telling.flaw(line, offset, e.words());
    } catch (JacksonException e) {
      long within = e.getLocation() == null ? 0 : e.getLocation().getByteOffset() - first;
      telling.flaw(line, offset + first - from + Math.max(0, within), Json.words(e));
    }
  }
}
