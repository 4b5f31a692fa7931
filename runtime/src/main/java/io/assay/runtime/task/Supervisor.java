package io.assay.runtime.task;

import io.assay.runtime.Backoff;
import io.assay.runtime.Time;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps tasks going: starts them in order, starts them again when they crash, replaces those that
/// are stuck, gives up on those that cannot be helped, and says so.
///
/// Every decision is made in [#tick], on a platform thread of the supervisor's own: what it watches
/// can neither spin nor hang it. A crash counts against the intensity of its task; past that, an
/// optional or degradable task has given up and is tried again at the cap of its waits, while a
/// critical one takes its crew down with it, which counts against the root; past that, everything
/// ends. Something temporary never counts: it is waited for in place.
///
/// Source: *OTP Design Principles, Supervisor Behaviour* (erlang.org); heartbeats, generations and
/// abandoned threads are ours, since a thread cannot be killed.
public final class Supervisor {
  private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
  private static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);
  private static final Duration STANDSTILL = Duration.ofSeconds(1); // beyond that

  private final Time time;
  private final RandomGenerator random;
  private final Threads threads;
  private final Roster roster = new Roster(); // also the lock
  private final Pulse pulse;
  private final Rulings rulings;
  private final Drain drain;
  private final Hearing hearing;
  private Map<String, RestartPolicy> policies = Map.of();
  private volatile CountDownLatch wake = new CountDownLatch(1);
  private volatile long lastTick;
  private volatile boolean closed;
  private boolean begun;

  /// Bounds of the supervisor itself.
  ///
  /// @param root how often crews may be restarted before everything ends
  /// @param patience for a thread that was interrupted, before it is abandoned
  /// @param mostAbandoned threads that may be left behind at a time
  public record Settings(RestartPolicy root, Duration patience, int mostAbandoned) {
    /// 3 crews in 5 min, 500 ms, 8 threads.
    public static final Settings DEFAULT =
        new Settings(
            new RestartPolicy(3, Duration.ofMinutes(5), Backoff.Policy.DEFAULT),
            Duration.ofMillis(500),
            8);

    public Settings {
      Objects.requireNonNull(root, "root");
      if (patience.isNegative() || mostAbandoned < 0) {
        throw new IllegalArgumentException(
            "patience of " + patience + " and " + mostAbandoned + " threads mean nothing");
      }
    }
  }

  /// Who is told of what matters to the whole. Called under the supervisor's lock; must not wait.
  public interface Watch {
    /// A task that crashed works again.
    ///
    /// @param took from the crash to the new generation
    void recovered(String task, Duration took);

    /// The supervisor has no way left: the system is to shut down in order.
    void collapsed(String cause);
  }

  /// Where tasks get their threads.
  interface Threads {
    Threads SYSTEM =
        (name, virtual, attempt) -> {
          Thread thread =
              virtual
                  ? Thread.ofVirtual().name(name).unstarted(attempt)
                  : Thread.ofPlatform().name(name).daemon().unstarted(attempt);
          attempt.runsOn(thread);
          thread.start();
        };

    void start(String name, boolean virtual, Attempt attempt);
  }

  public Supervisor(Time time, RandomGenerator random, Settings settings, Watch watch) {
    this(time, random, settings, watch, Threads.SYSTEM);
  }

  Supervisor(Time time, RandomGenerator random, Settings settings, Watch watch, Threads threads) {
    this.time = time;
    this.random = random;
    this.threads = threads;
    pulse = new Pulse(settings);
    rulings = new Rulings(time, settings.root(), watch, roster, pulse);
    drain = new Drain(roster, rulings, pulse, time, settings.patience());
    hearing = new Hearing(roster, rulings, () -> wake.countDown());
    lastTick = time.nanos();
  }

  /// Starts the supervisor's thread; a second time changes nothing.
  ///
  /// @throws IllegalStateException if it was closed
  public void start() {
    synchronized (roster) {
      requireOpen();
      if (!begun) {
        Thread.ofPlatform().name("assay-supervisor").daemon().start(this::watchOver);
        begun = true;
      }
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the supervisor is closed");
    }
  }

  private void watchOver() {
    while (!closed) {
      CountDownLatch ring = wake;
      if (ring.getCount() == 0) { // set before anything is looked at, so that no ring is missed
        ring = new CountDownLatch(1);
        wake = ring;
      }
      Duration quiet = decide();
      try {
        time.await(ring, quiet);
      } catch (InterruptedException e) {
        LOG.warn("somebody interrupted the supervisor, which ends on nothing but its close");
      }
    }
  }

  private Duration decide() {
    try {
      return Duration.ofNanos(tick());
    } catch (Throwable e) { // nobody watches the watcher, so it must not fall
      LOG.error("the supervisor could not decide, and tries again", e);
      return LONGEST_SLEEP;
    }
  }

  /// Ends the supervisor's own thread: nothing is started or replaced any more. Tasks that still
  /// run are not stopped by this. A second time changes nothing.
  public void close() {
    synchronized (roster) {
      closed = true;
    }
    wake.countDown();
  }

  /// How long ago the supervisor last decided anything: it is alive while this is short.
  public Duration sinceTick() {
    return time.since(lastTick);
  }

  /// Decides all that is to be decided now. Makes no garbage where nothing is.
  ///
  /// @return for how many nanoseconds nothing is due by itself
  long tick() {
    synchronized (roster) {
      if (closed) {
        return LONGEST_SLEEP.toNanos();
      }
      forgiveStandstill();
      pulse.forgetEnded();
      for (Worker worker : roster.all()) {
        rulings.review(worker);
      }
      for (Worker worker : roster.all()) {
        if (rulings.isToStart(worker)) {
          launch(worker);
        }
      }
      lastTick = time.nanos();
      return quiet();
    }
  }

  private long quiet() {
    long least = LONGEST_SLEEP.toNanos();
    for (Worker worker : roster.all()) {
      least = Math.min(least, pulse.left(worker));
    }
    return Math.max(0, least);
  }

  /// A supervisor that was late itself, because the machine slept or memory ran out, does not take
  /// everybody's silence meanwhile for being stuck.
  private void forgiveStandstill() {
    long late = time.nanos() - lastTick - LONGEST_SLEEP.toNanos();
    if (late >= STANDSTILL.toNanos()) {
      for (Worker worker : roster.all()) {
        Attempt attempt = worker.attempt();
        if (attempt != null) {
          attempt.context().forgive(late);
        }
      }
    }
  }

  /// Starts the tasks of a crew in their order.
  ///
  /// @throws IllegalArgumentException if a crew or a task of that name is at work already
  /// @throws IllegalStateException if the supervisor is closed
  public void start(Crew crew) {
    synchronized (roster) {
      requireOpen();
      List<Worker> fresh = crew.tasks().stream().map(spec -> worker(spec, crew)).toList();
      roster.add(crew, fresh);
      fresh.forEach(this::launch);
    }
    wake.countDown();
  }

  private Worker worker(TaskSpec spec, Crew crew) {
    Worker worker = new Worker(spec, crew, time, random);
    worker.follow(policies.getOrDefault(spec.name(), spec.policy()));
    return worker;
  }

  private void launch(Worker worker) {
    Attempt attempt = worker.next(hearing);
    String name = "assay-" + worker.name().replace('_', '-');
    try {
      threads.start(name, worker.spec().role().virtual(), attempt);
    } catch (RuntimeException | Error e) { // no thread to be had: a crash like any other
      attempt.end(e);
    }
  }

  /// Lets a crew finish what it has in hand and end, upstream first, and does not start any of it
  /// again. Whoever does not end in its share of the time is interrupted, then left behind with its
  /// stack in the log. A second time changes nothing.
  ///
  /// @param within time for all of them
  /// @return one line for each that would not end, or ended with a failure
  public List<String> stop(String crew, Duration within) throws InterruptedException {
    List<Worker> leaving;
    synchronized (roster) {
      leaving = roster.crew(crew).stream().filter(worker -> !worker.isOver()).toList();
      leaving.forEach(Worker::leave);
    }
    return drain.run(leaving, within);
  }

  /// Starts a task anew, as an operator asks: whatever it is doing, however often it failed. Tasks
  /// that go down with it are started again too.
  ///
  /// @return false: there is no such task, or its crew is being stopped
  public boolean restart(String task) {
    synchronized (roster) {
      Worker worker = roster.find(task);
      if (closed || worker == null || worker.isLeaving()) {
        return false;
      }
      LOG.info("task {} is started again by order", task);
      rulings.renew(worker);
    }
    wake.countDown();
    return true;
  }

  /// Puts policies in force by the names of their tasks, from the next crash on, also for tasks
  /// that are started later. A task that is not named has its own again.
  public void follow(Map<String, RestartPolicy> next) {
    synchronized (roster) {
      policies = Map.copyOf(next);
      for (Worker worker : roster.all()) {
        worker.follow(policies.getOrDefault(worker.name(), worker.spec().policy()));
      }
    }
  }

  /// The tasks as they stand, in the order in which they were started.
  public List<TaskView> tasks() {
    synchronized (roster) {
      return roster.all().stream().map(Worker::view).toList();
    }
  }
}
