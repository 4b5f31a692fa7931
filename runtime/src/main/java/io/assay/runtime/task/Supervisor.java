package io.assay.runtime.task;

import io.assay.runtime.Backoff;
import io.assay.runtime.State;
import io.assay.runtime.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
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

  private final Time time;
  private final RandomGenerator random;
  private final Settings settings;
  private final Threads threads;
  private final Roster roster = new Roster();
  private final Rulings rulings;
  private final Hearing hearing = new Hearing();
  private final ConcurrentLinkedQueue<Rulings.End> ends = new ConcurrentLinkedQueue<>();
  private volatile CountDownLatch wake = new CountDownLatch(1);
  private volatile long lastTick;
  private volatile @Nullable Thread thread;

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
    this.settings = settings;
    this.threads = threads;
    rulings = new Rulings(time, settings, watch, roster, this::launch);
    lastTick = time.nanos();
  }

  /// Starts the supervisor's thread; a second time changes nothing.
  public void start() {
    synchronized (roster) {
      if (thread == null) {
        Thread fresh =
            Thread.ofPlatform().name("assay-supervisor").daemon().unstarted(this::watchOver);
        thread = fresh;
        fresh.start();
      }
    }
  }

  private void watchOver() {
    try {
      while (Thread.currentThread().equals(thread)) {
        CountDownLatch ring = new CountDownLatch(1);
        wake = ring;
        Duration quiet = tick();
        time.await(ring, quiet.compareTo(LONGEST_SLEEP) < 0 ? quiet : LONGEST_SLEEP);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // it is over
    }
  }

  /// Ends the supervisor's own thread. Tasks that still run are not stopped by this.
  public void close() {
    thread = null;
    wake.countDown();
  }

  /// How long ago the supervisor last decided anything: it is alive while this is short.
  public Duration sinceTick() {
    return time.since(lastTick);
  }

  /// Decides all that is to be decided now.
  ///
  /// @return until when nothing is due by itself
  Duration tick() {
    synchronized (roster) {
      lastTick = time.nanos();
      hearEnds();
      List.copyOf(roster.all()).forEach(rulings::checkPulse);
      rulings.startDue();
      return ends.isEmpty() ? rulings.untilNext() : Duration.ZERO;
    }
  }

  private void hearEnds() {
    Rulings.End end = ends.poll();
    while (end != null) {
      rulings.hear(end);
      end = ends.poll();
    }
  }

  /// Starts the tasks of a crew in their order.
  ///
  /// @throws IllegalArgumentException if a task of that name is at work already
  public void start(Crew crew) {
    synchronized (roster) {
      List<Worker> fresh =
          crew.tasks().stream().map(spec -> new Worker(spec, crew, time, random)).toList();
      roster.add(fresh);
      fresh.forEach(this::launch);
    }
    wake.countDown();
  }

  private void launch(Worker worker) {
    Attempt attempt = worker.next(hearing);
    String name = "assay-" + worker.spec().name().replace('_', '-');
    try {
      threads.start(name, worker.spec().role().virtual(), attempt);
    } catch (OutOfMemoryError e) { // no thread to be had: a crash like any other
      ends.add(new Rulings.End(attempt, e));
    }
  }

  /// Lets a crew finish what it has in hand and end, upstream first. Whoever does not end in time
  /// is interrupted, then left behind with its stack in the log.
  ///
  /// @param within time for all of them
  /// @return one line for each that would not end, or ended with a failure
  public List<String> stop(String crew, Duration within) throws InterruptedException {
    List<Worker> leaving;
    synchronized (roster) {
      leaving = roster.crew(crew);
      leaving.forEach(Worker::leave);
    }
    long deadline = time.nanos() + within.toNanos();
    List<String> left = new ArrayList<>();
    for (Worker worker : leaving) {
      Duration rest = Duration.ofNanos(Math.max(0, deadline - time.nanos()));
      stop(worker, rest, left);
    }
    return left;
  }

  private void stop(Worker worker, Duration within, List<String> left) throws InterruptedException {
    Attempt attempt;
    synchronized (roster) {
      hearEnds();
      attempt = rulings.leave(worker);
    }
    if (attempt == null) {
      return;
    }
    if (!attempt.awaitEnd(within)) {
      attempt.interrupt();
      if (!attempt.awaitEnd(settings.patience)) {
        String stack = attempt.stack();
        LOG.error("task {} does not end; left behind: {}", worker.spec().name(), stack);
        left.add(worker.spec().name() + " would not end: " + stack.lines().findFirst().orElse(""));
        synchronized (roster) {
          rulings.leaveBehind(worker, attempt);
        }
        return;
      }
    }
    synchronized (roster) {
      hearEnds();
      if (worker.state() instanceof State.Failed(String cause)) {
        left.add(worker.spec().name() + ": " + cause);
      }
    }
  }

  /// Starts a task anew, as an operator asks: whatever it is doing, however often it failed.
  ///
  /// @return false: there is no such task
  public boolean restart(String task) {
    synchronized (roster) {
      Worker worker = roster.find(task);
      if (worker == null) {
        return false;
      }
      rulings.renew(worker);
    }
    wake.countDown();
    return true;
  }

  /// Puts policies in force by the names of their tasks, from the next crash on.
  public void follow(Map<String, RestartPolicy> policies) {
    synchronized (roster) {
      policies.forEach((task, policy) -> {
        Worker worker = roster.find(task);
        if (worker != null) {
          worker.follow(policy);
        }
      });
    }
  }

  /// The tasks as they stand, in the order in which they were started.
  public List<TaskView> tasks() {
    synchronized (roster) {
      return roster.all().stream().map(Worker::view).toList();
    }
  }

  /// Hears what tasks tell from their own threads, unless a later generation has taken over.
  private final class Hearing implements Attempt.Ear {
    private void ifCurrent(TaskContext context, Consumer<Worker> then) {
      synchronized (roster) {
        Worker worker = roster.find(context.task());
        Attempt attempt = worker == null ? null : worker.attempt();
        if (worker != null
            && attempt != null
            && attempt.context().equals(context)
            && attempt.standing() == Attempt.Standing.CURRENT) {
          then.accept(worker);
        }
      }
    }

    @Override
    public void resumed(TaskContext context) {
      ifCurrent(context, worker -> worker.become(new State.Running()));
    }

    @Override
    public void degraded(TaskContext context, String cause) {
      ifCurrent(context, worker -> worker.become(new State.Degraded(cause)));
    }

    @Override
    public void waits(TaskContext context, Exception failure, int attempt, Duration wait) {
      ifCurrent(context, worker -> worker.waits(failure, attempt, wait));
    }

    @Override
    public void ended(Attempt attempt, @Nullable Throwable failure) {
      ends.add(new Rulings.End(attempt, failure));
      wake.countDown();
    }
  }
}
