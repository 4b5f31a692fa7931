package io.assay.app.market;

import io.assay.adapters.market.PriceEngine;
import io.assay.adapters.market.PriceHistory;
import io.assay.adapters.market.Priority;
import io.assay.adapters.provider.Ask;
import io.assay.adapters.provider.Provider;
import io.assay.core.asset.Asset;
import io.assay.core.market.AllTime;
import io.assay.core.market.MarketView;
import io.assay.core.market.Safety;
import io.assay.core.price.CandleBlock;
import io.assay.core.price.Candles;
import io.assay.core.price.Consensus;
import io.assay.core.price.Facts;
import io.assay.core.price.Question;
import io.assay.core.price.Quote;
import io.assay.runtime.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks everybody for what a market view is made of. What nobody tells, or a provider fails to, is
/// missing in the view, and the view says so.
public final class MarketInquiry {
  private static final Logger LOG = LoggerFactory.getLogger(MarketInquiry.class);
  private static final Duration MONTH = Duration.ofDays(30);

  private final PriceEngine engine;
  private final PriceHistory history;

  public MarketInquiry(PriceEngine engine) {
    this.engine = engine;
    history = new PriceHistory(engine);
  }

  /// The view of something that has a price.
  ///
  /// @param quote of now
  MarketView view(Quote quote, Instant now) throws InterruptedException {
    List<Quote> quotes = described(quote);
    return MarketView.of(
        new MarketView.Evidence(
            quotes, safety(quote.asset()), allTime(quote.asset()), candles(quote.asset(), now)),
        now);
  }

  /// The quote and, where it lacks what a market is sized by, the overview of somebody whose price
  /// agrees: what the quote's own source does not tell is taken from there.
  private List<Quote> described(Quote quote) throws InterruptedException {
    Facts facts = quote.facts();
    boolean whole = facts.marketCapUsd().isPresent() && facts.volumeUsd().isPresent();
    for (Provider.Overviews provider : engine.providers(Provider.Overviews.class)) {
      if (!whole && quote.asset() instanceof Asset.Token token && provider.describes(token)) {
        Optional<Quote> overview =
            ask(provider, provider.overview(token))
                .flatMap(told -> told)
                .filter(told -> Consensus.USUAL.agree(told, quote));
        if (overview.isPresent()) {
          return List.of(completed(quote, overview.get().facts()), overview.get());
        }
      }
    }
    return List.of(quote);
  }

  private static Quote completed(Quote quote, Facts more) {
    Facts own = quote.facts();
    Facts facts =
        new Facts(
            own.symbol().isEmpty() ? more.symbol() : own.symbol(),
            own.name().isEmpty() ? more.name() : own.name(),
            own.liquidityUsd(),
            first(own.marketCapUsd(), more.marketCapUsd()),
            first(own.dilutedUsd(), more.dilutedUsd()),
            first(own.volumeUsd(), more.volumeUsd()),
            first(own.changePercent(), more.changePercent()),
            own.tradedSince());
    return new Quote(
        quote.asset(), quote.usd(), quote.source(), quote.observedAt(), quote.pool(), facts);
  }

  private static OptionalDouble first(OptionalDouble one, OptionalDouble other) {
    return one.isPresent() ? one : other;
  }

  private List<Safety> safety(Asset asset) throws InterruptedException {
    List<Safety> told = new ArrayList<>();
    for (Provider.SafetyFacts provider : engine.providers(Provider.SafetyFacts.class)) {
      if (asset instanceof Asset.Token token && provider.examines(token)) {
        ask(provider, provider.safety(token))
            .flatMap(facts -> Optional.ofNullable(facts.get(token)))
            .ifPresent(told::add);
      }
    }
    return told;
  }

  private @Nullable AllTime allTime(Asset asset) throws InterruptedException {
    for (Provider.Extremes provider : engine.providers(Provider.Extremes.class)) {
      if (provider.remembers(asset)) {
        Optional<AllTime> told = ask(provider, provider.extremes(asset)).flatMap(it -> it);
        if (told.isPresent()) {
          return told.get();
        }
      }
    }
    return null;
  }

  private List<Candles> candles(Asset asset, Instant now) throws InterruptedException {
    try {
      PriceHistory.Found found =
          history.candles(
              new Question.CandlesOf(asset, now.minus(MONTH), now), Priority.CHECKPOINT);
      return found == null ? List.of() : found.blocks().stream().map(CandleBlock::candles).toList();
    } catch (Fault fault) {
      LOG.debug("no candles for the view: {}", Fault.lineOf(fault));
      return List.of();
    }
  }

  private <T> Optional<T> ask(Provider provider, Ask<T> ask) throws InterruptedException {
    try {
      return Optional.of(engine.ask(provider, ask, Priority.CHECKPOINT));
    } catch (Fault fault) {
      LOG.debug("missing in the view: {}", Fault.lineOf(fault));
      return Optional.empty();
    }
  }
}
