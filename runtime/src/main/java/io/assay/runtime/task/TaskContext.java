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
  private final String task;
  private final long generation;
  private final Time time;
  private final LongAdder worked;
  private final Attempt.Ear ear;
  private final CountDownLatch stop = new CountDownLatch(1);
  private volatile long aliveUntil;
  private volatile boolean superseded;

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
    aliveUntil = time.nanos() + Math.max(0, atMost.toNanos());
    boolean stopped = time.await(stop, atMost);
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

  /// Whether no later generation has taken this one's place.
  public boolean isCurrent() {
    return !superseded;
  }

  /// Refuses whoever wakes up after its replacement has begun; a store asks this before it commits.
  ///
  /// @throws Fault if a later generation has taken over
  public void requireCurrent() {
    if (superseded) {
      String message = task + ": generation " + generation + " was replaced and may not commit";
      throw new Fault(ErrorKind.FATAL, message, null);
    }
  }

  void stop() {
    stop.countDown();
  }

  void supersede() {
    superseded = true;
    stop.countDown();
  }

  /// How long it has been silent; zero while it rests.
  Duration silence() {
    long silent = time.nanos() - aliveUntil;
    return silent > 0 ? Duration.ofNanos(silent) : Duration.ZERO;
  }
}
