package io.assay.core.market;

import io.assay.core.price.Candles;
import io.assay.core.price.Quote;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/// What tells whether an asset can still be traded. Death needs positive evidence: liquidity that
/// is told and is next to nothing, or unbroken candles that say nobody traded. A price is no sign
/// of life beside either, since sources go on showing the last one; and a fall is no sign of death,
/// since nine tenths are an ordinary loss here.
///
/// @param quotes what sources answered when asked last, outliers left out, old prices not: where
///   nobody trades, the price is as old as the last trade, and the liquidity is told all the same;
///   the newest of each source counts
/// @param silence what candles say; null where they say nothing
public record LifeSigns(List<Quote> quotes, @Nullable Silence silence) {
  /// Under this liquidity, in USD, nobody gets anything worth the fee.
  public static final double LEAST_LIQUIDITY_USD = 100;

  /// How long nobody may trade what is alive: 72 hours.
  public static final Duration LONGEST_SILENCE = Duration.ofDays(3);

  /// The time that a quote's volume is of.
  private static final Duration VOLUME_SPAN = Duration.ofDays(1);

  public LifeSigns {
    quotes = List.copyOf(quotes);
  }

  /// The signs in what is held.
  ///
  /// @param runs candles in time order, one length throughout
  /// @param known no candle that closes later is looked at
  public static LifeSigns of(List<Quote> quotes, List<Candles> runs, Instant known) {
    List<Quote> then = quotes.stream().filter(it -> !it.observedAt().isAfter(known)).toList();
    return new LifeSigns(then, Silence.of(runs, known));
  }

  /// What they come to. A price older than 72 hours is none of now.
  public Life at(Instant now) {
    List<Quote> told =
        newest().values().stream()
            .filter(it -> !it.observedAt().isAfter(now))
            .sorted(Comparator.comparing(Quote::observedAt).thenComparing(Quote::source))
            .toList();
    Life.Dead dead = drained(told);
    if (dead == null) {
      dead = silenced(told, now);
    }
    if (dead != null) {
      return dead;
    }
    if (told.isEmpty()) {
      return new Life.Unpriceable("nobody has a price, nobody has evidence of death");
    }
    Quote last = told.getLast();
    return last.observedAt().plus(LONGEST_SILENCE).isBefore(now)
        ? new Life.Unpriceable("the last price is of " + last.observedAt())
        : new Life.Alive(last.source() + " has a price");
  }

  private Map<String, Quote> newest() {
    Map<String, Quote> newest = new HashMap<>();
    for (Quote quote : quotes) {
      newest.merge(
          quote.source(), quote, BinaryOperator.maxBy(Comparator.comparing(Quote::observedAt)));
    }
    return newest;
  }

  /// Sources may look at different pools, so the deepest one told must be empty. A source that does
  /// not tell is no evidence, for either.
  private static Life.@Nullable Dead drained(List<Quote> told) {
    Quote deepest =
        told.stream()
            .filter(it -> liquidity(it) >= 0)
            .max(Comparator.comparingDouble(LifeSigns::liquidity))
            .orElse(null);
    if (deepest == null || liquidity(deepest) >= LEAST_LIQUIDITY_USD) {
      return null;
    }
    String why =
        String.format(
            Locale.ROOT,
            "%s says that %.3g USD of liquidity are left",
            deepest.source(),
            liquidity(deepest));
    return new Life.Dead(Life.Cause.NO_LIQUIDITY, deepest.observedAt(), why);
  }

  private static double liquidity(Quote quote) {
    return quote.facts().liquidityUsd().orElse(Double.NaN);
  }

  private Life.@Nullable Dead silenced(List<Quote> told, Instant now) {
    Silence quiet = silence;
    boolean isLong = quiet != null && quiet.length().compareTo(LONGEST_SILENCE) >= 0;
    if (quiet == null || !isLong || quiet.until().isAfter(now)) {
      return null;
    }
    boolean tradedElsewhere = told.stream().anyMatch(it -> tradedSince(it, quiet.since()));
    return tradedElsewhere
        ? null
        : new Life.Dead(
            Life.Cause.NO_VOLUME,
            quiet.since().plus(LONGEST_SILENCE),
            "candles from " + quiet.since() + " to " + quiet.until() + " without a trade");
  }

  /// Candles are of one pool; whoever tells a volume of a day that lies all in the silence has seen
  /// trades in another.
  private static boolean tradedSince(Quote quote, Instant since) {
    OptionalDouble volume = quote.facts().volumeUsd();
    return volume.orElse(0) > 0 && !quote.observedAt().minus(VOLUME_SPAN).isBefore(since);
  }
}
