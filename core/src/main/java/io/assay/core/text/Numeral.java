package io.assay.core.text;

import java.math.BigDecimal;

/// Reads the numbers of a folded text as people write them: `1,234.56` and `1.234,56`, `0,5`, `.5`,
/// `60 000`, `0.0₅123` (the small figure counts zeros), `1.2e-7`, and Arabic and Persian figures. A
/// cursor: it holds the number read last.
public final class Numeral {
  /// Up to this, one more digit fits.
  private static final long FULL = 100_000_000_000_000_000L;

  private static final int LONGEST = 48;
  private static final int MOST_ZEROS = 30;
  private static final int GROUP = 3;

  /// Prices of one list are not further apart.
  private static final int WIDE = 20;

  private final Folded text;
  private long digits;
  private int scale;
  private int end;
  private boolean sound;

  // the shape of what is read: runs of digits and what parts them
  private int stop;
  private int dots;
  private int commas;
  private int firstComma;
  private int firstLength;
  private char lastMark;
  private boolean threes;
  private boolean rising;
  private long firstRun;
  private long lastRun;

  public Numeral(Folded text) {
    this.text = text;
  }

  /// Value of a digit of any of these scripts; -1 for what is none.
  public static int digit(char letter) {
    if (letter < 0x80) {
      return Letters.isDigit(letter) ? letter - '0' : -1;
    }
    if (letter >= 0x6F0 && letter <= 0x6F9) {
      return letter - 0x6F0;
    }
    return letter >= 0x660 && letter <= 0x669 ? letter - 0x660 : -1;
  }

  /// Reads the number that begins at a digit.
  ///
  /// @param listed whether numbers may follow each other with nothing but a comma between:
  ///   `740,770,810`
  /// @return whether it is one; where not, [#end] is behind what cannot be read
  public boolean read(int at, boolean listed) {
    digits = 0;
    scale = 0;
    sound = true;
    boolean fraction = at > 0 && text.at(at - 1) == '.' && (at < 2 || text.at(at - 2) <= ' ');
    measure(at);
    char point = point(listed);
    take(at, point, fraction);
    thousands();
    exponent();
    return sound;
  }

  /// Measures the run of digits and single marks between them.
  private void measure(int start) {
    dots = 0;
    commas = 0;
    threes = true;
    rising = true;
    lastMark = 0;
    firstComma = -1;
    int at = start;
    int runs = 0;
    long before = -1;
    while (at - start < LONGEST) {
      int from = at;
      long run = 0;
      while (at < text.length() && at - start < LONGEST && digit(text.at(at)) >= 0) {
        run = run * 10 + digit(text.at(at++));
      }
      if (runs == 0) {
        firstLength = at - from;
        firstRun = run;
      } else {
        threes &= at - from == GROUP;
      }
      rising &= run > before && (runs == 0 || text.at(from) != '0');
      before = run;
      lastRun = run;
      runs++;
      stop = at;
      if (!parts(at)) {
        return;
      }
      at++;
    }
  }

  /// Whether a mark with a digit behind it stands there; counts it.
  private boolean parts(int at) {
    if (at + 1 >= text.length() || digit(text.at(at + 1)) < 0) {
      return false;
    }
    char mark = mark(text.at(at));
    if (mark == '.') {
      dots++;
    } else if (mark == ',') {
      firstComma = commas++ == 0 ? at : firstComma;
    } else {
      return false;
    }
    lastMark = mark;
    return true;
  }

  private static char mark(char letter) {
    return switch (letter) {
      case '.', '٫' -> '.';
      case ',', '٬' -> ',';
      default -> 0;
    };
  }

  /// Which mark is the decimal point; 0 for none. Where a comma parts numbers, what is read ends
  /// there.
  private char point(boolean listed) {
    boolean grouped = threes && firstLength <= GROUP && firstRun != 0;
    if (commas == 0) {
      sound = dots <= 1 || grouped;
      return dots == 1 ? '.' : 0;
    }
    if (dots == 0) {
      return commasAlone(listed, grouped);
    }
    if (dots == 1 && lastMark == '.' && firstLength <= GROUP && firstRun != 0 && groupsOfThree()) {
      return '.';
    }
    if (commas == 1 && lastMark == ',' && dots > 0 && europeGrouped()) {
      return ',';
    }
    stop = firstComma;
    return '.';
  }

  private char commasAlone(boolean listed, boolean grouped) {
    boolean close =
        commas > 1 ? lastRun <= WIDE * firstRun : lastRun <= 2 * firstRun && firstLength > 1;
    boolean list = listed && rising && firstRun != 0 && close;
    if (grouped && !list) {
      return 0;
    }
    if (commas == 1 && !list) {
      return ',';
    }
    stop = firstComma;
    return 0;
  }

  /// Whether commas part groups of three before the one point.
  private boolean groupsOfThree() {
    int run = 0;
    for (int i = firstComma + 1; i < stop; i++) {
      char mark = mark(text.at(i));
      if (mark != 0 && run != GROUP) {
        return false;
      }
      if (mark == '.') {
        return true;
      }
      run = mark == 0 ? run + 1 : 0;
    }
    return false;
  }

  /// Whether points part groups of three before the one comma.
  private boolean europeGrouped() {
    for (int i = firstComma - 1; i >= firstComma - (GROUP + 1) * dots && i >= 0; i--) {
      boolean shouldBePoint = (firstComma - i) % (GROUP + 1) == 0;
      if (shouldBePoint != (mark(text.at(i)) == '.')) {
        return false;
      }
    }
    return firstRun != 0;
  }

  private void take(int start, char point, boolean fraction) {
    boolean behind = fraction;
    int at = start;
    while (at < stop) {
      char letter = text.at(at);
      if (mark(letter) != 0) {
        behind |= mark(letter) == point;
      } else if (behind && digits == 0 && scale == 1 && isSmall(at)) {
        at = zeros(at) - 1;
      } else {
        push(digit(letter), behind);
      }
      at++;
    }
    while (at < text.length() && digit(text.at(at)) >= 0) {
      sound = false;
      at++;
    }
    end = at;
  }

  private void push(int digit, boolean behind) {
    sound &= digits < FULL;
    digits = sound ? digits * 10 + digit : digits;
    scale += behind ? 1 : 0;
  }

  /// Whether the digit is a small one behind a plain one: folded, they look the same.
  private boolean isSmall(int at) {
    return text.isLiteral(at - 1, at) && !text.isLiteral(at, at + 1);
  }

  /// Takes a small figure, which says how many zeros there are where one is written.
  private int zeros(int start) {
    int count = 0;
    int at = start;
    while (at < stop && digit(text.at(at)) >= 0 && !text.isLiteral(at, at + 1)) {
      count = Math.min(count * 10 + digit(text.at(at)), MOST_ZEROS + 1);
      at++;
    }
    sound &= count >= 1 && count <= MOST_ZEROS;
    scale += count - 1;
    return at;
  }

  /// Whole thousands with a blank: `60 000`. Any other digits behind a blank are another number.
  private void thousands() {
    while (isGroupNext() && group() == 0) {
      takeGroup();
    }
  }

  /// Whether a blank and three digits follow that could be more of it: `64 200`. Whether they are,
  /// whoever knows the numbers around it has to say.
  public boolean isGroupNext() {
    boolean open = scale == 0 && digits > 0 && digits < 1_000_000_000 && firstLength <= GROUP;
    if (!open || end + GROUP >= text.length() || text.at(end) != ' ') {
      return false;
    }
    int after = end + GROUP + 1;
    boolean ends = after >= text.length() || !Letters.isWord(text.at(after));
    return ends && group() >= 0;
  }

  /// The three digits behind the blank; negative where they are none.
  public int group() {
    int group = 0;
    for (int i = end + 1; i <= end + GROUP; i++) {
      int digit = digit(text.at(i));
      group = digit < 0 ? Integer.MIN_VALUE : group * 10 + digit;
    }
    return group;
  }

  /// Takes them as more of the number, and a fraction behind them.
  public void takeGroup() {
    digits = digits * 1000 + group();
    end += GROUP + 1;
    if (parts(end)) {
      for (end++; end < text.length() && digit(text.at(end)) >= 0; end++) {
        push(digit(text.at(end)), true);
      }
    }
  }

  /// A power of ten behind it; one beyond ±30 is no price.
  private void exponent() {
    if (end + 1 >= text.length() || (text.at(end) | 0x20) != 'e') {
      return;
    }
    int at = end + 1;
    boolean minus = text.at(at) == '-';
    at += minus || text.at(at) == '+' ? 1 : 0;
    int start = at;
    int power = 0;
    while (at < text.length() && Letters.isDigit(text.at(at))) {
      power = Math.min(power * 10 + text.at(at) - '0', MOST_ZEROS + 1);
      at++;
    }
    if (at > start) {
      sound &= power <= MOST_ZEROS;
      scale += minus ? power : -power;
      end = at;
    }
  }

  /// Index of the first character behind the number.
  public int end() {
    return end;
  }

  /// The number, exactly, of up to 18 significant digits.
  public BigDecimal value() {
    return decimal(digits, scale);
  }

  /// Its digits, without the point.
  public long digits() {
    return digits;
  }

  /// How many of the digits are behind the point.
  public int scale() {
    return scale;
  }

  /// `digits · 10^-scale`, written without a power of ten.
  public static BigDecimal decimal(long digits, int scale) {
    BigDecimal value = BigDecimal.valueOf(digits, scale);
    return scale < 0 ? value.setScale(0) : value;
  }
}
