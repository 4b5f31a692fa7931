package io.assay.app.watching;

import io.assay.adapters.desk.Marks;
import io.assay.app.api.CallQuotes;
import io.assay.app.config.TaskName;
import io.assay.app.live.BooksGauge;
import io.assay.app.market.OpenMarket;
import io.assay.core.price.Pace;
import io.assay.runtime.Criticality;
import io.assay.runtime.Fault;
import io.assay.runtime.Time;
import io.assay.runtime.health.CheckResult;
import io.assay.runtime.task.TaskSpec;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The watching of open calls as a part of the running system: its task, its live view, its alarms,
/// how it does. Safe for any thread.
public final class Watching {
  private static final Logger LOG = LoggerFactory.getLogger(Watching.class);
  private static final double MUCH = 0.5;
  private static final double MILLIS = 1e3;

  /// Reading all calls of a large ledger at the start.
  private static final Duration LONG_WORK = Duration.ofMinutes(2);

  private final Books books;
  private final OpenMarket market;
  private final IntSupplier capacity;
  private final Time time;
  private final CallWatch watch;
  private final List<WatchEvent.Listener> listeners = new CopyOnWriteArrayList<>();
  private volatile WatchFigures figures = WatchFigures.NONE;

  /// The books that have the calls.
  ///
  /// @param gauge shows how far the ledger is, without opening it
  public record Books(Path file, BooksGauge gauge) {
    private long folded() {
      return gauge.reading().head().entries() - gauge.reading().lag();
    }
  }

  /// A watching that begins with its task.
  ///
  /// @param marks keep what was told of a call over a restart
  /// @param capacity most calls that are watched, as configured at that moment
  public Watching(Books books, OpenMarket market, Marks marks, IntSupplier capacity, Time time) {
    this.books = books;
    this.market = market;
    this.capacity = capacity;
    this.time = time;
    watch = new CallWatch(Pace.USUAL, capacity, new Told.OnDesk(marks), time);
    listen(event -> {
      switch (event) {
        case WatchEvent.Crossed crossed -> LOG.info("{}", crossed.line());
        case WatchEvent.Died died -> LOG.warn("{}", died.line());
      }
    });
  }

  /// Has somebody told of what the prices of watched calls do.
  public void listen(WatchEvent.Listener listener) {
    listeners.add(listener);
  }

  /// The live view.
  public CallQuotes quotes() {
    return watch;
  }

  /// Its task; none where nobody is asked over the network.
  public List<TaskSpec> tasks() {
    return market.hasQuotes()
        ? List.of(
            TaskSpec.of(TaskName.PRICE_WATCHING.toString(), this::task)
                .with(Criticality.DEGRADABLE)
                .with(LONG_WORK))
        : List.of();
  }

  private PriceWatching task() {
    return new PriceWatching(
        new OpenCalls(OpenCalls.View.of(books.file), books::folded, market::prices),
        watch,
        new PriceWatching.Ways(market::quote, it -> figures = it, this::tell),
        time);
  }

  /// A listener that fails keeps the others from nothing.
  private void tell(WatchEvent event) {
    for (WatchEvent.Listener listener : listeners) {
      try {
        listener.happened(event);
      } catch (RuntimeException e) {
        LOG.error("somebody failed at {}: {}", event.line(), Fault.lineOf(e), e);
      }
    }
  }

  /// Degraded where calls are not watched for want of room, or where most prices are late.
  ///
  /// @param tasks how its task does
  public CheckResult check(CheckResult tasks) {
    WatchFigures now = figures;
    CheckResult result = tasks;
    if (tasks.status() == CheckResult.Status.UP && now.left() > 0) {
      result =
          CheckResult.degraded(
              "the %d oldest open calls are not watched, and judged all the same: tracking.capacity is %d"
                  .formatted(now.left(), capacity.getAsInt()));
    } else if (tasks.status() == CheckResult.Status.UP && now.late() > now.assets() * MUCH) {
      result =
          CheckResult.degraded(
              "prices of %d of %d watched assets are late: look at the providers"
                  .formatted(now.late(), now.assets()));
    }
    return result
        .with("followed", now.followed())
        .with("due", now.due())
        .with("late", now.late())
        .with("left", now.left());
  }

  /// Shows how it does in metrics.
  public void bindTo(MeterRegistry meters) {
    gauge(meters, "assay.watch.followed", "open calls that are watched", WatchFigures::followed);
    gauge(meters, "assay.watch.left", "open calls for which there is no room", WatchFigures::left);
    gauge(meters, "assay.watch.due", "looks that are with the providers", WatchFigures::due);
    gauge(
        meters, "assay.watch.late", "assets whose last look is two steps ago", WatchFigures::late);
    gauge(meters, "assay.watch.unpriced", "assets without a price yet", WatchFigures::unpriced);
    age(meters, "0.5", WatchFigures::median);
    age(meters, "0.99", WatchFigures::oldest);
  }

  private void gauge(
      MeterRegistry meters, String name, String what, ToDoubleFunction<WatchFigures> figure) {
    Gauge.builder(name, this, it -> figure.applyAsDouble(it.figures))
        .description(what)
        .register(meters);
  }

  private void age(MeterRegistry meters, String quantile, Function<WatchFigures, Duration> age) {
    Gauge.builder("assay.watch.age.seconds", this, it -> age.apply(it.figures).toMillis() / MILLIS)
        .description("age of the last prices of watched assets")
        .tag("quantile", quantile)
        .register(meters);
  }
}
