package io.assay.adapters.market;

import io.assay.adapters.provider.Provider;
import io.assay.core.asset.Asset;
import io.assay.core.price.Answer;
import io.assay.core.price.CandleBlock;
import io.assay.core.price.MarketSeen;
import io.assay.core.price.Pool;
import io.assay.core.price.Provenance;
import io.assay.core.price.Question;
import io.assay.core.price.Quote;
import io.assay.core.price.Quoted;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Answers the fold's questions from providers: what prices were, on which chain an address is a
/// token, and which token is traded in a pool. Safe for any thread.
public final class PriceHistory {
  private static final int MOST_REQUESTS = 3;

  /// A market told later than that is of another time than what was asked about.
  private static final Duration MARKET_LATENESS = Duration.ofMinutes(30);

  private static final Duration MARKET_AGE = Duration.ofMinutes(1);
  private static final Duration MARKET_PATIENCE = Duration.ofSeconds(10);

  private final PriceEngine engine;
  private final BarPages pages;
  private final SecondOpinion opinion;

  /// A history that asks through this engine.
  public PriceHistory(PriceEngine engine) {
    this.engine = engine;
    pages = new BarPages(engine, MOST_REQUESTS);
    opinion = new SecondOpinion(engine);
  }

  /// Candles as one provider has them.
  ///
  /// @param source the provider's name
  /// @param pool that they are of; null where the provider asks for no pool
  /// @param blocks in time order, all of one length; at least one
  /// @param why these count, in one line
  public record Found(String source, @Nullable Pool pool, List<CandleBlock> blocks, String why) {
    public Found {
      blocks = List.copyOf(blocks);
    }
  }

  /// Candles of the finest length that three requests can bring, from the first provider that has
  /// any; the one that told before comes first. They may end early: they end where the provider's
  /// do.
  ///
  /// Those of a pinned pool come from whoever has candles of pools, and of the deepest pool of now
  /// where that is another one by now and the pinned one has none any more.
  ///
  /// Those of the entry of a live call are compared with what another source says of the same time.
  ///
  /// @return null where nobody has any
  /// @throws Fault if nobody has any and a provider failed: asking again later may help. A pool is
  ///   never left because somebody could not be asked about it
  public @Nullable Found candles(Question.CandlesOf wanted, Priority priority)
      throws InterruptedException {
    opinion.requireNoContradiction(wanted);
    Found found = told(wanted, priority);
    return found == null ? null : opinion.of(found, wanted, priority);
  }

  private @Nullable Found told(Question.CandlesOf wanted, Priority priority)
      throws InterruptedException {
    List<Provider.History> able = able(wanted);
    List<Provider.History> ofPools = able.stream().filter(Provider.History::wantsPool).toList();
    Pool pinned = pinned(wanted);
    if (pinned == null || ofPools.isEmpty()) {
      return first(able, null, wanted, priority);
    }
    Found same = first(ofPools, pinned, wanted, priority);
    if (same != null) {
      return same;
    }
    Pool deepest = deepest(wanted.asset(), priority);
    return deepest == null || deepest.address().equals(pinned.address())
        ? null
        : first(ofPools, deepest, wanted, priority);
  }

  /// Who could have them, the one that told before first.
  private List<Provider.History> able(Question.CandlesOf wanted) {
    String before = wanted.pinned().source();
    return engine.providers(Provider.History.class).stream()
        .filter(it -> !it.steps(wanted.asset()).isEmpty())
        .filter(it -> it.reaches(wanted.from(), Instant.ofEpochMilli(engine.now())))
        .sorted(Comparator.comparing(it -> !it.profile().name().equals(before)))
        .toList();
  }

  private static @Nullable Pool pinned(Question.CandlesOf wanted) {
    String address = wanted.pinned().pool();
    return address != null && wanted.asset() instanceof Asset.Token token
        ? new Pool(token.chain(), address, "", OptionalDouble.empty(), null)
        : null;
  }

  /// What the first of them has that has any.
  ///
  /// @param of the pool; null: the deepest, where one is wanted
  private @Nullable Found first(
      List<Provider.History> providers,
      @Nullable Pool of,
      Question.CandlesOf wanted,
      Priority priority)
      throws InterruptedException {
    Fault failure = null;
    for (Provider.History provider : providers) {
      try {
        Pool pool = provider.wantsPool() && of == null ? deepest(wanted.asset(), priority) : of;
        List<CandleBlock> blocks =
            provider.wantsPool() && pool == null
                ? List.of()
                : pages.blocks(provider, pool, wanted, priority);
        if (!blocks.isEmpty()) {
          return new Found(provider.profile().name(), pool, blocks, "one source");
        }
      } catch (Fault fault) {
        failure = fault;
      }
    }
    if (failure != null) {
      throw failure;
    }
    return null;
  }

  /// The same as an answer to the fold. Where prices that have come before come no more, that is
  /// their end, and not that nobody ever had any.
  ///
  /// @throws Fault if nobody has any and a provider failed
  public Answer answer(Question.CandlesOf wanted, Priority priority) throws InterruptedException {
    Found found = candles(wanted, priority);
    if (found == null && wanted.pinned().isUntold()) {
      return new Answer.Unanswerable(
          "no provider has candles of " + wanted.asset().id() + notCovered(wanted));
    }
    Answer.CandlesFound answer =
        found == null
            ? new Answer.CandlesFound(List.of(), wanted.pinned())
            : new Answer.CandlesFound(found.blocks(), told(found));
    boolean ofNow = wanted.asset() instanceof Asset.Token && isTimely(wanted.to());
    return ofNow && quoted(wanted.asset(), priority) instanceof Quoted.Priced(var quote, _, _, _)
        ? answer.with(MarketSeen.of(quote))
        : answer;
  }

  /// What the market is at a call, from whoever has its price; nobody tells what one was.
  ///
  /// @throws Fault if nobody could be asked: asking again soon may help
  public Answer market(Question.MarketOf wanted, Priority priority) throws InterruptedException {
    if (!isTimely(wanted.at())) {
      return new Answer.Unanswerable("nobody tells what a market was at " + wanted.at());
    }
    return switch (quoted(wanted.asset(), priority)) {
      case Quoted.Priced(var quote, _, _, _) -> new Answer.MarketFound(MarketSeen.of(quote));
      case Quoted.Unlisted(String why) -> new Answer.Unanswerable(why);
      case Quoted.Ambiguous(_, String why) -> new Answer.Unanswerable(why);
      case Quoted.Throttled(_, String why) -> throw new Fault(ErrorKind.TEMPORARY, why, null);
      case Quoted.Failed(_, String why) -> throw new Fault(ErrorKind.TEMPORARY, why, null);
    };
  }

  private boolean isTimely(Instant asked) {
    Instant now = Instant.ofEpochMilli(engine.now());
    return !now.isAfter(asked.plus(MARKET_LATENESS));
  }

  private Quoted quoted(Asset asset, Priority priority) throws InterruptedException {
    try {
      return engine.quote(new Order(asset, priority, MARKET_AGE, MARKET_PATIENCE)).get();
    } catch (ExecutionException e) {
      throw new Fault(ErrorKind.BUG, "an order of a price failed", e);
    }
  }

  /// Who could have had prices and does not go back so far, in words; empty where nobody.
  public String notCovered(Question.CandlesOf wanted) {
    Instant now = Instant.ofEpochMilli(engine.now());
    return engine.providers(Provider.History.class).stream()
        .filter(it -> !it.steps(wanted.asset()).isEmpty())
        .filter(it -> !it.reaches(wanted.from(), now))
        .map(it -> "; not covered: " + it.reach())
        .collect(Collectors.joining());
  }

  private static Provenance told(Found found) {
    Pool pool = found.pool();
    return new Provenance(found.source(), pool == null ? null : pool.address());
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

  /// The token that is traded in a pool. What is no pool may be a token itself, since links to
  /// pairs are written with either.
  ///
  /// @throws Fault if nobody knows it and a provider failed
  public Answer token(Asset.Token pool, Priority priority) throws InterruptedException {
    Fault failure = null;
    for (Provider.Pairs provider : engine.providers(Provider.Pairs.class)) {
      if (provider.pairs(pool.chain())) {
        try {
          Optional<Asset.Token> found = engine.ask(provider, provider.tokenOf(pool), priority);
          if (found.isPresent()) {
            return new Answer.TokenFound(found.get());
          }
        } catch (Fault fault) {
          failure = fault;
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
    List<Quote> itself =
        engine.providers(Provider.Search.class).isEmpty()
            ? List.of()
            : search(pool.address(), priority);
    return itself.stream()
        .map(Quote::asset)
        .filter(it -> it instanceof Asset.Token token && isSame(token, pool))
        .findFirst()
        .<Answer>map(it -> new Answer.TokenFound((Asset.Token) it))
        .orElseGet(() -> new Answer.Unanswerable("no provider knows the pool " + pool.id()));
  }

  private static boolean isSame(Asset.Token token, Asset.Token asked) {
    return asked.isChainUnknown()
        ? token.chain().isEvm() && token.address().equals(asked.address())
        : token.equals(asked);
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
