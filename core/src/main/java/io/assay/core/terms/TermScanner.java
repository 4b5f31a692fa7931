package io.assay.core.terms;

import io.assay.core.terms.TermDraft.Field;
import io.assay.core.terms.Terms.Timeframe;
import io.assay.core.terms.Terms.Way;
import io.assay.core.text.Folded;
import io.assay.core.text.Letters;
import io.assay.core.text.Numeral;
import io.assay.core.text.Phrases;
import io.assay.core.text.Words;

/// Goes through a message once, in one pass and without looking back, and gives each number to the
/// label before it (`terms.txt`), as far as that reaches.
///
/// ```
/// words → labels (Phrases) → numbers (Numeral, Figure) → which label (Reach) → terms (TermDraft)
/// ```
final class TermScanner {
  private final Folded text;
  private final Words words;
  private final Phrases phrases;
  private final TermDraft draft = new TermDraft();
  private final Numeral numeral;
  private final Reach reach = new Reach();
  private final Thousands thousands;
  private final Lever lever;

  /// The last number, until what follows has told what it is for: `5-10%`, `50k mc`.
  private Figure held;

  /// The number that is read now; takes turns with the one that is held.
  private Figure next;

  /// Up to where the text is read: a number may take several words.
  private int read;

  private TermScanner(Folded text, Words words) {
    this.text = text;
    this.words = words;
    phrases = Label.in(words);
    numeral = new Numeral(text);
    thousands = new Thousands(text, numeral, draft);
    lever = new Lever(words);
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
        reach.lineEnds();
        lever.lineEnds();
        let();
      } else if (letter == '.' || letter == '!' || letter == '?') {
        if (i + 1 >= text.length() || text.at(i + 1) <= ' ') {
          reach.sentenceEnds();
        }
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
    if (label == Label.NOTHING && !words.isEmoji(word)) {
      label = Label.counted(words, word);
    }
    if (link > 0) {
      read = link;
      reach.close();
    } else if (label == Label.NOTHING && Letters.isDigit(first)) {
      number(words.start(word), word, false);
    } else if (label == Label.NOTHING && times && words.length(word) <= 4) {
      number(words.start(word) + 1, word, true);
    } else if (label == Label.NOTHING && draft.time().chart(words, word)) {
      reach.passed(words.end(word));
    } else if (label == Label.NOTHING) {
      lever.pass(word);
      if (!words.isEmoji(word)) {
        reach.stranger();
      }
    } else {
      if (label != Label.LONG && label != Label.SHORT && label != Label.LEVERAGE) {
        lever.pass(word);
      }
      labelled(label, word);
      reach.passed(words.end(word));
    }
  }

  /// Where the link ends that begins with the word; -1 where none does.
  private int linkEnd(int word) {
    int end = words.end(word);
    boolean link = end + 2 < text.length() && text.at(end) == ':' && text.at(end + 1) == '/';
    if (!link || text.at(end + 2) != '/') {
      return -1;
    }
    while (end < text.length() && text.at(end) > ' ') {
      end++;
    }
    return end;
  }

  private void labelled(Label label, int word) {
    switch (label) {
      case ENTRY -> open(Field.ENTRY, false);
      case LONG_ENTRY -> enter(Way.LONG);
      case SHORT_ENTRY -> enter(Way.SHORT);
      case BUY_AT -> {
        draft.bet(Way.LONG);
        open(Field.ENTRY, false);
      }
      case BUY -> bet(Way.LONG);
      case LONG -> side(Way.LONG);
      case SHORT -> side(Way.SHORT);
      case MARKET -> {
        draft.atMarket();
        draft.time().when(Timeframe.When.NOW);
        open(draft.hasEntry() ? Field.NONE : Field.ENTRY, false);
      }
      case QUOTE -> {
        if (reach.field() != Field.ENTRY || !reach.isEmpty()) {
          open(Field.QUOTE, false);
        }
      }
      case TARGET -> open(Field.TARGETS, true);
      case TARGETS -> open(Field.TARGETS, false);
      case SELL -> open(Field.SELL, false);
      case STOP -> open(Field.STOP, false);
      case LEVERAGE -> claim(Field.LEVERAGE, held.isTimes() && isHeldBefore(word));
      case CAP -> claim(Field.CAP, held.isLarge() && isHeldBefore(word));
      case TOP -> {
        let();
        open(reach.field().isCap() || !draft.caps().isEmpty() ? Field.TOP : Field.NONE, false);
      }
      case CALLED -> called();
      case SCALP, SHORT_TERM, MID_TERM, LONG_TERM, DAILY, WEEKLY, MONTHLY -> timed(label);
      case BY_THE_HOUR, BY_THE_DAY, BY_THE_WEEK, NOW, FUTURE, PAST -> timed(label);
      case MINUTES, HOURS, DAYS, WEEKS, MONTHS, ELAPSED, USD, SATS, BTC, TIMES -> {}
      case THOUSAND, TEN_THOUSAND, MILLION, HUNDRED_MILLION, BILLION, FILL, NOTHING -> {}
    }
  }

  /// For how long the trade is meant, or of which time the words are.
  private void timed(Label label) {
    switch (label) {
      case SCALP -> draft.time().term(Timeframe.Term.SCALP);
      case SHORT_TERM -> draft.time().term(Timeframe.Term.SHORT);
      case MID_TERM -> draft.time().term(Timeframe.Term.MID);
      case LONG_TERM -> draft.time().term(Timeframe.Term.LONG);
      case DAILY -> draft.time().chart(Label.DAYS);
      case WEEKLY -> draft.time().chart(Label.WEEKS);
      case MONTHLY -> draft.time().chart(Label.MONTHS);
      case BY_THE_HOUR -> draft.time().perhaps(Label.HOURS);
      case BY_THE_DAY -> draft.time().perhaps(Label.DAYS);
      case BY_THE_WEEK -> draft.time().perhaps(Label.WEEKS);
      case NOW -> speakOf(Timeframe.When.NOW);
      case FUTURE -> speakOf(Timeframe.When.FUTURE);
      case PAST -> speakOf(Timeframe.When.PAST);
      default -> throw new IllegalArgumentException(label + " is of no time");
    }
  }

  private void open(Field opened, boolean singular) {
    let();
    reach.open(opened, singular);
  }

  private void side(Way way) {
    claim(Field.LEVERAGE, held.isTimes() && lever.isClear());
    draft.side(way);
    bet(way);
    lever.side();
  }

  private void enter(Way way) {
    draft.side(way);
    open(Field.ENTRY, false);
  }

  private void bet(Way way) {
    draft.bet(way);
    open(draft.hasEntry() ? Field.NONE : Field.ENTRY, false);
  }

  private void speakOf(Timeframe.When when) {
    draft.time().when(when);
    boolean now = when == Timeframe.When.NOW;
    if (now && reach.field() == Field.ENTRY && reach.isEmpty()) {
      draft.atMarket();
    }
    if (now && isCapTold()) {
      open(Field.CAP_NOW, false);
    } else {
      reach.stranger();
    }
  }

  /// Whether a market cap has been told, and nothing else is being told of since.
  private boolean isCapTold() {
    boolean held = this.held.isHeld() && this.held.field.isCap();
    boolean free = reach.field() == Field.NONE || reach.field().isCap();
    return free && (held || !draft.caps().isEmpty());
  }

  /// When it was called: says something of a market cap alone.
  private void called() {
    if (reach.field() == Field.NONE || reach.field().isCap()) {
      open(Field.CALLED, false);
    } else {
      reach.stranger();
    }
  }

  /// A market cap may be said before its label, and so may leverage: `50k mc`, `10x long`.
  ///
  /// @param fits whether the number before it could be meant
  private void claim(Field claimed, boolean fits) {
    boolean before = held.isHeld() && fits;
    if (before) {
      held.hold(cap(claimed, held.field));
    }
    open(before ? Field.NONE : cap(claimed, reach.field()), false);
  }

  /// Whether nothing but blanks stands between the number that is held and a phrase.
  private boolean isHeldBefore(int word) {
    int start = words.start(phrases.first(word));
    return held.isHeld() && Between.isBlank(text, held.end, start);
  }

  /// Which market cap is claimed, by what was said before.
  private static Field cap(Field claimed, Field before) {
    if (claimed != Field.CAP) {
      return claimed;
    }
    return before == Field.CALLED ? Field.CAP_CALLED : before == Field.CAP_NOW ? before : claimed;
  }

  /// Reads the number there.
  ///
  /// @param word the word it is in, or the next one
  private void number(int at, int word, boolean times) {
    boolean sound = numeral.read(at, reach.field().isList());
    while (sound && numeral.isGroupNext() && thousands.goOn(reach, at)) {
      numeral.takeGroup();
    }
    read = numeral.end();
    boolean counts = sound && next.readAt(at, numeral, times) != Figure.Kind.OTHER;
    if (counts) {
      next.measure(words, word, phrases, reach.field());
    }
    read = Math.max(read, next.end);
    if (!counts || next.kind == Figure.Kind.OTHER || isOrdinal()) {
      let();
    } else if (next.kind == Figure.Kind.TIME) {
      last();
    } else {
      follow(word);
    }
    reach.numberPassed();
  }

  private boolean isOrdinal() {
    boolean waits = held.isHeld() && held.field == reach.field();
    int due = draft.count(reach.field()) + (waits ? 2 : 1);
    return reach.isOrdinal(next, due, draft.isNear(next));
  }

  /// Takes the number just read, with the one it is a range with, as how long it lasts.
  private void last() {
    boolean joined = held.isHeld() && held.isJoinedBy(next);
    if (!next.elapsed) {
      draft.time().lasting(joined ? held.time(next) : next.time(next), next.time(next));
    }
    if (joined) {
      held.drop();
    }
    let();
  }

  /// Puts the number just read behind the one that is held.
  ///
  /// @param word the word it is in, or the next one
  private void follow(int word) {
    if (held.isHeld() && held.isJoinedBy(next)) {
      held.shareUnit(next);
    }
    boolean risen = held.isHeld() && held.field == Field.CAP && held.leadsTo(next);
    let();
    Field field = next.isTimes() ? multiple(word) : reach.take(next);
    boolean meant = field != Field.CAP_NOW || next.isLarge();
    next.hold(risen ? Field.CAP_NOW : meant ? field : Field.NONE);
    Figure free = held;
    held = next;
    next = free;
  }

  /// What a multiple is for.
  private Field multiple(int word) {
    Field field = reach.take(next);
    if (field != Field.NONE) {
      return field;
    }
    int behind = word;
    while (behind < words.size() && words.start(behind) < next.end) {
      behind++;
    }
    return switch (lever.passed(word, behind)) {
      case LEVERAGE -> Field.LEVERAGE;
      case PERHAPS -> Field.LEVERAGE_PERHAPS;
      case GAIN, UNKNOWN -> Field.NONE;
    };
  }

  /// Lets go of the number that is held: what it is for is known now.
  private void let() {
    if (held.isHeld()) {
      held.give(draft);
    }
  }
}
