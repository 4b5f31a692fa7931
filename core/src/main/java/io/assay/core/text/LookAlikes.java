package io.assay.core.text;

/// Letters of Cyrillic and Greek that are drawn as Latin ones. A word that mixes them with Latin
/// letters is meant to be read as Latin; a word of theirs alone is one of that language.
final class LookAlikes {
  private static final String PAIRS =
      "АAВBЕEЅSІIЈJКKМMНHОOРPСCТTУYХXҮYԌGԚQԜWZZаaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwүyҡkкkтtмmнhвbԍgӏl"
          + "ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοoαaιiνvρpυuκkχxτtεeηnωwγy";
  private static final char[] LATIN = latin();

  private LookAlikes() {}

  private static char[] latin() {
    char[] latin = new char[0x530];
    for (int i = 0; i < PAIRS.length(); i += 2) {
      latin[PAIRS.charAt(i)] = PAIRS.charAt(i + 1);
    }
    return latin;
  }

  /// Whether the letter is of an alphabet that has look-alikes.
  static boolean isForeign(char letter) {
    byte kind = Scripts.kind(letter);
    return kind == Scripts.CYRILLIC || kind == Scripts.GREEK;
  }

  /// Puts the Latin letters that are meant in place of those that were written.
  static void resolve(char[] text, int length) {
    int at = 0;
    while (at < length) {
      int start = at;
      while (at < length && isPart(text[at])) {
        at++;
      }
      if (at > start) {
        resolve(text, start, at);
      } else {
        at++;
      }
    }
  }

  private static boolean isPart(char letter) {
    byte kind = Scripts.kind(letter);
    return kind == Scripts.DIGIT || kind == Scripts.LATIN || isForeign(letter);
  }

  private static void resolve(char[] text, int from, int to) {
    boolean latin = false;
    boolean foreign = false;
    boolean small = false;
    boolean foreignSmall = false;
    int digits = 0;
    for (int i = from; i < to; i++) {
      char letter = text[i];
      if (isForeign(letter)) {
        if (meant(letter) == 0) {
          return;
        }
        foreign = true;
        foreignSmall |= Character.isLowerCase(letter);
      } else if (Letters.isDigit(letter)) {
        digits++;
      } else {
        latin = true;
        small |= Character.isLowerCase(letter);
      }
    }
    char before = from == 0 ? ' ' : text[from - 1];
    // Small letters behind capitals are the ending that a language puts to a ticker: `NFTах`.
    boolean mixed = latin && (small || !foreignSmall);
    boolean ticker = !latin && !foreignSmall && before == '$';
    boolean multiple =
        digits > 0
            && digits == to - from - 1
            && (meant(text[to - 1]) | 0x20) == 'x'
            && Scripts.kind(before) == Scripts.NONE;
    if (foreign && (mixed || ticker || multiple)) {
      replace(text, from, to);
    }
  }

  private static char meant(char letter) {
    return letter < LATIN.length ? LATIN[letter] : 0;
  }

  private static void replace(char[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      char meant = meant(text[i]);
      text[i] = meant == 0 ? text[i] : meant;
    }
  }
}
