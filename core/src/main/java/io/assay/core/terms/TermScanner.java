package io.assay.core.terms;

import io.assay.core.terms.TermDraft.Field;
import io.assay.core.terms.Terms.Timeframe;
import io.assay.core.terms.Terms.Way;
import io.assay.core.text.Folded;
import io.assay.core.text.Letters;
import io.assay.core.text.Numeral;
import io.assay.core.text.Phrases;
import io.assay.core.text.Words;

/// Goes through a message once and gives each number to the label before it (`terms.txt`): a label
/// reaches over a few words and, with nothing but numbers, over lines.
final class TermScanner {
  /// How many words that mean nothing here may stand between a label and its first number.
  private static final int REACH = 4;

  /// And between its numbers.
  private static final int REACH_ON = 1;

  private static final int MOST_ORDINAL = 12;

  private final Folded text;
  private final Words words;
  private final Phrases phrases;
  private final TermDraft draft = new TermDraft();
  private final Numeral numeral;
  private Figure held;
  private Figure next;

  private Field field = Field.NONE;
  private boolean single;
  private boolean fresh;
  private boolean sided;
  private boolean lineBegins = true;
  private int numbers;
  private int strangers;
  private int labelEnd;
  private int read;

  private TermScanner(Folded text, Words words) {
    this.text = text;
    this.words = words;
    phrases = Label.in(words);
    numeral = new Numeral(text);
    held = new Figure(text);
    next = new Figure(text);
  }

  static Terms scan(Folded text, Words words) {
    TermScanner scanner = new TermScanner(text, words);
    int end = 0;
    for (int word = 0; word < words.size(); word++) {
      scanner.gap(end, words.start(word), word);
      end = words.end(word);
      if (words.start(word) >= scanner.read) {
        scanner.word(word);
      }
    }
    scanner.gap(end, text.length(), words.size());
    scanner.let();
    return scanner.draft.terms();
  }

  /// What is between words: ends of lines and sentences, and figures that are no words of ours.
  private void gap(int from, int to, int word) {
    for (int i = Math.max(from, read); i < to; i = Math.max(i + 1, read)) {
      char letter = text.at(i);
      if (letter == '\n') {
        lineBegins = true;
        fresh = false;
        let();
      } else if (letter == '.' || letter == '!' || letter == '?') {
        boolean ends = i + 1 >= text.length() || text.at(i + 1) <= ' ';
        field = ends && strangers > 0 ? Field.NONE : field;
      } else if (letter >= 0x80 && Numeral.digit(letter) >= 0) {
        number(i, word, false);
      }
    }
  }

  private void word(int word) {
    Label label = Label.of(phrases.rule(word));
    char first = words.first(word);
    boolean times = (first | 0x20) == 'x' && Letters.isDigit(words.last(word));
    int link = linkEnd(word);
    if (link > 0) {
      read = link;
      field = Field.NONE;
    } else if (label == Label.NOTHING && Letters.isDigit(first)) {
      number(words.start(word), word, false);
    } else if (label == Label.NOTHING && times && words.length(word) <= 4) {
      number(words.start(word) + 1, word, true);
    } else if (label == Label.NOTHING) {
      if (!words.isEmoji(word)) {
        stranger();
      }
    } else {
      labelled(label, word);
      labelEnd = words.end(word);
      lineBegins = false;
    }
  }

  /// Where the link ends that begins with the word; -1 where none does.
  private int linkEnd(int word) {
    int end = words.end(word);
    if (words.after(word) != ':'
        || !text.text(end, Math.min(end + 3, text.length())).equals("://")) {
      return -1;
    }
    while (end < text.length() && text.at(end) > ' ') {
      end++;
    }
    return end;
  }

  private void stranger() {
    if (lineBegins && (numbers > 0 || strangers > 0)) {
      field = Field.NONE;
    }
    lineBegins = false;
    fresh = false;
    strangers++;
    if (strangers > reach()) {
      field = Field.NONE;
    }
  }

  /// How many strange words the label at hand reaches over now.
  private int reach() {
    if (numbers > 0) {
      return field.isList() ? REACH_ON : 0;
    }
    return field.isPrice() ? REACH : REACH_ON;
  }

  private void labelled(Label label, int word) {
    switch (label) {
      case ENTRY -> open(Field.ENTRY, false);
      case BUY_AT -> {
        draft.bet(Way.LONG);
        open(Field.ENTRY, false);
      }
      case BUY -> bet(Way.LONG);
      case LONG -> side(Way.LONG, word);
      case SHORT -> side(Way.SHORT, word);
      case MARKET -> {
        draft.atMarket();
        draft.when(Timeframe.When.NOW);
        open(draft.hasEntry() ? Field.NONE : Field.ENTRY, false);
      }
      case QUOTE -> {
        if (field != Field.ENTRY || numbers > 0) {
          open(Field.QUOTE, false);
        }
      }
      case TARGET -> open(Field.TARGETS, true);
      case TARGETS -> open(Field.TARGETS, false);
      case SELL -> open(Field.SELL, false);
      case STOP -> open(Field.STOP, false);
      case LEVERAGE -> claim(Field.LEVERAGE, held.isTimes(), word);
      case CAP -> claim(Field.CAP, held.isLarge(), word);
      case TOP -> open(field == Field.CAP || draft.hasCap() ? Field.TOP : Field.NONE, false);
      case SCALP -> draft.term(Timeframe.Term.SCALP);
      case SHORT_TERM -> draft.term(Timeframe.Term.SHORT);
      case MID_TERM -> draft.term(Timeframe.Term.MID);
      case LONG_TERM -> draft.term(Timeframe.Term.LONG);
      case NOW -> speakOf(Timeframe.When.NOW);
      case FUTURE -> speakOf(Timeframe.When.FUTURE);
      case PAST -> speakOf(Timeframe.When.PAST);
      case MINUTES, HOURS, DAYS, WEEKS, MONTHS, ELAPSED, USD, SATS, BTC, TIMES -> {}
      case THOUSAND, TEN_THOUSAND, MILLION, HUNDRED_MILLION, BILLION, FILL, NOTHING -> {}
    }
  }

  private void open(Field opened, boolean singular) {
    let();
    field = opened;
    single = singular;
    fresh = true;
    sided = false;
    numbers = 0;
    strangers = 0;
  }

  private void side(Way way, int word) {
    claim(Field.LEVERAGE, held.isTimes(), word);
    bet(way);
    sided = true;
  }

  private void bet(Way way) {
    draft.bet(way);
    open(draft.hasEntry() ? Field.NONE : Field.ENTRY, false);
  }

  private void speakOf(Timeframe.When when) {
    draft.when(when);
    if (when == Timeframe.When.NOW && field == Field.ENTRY && numbers == 0) {
      draft.atMarket();
    }
    stranger();
  }

  /// A market cap may be said before its label, and so may leverage: `50k mc`, `10x long`.
  private void claim(Field claimed, boolean fits, int word) {
    int start = words.start(phrases.first(word));
    boolean before = held.isHeld() && fits && Figure.areBlank(text, held.end, start);
    if (before) {
      held.hold(claimed);
    }
    open(before ? Field.NONE : claimed, false);
  }

  private void number(int at, int word, boolean times) {
    boolean sound = numeral.read(at, field.isList());
    read = numeral.end();
    boolean counts = sound && next.readAt(at, numeral, times) != Figure.Kind.OTHER;
    if (counts) {
      next.measure(words, word, phrases, field);
    }
    read = Math.max(read, next.end);
    if (!counts || next.kind == Figure.Kind.OTHER || isOrdinal()) {
      let();
    } else if (next.kind == Figure.Kind.TIME) {
      last();
    } else {
      follow();
    }
    single = false;
    lineBegins = false;
  }

  /// Takes the number just read, with the one it is a range with, as how long it lasts.
  private void last() {
    boolean joined = held.isHeld() && held.isJoinedBy(next);
    if (!next.elapsed) {
      draft.lasting(joined ? held.time(next) : next.time(next), next.time(next));
    }
    if (joined) {
      held.drop();
    }
    let();
  }

  /// Puts the number just read behind the one that is held.
  private void follow() {
    if (held.isHeld() && held.isJoinedBy(next)) {
      held.shareUnit(next);
    }
    let();
    if (lineBegins && numbers > 0 && !field.isList()) {
      field = Field.NONE;
    }
    if (next.isTimes() && !field.isList() && field != Field.LEVERAGE) {
      next.hold(fresh && sided ? Field.LEVERAGE : Field.NONE);
    } else {
      next.hold(field);
      numbers++;
      strangers = 0;
    }
    fresh = false;
    Figure free = held;
    held = next;
    next = free;
  }

  /// Lets go of the number that is held: what it is for is known now.
  private void let() {
    if (held.isHeld()) {
      held.give(draft);
    }
  }

  /// Whether the number only counts the one behind it: `Target 1: 0.5`, `2) 0.6`.
  private boolean isOrdinal() {
    if (next.kind == Figure.Kind.ORDINAL) {
      return true;
    }
    if (field == Field.NONE || !next.isUpTo(MOST_ORDINAL)) {
      return false;
    }
    char after = next.at(next.end);
    if ((after == ':' && strangers > 0) || (after == ')' && lineBegins)) {
      return true;
    }
    int due = draft.count(field) + (held.isHeld() && held.field == field ? 2 : 1);
    boolean isDue = next.isUpTo(due) && !next.isUpTo(due - 1);
    if (single && next.isRightBehind(labelEnd)) {
      return isDue ? next.isFollowed() || !draft.isNear(next) : after != '-' && !draft.isNear(next);
    }
    boolean marked = after == ':' || after == ')' || after == '=';
    boolean counts =
        (marked && (isDue || field.isList()))
            || (isDue && field.isList() && ((single && fresh) || lineBegins));
    return counts && next.isFollowed();
  }
}
