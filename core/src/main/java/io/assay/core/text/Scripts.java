package io.assay.core.text;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;

/// Which characters make words together, and what each is in lower case: tables by character, so
/// that every alphabet is read as fast as ASCII.
final class Scripts {
  /// Part of no word.
  static final byte NONE = 0;

  /// Part of a word of any alphabet.
  static final byte DIGIT = 1;

  /// A word by itself: these are written without blanks, and a character is a syllable or more.
  static final byte ALONE = 2;

  /// A picture, and a word by itself.
  static final byte EMOJI = 3;

  /// Half of a character that takes two.
  static final byte PAIRED = 4;

  /// This and every higher number is an alphabet, whose letters make words with their own kind.
  static final byte LATIN = 5;

  static final byte CYRILLIC = 6;
  static final byte GREEK = 7;
  private static final byte OTHERS = 8;

  /// The mark that draws out a vowel of Katakana.
  private static final char PROLONGED = '\u30FC';

  private static final int IDEOGRAPHS = 0x3400;
  private static final int IDEOGRAPHS_END = 0xA000;
  private static final int SYLLABLES = 0xAC00;
  private static final int SYLLABLES_END = 0xF900;
  private static final int FIRST_PICTURE = 0x2190;
  private static final int PICTURES = 0x1F000;
  private static final int RARE_IDEOGRAPHS = 0x20000;

  /// Stretches in which letters have two cases, first and last of each.
  private static final String CASED =
      "AZ\u00C0\u0587\u10A0\u10FF\u1E00\u1FFF\u2C00\u2CFF\uA640\uA7FF";

  /// Those in which they have accents: Latin, Greek, Cyrillic, Arabic.
  private static final String ACCENTED = "\u00C0\u024F\u0386\u0457\u0622\u0626\u1E00\u1FFF";

  /// Letters with more than one form, each with the form that stands for all: Turkish and other
  /// Latin letters that do not come apart, the sigma that ends words; then the Arabic alef maqsura
  /// and the Persian and Pashto yehs, kafs, hehs, alef wasla.
  private static final String FORMS =
      "ıiłløođdςσ"
          + "\u0649\u064A\u06CC\u064A\u06D0\u064A\u06A9\u0643\u06AA\u0643"
          + "\u0629\u0647\u06BE\u0647\u06C1\u0647\u06D5\u0647\u06C0\u0647\u0671\u0627";

  private static final BitSet PICTURED = pictured();
  private static final byte[] KINDS = kinds();
  private static final char[] LOWER = lower();

  private Scripts() {}

  static byte kind(char letter) {
    return KINDS[letter];
  }

  /// What a character that takes two is: a picture, an ideograph, or part of no word.
  static byte kind(int codePoint) {
    if (codePoint >= RARE_IDEOGRAPHS) {
      return Character.isIdeographic(codePoint) ? ALONE : NONE;
    }
    return codePoint >= PICTURES && PICTURED.get(codePoint - PICTURES) ? EMOJI : NONE;
  }

  static boolean isAlphabet(byte kind) {
    return kind >= LATIN;
  }

  /// The letter by which words are compared: lower case, without the accents that are left out in
  /// haste, and one for the forms of an Arabic or Persian letter.
  static char lower(char letter) {
    return LOWER[letter];
  }

  /// The same character, or the next one behind those that are all of one kind: ideographs, then
  /// Korean syllables up to what is for private use. They are most of the plane, and to look each
  /// of them up would make the start slower.
  static int pastBlocks(int letter) {
    return switch (letter) {
      case IDEOGRAPHS -> IDEOGRAPHS_END;
      case SYLLABLES -> SYLLABLES_END;
      default -> letter;
    };
  }

  private static BitSet pictured() {
    BitSet pictured = new BitSet(RARE_IDEOGRAPHS - PICTURES);
    for (int picture = PICTURES; picture < RARE_IDEOGRAPHS; picture++) {
      pictured.set(picture - PICTURES, isPicture(picture));
    }
    return pictured;
  }

  private static boolean isPicture(int codePoint) {
    return Character.isExtendedPictographic(codePoint)
        && Character.getType(codePoint) == Character.OTHER_SYMBOL;
  }

  private static byte[] kinds() {
    byte[] kinds = new byte[1 << 16];
    Map<UnicodeScript, Byte> alphabets = new EnumMap<>(UnicodeScript.class);
    alphabets.put(UnicodeScript.LATIN, LATIN);
    alphabets.put(UnicodeScript.CYRILLIC, CYRILLIC);
    alphabets.put(UnicodeScript.GREEK, GREEK);
    for (int letter = 0; letter < kinds.length; letter++) {
      letter = pastBlocks(letter);
      kinds[letter] = kind((char) letter, alphabets);
    }
    Arrays.fill(kinds, IDEOGRAPHS, IDEOGRAPHS_END, ALONE);
    Arrays.fill(kinds, SYLLABLES, Character.MIN_SURROGATE, ALONE);
    Arrays.fill(kinds, Character.MIN_HIGH_SURROGATE, Character.MIN_LOW_SURROGATE, PAIRED);
    return kinds;
  }

  private static byte kind(char letter, Map<UnicodeScript, Byte> alphabets) {
    return switch (Character.getType(letter)) {
      case Character.OTHER_SYMBOL -> letter >= FIRST_PICTURE && isPicture(letter) ? EMOJI : NONE;
      case Character.DECIMAL_DIGIT_NUMBER -> Letters.isDigit(letter) ? DIGIT : NONE;
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK ->
          alphabet(letter, alphabets);
      default -> NONE;
    };
  }

  private static byte alphabet(char letter, Map<UnicodeScript, Byte> alphabets) {
    UnicodeScript script = UnicodeScript.of(letter == PROLONGED ? '\u30AB' : letter);
    return switch (script) {
      case COMMON, INHERITED -> NONE;
      case HAN, HIRAGANA, HANGUL, BOPOMOFO -> ALONE;
      default -> alphabets.computeIfAbsent(script, _ -> (byte) (OTHERS + alphabets.size() - 3));
    };
  }

  private static char[] lower() {
    char[] lower = new char[1 << 16];
    for (int letter = 0; letter < lower.length; letter++) {
      lower[letter] = (char) letter;
    }
    for (int i = 0; i < CASED.length(); i += 2) {
      for (int letter = CASED.charAt(i); letter <= CASED.charAt(i + 1); letter++) {
        lower[letter] = Character.toLowerCase((char) letter);
      }
    }
    for (int i = 0; i < ACCENTED.length(); i += 2) {
      for (int letter = ACCENTED.charAt(i); letter <= ACCENTED.charAt(i + 1); letter++) {
        lower[letter] = bare(lower[letter]);
      }
    }
    for (int i = 0; i < FORMS.length(); i += 2) {
      lower[FORMS.charAt(i)] = FORMS.charAt(i + 1);
    }
    return lower;
  }

  /// A letter without its accents.
  private static char bare(char letter) {
    if (!Character.isLetter(letter)) {
      return letter;
    }
    String parts = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD);
    return parts.charAt(0);
  }
}
