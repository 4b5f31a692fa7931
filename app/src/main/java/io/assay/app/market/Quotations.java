package io.assay.app.market;

import io.assay.adapters.market.Order;
import io.assay.adapters.market.PriceEngine;
import io.assay.adapters.market.PriceHistory;
import io.assay.adapters.market.Priority;
import io.assay.core.asset.Asset;
import io.assay.core.asset.Majors;
import io.assay.core.price.Answer;
import io.assay.core.price.Facts;
import io.assay.core.price.Question;
import io.assay.core.price.Quote;
import io.assay.core.price.Quoted;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Prices for somebody who types what he wants. A symbol is priced only where it stands for one
/// thing that is alive: the directory's coin, or else the one token in which anything lies.
public final class Quotations {
  /// Below this a token of a searched symbol counts as dead, USD of liquidity.
  private static final double ALIVE = 1_000;

  /// An entry later than that is another trade.
  private static final Duration LATEST = Duration.ofMinutes(30);

  private final PriceEngine engine;
  private final PriceHistory history;
  private final Majors majors;

  /// Prices that this engine finds.
  public Quotations(PriceEngine engine, Majors majors) {
    this.engine = engine;
    this.majors = majors;
    history = new PriceHistory(engine);
  }

  /// The price of what those words mean.
  ///
  /// @param at null: now; else the first open at or after that instant
  /// @return a line about it
  public QuoteLine quote(String words, @Nullable Instant at) throws InterruptedException {
    return new QuoteLine(words, at, quoted(Wanted.of(words, majors), at));
  }

  private Quoted quoted(Wanted wanted, @Nullable Instant at) throws InterruptedException {
    try {
      return switch (wanted) {
        case Wanted.Nonsense(String why) -> new Quoted.Failed(false, why);
        case Wanted.One(Asset asset) -> priced(asset, at);
        case Wanted.Somewhere(Asset.Token token) ->
            switch (history.chain(token, Priority.LIVE)) {
              case Answer.ChainFound(var chain) ->
                  priced(new Asset.Token(chain, token.address()), at);
              case Answer.Unanswerable(String why) -> new Quoted.Unlisted(why);
              case Answer.CandlesFound _ -> throw new IllegalStateException("candles for a chain");
            };
        case Wanted.Symbol(String symbol) -> bySymbol(symbol, at);
      };
    } catch (Fault fault) {
      return new Quoted.Failed(fault.kind() == ErrorKind.TEMPORARY, Fault.lineOf(fault));
    }
  }

  private Quoted bySymbol(String symbol, @Nullable Instant at) throws InterruptedException {
    List<Asset.Coin> coins = majors.candidates(symbol);
    if (coins.size() == 1) {
      return priced(coins.getFirst(), at);
    }
    if (coins.size() > 1) {
      return new Quoted.Ambiguous(
          List.copyOf(coins), "the directory has " + coins.size() + " coins of that symbol");
    }
    List<Quote> alive =
        history.search(symbol, Priority.LIVE).stream()
            .filter(it -> it.facts().liquidityUsd().orElse(0) >= ALIVE)
            .toList();
    return switch (alive.size()) {
      case 0 -> new Quoted.Unlisted("no coin or token that is alive goes by " + symbol);
      case 1 -> priced(alive.getFirst().asset(), at);
      default ->
          new Quoted.Ambiguous(
              alive.stream().map(Quote::asset).toList(),
              alive.size() + " tokens that are alive go by that symbol");
    };
  }

  private Quoted priced(Asset asset, @Nullable Instant at) throws InterruptedException {
    return at == null ? engine.quote(Order.live(asset)).join() : opened(asset, at);
  }

  /// The first open at or after an instant: never one before it, and never one of now.
  private Quoted opened(Asset asset, Instant at) throws InterruptedException {
    PriceHistory.Found found =
        history.candles(new Question.CandlesOf(asset, at, at.plus(LATEST)), Priority.LIVE);
    if (found == null) {
      return new Quoted.Unlisted("nobody has a price of " + asset.id() + " within 30 min of " + at);
    }
    String text = new String(found.blocks().getFirst().text(), StandardCharsets.UTF_8);
    String[] candle = text.lines().skip(1).findFirst().orElseThrow().split(",", -1);
    Quote quote =
        new Quote(
            asset,
            new BigDecimal(candle[1]),
            found.source(),
            Instant.ofEpochSecond(Long.parseLong(candle[0])),
            found.pool(),
            Facts.NONE);
    return new Quoted.Priced(quote, List.of(), false, "the first open at or after " + at);
  }
}
