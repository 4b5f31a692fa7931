package io.assay.core.text;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;

/// What the eye takes each character for: a table, since most messages have some that are not what
/// they seem, and nothing branches less. Where Unicode holds two characters compatible (NFKC), that
/// is what is seen; the rest are fonts made of letters of other alphabets, and what nobody sees.
final class Glyphs {
  /// Nothing is seen. It stands for no character, as does [#PAIRED].
  static final char UNSEEN = 0xFFFF;

  /// Half of a pair that may be seen as one plain character: see [#beyond].
  static final char PAIRED = 0xFFFE;

  /// Stretches of the first plane with compatible characters, first and last of each: superscripts
  /// and ordinals, modifier letters, letter-like symbols, Roman numerals, circled ones, Arabic
  /// forms, full and half width.
  private static final String COMPATIBLE =
      "\u00AA\u00BA\u02B0\u02B8\u1D2C\u1D6A\u2070\u209C\u2100\u214F\u2160\u217F\u2460\u24FF"
          + "\uFB50\uFBFF\uFE50\uFEFC\uFF01\uFFEE";

  /// Letters that are used as capitals, each with the letter that is seen. Small capitals are a
  /// font for lower case.
  private static final String SMALL_CAPITALS = "ᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpꞯqʀrꜱsᴛtᴜuᴠvᴡwʏyᴢz";

  /// Lisu letters, each with the capital that it is drawn as: nobody calls in Lisu.
  private static final String LISU = "ꓐBꓑPꓓDꓔTꓖGꓗKꓙJꓚCꓜZꓝFꓟMꓠNꓡLꓢSꓣRꓦVꓧHꓪWꓫXꓬYꓮAꓰEꓲIꓳOꓴU";

  /// Dashes, quotes and strokes, each with the one that is on every keyboard.
  private static final String MARKS =
      "\u2010-\u2011-\u2012-\u2013-\u2014-\u2015-\u2212-\u2018'\u2019'\u201B'\u02BC'"
          + "\u201C\"\u201D\"\u2044/\u2215/\u00D7x\u2028\n\u2029\n\u0085\n";

  /// Blanks that Unicode does not hold for any.
  private static final String BLANKS = "\u2800\u3164\u115F\u1160\uFFA0";

  /// The stroke that draws out Arabic words.
  private static final char TATWEEL = '\u0640';

  private static final int MATHEMATICAL = 0x1D400;
  private static final int ENCLOSED = 0x1F100;
  private static final char[] SEEN = seen();
  private static final char[] MATHEMATICALS = block(MATHEMATICAL, 0x400);
  private static final char[] ENCLOSEDS = enclosed();

  private Glyphs() {}

  /// What a character is seen as: itself, another, [#UNSEEN], or [#PAIRED].
  static char seen(char letter) {
    return SEEN[letter];
  }

  /// What a character that takes two is seen as: one, [#UNSEEN], or [#PAIRED] for itself.
  static char beyond(int codePoint) {
    return switch (codePoint >> 8) {
      case 0x1D4, 0x1D5, 0x1D6, 0x1D7 -> MATHEMATICALS[codePoint - MATHEMATICAL];
      case 0x1F1 -> ENCLOSEDS[codePoint - ENCLOSED];
      case 0x1F3 -> isSkin(codePoint) ? UNSEEN : PAIRED;
      case 0xE00, 0xE01 -> UNSEEN;
      default -> PAIRED;
    };
  }

  /// The five tones of skin, which change how an emoji looks and not what it says.
  private static boolean isSkin(int codePoint) {
    return codePoint >= 0x1F3FB && codePoint <= 0x1F3FF;
  }

  private static char[] seen() {
    char[] seen = new char[1 << 16];
    for (int letter = 0; letter < seen.length; letter++) {
      seen[letter] = (char) letter;
    }
    for (int letter = 0; letter < seen.length; letter++) {
      letter = Scripts.pastBlocks(letter);
      seen[letter] = plain((char) letter);
    }
    for (int i = 0; i < COMPATIBLE.length(); i += 2) {
      for (int letter = COMPATIBLE.charAt(i); letter <= COMPATIBLE.charAt(i + 1); letter++) {
        if (seen[letter] == letter) {
          seen[letter] = compatible(letter, (char) letter);
        }
      }
    }
    draw(seen, SMALL_CAPITALS + LISU + MARKS);
    for (int i = 0; i < BLANKS.length(); i++) {
      seen[BLANKS.charAt(i)] = ' ';
    }
    count(seen, 0x2776, 0x2780, 0x278A, 0x24F5);
    seen[0x24FF] = '0';
    seen[0xD835] = PAIRED;
    seen[0xD83C] = PAIRED;
    seen[0xDB40] = PAIRED;
    seen[PAIRED] = UNSEEN;
    return seen;
  }

  private static void draw(char[] seen, String pairs) {
    for (int i = 0; i < pairs.length(); i += 2) {
      seen[pairs.charAt(i)] = pairs.charAt(i + 1);
    }
  }

  /// The ones to nines of rows of circled numbers.
  private static void count(char[] seen, int... ones) {
    for (int one : ones) {
      for (int i = 0; i < 9; i++) {
        seen[one + i] = (char) ('1' + i);
      }
    }
  }

  private static char plain(char letter) {
    if (letter >= ' ' && letter < 0x7F) {
      return letter;
    }
    return switch (Character.getType(letter)) {
      case Character.CONTROL -> Letters.isBlank(letter) ? letter : UNSEEN;
      case Character.FORMAT -> UNSEEN;
      case Character.SPACE_SEPARATOR -> ' ';
      case Character.DECIMAL_DIGIT_NUMBER -> (char) ('0' + Character.digit(letter, 10));
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK ->
          isStacked(letter) ? UNSEEN : letter;
      default -> letter == TATWEEL ? UNSEEN : letter;
    };
  }

  /// Whether a mark is put on letters of any alphabet, or of one that is read without its marks. In
  /// others (Hindi, Thai) marks are vowels.
  private static boolean isStacked(char mark) {
    return switch (UnicodeScript.of(mark)) {
      case INHERITED, CYRILLIC, ARABIC, HEBREW -> true;
      default -> false;
    };
  }

  private static char[] block(int from, int length) {
    char[] seen = new char[length];
    for (int i = 0; i < length; i++) {
      seen[i] = compatible(from + i, PAIRED);
    }
    return seen;
  }

  /// Letters in circles and squares, white on black too; and those that make flags.
  private static char[] enclosed() {
    char[] seen = block(ENCLOSED, 0x100);
    for (int i = 0; i < 26; i++) {
      char letter = (char) ('A' + i);
      seen[0x50 + i] = letter;
      seen[0x70 + i] = letter;
      seen[0xE6 + i] = letter;
    }
    return seen;
  }

  /// The one character that another is compatible with, brackets around it left out.
  private static char compatible(int codePoint, char otherwise) {
    String same = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC);
    return switch (same.length()) {
      case 1 -> same.charAt(0);
      case 3 -> same.charAt(0) == '(' && same.charAt(2) == ')' ? same.charAt(1) : otherwise;
      default -> otherwise;
    };
  }
}
