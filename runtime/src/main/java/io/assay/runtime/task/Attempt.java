package io.assay.runtime.task;

import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.assay.runtime.Time;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One generation of a task on its thread. What is temporary it waits for itself, for ever; any
/// other end is the supervisor's to find. Its end needs no memory to be told, since running out of
/// it is one of the ways to end.
final class Attempt implements Runnable {
  /// Where it stands with its supervisor.
  enum Standing {
    /// Nothing is held against it.
    CURRENT,
    /// It was silent for too long and has been interrupted.
    STUCK,
    /// It is to make room for a new generation.
    RETIRING,
    /// It is to finish and not to be replaced; whoever asked watches the time.
    LEAVING,
    /// It would not end, and has been replaced.
    ABANDONED
  }

  /// Who hears of it.
  interface Ear {
    /// It works, or works again.
    void resumed(TaskContext context);

    void degraded(TaskContext context, String cause);

    /// Something temporary stands in its way.
    ///
    /// @param healthy how long it had gone well before
    /// @return how long it is to wait
    Duration waits(TaskContext context, Exception failure, Duration healthy);

    /// Some attempt is over.
    void ended();
  }

  private final Worker worker;
  private final TaskContext context;
  private final Supplier<Task> factory;
  private final Time time;
  private final Ear ear;
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile @Nullable Thread thread;
  private volatile @Nullable Throwable failure;
  private volatile long resumed;
  private volatile long end;
  private volatile boolean interrupted;

  /// The supervisor's; guarded by its lock.
  private Standing standing = Standing.CURRENT;

  private long standingSince;
  private long lastSign;

  Attempt(Worker worker, TaskContext context, Time time, Ear ear) {
    this.worker = worker;
    this.context = context;
    this.factory = worker.spec().factory();
    this.time = time;
    this.ear = ear;
    resumed = time.nanos();
  }

  Worker worker() {
    return worker;
  }

  TaskContext context() {
    return context;
  }

  Standing standing() {
    return standing;
  }

  /// For how many nanoseconds it has stood so.
  long standingFor() {
    return time.nanos() - standingSince;
  }

  /// Changes its standing; whatever it is now, it is to end.
  void leave(Standing next) {
    lastSign = context.lastBeat();
    standing = next;
    standingSince = time.nanos();
    context.stop();
  }

  /// How long it had gone well since it last began to work: until it ended, or until its last sign
  /// of life where it fell silent.
  Duration healthy() {
    long until = standing == Standing.STUCK ? lastSign : end;
    return Duration.ofNanos(Math.max(0, until - resumed));
  }

  void runsOn(Thread itsThread) {
    thread = itsThread;
  }

  void interrupt() {
    Thread running = thread;
    if (running != null) {
      running.interrupt();
    }
    interrupted = true;
  }

  boolean wasInterrupted() {
    return interrupted;
  }

  boolean isOver() {
    return over.getCount() == 0;
  }

  /// What it ended with; null if it returned, or has not ended.
  @Nullable Throwable failure() {
    return failure;
  }

  /// Waits for its end.
  ///
  /// @return false: it has not ended
  boolean awaitEnd(Duration atMost) throws InterruptedException {
    return time.await(over, atMost);
  }

  /// Name, state and stack of its thread, for the log.
  String stack() {
    Thread running = thread;
    if (running == null) {
      return context.task() + " has no thread yet";
    }
    StringBuilder stack = new StringBuilder("thread ").append(running.getName());
    stack.append(", ").append(running.getState());
    for (StackTraceElement frame : running.getStackTrace()) {
      stack.append("\n    at ").append(frame);
    }
    return stack.toString();
  }

  @Override
  @SuppressWarnings("InterruptedExceptionSwallowed") // told to the supervisor, and the thread ends
  public void run() {
    Throwable cause = null;
    try {
      work(factory.get());
    } catch (Throwable e) { // also what no task should throw: somebody must hear of it
      cause = e;
    }
    end(cause);
  }

  /// Notes that it is over.
  void end(@Nullable Throwable cause) {
    failure = cause;
    end = time.nanos();
    over.countDown();
    ear.ended();
  }

  private void work(Task task) throws Exception {
    boolean more = true;
    while (more) {
      resumed = time.nanos();
      ear.resumed(context);
      try {
        task.run(context);
        more = false;
      } catch (Exception e) {
        if (context.isStopping() || Fault.kindOf(e) != ErrorKind.TEMPORARY) {
          throw e;
        }
        more = context.rest(ear.waits(context, e, time.since(resumed)));
      }
    }
  }
}
