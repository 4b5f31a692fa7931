package io.assay.app.watching;

import io.assay.adapters.market.Order;
import io.assay.adapters.sqlite.BooksException;
import io.assay.core.asset.Asset;
import io.assay.core.canon.CanonException;
import io.assay.core.price.Quoted;
import io.assay.runtime.Time;
import io.assay.runtime.task.Task;
import io.assay.runtime.task.TaskContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at the prices of open calls as they fall due, and hands on what is seen. A provider that
/// is away costs late looks and nothing else: what is due stays due. Each life of the task begins
/// with all open calls of the ledger.
final class PriceWatching implements Task {
  private static final Logger LOG = LoggerFactory.getLogger(PriceWatching.class);
  private static final Duration ROUND = Duration.ofSeconds(1);
  private static final Duration SYNC = Duration.ofSeconds(2);
  private static final Duration STOCK = Duration.ofSeconds(15);

  /// How often calls that lost their watching are looked for again.
  private static final Duration AGAIN = Duration.ofMinutes(10);

  private final OpenCalls calls;
  private final CallWatch watch;
  private final Ways ways;
  private final Time time;
  private final ConcurrentLinkedQueue<Seen> answers = new ConcurrentLinkedQueue<>();
  private final AtomicInteger underWay = new AtomicInteger();
  private String trouble = "";
  private long nextSync;
  private long nextStock;
  private long nextAgain;

  /// Asks for a price of now.
  @FunctionalInterface
  interface Pricing {
    /// What comes of it; never failed.
    CompletableFuture<Quoted> quote(Order order);
  }

  /// Whom to ask and whom to tell.
  ///
  /// @param figures told how it does
  /// @param events told what happened
  record Ways(Pricing pricing, Consumer<WatchFigures> figures, WatchEvent.Listener events) {}

  private record Seen(Asset asset, Quoted quoted) {}

  PriceWatching(OpenCalls calls, CallWatch watch, Ways ways, Time time) {
    this.calls = calls;
    this.watch = watch;
    this.ways = ways;
    this.time = time;
  }

  @Override
  public void run(TaskContext context) throws Exception {
    begin();
    boolean more = true;
    while (more) {
      Round done = round(context::beat);
      context.worked(done.asked);
      if (done.trouble.isEmpty()) {
        context.recovered();
      } else {
        context.degraded(done.trouble);
      }
      more = context.rest(ROUND);
    }
  }

  /// Begins with all open calls.
  void begin() {
    calls.again();
    nextSync = time.nanos();
    nextStock = time.nanos();
    nextAgain = time.nanos() + AGAIN.toNanos();
  }

  /// What one round has done.
  ///
  /// @param asked looks that were begun
  /// @param trouble why the ledger could not be read, in one line; empty where it could
  record Round(int asked, String trouble) {}

  /// Takes in what the ledger knows and what providers have said, and asks for what is due.
  ///
  /// @param beat called while it works
  Round round(Runnable beat) {
    Instant now = time.instant();
    if (isDue(nextSync)) {
      nextSync = time.nanos() + SYNC.toNanos();
      trouble = sync(now, beat);
    }
    hear(now);
    int asked = ask(now);
    if (isDue(nextStock)) {
      nextStock = time.nanos() + STOCK.toNanos();
      ways.figures.accept(watch.measure(now, underWay.get()));
    }
    return new Round(asked, trouble);
  }

  private boolean isDue(long at) {
    return time.nanos() - at >= 0;
  }

  /// Takes in what the ledger knows. Where it cannot be read, what is watched goes on.
  ///
  /// @return why it could not be read; empty where it could
  private String sync(Instant now, Runnable beat) {
    if (isDue(nextAgain) && watch.hasRoomForLeft()) {
      nextAgain = time.nanos() + AGAIN.toNanos();
      calls.again();
    }
    try {
      calls.bring(watch, now, beat);
      return "";
    } catch (BooksException | CanonException e) {
      LOG.warn("the ledger cannot be read for open calls: {}", e.getMessage());
      return "the ledger cannot be read for open calls: " + e.getMessage();
    }
  }

  private void hear(Instant now) {
    Seen seen = answers.poll();
    while (seen != null) {
      underWay.decrementAndGet();
      watch.seen(seen.asset, seen.quoted, now).forEach(ways.events::happened);
      seen = answers.poll();
    }
  }

  /// Begins every look that is due: an order waits no longer than a step, so that there is about
  /// one an asset at once, and the engine serves those of young calls first. To hold some back here
  /// would let the old ones, who wait for hours, stand in the way.
  ///
  /// @return how many looks were begun
  private int ask(Instant now) {
    int asked = 0;
    for (Order order : watch.due(now)) {
      underWay.incrementAndGet();
      Asset asset = order.asset();
      var _ =
          ways.pricing
              .quote(order)
              .thenAccept(quoted -> answers.add(new Seen(asset, Objects.requireNonNull(quoted))));
      asked++;
    }
    return asked;
  }
}
