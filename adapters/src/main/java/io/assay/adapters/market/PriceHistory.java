package io.assay.adapters.market;

import io.assay.adapters.provider.Bar;
import io.assay.adapters.provider.Provider;
import io.assay.adapters.provider.Span;
import io.assay.core.asset.Asset;
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
import java.util.List;
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

  /// Candles as one provider has them.
  ///
  /// @param source the provider's name
  /// @param pool that they are of; null where the provider asks for no pool
  /// @param blocks in time order, all of one length; at least one
  public record Found(String source, @Nullable Pool pool, List<CandleBlock> blocks) {
    public Found {
      blocks = List.copyOf(blocks);
    }
  }

  /// Candles of the finest length that three requests can bring, from the first provider that has
  /// any. They may end early: they end where the provider's do.
  ///
  /// @return null where nobody has any
  /// @throws Fault if nobody has any and a provider failed: asking again later may help
  public @Nullable Found candles(Question.CandlesOf wanted, Priority priority)
      throws InterruptedException {
    Fault failure = null;
    for (Provider.History provider : engine.providers(Provider.History.class)) {
      if (!provider.steps(wanted.asset()).isEmpty()) {
        try {
          Pool pool = provider.wantsPool() ? deepest(wanted.asset(), priority) : null;
          List<CandleBlock> blocks =
              provider.wantsPool() && pool == null
                  ? List.of()
                  : blocks(provider, pool, wanted, priority);
          if (!blocks.isEmpty()) {
            return new Found(provider.profile().name(), pool, blocks);
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

  /// The same as an answer to the fold.
  ///
  /// @throws Fault if nobody has any and a provider failed
  public Answer answer(Question.CandlesOf wanted, Priority priority) throws InterruptedException {
    Found found = candles(wanted, priority);
    return found == null
        ? new Answer.Unanswerable("no provider has candles of " + wanted.asset().id())
        : new Answer.CandlesFound(found.blocks());
  }

  private List<CandleBlock> blocks(
      Provider.History provider, @Nullable Pool pool, Question.CandlesOf wanted, Priority priority)
      throws InterruptedException {
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
    return search(token.address(), priority).stream()
        .map(Quote::asset)
        .filter(it -> it instanceof Asset.Token on && on.chain().isEvm())
        .findFirst()
        .<Answer>map(it -> new Answer.ChainFound(((Asset.Token) it).chain()))
        .orElseGet(() -> new Answer.Unanswerable("no chain trades " + token.address()));
  }

  /// The tokens that go by this address or symbol, each with its price, from the first provider
  /// that finds any; deepest first.
  ///
  /// @throws Fault if none was found and a provider failed, or if nobody can search
  public List<Quote> search(String text, Priority priority) throws InterruptedException {
    Fault failure =
        new Fault(ErrorKind.OPERATIONAL, "no provider that can search is enabled", null);
    boolean asked = false;
    for (Provider.Search provider : engine.providers(Provider.Search.class)) {
      try {
        List<Quote> found = engine.ask(provider, provider.search(text), priority);
        asked = true;
        if (!found.isEmpty()) {
          return found;
        }
      } catch (Fault fault) {
        failure = fault;
      }
    }
    if (asked) {
      return List.of();
    }
    throw failure;
  }
}
