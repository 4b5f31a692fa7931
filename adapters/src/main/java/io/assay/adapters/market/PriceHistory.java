package io.assay.adapters.market;

import io.assay.adapters.provider.Bar;
import io.assay.adapters.provider.Provider;
import io.assay.adapters.provider.Span;
import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.price.Answer;
import io.assay.core.price.CandleBlock;
import io.assay.core.price.CandleDraft;
import io.assay.core.price.CandleLine;
import io.assay.core.price.Pool;
import io.assay.core.price.Question;
import io.assay.core.price.Quote;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Answers the fold's questions from providers: what prices were, and on which chain an address is
/// a token. Safe for any thread.
public final class PriceHistory {
  private static final int MOST_REQUESTS = 3;
  private static final int BLOCK = 4_096;

  private final PriceEngine engine;

  /// A history that asks through this engine.
  public PriceHistory(PriceEngine engine) {
    this.engine = engine;
  }

  /// Candles of the finest length that three requests can bring, from the first provider that has
  /// any. An answer that ends early ends where the provider's candles do.
  ///
  /// @throws Fault if a provider that could know them failed: asking again later may help
  public Answer candles(Question.CandlesOf wanted, Priority priority) throws InterruptedException {
    List<String> without = new ArrayList<>();
    Fault failure = null;
    for (Provider.History provider : engine.providers(Provider.History.class)) {
      if (provider.steps(wanted.asset()).isEmpty()) {
        continue;
      }
      try {
        List<CandleBlock> blocks = blocks(provider, wanted, priority);
        if (!blocks.isEmpty()) {
          return new Answer.CandlesFound(blocks);
        }
        without.add(provider.profile().name());
      } catch (Fault fault) {
        failure = fault;
      }
    }
    if (failure != null) {
      throw failure;
    }
    return new Answer.Unanswerable(
        without.isEmpty()
            ? "no provider has candles of " + wanted.asset().id()
            : "no candles at " + String.join(", ", without));
  }

  private List<CandleBlock> blocks(
      Provider.History provider, Question.CandlesOf wanted, Priority priority)
      throws InterruptedException {
    Pool pool = provider.wantsPool() ? deepest(wanted.asset(), priority) : null;
    if (provider.wantsPool() && pool == null) {
      return List.of();
    }
    Duration step = step(provider, wanted);
    List<Bar> bars = new ArrayList<>();
    for (Span span : pages(wanted, step, provider.most())) {
      bars.addAll(engine.ask(provider, provider.bars(wanted.asset(), pool, span), priority));
    }
    return sealed(bars, step, wanted);
  }

  /// The finest length of which the whole span is few enough requests; else the coarsest.
  private static Duration step(Provider.History provider, Question.CandlesOf wanted) {
    List<Duration> steps = provider.steps(wanted.asset());
    for (Duration step : steps) {
      Span span = new Span(wanted.from(), wanted.to(), step);
      if (span.candles() <= (long) MOST_REQUESTS * provider.most()) {
        return step;
      }
    }
    return steps.getLast();
  }

  private static List<Span> pages(Question.CandlesOf wanted, Duration step, int most) {
    List<Span> pages = new ArrayList<>();
    Instant from = wanted.from();
    while (from.isBefore(wanted.to())) {
      Instant end = from.plus(step.multipliedBy(most));
      Instant to = end.isBefore(wanted.to()) ? end : wanted.to();
      pages.add(new Span(from, to, step));
      from = to;
    }
    return pages;
  }

  /// Blocks of the bars that open within the span and make sense as candles.
  private static List<CandleBlock> sealed(
      List<Bar> bars, Duration step, Question.CandlesOf wanted) {
    List<Bar> within =
        bars.stream()
            .filter(it -> isWithin(Instant.ofEpochSecond(it.openSeconds()), wanted))
            .sorted((one, other) -> Long.compare(one.openSeconds(), other.openSeconds()))
            .toList();
    List<CandleBlock> blocks = new ArrayList<>();
    CandleDraft draft = new CandleDraft(step);
    CandleLine line = new CandleLine();
    for (Bar bar : within) {
      byte[] text = bar.line().getBytes(StandardCharsets.UTF_8);
      if (line.read(text, 0, text.length) == CandleLine.Finding.SOUND) {
        draft.add(line);
      }
      if (draft.size() == BLOCK) {
        blocks.add(draft.seal());
        draft = new CandleDraft(step);
      }
    }
    if (draft.size() > 0) {
      blocks.add(draft.seal());
    }
    return blocks;
  }

  private static boolean isWithin(Instant open, Question.CandlesOf wanted) {
    return !open.isBefore(wanted.from()) && open.isBefore(wanted.to());
  }

  /// The pool of a token in which most lies; null where no provider knows one.
  private @Nullable Pool deepest(Asset asset, Priority priority) throws InterruptedException {
    if (!(asset instanceof Asset.Token token)) {
      return null;
    }
    Fault failure = null;
    for (Provider.Pools provider : engine.providers(Provider.Pools.class)) {
      if (provider.pools(token)) {
        try {
          List<Pool> pools = engine.ask(provider, provider.poolsOf(token), priority);
          if (!pools.isEmpty()) {
            return pools.getFirst();
          }
        } catch (Fault fault) {
          failure = fault;
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
    return null;
  }

  /// The chain on which an EVM address is a token: that of its deepest pool.
  ///
  /// @throws Fault if nobody could be asked
  public Answer chain(Asset.Token token, Priority priority) throws InterruptedException {
    Fault failure = null;
    for (Provider.Search provider : engine.providers(Provider.Search.class)) {
      try {
        Map<Chain, Double> liquidity = new LinkedHashMap<>();
        for (Quote quote : engine.ask(provider, provider.search(token.address()), priority)) {
          if (quote.asset() instanceof Asset.Token found && found.chain().isEvm()) {
            OptionalDouble depth = quote.facts().liquidityUsd();
            liquidity.merge(found.chain(), depth.orElse(0), Math::max);
          }
        }
        Chain deepest = null;
        for (Map.Entry<Chain, Double> entry : liquidity.entrySet()) {
          if (deepest == null
              || entry.getValue() > Objects.requireNonNull(liquidity.get(deepest))) {
            deepest = entry.getKey();
          }
        }
        if (deepest != null) {
          return new Answer.ChainFound(deepest);
        }
      } catch (Fault fault) {
        failure = fault;
      }
    }
    if (failure != null) {
      throw failure;
    }
    return engine.providers(Provider.Search.class).isEmpty()
        ? fail("no provider can find on which chain a token is")
        : new Answer.Unanswerable("no chain trades " + token.address());
  }

  private static Answer fail(String why) {
    throw new Fault(ErrorKind.OPERATIONAL, why, null);
  }
}
