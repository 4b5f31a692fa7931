package io.assay.adapters.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Finds where an export goes on behind a place that is no JSON: at the next object whose first
/// field has a given name. No text can look like one, since its quotes are escaped.
final class Resumption {
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
