package io.assay.core.terms;

import io.assay.core.text.Folded;
import io.assay.core.text.Words;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/// The terms of trade that a message states; what it does not state has a name of its own, and is
/// neither zero nor null.
public record Terms(Bet bet, Entry entry, Exit exit, Timeframe timeframe, Caps caps) {
  /// Nothing is stated.
  public static final Terms NONE =
      new Terms(Bet.UNSAID, Entry.UNSAID, Exit.UNSAID, Timeframe.UNSAID, Caps.UNSAID);

  public Terms {
    Objects.requireNonNull(bet, "bet");
    Objects.requireNonNull(entry, "entry");
    Objects.requireNonNull(exit, "exit");
    Objects.requireNonNull(timeframe, "timeframe");
    Objects.requireNonNull(caps, "caps");
  }

  /// The terms in a text, read once from end to end.
  public static Terms of(Folded text, Words words) {
    return TermScanner.scan(text, words);
  }

  /// How many of side, entry, targets and stop are stated, 0 to 4.
  public int stated() {
    return (bet.way == Way.UNSAID ? 0 : 1)
        + (entry.kind == Entry.Kind.UNSAID ? 0 : 1)
        + (exit.targets.isEmpty() ? 0 : 1)
        + (exit.stop.isMissing() ? 0 : 1);
  }

  /// A number that a message states.
  ///
  /// @param value exact, not negative
  /// @param start where it stands, `[start, end)` in UTF-16 units of the text as it was sent
  public record Amount(BigDecimal value, Unit unit, int start, int end) {
    /// Not stated.
    public static final Amount MISSING = new Amount(BigDecimal.ZERO, Unit.PLAIN, 0, 0);

    public Amount {
      Objects.requireNonNull(unit, "unit");
      if (value.signum() < 0 || start < 0 || end < start) {
        throw new IllegalArgumentException("no amount: " + value + " at " + start + ".." + end);
      }
    }

    public boolean isMissing() {
      return end == 0;
    }

    Amount in(Unit other) {
      return new Amount(value, other, start, end);
    }
  }

  /// What an amount counts.
  public enum Unit {
    USD,
    BTC,
    /// A hundred-millionth of a bitcoin.
    SATS,
    /// Of the entry price: up for targets, down for stops.
    PERCENT,
    /// Not said; the coin that the pair is quoted in.
    PLAIN
  }

  /// A direction as stated.
  public enum Way {
    LONG,
    SHORT,
    UNSAID
  }

  /// Direction and leverage. No side means long, but whoever reads on decides that.
  ///
  /// @param leverage the highest one stated, 1 to 1000; 0 where none is
  public record Bet(Way way, int leverage) {
    static final Bet UNSAID = new Bet(Way.UNSAID, 0);

    public Bet {
      Objects.requireNonNull(way, "way");
      if (leverage < 0 || leverage > 1000) {
        throw new IllegalArgumentException("leverage " + leverage);
      }
    }
  }

  /// Where to get in.
  ///
  /// @param low the lower end of a range, or the one price; missing unless the kind is PRICE
  /// @param high the upper end, or the one price
  public record Entry(Kind kind, Amount low, Amount high) {
    static final Entry UNSAID = new Entry(Kind.UNSAID, Amount.MISSING, Amount.MISSING);

    /// How the entry is stated.
    public enum Kind {
      PRICE,
      /// At whatever the price is now.
      MARKET,
      UNSAID
    }

    public Entry {
      Objects.requireNonNull(kind, "kind");
      if (low.value().compareTo(high.value()) > 0) {
        throw new IllegalArgumentException("entry from " + low + " to " + high);
      }
    }
  }

  /// Where to get out.
  ///
  /// @param targets in the order of the message, at most [#MOST_TARGETS]
  public record Exit(List<Amount> targets, Amount stop) {
    static final int MOST_TARGETS = 20;
    static final Exit UNSAID = new Exit(List.of(), Amount.MISSING);

    public Exit {
      targets = List.copyOf(targets);
      Objects.requireNonNull(stop, "stop");
    }
  }

  /// For how long, and whether it speaks of now.
  ///
  /// @param least the shortest stretch stated in time, or zero
  /// @param most the longest, at least `least`, or zero
  public record Timeframe(Term term, Duration least, Duration most, When when) {
    static final Timeframe UNSAID =
        new Timeframe(Term.UNSAID, Duration.ZERO, Duration.ZERO, When.UNSAID);

    /// A stretch in the words of the trade.
    public enum Term {
      /// Minutes to hours.
      SCALP,
      /// Days.
      SHORT,
      /// Weeks.
      MID,
      /// Months and more.
      LONG,
      UNSAID
    }

    /// What the words speak of, by the first that tells.
    public enum When {
      NOW,
      FUTURE,
      PAST,
      UNSAID
    }

    public Timeframe {
      Objects.requireNonNull(term, "term");
      Objects.requireNonNull(when, "when");
      if (least.isNegative() || most.compareTo(least) < 0) {
        throw new IllegalArgumentException("timeframe of " + least + " to " + most);
      }
    }
  }

  /// Market capitalisations claimed.
  ///
  /// @param called what it was when it was called, where that is told apart from what it is now
  /// @param top the highest
  public record Caps(Amount called, Amount now, Amount top) {
    static final Caps UNSAID = new Caps(Amount.MISSING, Amount.MISSING, Amount.MISSING);

    public Caps {
      Objects.requireNonNull(called, "called");
      Objects.requireNonNull(now, "now");
      Objects.requireNonNull(top, "top");
    }
  }
}
