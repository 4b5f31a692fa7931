package io.assay.core.message;

import java.util.Objects;

/// Something wrong with an input, named so that its owner can find it.
///
/// @param where the file (or other input) as the user gave it
/// @param line 1-based; 0 where lines mean nothing
/// @param offset byte offset in the uncompressed content, 0-based; -1 where it is not known
/// @param cause one line: what is wrong
public record Flaw(String where, long line, long offset, String cause) {
  public Flaw {
    Objects.requireNonNull(where, "where");
    Objects.requireNonNull(cause, "cause");
  }

  /// In one line, without what a terminal would obey: an input may hold anything.
  @Override
  public String toString() {
    StringBuilder words = new StringBuilder(where);
    if (line > 0) {
      words.append(':').append(line);
    }
    if (offset >= 0) {
      words.append(" (byte ").append(offset).append(')');
    }
    return shown(words.append(": ").append(cause));
  }

  private static String shown(StringBuilder words) {
    for (int i = 0; i < words.length(); i++) {
      char letter = words.charAt(i);
      if (Character.isISOControl(letter) || Character.getType(letter) == Character.FORMAT) {
        words.setCharAt(i, '\uFFFD');
      }
    }
    return words.toString();
  }
}
