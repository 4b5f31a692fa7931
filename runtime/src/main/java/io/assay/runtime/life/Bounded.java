package io.assay.runtime.life;

import io.assay.runtime.Time;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// An action on a thread of its own, so that whoever waits for it can stop waiting.
final class Bounded implements Runnable {
  private static final Duration PATIENCE = Duration.ofMillis(250);

  private final Component.Action action;
  private final Time time;
  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread thread;
  private volatile @Nullable Throwable failure;

  /// How it ended.
  sealed interface End {
    record Done() implements End {}

    record Failed(Throwable cause) implements End {}

    /// It would not end, and was left behind.
    ///
    /// @param stack name and stack of its thread
    record Hung(String stack) implements End {}
  }

  private Bounded(String name, Component.Action action, Time time) {
    this.action = action;
    this.time = time;
    thread = Thread.ofPlatform().name("assay-" + name).daemon().unstarted(this);
  }

  /// Starts an action.
  static Bounded start(String name, Component.Action action, Time time) {
    Bounded bounded = new Bounded(name, action, time);
    bounded.thread.start();
    return bounded;
  }

  @Override
  @SuppressWarnings("InterruptedExceptionSwallowed") // told to whoever waits, and the thread ends
  public void run() {
    try {
      action.run();
    } catch (Throwable e) { // whatever it is, whoever waits must hear of it
      failure = e;
    }
    over.countDown();
  }

  /// Waits for its end; past the time it is interrupted, then left behind.
  End end(Duration within) throws InterruptedException {
    if (!time.await(over, within)) {
      String stack = stack();
      thread.interrupt();
      if (!time.await(over, PATIENCE)) {
        return new End.Hung(stack);
      }
    }
    Throwable cause = failure;
    return cause == null ? new End.Done() : new End.Failed(cause);
  }

  private String stack() {
    StringBuilder stack = new StringBuilder("thread ").append(thread.getName());
    for (StackTraceElement frame : thread.getStackTrace()) {
      stack.append("\n    at ").append(frame);
    }
    return stack.toString();
  }
}
