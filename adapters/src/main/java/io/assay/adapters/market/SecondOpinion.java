package io.assay.adapters.market;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.assay.adapters.provider.Bar;
import io.assay.adapters.provider.Provider;
import io.assay.core.asset.Asset;
import io.assay.core.price.CandleBlock;
import io.assay.core.price.Consensus;
import io.assay.core.price.Facts;
import io.assay.core.price.Pool;
import io.assay.core.price.Question;
import io.assay.core.price.Quote;
import io.assay.core.price.Quoted;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Compares the candles that price the entry of a live call with what another source says of the
/// same time, by the rule of quotes: within a quarter they agree; where two contradict each other a
/// third is asked, and without a majority none counts. Only the entry is worth it: every later
/// price of the call is of the same pool.
///
/// It costs one request, two where the first two contradict each other; a source that fails or does
/// not know the time contradicts nobody. A contradiction is believed for an hour. Safe for any
/// thread.
final class SecondOpinion {
  private static final Logger LOG = LoggerFactory.getLogger(SecondOpinion.class);

  /// An entry that was longer ago is history, which comes in masses.
  private static final Duration LIVE = Duration.ofDays(1);

  private static final int MOST_SOURCES = 3;
  private static final int MOST_CONTRADICTIONS = 10_000;
  private static final long BELIEVED_MILLIS = Duration.ofHours(1).toMillis();

  private final PriceEngine engine;
  private final BarPages once;
  private final Cache<Question.CandlesOf, Contradiction> contradictions =
      Caffeine.newBuilder().maximumSize(MOST_CONTRADICTIONS).executor(Runnable::run).build();

  private record Contradiction(String why, long at) {}

  /// What a source says.
  ///
  /// @param ratio of its prices to those of the first
  /// @param found its candles; null where it tells single prices alone
  private record Opinion(String source, double ratio, PriceHistory.@Nullable Found found) {}

  SecondOpinion(PriceEngine engine) {
    this.engine = engine;
    once = new BarPages(engine, 1);
  }

  /// Whether the range prices the entry of a live call.
  private boolean isWorthIt(Question.CandlesOf wanted) {
    Instant now = Instant.ofEpochMilli(engine.now());
    return wanted.pinned().isUntold() && !wanted.from().isBefore(now.minus(LIVE));
  }

  /// That these sources have not contradicted each other just now.
  ///
  /// @throws Fault if they have: asking again so soon would say the same
  void requireNoContradiction(Question.CandlesOf wanted) {
    Contradiction known = contradictions.getIfPresent(wanted);
    if (known != null && engine.now() - known.at < BELIEVED_MILLIS) {
      throw new Fault(ErrorKind.TEMPORARY, known.why, null);
    }
  }

  /// The candles that count: the first, or those of another source where the first are the outlier.
  ///
  /// @throws Fault temporary if the sources contradict each other and nothing tells which is right
  PriceHistory.Found of(PriceHistory.Found first, Question.CandlesOf wanted, Priority priority)
      throws InterruptedException {
    if (!isWorthIt(wanted)) {
      return first;
    }
    List<Opinion> told = new ArrayList<>(List.of(new Opinion(first.source(), 1, first)));
    Yardstick ours = new Yardstick(first.blocks());
    Quoted verdict = verdict(told, ours, wanted);
    for (Provider provider : others(first, wanted)) {
      if (told.size() == MOST_SOURCES || (told.size() > 1 && verdict instanceof Quoted.Priced)) {
        break;
      }
      Opinion opinion = opinion(provider, ours, first, wanted, priority);
      if (opinion != null) {
        told.add(opinion);
        verdict = verdict(told, ours, wanted);
      }
    }
    return counted(verdict, told, wanted);
  }

  /// Whom to ask: those who tell single prices first, since they cost least.
  private List<Provider> others(PriceHistory.Found first, Question.CandlesOf wanted) {
    return engine.providers(Provider.class).stream()
        .filter(it -> !it.profile().name().equals(first.source()))
        .filter(it ->
            it instanceof Provider.Spots
                || (it instanceof Provider.History history
                    && !history.steps(wanted.asset()).isEmpty()))
        .sorted(Comparator.comparing(it -> !(it instanceof Provider.Spots)))
        .toList();
  }

  /// What that provider says; null where it says nothing that can be compared.
  private @Nullable Opinion opinion(
      Provider provider,
      Yardstick ours,
      PriceHistory.Found first,
      Question.CandlesOf wanted,
      Priority priority)
      throws InterruptedException {
    String name = provider.profile().name();
    try {
      if (provider instanceof Provider.Spots spots) {
        List<Instant> instants = instants(spots, wanted.asset(), ours, first);
        if (!instants.isEmpty()) {
          List<Bar> told = engine.ask(spots, spots.spots(wanted.asset(), instants), priority);
          OptionalDouble ratio = ours.ratioOfPoints(told);
          return ratio.isPresent() ? new Opinion(name, ratio.getAsDouble(), null) : null;
        }
      }
      return provider instanceof Provider.History history
          ? candles(history, ours, first, wanted, priority)
          : null;
    } catch (Fault fault) {
      LOG.debug("no second opinion: {}", Fault.lineOf(fault));
      return null;
    }
  }

  private @Nullable Opinion candles(
      Provider.History provider,
      Yardstick ours,
      PriceHistory.Found first,
      Question.CandlesOf wanted,
      Priority priority)
      throws InterruptedException {
    Pool pool = provider.wantsPool() ? first.pool() : null;
    if (provider.steps(wanted.asset()).isEmpty() || (provider.wantsPool() && pool == null)) {
      return null;
    }
    List<CandleBlock> blocks = once.blocks(provider, pool, wanted, priority);
    OptionalDouble ratio = ours.ratioOfCandles(blocks);
    String name = provider.profile().name();
    return ratio.isPresent()
        ? new Opinion(
            name, ratio.getAsDouble(), new PriceHistory.Found(name, pool, blocks, "one source"))
        : null;
  }

  /// The instants of which it could know the price: the marks of the range and, for those who know
  /// that of midnight, midnight.
  private static List<Instant> instants(
      Provider.Spots spots, Asset asset, Yardstick ours, PriceHistory.Found first) {
    TreeSet<Instant> instants = new TreeSet<>();
    Arrays.stream(ours.marks()).mapToObj(Instant::ofEpochMilli).forEach(instants::add);
    var last = first.blocks().getLast().candles();
    Instant midnight = last.openAt(last.size() - 1).truncatedTo(ChronoUnit.DAYS);
    if (!midnight.isBefore(instants.getFirst())) {
      instants.add(midnight);
    }
    return instants.stream().filter(at -> spots.recalls(asset, at)).toList();
  }

  /// The rule of quotes, each source's prices standing for one: our first one times their ratio.
  private Quoted verdict(List<Opinion> told, Yardstick ours, Question.CandlesOf wanted) {
    Instant now = Instant.ofEpochMilli(engine.now());
    List<Quote> quotes =
        told.stream()
            .map(it ->
                new Quote(
                    wanted.asset(),
                    BigDecimal.valueOf(ours.first() * it.ratio),
                    it.source,
                    now,
                    null,
                    Facts.NONE))
            .toList();
    return Consensus.USUAL.of(quotes, null, now);
  }

  private PriceHistory.Found counted(
      Quoted verdict, List<Opinion> told, Question.CandlesOf wanted) {
    if (told.size() > 1) {
      engine.tally().compared.increment();
    }
    if (!(verdict instanceof Quoted.Priced priced)) {
      throw contradiction(wanted, verdict.why());
    }
    List<String> outliers = priced.quarantined().stream().map(it -> it.quote().source()).toList();
    PriceHistory.Found counts =
        told.stream()
            .filter(it -> !outliers.contains(it.source))
            .map(Opinion::found)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    if (counts == null) {
      throw contradiction(wanted, told.getFirst().source + " is alone with its candles");
    }
    String why = String.join("; ", words(priced));
    if (!outliers.isEmpty()) {
      engine.tally().outliers.add(outliers.size());
      LOG.warn("the entry of {} is priced by {}: {}", wanted.asset().id(), counts.source(), why);
    }
    return new PriceHistory.Found(counts.source(), counts.pool(), counts.blocks(), why);
  }

  private static List<String> words(Quoted.Priced priced) {
    List<String> words = new ArrayList<>(List.of(priced.why()));
    priced.quarantined().forEach(it -> words.add(it.why()));
    return words;
  }

  private Fault contradiction(Question.CandlesOf wanted, String why) {
    engine.tally().contradictions.increment();
    String line = "the entry of " + wanted.asset().id() + " has no price yet: " + why;
    LOG.warn("{}; the sources are compared again in an hour", line);
    contradictions.put(wanted, new Contradiction(line, engine.now()));
    return new Fault(ErrorKind.TEMPORARY, line, null);
  }
}
