package io.assay.core.directory;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Ids, symbols and names as strangers write them, and as a directory keeps them.
final class Wording {
  private static final int LONGEST_ID = 100;
  private static final int LONGEST_SYMBOL = 40;
  private static final int LONGEST_NAME = 100;
  private static final int MOST_READ = 1_000;
  private static final String FORMULA = "=+-@";

  private Wording() {}

  /// Whether it can be an id: plain ASCII without tabs.
  static boolean isId(String id) {
    return !id.isEmpty()
        && id.length() <= LONGEST_ID
        && id.equals(id.strip())
        && id.chars().allMatch(letter -> letter >= ' ' && letter <= '~');
  }

  /// Whether it can be the address of a token in a list of them.
  static boolean isAddress(String address) {
    return address.length() <= MOST_READ
        && address.chars().allMatch(letter -> letter > ' ' && letter <= '~');
  }

  /// A symbol as it is looked up: what the eye sees, without `$`, upper case.
  static String symbol(String said) {
    String read = seen(said).strip();
    int dollars = 0;
    while (dollars < read.length() && read.charAt(dollars) == '$') {
      dollars++;
    }
    return read.substring(dollars).strip().toUpperCase(Locale.ROOT);
  }

  /// What is wrong with a symbol.
  ///
  /// @return null for nothing
  static @Nullable Drop wrong(String symbol) {
    if (symbol.isEmpty()) {
      return Drop.NO_SYMBOL;
    }
    if (symbol.length() > LONGEST_SYMBOL) {
      return Drop.TOO_LONG;
    }
    if (!symbol.codePoints().allMatch(Wording::isPrinted)) {
      return Drop.UNPRINTABLE;
    }
    return FORMULA.indexOf(symbol.charAt(0)) >= 0 ? Drop.FORMULA : null;
  }

  /// A name for show: cut off where it is long, without what cannot be printed.
  static String name(String said) {
    StringBuilder name = new StringBuilder();
    seen(said)
        .codePoints()
        .map(point -> isPrinted(point) ? point : ' ')
        .limit(LONGEST_NAME)
        .forEach(name::appendCodePoint);
    return name.toString().strip().replaceAll(" {2,}", " ");
  }

  /// Without marks that only say how others are to be shown: what looks alike is alike.
  private static String seen(String said) {
    StringBuilder seen = new StringBuilder();
    said.codePoints()
        .limit(MOST_READ)
        .filter(point -> Character.getType(point) != Character.FORMAT)
        .forEach(seen::appendCodePoint);
    return Normalizer.normalize(seen, Normalizer.Form.NFC);
  }

  private static boolean isPrinted(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
