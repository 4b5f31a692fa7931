package io.assay.core.terms;

import io.assay.core.terms.TermDraft.Field;
import io.assay.core.terms.Terms.Amount;
import io.assay.core.terms.Terms.Unit;
import io.assay.core.text.Folded;
import io.assay.core.text.Letters;
import io.assay.core.text.Numeral;
import io.assay.core.text.Phrases;
import io.assay.core.text.Words;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/// One number of a message with what is written on it: `$`, `%`, `k`, `x`, `days`. Used again for
/// the next number.
final class Figure {
  private static final int LONGEST_UNIT = 10;
  private static final int PER_CENT = 2;
  private static final long MOST_TIME = 1000;
  private static final int NEAR = 12;
  private static final int MOST_MARKS = 3;
  private static final Set<String> ORDINALS = Set.of("st", "nd", "rd", "th");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Folded text;
  Kind kind = Kind.OTHER;
  Field field = Field.NONE;
  int end;
  boolean elapsed;
  private long digits;
  private int scale;
  private int start;
  private int powers;
  private Unit unit = Unit.PLAIN;
  private Duration each = Duration.ZERO;
  private boolean held;

  /// Whether it is a key of a keypad, `1️⃣`, as used to count with.
  private boolean counted;

  /// What a number is.
  enum Kind {
    AMOUNT,
    /// `10x`.
    TIMES,
    /// `15 days`.
    TIME,
    /// `1st`.
    ORDINAL,
    /// A time of day, a date, or part of a name.
    OTHER
  }

  Figure(Folded text) {
    this.text = text;
  }

  /// Takes a number with the sign before it.
  Kind readAt(int at, Numeral numeral, boolean times) {
    start = at;
    counted = text.isKey(numeral.end() - 1);
    end = numeral.end();
    digits = numeral.digits();
    scale = numeral.scale();
    unit = Unit.PLAIN;
    powers = 0;
    elapsed = false;
    kind = times ? Kind.TIMES : Kind.AMOUNT;
    char before = at > 0 ? text.at(at - 1) : ' ';
    if (before == '$' || (before == ' ' && at > 1 && text.at(at - 2) == '$')) {
      unit = Unit.USD;
    } else if (before == '#' || isClock() || isDate()) {
      kind = Kind.OTHER;
    }
    return kind;
  }

  /// `12:30`.
  private boolean isClock() {
    boolean colon = scale == 0 && digits < 25 && at(end) == ':' && at(end + 3) != '.';
    boolean clock = colon && run(end + 1) == 2;
    end += clock ? 3 : 0;
    return clock;
  }

  /// `2021-01-05`, `05/01/2021`.
  private boolean isDate() {
    char mark = at(end);
    if (scale != 0 || (mark != '-' && mark != '/')) {
      return false;
    }
    int first = end - start;
    int second = run(end + 1);
    int third = at(end + 1 + second) == mark ? run(end + 2 + second) : 0;
    boolean date = second == 2 && ((first == 4 && third == 2) || (first == 2 && third == 4));
    end = date ? end + 2 + second + third : end;
    return date;
  }

  char at(int index) {
    return index < text.length() ? text.at(index) : ' ';
  }

  /// How many digits stand there, at most five.
  private int run(int from) {
    int length = 0;
    while (length < 5 && Letters.isDigit(at(from + length))) {
      length++;
    }
    return length;
  }

  /// Takes what is written behind it.
  ///
  /// @param word the word it is in, or the next one
  void measure(Words words, int word, Phrases phrases, Field wanted) {
    int follower = word;
    boolean more = kind == Kind.AMOUNT;
    for (int marks = 0; marks < MOST_MARKS && more; marks++) {
      more = sign() || glued(wanted);
      follower = wordFrom(words, follower);
      if (!more && kind == Kind.AMOUNT && !Letters.isLetter(at(end))) {
        more = spaced(words, follower, phrases);
      }
    }
    Label behind = Label.alone(words, wordFrom(words, follower), phrases);
    elapsed = kind == Kind.TIME && behind == Label.ELAPSED;
  }

  /// The first word behind the number, from a word before it on.
  private int wordFrom(Words words, int word) {
    int follower = word;
    while (follower < words.size() && words.start(follower) < end) {
      follower++;
    }
    return follower;
  }

  private boolean sign() {
    int at = at(end) == ' ' ? end + 1 : end;
    boolean percent = at(at) == '%' || at(at) == '٪';
    boolean dollar = at(at) == '$' && !Letters.isWord(at(at + 1));
    if (percent || dollar) {
      unit = percent ? Unit.PERCENT : Unit.USD;
      end = at + 1;
    }
    return percent || dollar;
  }

  /// Letters written on the number: `42k`, `10x`, `1st`, `200sats`.
  private boolean glued(Field wanted) {
    int length = 0;
    while (length <= LONGEST_UNIT && Letters.isWord(at(end + length))) {
      length++;
    }
    if (length == 0) {
      return false;
    }
    String letters = text.text(end, end + length).toLowerCase(Locale.ROOT);
    boolean capital = Letters.isUpper(at(end));
    end += length;
    if (ORDINALS.contains(letters)) {
      kind = Kind.ORDINAL;
      return false;
    }
    Label label = Label.unit(letters);
    boolean worth = capital || unit == Unit.USD || wanted == Field.CAP || wanted == Field.TOP;
    apply(label == Label.MINUTES && worth && length == 1 ? Label.MILLION : label);
    return kind == Kind.AMOUNT;
  }

  /// The word behind it: `15 days`, `1.5 million`.
  private boolean spaced(Words words, int follower, Phrases phrases) {
    Label label = Label.alone(words, follower, phrases);
    if (!label.isUnit() || words.start(follower) > end + (at(end) == ' ' ? 1 : 0)) {
      return false;
    }
    apply(label);
    end = words.end(follower);
    return kind == Kind.AMOUNT;
  }

  private void apply(Label label) {
    each = label.time;
    powers += label.powers;
    unit = label.unit == Unit.PLAIN ? unit : label.unit;
    if (!label.isUnit()) {
      kind = Kind.OTHER;
    } else if (label == Label.TIMES) {
      kind = Kind.TIMES;
    } else if (!each.isZero()) {
      kind = Kind.TIME;
    }
  }

  /// The stretch of so many of another number's units.
  Duration time(Figure other) {
    boolean whole = scale == 0 && digits <= MOST_TIME;
    return whole ? other.each.multipliedBy(digits) : Duration.ZERO;
  }

  /// Whether nothing but the mark of a range is between: `0.5 - 0.6`.
  boolean isJoinedBy(Figure other) {
    return Between.isRange(text, end, other.start);
  }

  /// Whether an arrow leads from it to another number: `120k -> 1.2M`.
  boolean leadsTo(Figure other) {
    return Between.isArrow(text, end, other.start);
  }

  /// Takes the unit of the other end of a range where it has none of its own.
  void shareUnit(Figure other) {
    unit = unit == Unit.PLAIN ? other.unit : unit;
    powers = powers == 0 && digits <= other.digits ? other.powers : powers;
    kind = kind == Kind.AMOUNT && other.kind == Kind.TIMES ? Kind.TIMES : kind;
  }

  /// Whether it is a whole number of up to that many, with nothing written on it.
  boolean isUpTo(int most) {
    return kind == Kind.AMOUNT && scale == 0 && powers == 0 && digits <= most && unit == Unit.PLAIN;
  }

  /// Whether it follows a label that has no number in itself, with nothing but blanks between.
  boolean isRightBehind(int label) {
    return !Letters.isDigit(text.at(label - 1)) && Between.isBlank(text, label, start);
  }

  /// Whether it is a key of a keypad with a number behind it that it counts.
  boolean isKey() {
    return counted && kind == Kind.AMOUNT && isFollowed();
  }

  /// Whether another number is near behind it in the line.
  boolean isFollowed() {
    for (int i = end; i < end + NEAR && at(i) != '\n' && !Letters.isLetter(at(i)); i++) {
      if (Numeral.digit(at(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  boolean isLarge() {
    return powers > 0;
  }

  boolean isTimes() {
    return kind == Kind.TIMES;
  }

  boolean isHeld() {
    return held;
  }

  void hold(Field forWhat) {
    field = forWhat;
    held = true;
  }

  void drop() {
    held = false;
  }

  /// Gives the number to the terms.
  void give(TermDraft draft) {
    held = false;
    boolean levers = field == Field.LEVERAGE || field == Field.LEVERAGE_PERHAPS;
    if (kind == Kind.TIMES && !levers) {
      giveGain(draft);
    } else if (field != Field.NONE) {
      draft.take(field, amount());
    }
  }

  /// A target of `3x` is one of 200 %.
  private void giveGain(TermDraft draft) {
    BigDecimal gain = Numeral.decimal(digits, scale - PER_CENT).subtract(HUNDRED);
    if (field.isList() && gain.signum() > 0) {
      draft.take(field, amount(gain, Unit.PERCENT));
    }
  }

  Amount amount() {
    return amount(Numeral.decimal(digits, scale - powers), unit);
  }

  private Amount amount(BigDecimal value, Unit of) {
    return new Amount(value, of, text.origin(start), text.origin(end));
  }
}
