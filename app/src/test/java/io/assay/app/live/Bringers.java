package io.assay.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Those who bring errands to the lanes, each on a thread of its own.
final class Bringers {
  private final Lanes lanes;
  private final Duration within;
  private final List<Thread> threads = new ArrayList<>();

  /// Bringers that wait so long for what they bring.
  Bringers(Lanes lanes, Duration within) {
    this.lanes = lanes;
    this.within = within;
  }

  /// What somebody does, or did.
  static final class Brought<R> {
    private final FutureTask<R> work;

    private Brought(Callable<R> work) {
      this.work = new FutureTask<>(work);
    }

    boolean isDone() {
      return work.isDone();
    }

    /// Waits for what it brings back.
    R get() throws Exception {
      return work.get();
    }

    /// Waits for the failure that it ends with.
    <T extends Throwable> T failure(Class<T> type) throws InterruptedException {
      Throwable failure = null;
      try {
        work.get();
      } catch (ExecutionException e) {
        failure = e.getCause();
      }
      assertThat(failure).isInstanceOf(type);
      return Objects.requireNonNull(type.cast(failure), "the failure");
    }
  }

  /// Brings an errand; returns when it waits in its queue.
  <R> Brought<R> bring(Lane lane, Errand<R> errand) throws InterruptedException {
    int before = lanes.depth(lane);
    Brought<R> brought = start(() -> lanes.call(lane, errand, within, () -> {}));
    LiveHarness.until(() -> lanes.depth(lane) > before);
    return brought;
  }

  /// Does something on a thread of its own.
  <R> Brought<R> start(Callable<R> work) {
    Brought<R> brought = new Brought<>(work);
    threads.add(Thread.ofPlatform().daemon().start(brought.work));
    return brought;
  }

  /// Interrupts whoever came last.
  void interruptLast() {
    threads.getLast().interrupt();
  }

  /// Sends everybody away who still waits.
  void dismiss() throws InterruptedException {
    for (Thread each : threads) {
      each.interrupt();
      each.join();
    }
  }
}
