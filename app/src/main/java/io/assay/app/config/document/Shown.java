package io.assay.app.config.document;

/// What somebody else wrote, made fit for a line on a terminal.
public final class Shown {
  private static final int LONGEST = 40;

  private Shown() {}

  /// In quotes and cut to a bearable length.
  public static String quoted(String text) {
    int most = text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length())));
    return '"' + plain(text.substring(0, most)) + (most < text.length() ? "…\"" : "\"");
  }

  /// The part of a key's name that can be a name. What follows may be a value that slipped in, such
  /// as a token in `{token:abc}`.
  public static String name(String key) {
    int end = 0;
    while (end < Math.min(key.length(), LONGEST) && isOfName(key.charAt(end))) {
      end++;
    }
    return end > 0 && end == key.length() ? key : key.substring(0, end) + "…";
  }

  private static boolean isOfName(char c) {
    return c == '_' || c == '-' || (c < 128 && Character.isLetterOrDigit(c));
  }

  /// Without anything that a terminal would obey or that has no shape.
  public static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          if (isInvisible(c)) {
            plain.append(String.format("\\u%04x", c));
          } else {
            plain.appendCodePoint(c);
          }
        });
    return plain.toString();
  }

  private static boolean isInvisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
