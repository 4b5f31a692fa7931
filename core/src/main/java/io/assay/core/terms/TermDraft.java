package io.assay.core.terms;

import io.assay.core.terms.Terms.Amount;
import io.assay.core.terms.Terms.Bet;
import io.assay.core.terms.Terms.Entry;
import io.assay.core.terms.Terms.Exit;
import io.assay.core.terms.Terms.Unit;
import io.assay.core.terms.Terms.Way;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// The terms as far as they are read: what the numbers of a message are for, and which belong
/// together. A message with several signals has the terms of the first.
final class TermDraft {
  /// Numbers of one kind that lie further apart are not of one trade.
  private static final BigDecimal ENTRY_SPREAD = BigDecimal.TEN;

  private static final BigDecimal TARGET_SPREAD = BigDecimal.valueOf(20);

  /// A thousandfold.
  private static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(100_000);

  private static final BigDecimal MOST_LEVERAGE = BigDecimal.valueOf(1000);

  /// What targets are told by a label of their own.
  private final List<Amount> targets = new ArrayList<>(0);

  /// What is told to sell at: targets too, unless there are others.
  private final List<Amount> sells = new ArrayList<>(0);

  private Amount low = Amount.MISSING;
  private Amount high = Amount.MISSING;

  /// How it stands now: the entry of who states no other.
  private Amount quote = Amount.MISSING;

  private Amount stop = Amount.MISSING;
  private final CapDraft caps = new CapDraft();
  private final TimeDraft time = new TimeDraft();
  private Way way = Way.UNSAID;
  private boolean market;

  /// Whether another signal has begun.
  private boolean second;

  private int leverage;

  /// What is leverage only where all the rest is a trade.
  private int perhaps;

  /// Whether a side is said in a word of its own, and not by one of buying.
  private boolean sided;

  // of what is said twice, the first counts: what follows is of another trade

  void bet(Way stated) {
    way = way == Way.UNSAID ? stated : way;
  }

  /// A side in a word of its own.
  void side(Way stated) {
    sided = true;
    bet(stated);
  }

  TimeDraft time() {
    return time;
  }

  CapDraft caps() {
    return caps;
  }

  void atMarket() {
    market = true;
  }

  boolean hasEntry() {
    return !low.isMissing();
  }

  /// How many numbers there are for it so far.
  int count(Field field) {
    return switch (field) {
      case ENTRY -> low.isMissing() ? 0 : low.equals(high) ? 1 : 2;
      case TARGETS -> targets.size();
      case SELL -> sells.size();
      case NONE, QUOTE, STOP, LEVERAGE, LEVERAGE_PERHAPS -> 0;
      case CALLED, CAP_CALLED, CAP, CAP_NOW, TOP -> 0;
    };
  }

  /// What a number is for.
  enum Field {
    NONE,
    ENTRY,
    QUOTE,
    TARGETS,
    /// Targets, or the entry of a short sale.
    SELL,
    STOP,
    LEVERAGE,
    /// If what it stands in is a trade.
    LEVERAGE_PERHAPS,
    /// Whatever it stood at when it was called; no more is known of it.
    CALLED,
    CAP_CALLED,
    CAP,
    /// A later one.
    CAP_NOW,
    TOP;

    boolean isCap() {
      return compareTo(CAP_CALLED) >= 0;
    }

    boolean isList() {
      return this == TARGETS || this == SELL;
    }

    boolean isPrice() {
      return isList() || this == ENTRY || this == QUOTE || this == STOP;
    }
  }

  /// Whether the number could be a price, by the entry.
  boolean isNear(Figure figure) {
    return !low.isMissing() && isNear(figure.amount(), low, TARGET_SPREAD);
  }

  /// The same of a number that has been read no further.
  boolean isNear(BigDecimal value) {
    Amount known = low.isMissing() && !targets.isEmpty() ? targets.getLast() : low;
    return !known.isMissing() && isNear(value, known.value(), TARGET_SPREAD);
  }

  void take(Field field, Amount amount) {
    if (second && !field.isCap()) {
      return;
    }
    switch (field) {
      case ENTRY -> enter(amount);
      case TARGETS -> add(targets, amount);
      case SELL -> add(sells, amount);
      case STOP -> stop = stop.isMissing() ? amount : stop;
      case QUOTE -> quote = quote.isMissing() && isPrice(amount) ? amount : quote;
      case CAP_CALLED, CAP, CAP_NOW, TOP -> caps.take(field, amount);
      case LEVERAGE -> leverage = Math.max(leverage, times(amount));
      case LEVERAGE_PERHAPS -> perhaps = Math.max(perhaps, times(amount));
      case NONE, CALLED -> {}
    }
  }

  /// A second price makes a range; one that comes after targets begins another signal.
  private void enter(Amount amount) {
    if (!isPrice(amount)) {
      return;
    }
    if (low.isMissing()) {
      low = amount;
      high = amount;
    } else if (!targets.isEmpty() || !sells.isEmpty()) {
      second = true;
    } else if (isNear(amount, low, ENTRY_SPREAD)) {
      low = amount.value().compareTo(low.value()) < 0 ? amount : low;
      high = amount.value().compareTo(high.value()) > 0 ? amount : high;
    }
  }

  /// Adds to a list of prices or of percents; what does not go with its first is left out, as the
  /// gain in `200 = 17%`.
  private static void add(List<Amount> list, Amount amount) {
    boolean percent = amount.unit() == Unit.PERCENT;
    boolean sane = percent ? amount.value().compareTo(MOST_PERCENT) <= 0 : isPrice(amount);
    if (!sane || amount.value().signum() == 0 || list.size() == Exit.MOST_TARGETS) {
      return;
    }
    if (list.isEmpty()) {
      list.add(amount);
      return;
    }
    Amount before = list.getLast();
    boolean percents = before.unit() == Unit.PERCENT;
    boolean repeated = amount.value().compareTo(before.value()) == 0;
    if (percent == percents && !repeated && isNear(amount, before, TARGET_SPREAD)) {
      list.add(amount);
    }
  }

  /// A multiple as leverage; 0 where nobody gives so much.
  private static int times(Amount amount) {
    boolean sane = amount.unit() == Unit.PLAIN && amount.value().compareTo(MOST_LEVERAGE) <= 0;
    return sane ? amount.value().intValue() : 0;
  }

  /// The leverage that is stated, or that a multiple is, which a whole trade makes one.
  private int leverage() {
    boolean exits = !exits().isEmpty() || !stop.isMissing();
    boolean trade = sided ? hasEntry() || exits : hasEntry() && !stop.isMissing();
    return leverage == 0 && trade ? perhaps : leverage;
  }

  private static boolean isNear(Amount one, Amount other, BigDecimal spread) {
    return isNear(one.value(), other.value(), spread);
  }

  private static boolean isNear(BigDecimal one, BigDecimal other, BigDecimal spread) {
    return one.compareTo(other.multiply(spread)) <= 0 && other.compareTo(one.multiply(spread)) <= 0;
  }

  /// A price, and not the share of a purse or how many coins to pay.
  private static boolean isPrice(Amount amount) {
    boolean coins = amount.unit() == Unit.BTC && amount.value().compareTo(BigDecimal.ONE) >= 0;
    return amount.unit() != Unit.PERCENT && amount.value().signum() > 0 && !coins;
  }

  /// The terms that are stated, with what only all of them together tell: the side of a sale, the
  /// unit of bare numbers.
  Terms terms() {
    if (low.isMissing() && !sells.isEmpty() && (!targets.isEmpty() || isStopAbove())) {
      bet(Way.SHORT);
      sells.forEach(this::sellAt);
      sells.clear();
    }
    if (low.isMissing() && !quote.isMissing() && (way != Way.UNSAID || !exits().isEmpty())) {
      low = quote;
      high = quote;
    }
    Unit unit = unit();
    int times = leverage();
    return new Terms(
        way == Way.UNSAID && times == 0 ? Bet.UNSAID : new Bet(way, times),
        entry(unit),
        exit(unit),
        time.timeframe(way != Way.UNSAID || !low.isMissing() || !stop.isMissing()),
        caps.caps());
  }

  /// Whether the stop is above all that is sold at: nobody sells what he has below his stop.
  private boolean isStopAbove() {
    return !stop.isMissing()
        && way != Way.LONG
        && stop.unit() != Unit.PERCENT
        && sells.stream().allMatch(one -> one.value().compareTo(stop.value()) < 0)
        && isNear(stop, sells.getFirst(), BigDecimal.TWO);
  }

  private Exit exit(Unit unit) {
    List<Amount> list = exits();
    if (list.isEmpty() && stop.isMissing()) {
      return Exit.UNSAID;
    }
    list.replaceAll(one -> said(one, unit));
    return new Exit(list, said(stop, unit));
  }

  /// With targets of their own, prices to sell at are where a short sale begins.
  private void sellAt(Amount amount) {
    if (low.isMissing()) {
      low = amount;
      high = amount;
    } else if (isNear(amount, low, ENTRY_SPREAD)) {
      low = amount.value().compareTo(low.value()) < 0 ? amount : low;
      high = amount.value().compareTo(high.value()) > 0 ? amount : high;
    }
  }

  private List<Amount> exits() {
    return targets.isEmpty() ? sells : targets;
  }

  private Entry entry(Unit unit) {
    if (!low.isMissing()) {
      return new Entry(Entry.Kind.PRICE, said(low, unit), said(high, unit));
    }
    return market ? new Entry(Entry.Kind.MARKET, low, high) : Entry.UNSAID;
  }

  /// The unit that a price has where it is said with one of them: said once, it goes for all.
  private Unit unit() {
    Unit unit = priced(low.unit(), Unit.PLAIN);
    unit = priced(high.unit(), unit);
    for (Amount target : exits()) {
      unit = priced(target.unit(), unit);
    }
    return priced(stop.unit(), unit);
  }

  private static Unit priced(Unit unit, Unit otherwise) {
    boolean price = unit == Unit.USD || unit == Unit.BTC || unit == Unit.SATS;
    return price && otherwise == Unit.PLAIN ? unit : otherwise;
  }

  private static Amount said(Amount amount, Unit unit) {
    boolean plain = amount.unit() == Unit.PLAIN && unit != Unit.PLAIN && !amount.isMissing();
    return plain ? amount.in(unit) : amount;
  }
}
