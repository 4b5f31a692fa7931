package io.assay.core.text;

import java.text.Normalizer;
import java.util.Arrays;

/// A text as a reader's eye takes it: characters that nobody sees are gone; full-width, circled and
/// mathematical letters are the plain ones; and look-alikes of other alphabets are what the word
/// says. Keeps where each character stood.
public final class Folded {
  private static final int[] SAME = {};
  private static final byte FOLDED = 1;
  private static final byte FOREIGN = 2;
  private static final byte[] NATURES = natures();

  /// Draws the key of a keypad around the character before it.
  private static final char KEY = 0x20E3;

  private static final char AS_EMOJI = 0xFE0F;

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

  /// What has to be done about each character.
  private static byte[] natures() {
    byte[] natures = new byte[1 << 16];
    for (int i = 0; i < natures.length; i++) {
      i = Scripts.pastBlocks(i);
      char letter = (char) i;
      char seen = Glyphs.seen(letter);
      int folded = seen == letter && seen != Glyphs.UNSEEN ? 0 : FOLDED;
      natures[i] = (byte) (folded | (LookAlikes.isForeign(seen) ? FOREIGN : 0));
    }
    for (char high = Character.MIN_HIGH_SURROGATE; high < Character.MIN_LOW_SURROGATE; high++) {
      natures[high] = (byte) (Glyphs.seen(high) == high ? 0 : FOLDED | FOREIGN);
    }
    return natures;
  }

  public static Folded of(String text) {
    int nature = 0;
    for (int i = 0; i < text.length(); i++) {
      nature |= NATURES[text.charAt(i)];
    }
    Folded folded =
        (nature & FOLDED) == 0
            ? new Folded(text, text.toCharArray(), text.length(), SAME)
            : fold(text);
    if ((nature & FOREIGN) != 0) {
      LookAlikes.resolve(folded.chars, folded.length);
    }
    return folded;
  }

  private static Folded fold(String text) {
    char[] chars = new char[text.length()];
    int[] origin = new int[text.length()];
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      char seen = Glyphs.seen(letter);
      int start = i;
      if (letter == KEY && isPlainDigit(text, i + 1)) {
        seen = ' ';
      }
      if (seen == Glyphs.PAIRED) {
        seen = pair(text, i);
        i += seen == letter ? 0 : 1;
      }
      if (seen != Glyphs.UNSEEN) {
        chars[length] = seen;
        origin[length++] = start;
      }
    }
    return new Folded(text, chars, length, origin);
  }

  /// Whether a digit stands there that is no key: what a key counts begins.
  private static boolean isPlainDigit(String text, int at) {
    char after = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    return at < text.length()
        && Letters.isDigit(text.charAt(at))
        && after != KEY
        && after != AS_EMOJI;
  }

  /// What a pair is seen as; its first half where it is seen as itself, or is none.
  private static char pair(String text, int i) {
    char high = text.charAt(i);
    if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
      return high;
    }
    char seen = Glyphs.beyond(Character.toCodePoint(high, text.charAt(i + 1)));
    return seen == Glyphs.PAIRED ? high : seen;
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

  /// Where the stretch that ends before the index ends in the text as it was sent.
  public int end(int index) {
    if (origin.length == 0 || index == 0) {
      return index;
    }
    int last = origin[index - 1];
    int key = key(index - 1);
    if (key > 0) {
      return key + 1;
    }
    char sent = source.charAt(last);
    boolean pair = Character.isHighSurrogate(sent) && chars[index - 1] != sent;
    return last + (pair ? 2 : 1);
  }

  public String text(int from, int to) {
    return new String(chars, from, to - from);
  }

  /// Whether the character is drawn as a key of a keypad: `1️⃣`, as used to count with.
  public boolean isKey(int index) {
    return key(index) > 0;
  }

  /// Where the key is drawn around the character; negative if it is not.
  private int key(int index) {
    if (origin.length == 0) {
      return -1;
    }
    int next = index + 1 < length ? origin[index + 1] + 1 : source.length();
    return source.indexOf(KEY, origin[index] + 1, next);
  }

  /// Whether the stretch was written in the very characters that it is read as: other widths and
  /// fonts are not, and neither are look-alikes.
  public boolean isLiteral(int from, int to) {
    for (int i = from; i < to; i++) {
      if (source.charAt(origin(i)) != chars[i]) {
        return false;
      }
    }
    return true;
  }

  /// Whether a letter or digit of the stretch is another one, which only looks as it is read. The
  /// same one in another width or font, by Unicode's compatibility, is not.
  public boolean hasLookAlike(int from, int to) {
    for (int i = from; i < to; i++) {
      char read = chars[i];
      if (source.charAt(origin(i)) != read && Letters.isWord(read)) {
        String sent = Character.toString(source.codePointAt(origin(i)));
        if (!Normalizer.normalize(sent, Normalizer.Form.NFKC).equals(String.valueOf(read))) {
          return true;
        }
      }
    }
    return false;
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
