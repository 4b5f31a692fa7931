package io.assay.core.terms;

import io.assay.core.terms.Terms.Unit;
import io.assay.core.text.Letters;
import io.assay.core.text.Lexicon;
import io.assay.core.text.Phrases;
import io.assay.core.text.Words;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// What a phrase of `terms.txt` says of the numbers around it.
enum Label {
  ENTRY,
  /// An entry, and the side of it.
  LONG_ENTRY,
  SHORT_ENTRY,
  /// An entry, and that it is one to buy.
  BUY_AT,
  /// A bare word of buying.
  BUY,
  /// How it stands now.
  QUOTE,
  /// At whatever the price is.
  MARKET,
  /// One of several, with its number in the count: `target 1`.
  TARGET,
  /// All of them.
  TARGETS,
  /// A target, or the entry of a short sale.
  SELL,
  STOP,
  LEVERAGE,
  /// What a coin is worth in all.
  CAP,
  /// The most that it was worth.
  TOP,
  /// What it was worth when it was called.
  CALLED,
  LONG,
  SHORT,
  SCALP,
  SHORT_TERM,
  MID_TERM,
  LONG_TERM,
  NOW,
  FUTURE,
  PAST,
  /// A chart of so long a candle, by its name: how long the trade is thought for.
  DAILY,
  WEEKLY,
  MONTHLY,
  /// The same, said so often of other things that it counts in a trade alone.
  BY_THE_DAY,
  BY_THE_WEEK,
  BY_THE_HOUR,
  /// After a stretch of time: that it is none to hold for.
  ELAPSED,
  /// May stand between a label and its number.
  FILL,
  NOTHING,
  // units, to the end
  MINUTES(Duration.ofMinutes(1)),
  HOURS(Duration.ofHours(1)),
  DAYS(Duration.ofDays(1)),
  WEEKS(Duration.ofDays(7)),
  MONTHS(Duration.ofDays(30)),
  USD(Unit.USD),
  SATS(Unit.SATS),
  BTC(Unit.BTC),
  TIMES,
  THOUSAND(3),
  TEN_THOUSAND(4),
  MILLION(6),
  HUNDRED_MILLION(8),
  BILLION(9);

  private static final Lexicon PHRASES = Phrases.shipped(Label.class, "terms.txt");
  private static final Label[] BY_RULE = byRule();
  private static final Map<String, Label> UNITS = words(true);
  private static final Map<String, Label> NAMES = words(false);
  private static final int LONGEST_NAME = 12;
  private static final int MOST_COUNTED = 2;

  /// One of these, of a unit of time; else zero.
  final Duration time;

  /// What an amount with it counts; [Unit#PLAIN] where it does not say.
  final Unit unit;

  /// What an amount with it is multiplied by, as a power of ten.
  final int powers;

  Label() {
    this(Duration.ZERO, Unit.PLAIN, 0);
  }

  Label(Duration time) {
    this(time, Unit.PLAIN, 0);
  }

  Label(Unit unit) {
    this(Duration.ZERO, unit, 0);
  }

  Label(int powers) {
    this(Duration.ZERO, Unit.PLAIN, powers);
  }

  Label(Duration time, Unit unit, int powers) {
    this.time = time;
    this.unit = unit;
    this.powers = powers;
  }

  private static Label[] byRule() {
    Label[] labels = new Label[PHRASES.size()];
    for (int rule = 0; rule < labels.length; rule++) {
      String tag = PHRASES.rule(rule).tag();
      labels[rule] = valueOf(tag.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
    return labels;
  }

  /// The phrases of units, or of all that may have a number written on it. Of a letter that stands
  /// for two units, the first in the list counts.
  private static Map<String, Label> words(boolean ofUnits) {
    Map<String, Label> words = new HashMap<>();
    for (int rule = 0; rule < BY_RULE.length; rule++) {
      Lexicon.Rule said = PHRASES.rule(rule);
      Label label = BY_RULE[rule];
      if (ofUnits ? label.isUnit() : label.isCounted()) {
        words.putIfAbsent(said.why().substring(said.tag().length() + 2), label);
      }
    }
    return words;
  }

  /// The phrases that stand in the words.
  static Phrases in(Words words) {
    return Phrases.in(words, PHRASES);
  }

  /// What a rule of the phrases says; [#NOTHING] for -1.
  static Label of(int rule) {
    return rule < 0 ? NOTHING : BY_RULE[rule];
  }

  /// What a word says by itself.
  static Label alone(Words words, int word, Phrases phrases) {
    return word < words.size() && phrases.first(word) == word ? of(phrases.rule(word)) : NOTHING;
  }

  /// The unit that is written on a number, in lower case.
  static Label unit(String letters) {
    return UNITS.getOrDefault(letters, NOTHING);
  }

  /// What the letters of a word say that a count of one or two digits is written on: `Entry1`.
  static Label counted(Words words, int word) {
    if (!Letters.isDigit(words.last(word)) || words.length(word) > LONGEST_NAME) {
      return NOTHING;
    }
    String text = words.text(word);
    int end = text.length();
    while (end > 0 && Letters.isDigit(text.charAt(end - 1))) {
      end--;
    }
    return end == 0 || text.length() - end > MOST_COUNTED
        ? NOTHING
        : NAMES.getOrDefault(text.substring(0, end).toLowerCase(Locale.ROOT), NOTHING);
  }

  private boolean isCounted() {
    return switch (this) {
      case ENTRY, BUY_AT, BUY, TARGET, TARGETS, SELL, STOP -> true;
      default -> false;
    };
  }

  boolean isUnit() {
    return compareTo(NOTHING) > 0;
  }
}
