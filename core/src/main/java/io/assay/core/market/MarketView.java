package io.assay.core.market;

import io.assay.core.price.Candles;
import io.assay.core.price.Pool;
import io.assay.core.price.Quote;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// All that is known of a token's market at one instant, and what is missing of it.
///
/// @param quote what it is worth
/// @param at the instant, UTC
/// @param age since trading began; null where nobody tells
/// @param allTime highest and lowest price; null where neither a provider nor a candle tells
public record MarketView(
    Quote quote,
    Instant at,
    @Nullable Duration age,
    Risk risk,
    SafetyVerdict safety,
    @Nullable AllTime allTime,
    Life life) {
  public MarketView {
    Objects.requireNonNull(quote, "quote");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(risk, "risk");
    Objects.requireNonNull(safety, "safety");
    Objects.requireNonNull(life, "life");
  }

  /// What a view is made of.
  ///
  /// @param quotes what sources say, the one that counts first, none of the quarantined
  /// @param safety what sources say of the contract; none, one or several
  /// @param allTime as a provider tells it; null where none does
  /// @param runs candles held, in time order, one length throughout; may be empty
  public record Evidence(
      List<Quote> quotes, List<Safety> safety, @Nullable AllTime allTime, List<Candles> runs) {
    public Evidence {
      quotes = List.copyOf(quotes);
      safety = List.copyOf(safety);
      runs = List.copyOf(runs);
      if (quotes.isEmpty()) {
        throw new IllegalArgumentException("without a quote there is no market to view");
      }
    }
  }

  /// What the evidence comes to.
  ///
  /// @param now nothing that candles tell of later is looked at
  public static MarketView of(Evidence evidence, Instant now) {
    Quote quote = evidence.quotes().getFirst();
    Volatility volatility = Volatility.of(evidence.runs(), now);
    if (volatility == null) {
      volatility = Volatility.ofDay(quote.facts().changePercent());
    }
    AllTime told = evidence.allTime();
    return new MarketView(
        quote,
        now,
        age(evidence.quotes(), now),
        Risk.of(quote.facts(), volatility),
        SafetyVerdict.of(evidence.safety()),
        told == null ? Extremes.of(evidence.runs(), now) : told,
        LifeSigns.of(evidence.quotes(), evidence.runs(), now).at(now));
  }

  /// Since the earliest beginning that anybody tells; a beginning in the future is none.
  private static @Nullable Duration age(List<Quote> quotes, Instant now) {
    Instant began = null;
    for (Quote quote : quotes) {
      Pool pool = quote.pool();
      began = earlier(began, quote.facts().tradedSince(), now);
      began = earlier(began, pool == null ? null : pool.createdAt(), now);
    }
    return began == null ? null : Duration.between(began, now);
  }

  private static @Nullable Instant earlier(
      @Nullable Instant one, @Nullable Instant other, Instant now) {
    if (other == null || other.isAfter(now)) {
      return one;
    }
    return one == null || other.isBefore(one) ? other : one;
  }

  public SizeTier tier() {
    return SizeTier.of(quote.facts().marketCapUsd());
  }

  /// The level of the score; EXTREME where the token cannot be sold, whatever its market looks
  /// like.
  public Risk.Level riskLevel() {
    boolean stuck = life instanceof Life.Dead || safety.word() == SafetyVerdict.Word.UNSELLABLE;
    return stuck ? Risk.Level.EXTREME : risk.level();
  }

  /// The pool's liquidity over the market value, ratio; empty where either is not told.
  public OptionalDouble liquidityRatio() {
    return Risk.overMarketCap(quote.facts().liquidityUsd(), quote.facts());
  }

  /// A day's volume over the market value, ratio; empty where either is not told.
  public OptionalDouble volumeRatio() {
    return Risk.overMarketCap(quote.facts().volumeUsd(), quote.facts());
  }

  /// How far the price lies from the highest, ratio; empty where that is not known.
  public OptionalDouble fromHigh() {
    return allTime == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(allTime.fromHigh(quote.usd()));
  }

  /// How far it lies from the lowest, ratio; empty where that is not known.
  public OptionalDouble fromLow() {
    return allTime == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(allTime.fromLow(quote.usd()));
  }

  /// The names of all that nobody tells.
  public List<String> missing() {
    List<String> missing = new ArrayList<>();
    name(missing, "market cap", tier() == SizeTier.UNKNOWN);
    name(missing, "liquidity", quote.facts().liquidityUsd().isEmpty());
    name(missing, "volume", quote.facts().volumeUsd().isEmpty());
    name(missing, "volatility", risk.parts().getLast().risk().isEmpty());
    name(missing, "age", age == null);
    name(missing, "all-time high and low", allTime == null);
    missing.addAll(safety.missing());
    return List.copyOf(missing);
  }

  private static void name(List<String> missing, String what, boolean isMissing) {
    if (isMissing) {
      missing.add(what);
    }
  }
}
