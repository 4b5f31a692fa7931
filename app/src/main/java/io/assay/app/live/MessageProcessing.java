package io.assay.app.live;

import io.assay.core.asset.Majors;
import io.assay.core.call.CallRules;
import io.assay.core.flow.Live;
import io.assay.core.flow.Replay;
import io.assay.core.ledger.Books;
import io.assay.core.message.ChannelId;
import io.assay.runtime.Time;
import io.assay.runtime.task.Task;
import io.assay.runtime.task.TaskContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// The one writer of the books: takes errands from the lanes and runs them, folds what the journal
/// is ahead, and shows on the gauge how it stands. Told to stop, it empties the lanes first.
public final class MessageProcessing implements Task {
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration AFTER_SETBACK = Duration.ofSeconds(30);
  private static final Replay.Limits CATCHING_UP = new Replay.Limits(2_000, 2 << 20);

  private final Opening opening;
  private final Lanes lanes;
  private final MessageLetters letters;
  private final BooksGauge gauge;
  private final Time time;
  private long nextCatchUp;

  /// Opens the books for one generation of the writer.
  @FunctionalInterface
  public interface Opening {
    /// Opens them.
    ///
    /// @param current asked before every commit: false where a later generation has taken over
    Books open(BooleanSupplier current);
  }

  public MessageProcessing(
      Opening opening, Lanes lanes, MessageLetters letters, BooksGauge gauge, Time time) {
    this.opening = opening;
    this.lanes = lanes;
    this.letters = letters;
    this.gauge = gauge;
    this.time = time;
  }

  @Override
  public void run(TaskContext context) throws Exception {
    try (Books books = opening.open(context::isCurrent)) {
      Live live = new Live(books, CATCHING_UP);
      nextCatchUp = time.nanos();
      putInForce(live, context);
      letters.keepMissing(live.failures());
      gauge.read(books.journal().head(), live);
      while (!context.isStopping() || !lanes.isEmpty()) {
        work(live, context);
        gauge.read(books.journal().head(), live);
      }
    }
  }

  private void putInForce(Live live, TaskContext context) {
    while (live.lag() > 0) {
      live.catchUp().failures().forEach(letters::keep);
      context.beat();
    }
    putInForce(live, Map.of(), time.instant());
  }

  /// Puts in force what is not yet: the rules, the directory, and what channels are called.
  ///
  /// @return false: nobody knows what is in force, since the fold lags
  static boolean putInForce(Live live, Map<ChannelId, String> titles, Instant now) {
    if (live.lag() > 0) {
      return false;
    }
    live.order(CallRules.DEFAULT, Majors.shippedText(), titles, now);
    return true;
  }

  private void work(Live live, TaskContext context) throws InterruptedException {
    boolean owes = live.lag() > 0 && time.nanos() - nextCatchUp >= 0;
    Lanes.Ticket<?> next = lanes.take(owes ? Duration.ZERO : LOOK);
    if (next != null) {
      next.run(live);
      context.worked(1);
    } else if (owes) {
      catchUp(live, context);
    }
    context.beat();
  }

  /// The fold's own failures are no reason to stop hearing: it is tried again later, and the gauge
  /// says that it lags and why.
  private void catchUp(Live live, TaskContext context) {
    try {
      live.catchUp().failures().forEach(letters::keep);
      context.recovered();
    } catch (Books.StoreException e) {
      throw e;
    } catch (RuntimeException e) {
      nextCatchUp = time.nanos() + AFTER_SETBACK.toNanos();
      context.degraded("the fold cannot follow the journal: " + e);
    }
  }
}
