package io.assay.sim.market;

import io.assay.core.asset.Asset;
import io.assay.core.price.Answer;
import io.assay.core.price.CandleBlock;
import io.assay.core.price.PriceSource;
import io.assay.core.price.Provenance;
import io.assay.core.price.Question;
import io.assay.sim.Chance;
import io.assay.sim.crowd.Caller;
import io.assay.sim.crowd.Crowd;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// The simulated market: every call is of a token of its own, and every token has a course of its
/// own. Answers of a range hold the candles that open and close inside it, all of one length, and
/// nothing of what comes later. Safe for any thread.
///
/// Some tokens on Solana migrate: from then on the first pool tells nothing, and the second one a
/// price a few percent away.
public final class Market implements PriceSource {
  /// Who tells these prices.
  public static final String SOURCE = "simulated";

  private static final int CALLER_BITS = 18;
  private static final long PART = 1L << 40;
  private static final int PARTS_A_TOKEN = 14;
  private static final int HOUR = 3_600;
  private static final double MIGRATING = 0.05;

  private final Crowd crowd;
  private final Mint mint;
  private final long seed;

  /// The market of a crowd's calls.
  public Market(Crowd crowd) {
    this.crowd = crowd;
    seed = crowd.scenario().seed();
    mint = new Mint(seed);
  }

  /// The number of the token of a call.
  ///
  /// @param ordinal of the call among those of its channel
  public long token(Caller caller, int ordinal) {
    return ((long) caller.source() << CALLER_BITS) | ordinal;
  }

  public Mint mint() {
    return mint;
  }

  /// What a call is about.
  public Asset asset(Caller caller, int ordinal) {
    return mint.asset(token(caller, ordinal));
  }

  @Override
  public Answer answer(Question question) {
    return switch (question) {
      case Question.CandlesOf(Asset asset, Instant from, Instant to, var _) -> {
        OptionalLong token = mint.number(asset);
        yield token.isPresent() && exists(token.getAsLong())
            ? candles(token.getAsLong(), asset, from.getEpochSecond(), to.getEpochSecond())
            : new Answer.Unanswerable("no such asset in this market");
      }
      case Question.MarketOf _ -> new Answer.Unanswerable("this market tells prices alone");
      case Question.ChainOf(Asset.Token asked) -> {
        OptionalLong token = mint.number(asked);
        yield token.isPresent() && exists(token.getAsLong())
            ? new Answer.ChainFound(Mint.chain(token.getAsLong()))
            : new Answer.Unanswerable("no such token in this market");
      }
      case Question.TokenOf(Asset.Token pool) -> {
        OptionalLong token = mint.traded(pool.address());
        yield token.isPresent() && exists(token.getAsLong())
            ? new Answer.TokenFound((Asset.Token) mint.asset(token.getAsLong()))
            : new Answer.Unanswerable("no such pool in this market");
      }
    };
  }

  private boolean exists(long token) {
    return crowd.hasCall((int) (token >>> CALLER_BITS), ordinal(token));
  }

  private static int ordinal(long token) {
    return (int) (token & ((1L << CALLER_BITS) - 1));
  }

  private Course course(long token) {
    Caller caller = crowd.callers().get((int) (token >>> CALLER_BITS));
    long calledAt = crowd.calledAt(caller.number(), ordinal(token));
    return new Course(seed, part(token), caller, calledAt);
  }

  private static long part(long token) {
    return PART + (token << PARTS_A_TOKEN);
  }

  private Answer candles(long token, Asset asset, long from, long to) {
    Course course = course(token);
    Migration migration = asset instanceof Asset.Token ? migration(token) : Migration.NONE;
    long begin = from - course.anchor();
    boolean moved = begin >= migration.age;
    long end = moved ? to - course.anchor() : Math.min(to - course.anchor(), migration.age);
    double factor = moved ? migration.ratio : 1;
    Zones.Span span = Zones.span(begin, end);
    CandleText text = new CandleText(span.step(), course.firstLog());
    course.candles(span, (age, bar) -> text.add(course.anchor() + age, bar, factor));
    String pool = asset instanceof Asset.Token ? mint.pool(token, moved) : null;
    List<CandleBlock> blocks = text.isEmpty() ? List.of() : List.of(text.block());
    return new Answer.CandlesFound(blocks, new Provenance(SOURCE, pool));
  }

  /// When a token moves to another pool, and what a price there is of one in the first.
  private record Migration(long age, double ratio) {
    private static final Migration NONE = new Migration(Long.MAX_VALUE, 1);
  }

  private static Migration migration(long token) {
    Chance chance = Chance.of(token, PART - 1);
    boolean moves = chance.happens(MIGRATING);
    boolean soon = chance.happens(0.5);
    long age = (soon ? 6 + 2L * chance.below(9) : 30 + 6L * chance.below(7)) * HOUR;
    double ratio = chance.between(0.97, 1.03);
    return moves ? new Migration(age, ratio) : Migration.NONE;
  }

  /// The price of a call's token at an instant, USD, as of the open of the candle that holds it;
  /// empty where nobody trades it any more.
  public OptionalDouble price(Caller caller, int ordinal, Instant at) {
    Course course = course(token(caller, ordinal));
    long age = at.getEpochSecond() - course.anchor();
    double[] found = {0};
    course.candles(Zones.around(age), (_, bar) -> found[0] = bar.open);
    return found[0] > 0 ? OptionalDouble.of(found[0]) : OptionalDouble.empty();
  }

  /// The highest price of a call's token in a range, USD; empty where nobody traded it.
  public OptionalDouble high(Caller caller, int ordinal, Instant from, Instant to) {
    Course course = course(token(caller, ordinal));
    long begin = from.getEpochSecond() - course.anchor();
    long end = to.getEpochSecond() - course.anchor();
    double[] found = {0};
    Course.Taker taker = (_, bar) -> found[0] = Math.max(found[0], bar.high);
    course.candles(Zones.span(begin, Math.min(0, end)), taker); // minutes: of these come peaks
    course.candles(Zones.span(Math.max(0, begin), end), taker);
    return found[0] > 0 ? OptionalDouble.of(found[0]) : OptionalDouble.empty();
  }
}
