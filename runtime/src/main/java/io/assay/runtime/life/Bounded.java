package io.assay.runtime.life;

import io.assay.runtime.Time;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// An action on a thread of its own, so that whoever waits for it can stop waiting.
final class Bounded implements Runnable {
  /// For an action that was interrupted, before it is left behind.
  static final Duration PATIENCE = Duration.ofMillis(250);

  private final Component.Action action;
  private final Time time;
  private final CountDownLatch over = new CountDownLatch(1);
  private final CountDownLatch news = new CountDownLatch(1); // it is over, or was cut short
  private final Thread thread;
  private volatile @Nullable Throwable failure;

  /// How it ended.
  sealed interface End {
    record Done() implements End {}

    record Failed(Throwable cause) implements End {}

    /// It would not end, and was left behind.
    ///
    /// @param stack name, state and stack of its thread
    record Hung(String stack) implements End {
      /// The thread alone.
      String thread() {
        return stack.lines().findFirst().orElse("");
      }
    }
  }

  private Bounded(String name, Component.Action action, Time time) {
    this.action = action;
    this.time = time;
    thread = Thread.ofPlatform().name("assay-" + name).daemon().unstarted(this);
  }

  /// Starts an action; where no thread is to be had, that is how it fails.
  static Bounded start(String name, Component.Action action, Time time) {
    Bounded bounded = new Bounded(name, action, time);
    try {
      bounded.thread.start();
    } catch (OutOfMemoryError e) {
      bounded.end(e);
    }
    return bounded;
  }

  @Override
  @SuppressWarnings("InterruptedExceptionSwallowed") // told to whoever waits, and the thread ends
  public void run() {
    Throwable cause = null;
    try {
      action.run();
    } catch (Throwable e) { // whatever it is, whoever waits must hear of it
      cause = e;
    }
    end(cause);
  }

  private void end(@Nullable Throwable cause) {
    failure = cause;
    over.countDown();
    news.countDown();
  }

  boolean isOver() {
    return over.getCount() == 0;
  }

  /// Interrupts it; whoever waits for it, or comes to, waits a moment only.
  void cut() {
    thread.interrupt();
    news.countDown();
  }

  /// Waits for its end; past the time it is interrupted, then left behind.
  ///
  /// @param patience after the interrupt
  End end(Duration within, Duration patience) throws InterruptedException {
    time.await(news, within);
    if (!isOver()) {
      String stack = stack(); // what it was at, not what the interrupt made of it
      thread.interrupt();
      if (!time.await(over, patience)) {
        return new End.Hung(stack);
      }
    }
    Throwable cause = failure;
    return cause == null ? new End.Done() : new End.Failed(cause);
  }

  private String stack() {
    StringBuilder stack = new StringBuilder("thread ").append(thread.getName());
    stack.append(", ").append(thread.getState());
    for (StackTraceElement frame : thread.getStackTrace()) {
      stack.append("\n    at ").append(frame);
    }
    return stack.toString();
  }
}
