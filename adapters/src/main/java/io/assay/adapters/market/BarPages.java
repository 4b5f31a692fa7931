package io.assay.adapters.market;

import io.assay.adapters.provider.Ask;
import io.assay.adapters.provider.Bar;
import io.assay.adapters.provider.Provider;
import io.assay.adapters.provider.Span;
import io.assay.core.price.CandleBlock;
import io.assay.core.price.CandleDraft;
import io.assay.core.price.CandleLine;
import io.assay.core.price.Pool;
import io.assay.core.price.Question;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Fetches what one provider has of a range, answer by answer, and makes blocks of it. Safe for any
/// thread.
///
/// @param most requests for a range: the candle length is the finest that they can bring
record BarPages(PriceEngine engine, int most) {
  private static final int BLOCK = 4_096;

  /// Blocks in time order, all of one length; empty where it has none. Where it has no candles and
  /// could have points, these.
  ///
  /// @throws io.assay.runtime.Fault if it fails
  List<CandleBlock> blocks(
      Provider.History provider, @Nullable Pool pool, Question.CandlesOf wanted, Priority priority)
      throws InterruptedException {
    Duration step = step(provider, wanted);
    List<Bar> bars = new ArrayList<>();
    for (Span span : pages(wanted, step, provider.most())) {
      List<Bar> candles = engine.ask(provider, provider.bars(wanted.asset(), pool, span), priority);
      bars.addAll(candles.isEmpty() ? points(provider, wanted, span, priority) : candles);
    }
    return sealed(bars, step, wanted);
  }

  private List<Bar> points(
      Provider.History provider, Question.CandlesOf wanted, Span span, Priority priority)
      throws InterruptedException {
    Optional<Ask<List<Bar>>> points = provider.points(wanted.asset(), span);
    return points.isPresent() ? engine.ask(provider, points.get(), priority) : List.of();
  }

  /// The finest length of which the whole span is few enough requests; else the coarsest.
  private Duration step(Provider.History provider, Question.CandlesOf wanted) {
    List<Duration> steps = provider.steps(wanted.asset());
    for (Duration step : steps) {
      Span span = new Span(wanted.from(), wanted.to(), step);
      if (span.candles() <= (long) most * provider.most()) {
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
}
