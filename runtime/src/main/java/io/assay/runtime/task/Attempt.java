package io.assay.runtime.task;

import io.assay.runtime.Backoff;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.assay.runtime.Time;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One generation of a task on its thread. What is temporary it waits for itself, for ever; any
/// other end is told to the supervisor.
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

    /// It waits for something temporary.
    void waits(TaskContext context, Exception failure, int attempt, Duration wait);

    /// It is over.
    ///
    /// @param failure null if it returned
    void ended(Attempt attempt, @Nullable Throwable failure);
  }

  private final Worker worker;
  private final TaskContext context;
  private final Supplier<Task> factory;
  private final Backoff waits;
  private final Time time;
  private final Ear ear;
  private final CountDownLatch over = new CountDownLatch(1);
  private final long began;
  private volatile @Nullable Thread thread;

  /// The supervisor's; guarded by its lock.
  private Standing standing = Standing.CURRENT;

  private long standingSince;

  Attempt(Worker worker, TaskContext context, Backoff waits, Time time, Ear ear) {
    this.worker = worker;
    this.context = context;
    this.factory = worker.spec().factory();
    this.waits = waits;
    this.time = time;
    this.ear = ear;
    began = time.nanos();
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

  /// How long it has stood so.
  Duration standingFor() {
    return time.since(standingSince);
  }

  void become(Standing next) {
    standing = next;
    standingSince = time.nanos();
  }

  /// How long it has lived.
  Duration age() {
    return time.since(began);
  }

  void runsOn(Thread itsThread) {
    thread = itsThread;
  }

  void interrupt() {
    Thread running = thread;
    if (running != null) {
      running.interrupt();
    }
  }

  /// Waits for its end.
  ///
  /// @return false: it has not ended
  boolean awaitEnd(Duration atMost) throws InterruptedException {
    return time.await(over, atMost);
  }

  /// Name and stack of its thread, for the log.
  String stack() {
    Thread running = thread;
    if (running == null) {
      return context.task() + " has no thread yet";
    }
    StringBuilder stack = new StringBuilder("thread ").append(running.getName());
    for (StackTraceElement frame : running.getStackTrace()) {
      stack.append("\n    at ").append(frame);
    }
    return stack.toString();
  }

  @Override
  @SuppressWarnings("InterruptedExceptionSwallowed") // told to the supervisor, and the thread ends
  public void run() {
    Throwable failure = null;
    try {
      work(factory.get());
    } catch (Throwable e) { // also what no task should throw: somebody must hear of it
      failure = e;
    }
    over.countDown();
    ear.ended(this, failure);
  }

  private void work(Task task) throws Exception {
    boolean more = true;
    while (more) {
      long start = time.nanos();
      ear.resumed(context);
      try {
        task.run(context);
        more = false;
      } catch (Exception e) {
        if (context.isStopping() || Fault.kindOf(e) != ErrorKind.TEMPORARY) {
          throw e;
        }
        Duration wait = waits.failed(time.since(start), Fault.leastWaitOf(e));
        ear.waits(context, e, waits.failures(), wait);
        more = context.rest(wait);
      }
    }
  }
}
