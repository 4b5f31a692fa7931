package io.assay.app.market;

import io.assay.adapters.market.Order;
import io.assay.adapters.market.PriceEngine;
import io.assay.adapters.market.PriceHistory;
import io.assay.adapters.market.Priority;
import io.assay.core.asset.Asset;
import io.assay.core.asset.Meaning;
import io.assay.core.asset.TokenDirectory;
import io.assay.core.price.Answer;
import io.assay.core.price.Candles;
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
import java.time.InstantSource;
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
  private final TokenDirectory directory;
  private final InstantSource time;

  /// Prices that this engine finds.
  ///
  /// @param directory says what symbols mean
  public Quotations(PriceEngine engine, TokenDirectory directory, InstantSource time) {
    this.time = time;
    this.engine = engine;
    this.directory = directory;
    history = new PriceHistory(engine);
  }

  /// The price of what those words mean.
  ///
  /// @param at null: now; else the first open at or after that instant
  /// @return a line about it
  public QuoteLine quote(String words, @Nullable Instant at) throws InterruptedException {
    return new QuoteLine(words, at, quoted(Wanted.of(words, directory), at), null);
  }

  /// The price of now, and what the market looks like.
  public QuoteLine viewed(String words) throws InterruptedException {
    Quoted quoted = quoted(Wanted.of(words, directory), null);
    return new QuoteLine(
        words,
        null,
        quoted,
        quoted instanceof Quoted.Priced priced
            ? new MarketInquiry(engine).view(priced.quote(), time.instant())
            : null);
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
              case Answer.CandlesFound _, Answer.TokenFound _, Answer.MarketFound _ ->
                  throw new IllegalStateException("no chain for a chain");
            };
        case Wanted.Symbol(String symbol) -> bySymbol(symbol, at);
      };
    } catch (Fault fault) {
      return fault.leastWait().isZero()
          ? new Quoted.Failed(fault.kind() == ErrorKind.TEMPORARY, Fault.lineOf(fault))
          : new Quoted.Throttled(time.instant().plus(fault.leastWait()), Fault.lineOf(fault));
    }
  }

  private Quoted bySymbol(String symbol, @Nullable Instant at) throws InterruptedException {
    Meaning meaning = directory.meaning(symbol);
    return switch (meaning) {
      case Meaning.One(Asset.Coin coin, var _) -> because(meaning.why(), priced(coin, at));
      case Meaning.Several(List<Asset> candidates) ->
          new Quoted.Ambiguous(candidates, meaning.why());
      case Meaning.One _, Meaning.Nothing _ -> bySearch(symbol, at);
    };
  }

  /// A price that also says why this coin was meant.
  private static Quoted because(String reason, Quoted quoted) {
    return quoted instanceof Quoted.Priced(var quote, var quarantined, boolean stale, String why)
        ? new Quoted.Priced(quote, quarantined, stale, why + "; " + reason)
        : quoted;
  }

  /// No list says that a token is alive: whoever knows pools does.
  private Quoted bySearch(String symbol, @Nullable Instant at) throws InterruptedException {
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
    Question.CandlesOf wanted = new Question.CandlesOf(asset, at, at.plus(LATEST));
    PriceHistory.Found found = history.candles(wanted, Priority.LIVE);
    if (found == null) {
      return new Quoted.Unlisted(
          "nobody has a price of "
              + asset.id()
              + " within 30 min of "
              + at
              + history.notCovered(wanted));
    }
    Candles candles = found.blocks().getFirst().candles();
    Duration late = Duration.between(at, candles.openAt(0));
    if (late.compareTo(candles.step().multipliedBy(2)) > 0) {
      return new Quoted.Unlisted(
          "the first price of " + asset.id() + " after " + at + " is of " + candles.openAt(0));
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
    return new Quoted.Priced(
        quote, List.of(), false, "the first open at or after " + at + "; " + found.why());
  }
}
