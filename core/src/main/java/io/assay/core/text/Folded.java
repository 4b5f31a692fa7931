package io.assay.core.text;

import java.util.Arrays;

/// A text as a reader's eye takes it: characters that nobody sees are gone, and full-width, circled
/// and mathematical letters are the plain ones. Keeps where each character stood.
public final class Folded {
  private static final char UNSEEN = 0xFFFF;
  private static final char PAIRED = 0xFFFE;
  private static final char[] PLAIN = table();
  private static final int[] SAME = {};

  private final String source;
  private final char[] chars;
  private final int length;
  private final int[] origin;

  private Folded(String source, char[] chars, int length, int[] origin) {
    this.source = source;
    this.chars = chars;
    this.length = length;
    this.origin = origin;
  }

  public static Folded of(String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      if (PLAIN[text.charAt(i)] != text.charAt(i)) {
        return fold(text);
      }
    }
    return new Folded(text, text.toCharArray(), length, SAME);
  }

  private static Folded fold(String text) {
    char[] chars = new char[text.length()];
    int[] origin = new int[text.length()];
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      int plain = PLAIN[letter];
      if (plain == PAIRED) {
        plain = paired(text, i);
      }
      if (plain != UNSEEN) {
        chars[length] = (char) plain;
        origin[length++] = i;
      }
      if (plain != letter && Character.isHighSurrogate(letter)) {
        i++;
      }
    }
    return new Folded(text, chars, length, origin);
  }

  /// What the first half of a pair is seen as; itself where the pair is left alone.
  private static int paired(String text, int i) {
    boolean whole = i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
    int seen = whole ? beyond(text.codePointAt(i), text.charAt(i)) : text.charAt(i);
    return seen < 0 ? UNSEEN : seen;
  }

  /// What each character is seen as: a table, since most messages are folded and nothing branches
  /// less.
  private static char[] table() {
    char[] plain = new char[1 << 16];
    for (int letter = 0; letter < plain.length; letter++) {
      int seen = single((char) letter);
      plain[letter] = seen < 0 ? UNSEEN : (char) seen;
    }
    plain[0xD835] = PAIRED;
    plain[0xD83C] = PAIRED;
    plain[0xDB40] = PAIRED;
    return plain;
  }

  /// What a character by itself is seen as; -1 where it is not seen.
  private static int single(char letter) {
    if (letter >= 0xFF01 && letter <= 0xFF5E) {
      return letter - 0xFEE0;
    }
    if (letter >= 0x24B6 && letter <= 0x24E9) {
      return letter < 0x24D0 ? 'A' + letter - 0x24B6 : 'a' + letter - 0x24D0;
    }
    if (isInvisible(letter)) {
      return -1;
    }
    boolean blank = letter == 0xA0 || letter == 0x3000 || (letter >= 0x2000 && letter <= 0x200A);
    return blank ? ' ' : letter;
  }

  private static boolean isInvisible(char letter) {
    return (letter >= 0x200B && letter <= 0x200F)
        || (letter >= 0x202A && letter <= 0x202E)
        || (letter >= 0x2060 && letter <= 0x206F)
        || (letter >= 0xFE00 && letter <= 0xFE0F)
        || letter == 0xFEFF
        || letter == 0xAD
        || letter == 0x34F
        || letter == 0x61C
        || letter == 0x180E
        || letter == 0x20E3;
  }

  private static int beyond(int codePoint, char high) {
    if (codePoint >= 0x1D400 && codePoint <= 0x1D6A3) {
      int letter = (codePoint - 0x1D400) % 52;
      return letter < 26 ? 'A' + letter : 'a' + letter - 26;
    }
    if (codePoint >= 0x1D7CE && codePoint <= 0x1D7FF) {
      return '0' + (codePoint - 0x1D7CE) % 10;
    }
    if (codePoint >= 0x1F130 && codePoint <= 0x1F149) {
      return 'A' + codePoint - 0x1F130;
    }
    if (codePoint >= 0x1F150 && codePoint <= 0x1F169) {
      return 'A' + codePoint - 0x1F150;
    }
    if (codePoint >= 0x1F170 && codePoint <= 0x1F189) {
      return 'A' + codePoint - 0x1F170;
    }
    if (codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF) {
      return 'A' + codePoint - 0x1F1E6;
    }
    return codePoint >= 0xE0000 && codePoint <= 0xE01EF ? -1 : high;
  }

  public int length() {
    return length;
  }

  public char at(int index) {
    return chars[index];
  }

  /// Where the character at the index stands in the text as it was sent.
  public int origin(int index) {
    if (origin.length == 0) {
      return index;
    }
    return index < length ? origin[index] : source.length();
  }

  public String text(int from, int to) {
    return new String(chars, from, to - from);
  }

  /// Whether the stretch was written in the very characters that it is read as. An address is: its
  /// look-alike in other alphabets is none.
  public boolean isLiteral(int from, int to) {
    for (int i = from; i < to; i++) {
      if (source.charAt(origin(i)) != chars[i]) {
        return false;
      }
    }
    return true;
  }

  /// The index at or after which the text as it was sent reaches that position.
  public int indexOf(int position) {
    if (origin.length == 0) {
      return Math.min(position, length);
    }
    int found = Arrays.binarySearch(origin, 0, length, position);
    return found >= 0 ? found : -found - 1;
  }
}
