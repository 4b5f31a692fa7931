package io.assay.app.live;

import io.assay.core.flow.Live;
import io.assay.core.ledger.Books;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.assay.runtime.Time;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The way to the one writer: two bounded queues, live before bulk. Whoever brings an errand waits
/// until it is done and durable, so a full queue holds its source back and nothing is lost in it:
/// what was not acknowledged is still the source's. Safe for any thread.
public final class Lanes {
  private static final int LONGEST_QUEUE = 64;
  private static final Duration LOOK = Duration.ofMillis(100);

  private final Time time;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<Lane, Deque<Ticket<?>>> queues = new EnumMap<>(Lane.class);

  /// An errand in a queue, and what it brings back.
  static final class Ticket<R> {
    private final Errand<R> errand;
    private final CompletableFuture<R> result = new CompletableFuture<>();

    private Ticket(Errand<R> errand) {
      this.errand = errand;
    }

    /// Runs the errand and tells its bringer.
    ///
    /// @throws Books.StoreException if the store failed: the writer cannot go on with these books
    void run(Live live) {
      try {
        result.complete(errand.run(live));
      } catch (Books.StoreException e) {
        result.completeExceptionally(e);
        throw e;
      } catch (RuntimeException e) {
        result.completeExceptionally(e);
      }
    }
  }

  public Lanes(Time time) {
    this.time = time;
    for (Lane lane : Lane.values()) {
      queues.put(lane, new ArrayDeque<>());
    }
  }

  /// Has the writer run an errand.
  ///
  /// @param within how long to wait for it; past that it may still be done, so it must be one that
  ///   does no harm when it is brought again
  /// @param beat called while waiting, several times a second
  /// @throws Fault temporary: the writer did not come to it, or the store failed
  public <R> R call(Lane lane, Errand<R> errand, Duration within, Runnable beat)
      throws InterruptedException {
    Ticket<R> ticket = new Ticket<>(errand);
    long begin = time.nanos();
    while (!offer(lane, ticket)) {
      beat.run();
      requireTime(begin, within, "the queue before the ledger is full");
    }
    while (true) {
      beat.run();
      try {
        return ticket.result.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (time.since(begin).compareTo(within) > 0) {
          withdraw(lane, ticket);
        }
        requireTime(begin, within, "the ledger does not answer");
      } catch (ExecutionException e) {
        throw failure(e.getCause());
      }
    }
  }

  private void requireTime(long begin, Duration within, String cause) {
    if (time.since(begin).compareTo(within) > 0) {
      throw new Fault(ErrorKind.TEMPORARY, cause, null);
    }
  }

  private static RuntimeException failure(@Nullable Throwable cause) {
    return switch (cause) {
      case Books.StoreException e -> new Fault(ErrorKind.TEMPORARY, "the ledger failed", e);
      case RuntimeException e -> e;
      case null, default -> new IllegalStateException("an errand failed", cause);
    };
  }

  private boolean offer(Lane lane, Ticket<?> ticket) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      Deque<Ticket<?>> queue = queue(lane);
      long left = LOOK.toNanos();
      while (queue.size() >= LONGEST_QUEUE) {
        if (left <= 0) {
          return false;
        }
        left = changed.awaitNanos(left);
      }
      queue.addLast(ticket);
      changed.signalAll();
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void withdraw(Lane lane, Ticket<?> ticket) {
    lock.lock();
    try {
      queue(lane).remove(ticket);
    } finally {
      lock.unlock();
    }
  }

  private Deque<Ticket<?>> queue(Lane lane) {
    Deque<Ticket<?>> queue = queues.get(lane);
    if (queue == null) {
      throw new IllegalStateException("every lane has a queue");
    }
    return queue;
  }

  /// The next errand, live before bulk.
  ///
  /// @return null if none came in this time
  @Nullable Ticket<?> take(Duration atMost) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = atMost.toNanos();
      while (isEmpty() && left > 0) {
        left = changed.awaitNanos(left);
      }
      Ticket<?> next = queue(Lane.LIVE).pollFirst();
      next = next != null ? next : queue(Lane.BULK).pollFirst();
      changed.signalAll();
      return next;
    } finally {
      lock.unlock();
    }
  }

  /// Whether nothing waits.
  boolean isEmpty() {
    lock.lock();
    try {
      return queues.values().stream().allMatch(Deque::isEmpty);
    } finally {
      lock.unlock();
    }
  }

  /// How many errands wait.
  public int depth(Lane lane) {
    lock.lock();
    try {
      return queue(lane).size();
    } finally {
      lock.unlock();
    }
  }
}
