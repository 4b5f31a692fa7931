package io.assay.runtime.task;

import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.assay.runtime.Time;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;

/// A running task's line to its supervisor: it beats, it rests, it hears that it should stop. One a
/// generation.
public final class TaskContext {
  private static final Duration LONGEST_REST = Duration.ofDays(365); // counts without overflow

  private final String task;
  private final long generation;
  private final Time time;
  private final LongAdder worked;
  private final Attempt.Ear ear;
  private final CountDownLatch stop = new CountDownLatch(1);
  private volatile long aliveUntil;
  private volatile boolean over;

  TaskContext(String task, long generation, Time time, LongAdder worked, Attempt.Ear ear) {
    this.task = task;
    this.generation = generation;
    this.time = time;
    this.worked = worked;
    this.ear = ear;
    aliveUntil = time.nanos();
  }

  public String task() {
    return task;
  }

  /// Which of the task's lives this is, 1 for the first.
  public long generation() {
    return generation;
  }

  /// Says that the task is alive; to be called more often than its heartbeat allows silence.
  public void beat() {
    aliveUntil = time.nanos();
  }

  /// Says that the task is alive and has done so much.
  public void worked(long items) {
    worked.add(items);
    beat();
  }

  /// Whether the task is to finish what it has in hand and return.
  public boolean isStopping() {
    return stop.getCount() == 0;
  }

  /// Does nothing for a while, which counts as being alive.
  ///
  /// @return false: the task is to stop
  public boolean rest(Duration atMost) throws InterruptedException {
    Duration most = atMost.compareTo(LONGEST_REST) < 0 ? atMost : LONGEST_REST;
    aliveUntil = time.nanos() + Math.max(0, most.toNanos());
    boolean stopped = time.await(stop, most);
    beat();
    return !stopped;
  }

  /// Says that the task works, but not as it should.
  ///
  /// @param cause one line, for the operator
  public void degraded(String cause) {
    ear.degraded(this, cause);
  }

  /// Takes back what [#degraded] said.
  public void recovered() {
    ear.resumed(this);
  }

  /// Whether this generation still runs: it has neither ended nor been replaced.
  public boolean isCurrent() {
    return !over;
  }

  /// Refuses whoever wakes up after its replacement has begun. A store asks this inside the
  /// transaction, last before it commits: the replacement's own must then wait for that one.
  ///
  /// @throws Fault if this generation is over
  public void requireCurrent() {
    if (over) {
      String message = task + ": generation " + generation + " is over and may not commit";
      throw new Fault(ErrorKind.FATAL, message, null);
    }
  }

  void stop() {
    stop.countDown();
  }

  /// From here on it may not commit anything.
  void end() {
    over = true;
    stop.countDown();
  }

  /// Does not hold it against the task that the whole process stood still for a while.
  void forgive(long nanos) {
    long known = aliveUntil; // a beat in between is lost to one that is as good
    aliveUntil = known + nanos;
  }

  /// When it last beat, on the steady clock; while it rests, when that ends.
  long lastBeat() {
    return aliveUntil;
  }

  /// For how many nanoseconds it has been silent; 0 while it rests.
  long silence() {
    return Math.max(0, time.nanos() - aliveUntil);
  }
}
