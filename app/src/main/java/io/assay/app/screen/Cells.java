package io.assay.app.screen;

import java.lang.Character.UnicodeScript;
import java.util.Locale;

/// Text in the cells of a terminal. Names come from strangers: they may be of any script and may
/// hold what a terminal would obey.
public final class Cells {
  private static final int JOINED_EMOJI = 0xFE0F;
  private static final String MORE = "…";

  private Cells() {}

  /// The text in one line, without anything that would move a cursor, turn the direction of
  /// writing, or not be seen.
  public static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints().forEach(c -> plain.appendCodePoint(isSeen(c) ? c : '\uFFFD'));
    return plain.toString();
  }

  /// The text with what is not to be seen written out, such as `\\u001b`, so that nothing is lost.
  /// Put over JSON, it stays the same JSON.
  public static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          if (isSeen(c)) {
            escaped.appendCodePoint(c);
          } else {
            for (char half : Character.toChars(c)) {
              escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) half));
            }
          }
        });
    return escaped.toString();
  }

  private static boolean isSeen(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  /// How many cells a text takes.
  public static int width(String text) {
    return text.codePoints().map(Cells::width).sum();
  }

  private static int width(int c) {
    return switch (Character.getType(c)) {
      // What asks for the picture of a sign makes it as wide as one.
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> c == JOINED_EMOJI ? 1 : 0;
      case Character.CONTROL, Character.FORMAT -> 0;
      default -> isWide(c) ? 2 : 1;
    };
  }

  private static boolean isWide(int c) {
    if (c < 0x1100 || (c >= 0xFF61 && c <= 0xFFDC)) {
      return false; // Latin and its like; the half-width forms
    }
    if (c >= 0x1F1E6 && c <= 0x1F1FF) {
      return false; // letters of flags: two make one picture
    }
    boolean fullWidth = (c >= 0x2E80 && c <= 0x303E) || (c >= 0xFF01 && c <= 0xFFE6);
    return fullWidth || Character.isEmojiPresentation(c) || isIdeographic(UnicodeScript.of(c));
  }

  private static boolean isIdeographic(UnicodeScript script) {
    return switch (script) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, YI, TANGUT, NUSHU, KHITAN_SMALL_SCRIPT ->
          true;
      default -> false;
    };
  }

  /// A plain text cut to a width at most; what is cut off leaves a mark.
  public static String cut(String text, int most) {
    String plain = plain(text);
    if (width(plain) <= most) {
      return plain;
    }
    StringBuilder cut = new StringBuilder();
    int room = most - 1;
    for (int c : plain.codePoints().toArray()) {
      room -= width(c);
      if (room < 0) {
        break;
      }
      cut.appendCodePoint(c);
    }
    return cut + MORE;
  }

  /// A plain text to the left of a column.
  public static String left(String text, int width) {
    String cut = cut(text, width);
    return cut + " ".repeat(width - width(cut));
  }

  /// A plain text to the right of a column.
  public static String right(String text, int width) {
    String cut = cut(text, width);
    return " ".repeat(width - width(cut)) + cut;
  }
}
