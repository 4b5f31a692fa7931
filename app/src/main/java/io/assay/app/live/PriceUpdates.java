package io.assay.app.live;

import io.assay.adapters.candles.CandleFolder;
import io.assay.app.market.Asking;
import io.assay.core.ledger.Want;
import io.assay.core.ledger.WantId;
import io.assay.core.message.Flaw;
import io.assay.core.price.Answer;
import io.assay.core.price.CandleBlock;
import io.assay.core.price.Candles;
import io.assay.core.price.PriceSource;
import io.assay.core.price.Question;
import io.assay.runtime.Time;
import io.assay.runtime.task.Task;
import io.assay.runtime.task.TaskContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers the questions of the fold: from a folder of candle files, and where those do not reach,
/// from providers. A question waits until the candles reach as far as it asks, since a file may
/// still grow; what a provider has counts as all there is once the end is ten minutes past. A pool
/// that no provider knows within an hour stands for its token. What the market is at a call only
/// providers tell, within half an hour or not at all, and nothing waits for it. After a week a
/// question is answered with what there is, and a call that nobody can price is UNPRICEABLE.
public final class PriceUpdates implements Task {
  private static final Logger LOG = LoggerFactory.getLogger(PriceUpdates.class);
  private static final Duration PATIENCE = Duration.ofDays(7);
  private static final Duration SETTLING = Duration.ofMinutes(10);
  private static final Duration LISTING = Duration.ofHours(1);

  /// A market that is told later is not the one of the call.
  private static final Duration MARKET = Duration.ofMinutes(30);

  private static final Duration WRITER = Duration.ofSeconds(30);
  private static final long BYTES_AT_HAND = 8 << 20;
  private static final Duration LATE = Duration.ofHours(1);
  private static final int MOST_FLAWS = 1_000;
  private static final int MOST_LATE = 100_000;

  private final Path folder;
  private final Supplier<Duration> interval;
  private final Lanes lanes;
  private final LiveFigures figures;
  private final Asking providers;
  private final Time time;
  private final Set<Flaw> told = new HashSet<>();
  private final Set<WantId> late = new HashSet<>();

  /// Whom to ask.
  ///
  /// @param folder of candle files; need not be there yet
  /// @param providers asked where the files do not reach
  public record Sources(Path folder, Asking providers) {}

  /// Answers from these sources.
  public PriceUpdates(
      Sources sources, Supplier<Duration> interval, Lanes lanes, LiveFigures figures, Time time) {
    this.folder = sources.folder;
    this.providers = sources.providers;
    this.interval = interval;
    this.lanes = lanes;
    this.figures = figures;
    this.time = time;
  }

  @Override
  public void run(TaskContext context) throws Exception {
    boolean more = true;
    while (more) {
      answer(context);
      more = context.rest(interval.get());
    }
  }

  private void answer(TaskContext context) throws IOException, InterruptedException {
    Instant now = time.instant();
    List<Want> due =
        lanes.call(Lane.BULK, live -> live.dueWants(now, Integer.MAX_VALUE), WRITER, context::beat);
    if (due.isEmpty()) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      answer(due, _ -> new Answer.Unanswerable("there are no candles"), context);
      return;
    }
    try (CandleFolder candles = CandleFolder.open(folder, BYTES_AT_HAND, this::tell)) {
      answer(due, candles, context);
    }
  }

  private void answer(List<Want> due, PriceSource source, TaskContext context)
      throws InterruptedException {
    for (Want want : due) {
      if (context.isStopping()) {
        return;
      }
      if (want.question() instanceof Question.MarketOf) {
        askMarket(want, context);
        context.beat();
        continue;
      }
      long begin = time.nanos();
      Answer answer = source.answer(want.question());
      Instant at = time.instant();
      boolean answered = isWhole(answer, want.question());
      boolean overdue = at.isAfter(want.due().plus(PATIENCE));
      if (answered || isNewlyLate(want, at)) {
        figures.priced(answered, time.since(begin));
      }
      if (answered || overdue) {
        late.remove(want.id());
        lanes.call(Lane.BULK, live -> live.answer(at, want.id(), answer), WRITER, context::beat);
        context.worked(1);
      } else {
        long asked = time.nanos();
        providers.ask(want, (about, found) -> provided(about, found, asked));
      }
      context.beat();
    }
  }

  /// Has the market at a call told by providers, since candle files know none. That nobody tells is
  /// an answer too, and no failure.
  private void askMarket(Want want, TaskContext context) throws InterruptedException {
    Instant at = time.instant();
    if (at.isAfter(want.due().plus(MARKET))) {
      Answer nobody = new Answer.Unanswerable("nobody told the market in time");
      lanes.call(Lane.BULK, live -> live.answer(at, want.id(), nobody), WRITER, context::beat);
    } else {
      providers.ask(
          want,
          (about, found) ->
              lanes.call(
                  Lane.LIVE,
                  live -> live.answer(time.instant(), about.id(), found),
                  WRITER,
                  () -> {}));
    }
  }

  /// Takes a provider's answer, on the thread of that question.
  private void provided(Want want, Answer answer, long asked) throws InterruptedException {
    Instant at = time.instant();
    if (isWhole(answer, want.question()) || isSettled(answer, want, at)) {
      figures.priced(true, time.since(asked));
      lanes.call(Lane.LIVE, live -> live.answer(at, want.id(), answer), WRITER, () -> {});
    }
  }

  /// Whether a provider's answer is all there will be: candles that end early, once the end is
  /// past, and a pool that nobody knows, once it has had time to be listed.
  private static boolean isSettled(Answer answer, Want want, Instant now) {
    return switch (want.question()) {
      case Question.CandlesOf(var _, var _, Instant to, var _) ->
          answer instanceof Answer.CandlesFound && now.isAfter(to.plus(SETTLING));
      case Question.TokenOf _ ->
          answer instanceof Answer.Unanswerable && now.isAfter(want.due().plus(LISTING));
      case Question.MarketOf _, Question.ChainOf _ -> false;
    };
  }

  /// Whether it counts as a failure now: once, when its answer is late.
  private boolean isNewlyLate(Want want, Instant now) {
    return now.isAfter(want.due().plus(LATE)) && late.size() < MOST_LATE && late.add(want.id());
  }

  /// Whether a later look could not find more.
  private static boolean isWhole(Answer answer, Question question) {
    return switch (answer) {
      case Answer.ChainFound _, Answer.TokenFound _, Answer.MarketFound _ -> true;
      case Answer.Unanswerable _ -> false;
      case Answer.CandlesFound(List<CandleBlock> blocks, var _, var _) ->
          question instanceof Question.CandlesOf(var _, var _, Instant to, var _)
              && !blocks.isEmpty()
              && !end(blocks.getLast().candles()).isBefore(to);
    };
  }

  private static Instant end(Candles candles) {
    return Instant.ofEpochMilli(candles.closeMillis(candles.size() - 1));
  }

  /// Says what is wrong in a file once, not at every look.
  private void tell(Flaw flaw) {
    if (told.size() < MOST_FLAWS && told.add(flaw)) {
      LOG.warn("{}", flaw);
    }
  }
}
