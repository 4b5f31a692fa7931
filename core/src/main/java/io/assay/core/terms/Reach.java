package io.assay.core.terms;

import io.assay.core.terms.TermDraft.Field;
import io.assay.core.text.Folded;
import io.assay.core.text.Letters;

/// The label at hand: what the next number is for. It reaches over a few words that mean nothing
/// here, and, with numbers alone, from line to line:
///
/// ```
/// Buy some of it around 0.5          four strange words, then its number
/// Sell:                              nothing behind it: the next line is its
/// ✅ 0.6                             a list goes on while lines begin with numbers
/// since 2017 we trade                and ends where one begins with a word
/// ```
final class Reach {
  /// How many strange words may stand between a label of a price and its first number.
  private static final int FAR = 4;

  /// And before that of anything else, or between the numbers of a list.
  private static final int SHORT = 1;

  private static final int MOST_ORDINAL = 12;

  private Field field = Field.NONE;

  /// Where the label ends; -1 until it is passed.
  private int end = -1;

  /// Whether it speaks of one of several: `target`, and not `targets`.
  private boolean single;

  /// Whether nothing at all has followed it yet in its line.
  private boolean fresh;

  private boolean lineBegins = true;
  private int numbers;
  private int strangers;

  Field field() {
    return field;
  }

  void open(Field opened, boolean singular) {
    field = opened;
    end = -1;
    single = singular;
    fresh = true;
    numbers = 0;
    strangers = 0;
  }

  void close() {
    field = Field.NONE;
  }

  /// A label, or a word that may stand between one and its number, up to there.
  void passed(int labelEnd) {
    end = end < 0 ? labelEnd : end;
    lineBegins = false;
  }

  void lineEnds() {
    lineBegins = true;
    fresh = false;
  }

  /// A sentence of more than a label ends what it said.
  void sentenceEnds() {
    field = strangers > 0 ? Field.NONE : field;
  }

  /// A word that says nothing of numbers.
  void stranger() {
    if (lineBegins && (numbers > 0 || strangers > 0)) {
      field = Field.NONE;
    }
    lineBegins = false;
    fresh = false;
    strangers++;
    if (strangers > length()) {
      field = Field.NONE;
    }
  }

  /// How many strange words it reaches over now.
  private int length() {
    if (numbers > 0) {
      return field.isList() ? SHORT : 0;
    }
    return field.isPrice() ? FAR : SHORT;
  }

  /// Whether nothing but blanks stands between the label and there.
  boolean isBehind(Folded text, int at) {
    return end >= 0 && Between.isBlank(text, end, at);
  }

  boolean isEmpty() {
    return numbers == 0;
  }

  /// What a number is for that stands here. Only a list goes on in the next line, and a multiple is
  /// a target, or leverage where a word says so; else the label says nothing of it.
  Field take(Figure figure) {
    if (lineBegins && numbers > 0 && !field.isList()) {
      field = Field.NONE;
    }
    boolean times = figure.isTimes() && !field.isList() && field != Field.LEVERAGE;
    Field taken = times ? Field.NONE : field;
    if (!times) {
      numbers++;
      strangers = 0;
    }
    fresh = false;
    return taken;
  }

  /// Any number has been passed, whatever it was.
  void numberPassed() {
    single = false;
    lineBegins = false;
  }

  /// Whether a number only counts the one behind it: `Target 1: 0.5`, `2) 0.6`.
  ///
  /// @param due which number would be next in the count
  /// @param near whether it could be a price, by the entry
  boolean isOrdinal(Figure figure, int due, boolean near) {
    if (figure.kind == Figure.Kind.ORDINAL || (figure.isKey() && field.isPrice())) {
      return true;
    }
    if (field == Field.NONE || !figure.isUpTo(MOST_ORDINAL)) {
      return false;
    }
    char after = figure.at(figure.end);
    if ((after == ':' && strangers > 0) || (after == ')' && lineBegins)) {
      return true;
    }
    boolean isDue = figure.isUpTo(due) && !figure.isUpTo(due - 1);
    if (single && figure.isRightBehind(end)) {
      return isDue ? figure.isFollowed() || !near : after != '-' && !near;
    }
    char beyond = figure.at(figure.end + 1);
    boolean dotted = (after == '.' || after == '-') && isDue && Letters.isBlank(beyond);
    if (field == Field.ENTRY && isDue && after == ' ' && figure.isRightBehind(end)) {
      return Letters.isDigit(beyond);
    }
    boolean marked = after == ':' || after == ')' || after == '=' || dotted;
    boolean counts =
        (marked && (isDue || field.isList()))
            || (isDue && field.isList() && ((single && fresh) || lineBegins));
    return counts && figure.isFollowed();
  }
}
