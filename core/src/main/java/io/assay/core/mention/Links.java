package io.assay.core.mention;

import io.assay.core.text.Folded;
import io.assay.core.text.Letters;

/// Where links stand in a text.
final class Links {
  private static final int LONGEST = 400;

  private Links() {}

  /// The beginning of the link that the position is in, up to there; empty if it is in none.
  static String before(Folded text, int position) {
    int from = position;
    int least = Math.max(0, position - LONGEST);
    while (from > least && !isOutside(text.at(from - 1))) {
      from--;
    }
    return isLink(text, from, position) ? text.text(from, position) : "";
  }

  /// Whether a scheme, or a name with a dot and a path, is in the stretch.
  private static boolean isLink(Folded text, int from, int to) {
    boolean dotted = false;
    for (int i = from; i < to; i++) {
      char letter = text.at(i);
      if (letter == '/' && dotted) {
        return true;
      }
      if (letter == ':' && i + 2 < to && text.at(i + 1) == '/' && text.at(i + 2) == '/') {
        return true;
      }
      boolean inner = letter == '.' && i > from && i + 1 < to;
      dotted |= inner && Letters.isWord(text.at(i - 1)) && Letters.isLetter(text.at(i + 1));
    }
    return false;
  }

  /// Where the link ends that the position is in.
  static int end(Folded text, int position) {
    int end = position;
    int most = Math.min(text.length(), position + LONGEST);
    while (end < most && !isOutside(text.at(end))) {
      end++;
    }
    return end;
  }

  private static boolean isOutside(char letter) {
    return Letters.isBlank(letter)
        || letter == '<'
        || letter == '>'
        || letter == '"'
        || letter == '('
        || letter == ')'
        || letter == '['
        || letter == ']'
        || letter > 0x2000;
  }

  /// The link with its `%3A` and the like as the characters that they stand for; ASCII only.
  static String decoded(String link) {
    if (link.indexOf('%') < 0) {
      return link;
    }
    StringBuilder decoded = new StringBuilder(link.length());
    for (int i = 0; i < link.length(); i++) {
      char letter = link.charAt(i);
      int code = letter == '%' && i + 2 < link.length() ? hex(link, i + 1) : -1;
      if (code >= ' ' && code < 0x7F) {
        decoded.append((char) code);
        i += 2;
      } else {
        decoded.append(letter);
      }
    }
    return decoded.toString();
  }

  private static int hex(String link, int at) {
    int high = Character.digit(link.charAt(at), 16);
    int low = Character.digit(link.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }
}
