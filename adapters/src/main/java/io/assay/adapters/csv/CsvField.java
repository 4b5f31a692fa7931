package io.assay.adapters.csv;

/// One field of a CSV file. Senders are hostile, and spreadsheets run what looks like a formula: a
/// text that begins with `=`, `+`, `-`, `@`, a tab or a return gets an apostrophe before it, unless
/// it is a number. What would move, turn or hide the text around it is shown as �; line ends stay,
/// the file quotes them.
final class CsvField {
  private CsvField() {}

  /// The field as a spreadsheet may open it.
  static String harmless(String text) {
    String field = visible(text);
    if (field.isEmpty() || "=+-@\t\r".indexOf(field.charAt(0)) < 0 || isNumber(field)) {
      return field;
    }
    return "'" + field;
  }

  private static boolean isNumber(String field) {
    int digits = 0;
    int points = 0;
    for (int i = field.charAt(0) == '-' || field.charAt(0) == '+' ? 1 : 0;
        i < field.length();
        i++) {
      char letter = field.charAt(i);
      if (letter == '.') {
        points++;
      } else if (letter >= '0' && letter <= '9') {
        digits++;
      } else {
        return false;
      }
    }
    return digits > 0 && points <= 1;
  }

  private static String visible(String text) {
    StringBuilder clean = null;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      boolean hidden = isHidden(letter);
      if (hidden && clean == null) {
        clean = new StringBuilder(text);
      }
      if (hidden && clean != null) {
        clean.setCharAt(i, '�');
      }
    }
    return clean == null ? text : clean.toString();
  }

  /// Whether a letter moves, turns or hides what stands around it.
  private static boolean isHidden(char letter) {
    return (Character.isISOControl(letter) && "\n\r\t".indexOf(letter) < 0)
        || (letter >= '\u202a' && letter <= '\u202e')
        || (letter >= '\u2066' && letter <= '\u2069')
        || letter == '\u2028'
        || letter == '\u2029';
  }
}
