package io.assay.core.terms;

import io.assay.core.terms.Terms.Amount;
import io.assay.core.terms.Terms.Bet;
import io.assay.core.terms.Terms.Caps;
import io.assay.core.terms.Terms.Entry;
import io.assay.core.terms.Terms.Exit;
import io.assay.core.terms.Terms.Timeframe;
import io.assay.core.terms.Terms.Unit;
import io.assay.core.terms.Terms.Way;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The terms as far as they are read: what the numbers of a message are for, and which belong
/// together. A message with several signals has the terms of the first.
final class TermDraft {
  /// Numbers of one kind that lie further apart are not of one trade.
  private static final BigDecimal ENTRY_SPREAD = BigDecimal.TEN;

  private static final BigDecimal TARGET_SPREAD = BigDecimal.valueOf(20);

  /// Nobody speaks of less, but of shares and of multiples.
  private static final BigDecimal LEAST_CAP = BigDecimal.valueOf(1000);

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
  private Amount capNow = Amount.MISSING;
  private Amount capTop = Amount.MISSING;
  private Way way = Way.UNSAID;
  private Timeframe.Term term = Timeframe.Term.UNSAID;
  private Timeframe.When when = Timeframe.When.UNSAID;
  private Duration least = Duration.ZERO;
  private Duration most = Duration.ZERO;
  private boolean market;

  /// Whether another signal has begun.
  private boolean second;

  private int leverage;

  // of what is said twice, the first counts: what follows is of another trade

  void bet(Way stated) {
    way = way == Way.UNSAID ? stated : way;
  }

  void term(Timeframe.Term stated) {
    term = term == Timeframe.Term.UNSAID ? stated : term;
  }

  void when(Timeframe.When stated) {
    when = when == Timeframe.When.UNSAID ? stated : when;
  }

  void atMarket() {
    market = true;
  }

  void lasting(Duration from, Duration to) {
    if (most.isZero() && from.compareTo(to) <= 0) {
      least = from;
      most = to;
    }
  }

  boolean hasEntry() {
    return !low.isMissing();
  }

  boolean hasCap() {
    return !capNow.isMissing();
  }

  /// How many numbers there are for it so far.
  int count(Field field) {
    return switch (field) {
      case ENTRY -> low.isMissing() ? 0 : low.equals(high) ? 1 : 2;
      case TARGETS -> targets.size();
      case SELL -> sells.size();
      case NONE, QUOTE, STOP, LEVERAGE, CAP, TOP -> 0;
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
    CAP,
    TOP;

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

  void take(Field field, Amount amount) {
    if (second && field != Field.CAP && field != Field.TOP) {
      return;
    }
    switch (field) {
      case ENTRY -> enter(amount);
      case TARGETS -> add(targets, amount);
      case SELL -> add(sells, amount);
      case STOP -> stop = stop.isMissing() ? amount : stop;
      case QUOTE -> quote = quote.isMissing() && isPrice(amount) ? amount : quote;
      case CAP -> capNow = capNow.isMissing() && isCap(amount) ? amount : capNow;
      case TOP -> capTop = capTop.isMissing() && isCap(amount) ? amount : capTop;
      case LEVERAGE -> lever(amount);
      case NONE -> {}
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

  private void lever(Amount amount) {
    boolean sane = amount.unit() == Unit.PLAIN && amount.value().compareTo(MOST_LEVERAGE) <= 0;
    leverage = sane ? Math.max(leverage, amount.value().intValue()) : leverage;
  }

  private static boolean isNear(Amount one, Amount other, BigDecimal spread) {
    return one.value().compareTo(other.value().multiply(spread)) <= 0
        && other.value().compareTo(one.value().multiply(spread)) <= 0;
  }

  /// A price, and not the share of a purse or how many coins to pay.
  private static boolean isPrice(Amount amount) {
    boolean coins = amount.unit() == Unit.BTC && amount.value().compareTo(BigDecimal.ONE) >= 0;
    return amount.unit() != Unit.PERCENT && amount.value().signum() > 0 && !coins;
  }

  private static boolean isCap(Amount amount) {
    return amount.unit() != Unit.PERCENT && amount.value().compareTo(LEAST_CAP) >= 0;
  }

  /// The terms that are stated, with what only all of them together tell: the side of a sale, the
  /// unit of bare numbers.
  Terms terms() {
    if (low.isMissing() && !sells.isEmpty() && !targets.isEmpty()) {
      bet(Way.SHORT);
      sells.forEach(this::sellAt);
      sells.clear();
    }
    if (low.isMissing() && !quote.isMissing() && (way != Way.UNSAID || !exits().isEmpty())) {
      low = quote;
      high = quote;
    }
    Unit unit = unit();
    return new Terms(
        way == Way.UNSAID && leverage == 0 ? Bet.UNSAID : new Bet(way, leverage),
        entry(unit),
        exit(unit),
        timeframe(),
        capNow.isMissing() && capTop.isMissing() ? Caps.UNSAID : new Caps(capNow, capTop));
  }

  private Exit exit(Unit unit) {
    List<Amount> list = exits();
    if (list.isEmpty() && stop.isMissing()) {
      return Exit.UNSAID;
    }
    list.replaceAll(one -> said(one, unit));
    return new Exit(list, said(stop, unit));
  }

  private Timeframe timeframe() {
    boolean said = term != Timeframe.Term.UNSAID || when != Timeframe.When.UNSAID;
    return said || !most.isZero() ? new Timeframe(term, least, most, when) : Timeframe.UNSAID;
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
