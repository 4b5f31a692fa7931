package io.assay.core.price;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which of several sources' quotes counts. They are compared, never averaged: the one with the
/// most liquidity among those that agree counts, whole, and what disagrees is kept beside it with
/// the reason. Where two contradict each other and nothing tells which is right, none counts.
///
/// @param tolerance ratio by which two prices may differ and still agree, above 1
/// @param oldest age from which on a quote is not one of now
public record Consensus(double tolerance, Duration oldest) {
  /// Prices within a quarter of each other agree; what is older than ten minutes is history.
  public static final Consensus USUAL = new Consensus(1.25, Duration.ofMinutes(10));

  /// How far ahead a source's clock may be.
  private static final Duration AHEAD = Duration.ofMinutes(2);

  private static final Comparator<Quote> DEEPEST_FIRST =
      Comparator.comparingDouble((Quote quote) -> quote.facts().liquidityUsd().orElse(-1))
          .reversed()
          .thenComparing(Quote::observedAt, Comparator.reverseOrder())
          .thenComparing(Quote::source);

  public Consensus {
    if (!(tolerance > 1) || oldest.isNegative() || oldest.isZero()) {
      throw new IllegalArgumentException("no tolerance of " + tolerance + " within " + oldest);
    }
  }

  /// What the quotes of one asset come to.
  ///
  /// @param quotes each of another source; at least one
  /// @param before what counted last, if that is not long ago: it settles a dispute of two; null
  ///   where nothing is known
  public Quoted of(List<Quote> quotes, @Nullable Quote before, Instant now) {
    List<Quoted.Quarantined> out = new ArrayList<>();
    List<Quote> timely = new ArrayList<>();
    for (Quote quote : quotes) {
      String fault = untimely(quote, now);
      if (fault == null) {
        timely.add(quote);
      } else {
        out.add(new Quoted.Quarantined(quote, fault));
      }
    }
    timely.sort(DEEPEST_FIRST);
    if (timely.isEmpty()) {
      return new Quoted.Failed(true, "no price of now: " + out.getFirst().why());
    }
    return agreed(timely, before, out);
  }

  private @Nullable String untimely(Quote quote, Instant now) {
    Duration age = Duration.between(quote.observedAt(), now);
    if (age.compareTo(oldest) > 0) {
      return quote.source() + " saw its price at " + quote.observedAt();
    }
    return age.negated().compareTo(AHEAD) > 0
        ? quote.source() + " says its price is of " + quote.observedAt()
        : null;
  }

  private Quoted agreed(List<Quote> timely, @Nullable Quote before, List<Quoted.Quarantined> out) {
    Quote anchor = anchor(timely, before);
    if (anchor == null) {
      return new Quoted.Failed(true, "sources contradict each other: " + told(timely));
    }
    List<Quote> agreeing = timely.stream().filter(it -> agree(it, anchor)).toList();
    for (Quote quote : timely) {
      if (!agree(quote, anchor)) {
        String why = quote.source() + " says " + quote.usd().toPlainString() + ", an outlier";
        out.add(new Quoted.Quarantined(quote, why));
      }
    }
    String why =
        agreeing.size() > 1
            ? agreeing.size() + " sources agree"
            : timely.size() > 1 ? "agrees with the price before" : "one source";
    return new Quoted.Priced(agreeing.getFirst(), out, false, why);
  }

  /// The quote around which most agree, the deepest first; null where none has a majority.
  private @Nullable Quote anchor(List<Quote> quotes, @Nullable Quote before) {
    Quote best = null;
    long most = 0;
    for (Quote quote : quotes) {
      long agreeing = quotes.stream().filter(it -> agree(it, quote)).count();
      if (agreeing > most) {
        most = agreeing;
        best = quote;
      }
    }
    if (most * 2 > quotes.size()) {
      return best;
    }
    return before == null
        ? null
        : quotes.stream().filter(it -> agree(it, before)).findFirst().orElse(null);
  }

  /// Whether two prices are close enough to be one.
  public boolean agree(Quote one, Quote other) {
    BigDecimal larger = one.usd().max(other.usd());
    BigDecimal smaller = one.usd().min(other.usd());
    return larger.divide(smaller, MathContext.DECIMAL64).doubleValue() <= tolerance;
  }

  private static String told(List<Quote> quotes) {
    StringBuilder told = new StringBuilder();
    for (Quote quote : quotes) {
      told.append(told.isEmpty() ? "" : ", ")
          .append(quote.source())
          .append(" says ")
          .append(quote.usd().toPlainString());
    }
    return told.toString();
  }
}
