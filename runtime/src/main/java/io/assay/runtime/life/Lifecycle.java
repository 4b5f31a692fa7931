package io.assay.runtime.life;

import io.assay.runtime.Fault;
import io.assay.runtime.Time;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts the parts of a system in the order of what they need, in parallel where they need nothing
/// of each other, and stops them in reverse. Each step has its deadline. A critical part that does
/// not start takes down what had started; any other is tried again later, and the system says that
/// it is degraded.
///
/// Used once: started at most once, stopped as often as anybody likes. Safe for any thread.
public final class Lifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);
  private static final Duration NOTHING_DUE = Duration.ofSeconds(1);

  private final Settings settings;
  private final Time time;
  private final Watch watch;
  private final Parts parts;
  private final Set<Phase> told = EnumSet.noneOf(Phase.class);
  private final AtomicBoolean begun = new AtomicBoolean();
  private final CountDownLatch stopped = new CountDownLatch(1);

  /// Who may start and stop parts: a start, a revival or a stop, one at a time.
  private final ReentrantLock turn = new ReentrantLock();

  private volatile boolean stopping;
  private volatile long stopBegan;
  private volatile CountDownLatch turnOver = new CountDownLatch(0);
  private volatile Phase phase = Phase.INITIALIZE;
  private volatile @Nullable StopReport report;

  /// Deadlines.
  ///
  /// @param start of each component
  /// @param stop of the whole stop; every step has a share of it
  public record Settings(Duration start, Duration stop) {
    /// 30 s and 25 s.
    public static final Settings DEFAULT =
        new Settings(Duration.ofSeconds(30), Duration.ofSeconds(25));

    public Settings {
      if (!start.isPositive() || !stop.isPositive()) {
        throw new IllegalArgumentException("a start and a stop take some time");
      }
    }

    /// Of clearing away one start that failed.
    Duration undo() {
      return stop.dividedBy(5);
    }
  }

  /// Who is told how far it is. Must not wait.
  public interface Watch {
    /// Tells nobody.
    Watch NONE =
        new Watch() {
          @Override
          public void reached(Phase phase) {}

          @Override
          public void stopping() {}
        };

    /// A start has come to this phase; each is told once, in order, also where nothing is to do.
    void reached(Phase phase);

    /// A stop begins: nobody should rely on the system any more.
    void stopping();
  }

  /// A life of these components.
  ///
  /// @throws Fault if they need each other in a circle, or need what is not there
  public Lifecycle(
      List<Component> components,
      Settings settings,
      Time time,
      RandomGenerator random,
      Watch watch) {
    this.settings = settings;
    this.time = time;
    this.watch = watch;
    parts = new Parts(components, time, random);
  }

  /// How far the start has come, or had come before the stop.
  public Phase phase() {
    return phase;
  }

  /// The components as they stand.
  public List<Component.View> components() {
    return parts.all().stream().map(Part::view).toList();
  }

  /// Starts everything.
  ///
  /// @throws StartFailure if a critical component does not start, is down at once, or needs one
  ///   that is; if a stop or an interrupt came in between. Whatever had started is stopped again
  /// @throws IllegalStateException if it was started before
  public void start() throws StartFailure, InterruptedException {
    if (!begun.compareAndSet(false, true)) {
      throw new IllegalStateException("a system is started once");
    }
    turn.lock();
    turnOver = new CountDownLatch(1);
    try {
      ascend();
    } finally {
      turnOver.countDown();
      turn.unlock();
    }
  }

  private void ascend() throws StartFailure {
    try {
      new Ascent(parts, settings, time, this::reached, () -> stopping).run();
    } catch (StartFailure e) {
      throw rolledBack(e);
    } catch (InterruptedException e) {
      parts.settle();
      StartFailure why = new StartFailure(ExitStatus.TRY_AGAIN, "interrupted while starting", e);
      StartFailure failure = rolledBack(why);
      Thread.currentThread().interrupt();
      throw failure;
    } catch (RuntimeException | Error e) { // nobody foresaw it, and it leaves nothing running
      throw rolledBack(new StartFailure(ExitStatus.BUG, Fault.lineOf(e), e));
    }
  }

  private void reached(Phase next) {
    for (Phase each : Phase.values()) {
      if (each.compareTo(next) <= 0 && told.add(each)) {
        phase = each;
        tell(() -> watch.reached(each));
      }
    }
  }

  private static void tell(Runnable news) {
    try {
      news.run();
    } catch (RuntimeException e) {
      LOG.error("whoever watches the system's life failed", e);
    }
  }

  /// Undoes a start that failed.
  ///
  /// @return what to throw: the failure, with what went wrong meanwhile suppressed on it
  private StartFailure rolledBack(StartFailure failure) {
    LOG.error("the start ends, and is undone: {}", failure.getMessage());
    Shutdown shutdown = new Shutdown(time, untilStopped());
    StopReport undone = shutdown.run(parts.stops());
    finish(undone);
    StartFailure whole = failure;
    if (failure.status() == ExitStatus.CLEAN && !undone.isClean()) {
      whole = new StartFailure(undone.status(), "stopped while starting");
    }
    shutdown.flaws().forEach(whole::addSuppressed);
    return whole;
  }

  private void finish(StopReport how) {
    parts.rest();
    report = report == null ? how : report;
    stopped.countDown();
  }

  /// Stops everything that runs, in the reverse order, and says how that went. A stop while parts
  /// are being started leaves them a fifth of its time to come up, then interrupts them; a second
  /// stop waits for the first and says the same. Where its thread is interrupted it hurries, and
  /// the thread stays interrupted.
  public StopReport stop() throws InterruptedException {
    if (!beginStop()) {
      stopped.await();
      return outcome();
    }
    tell(watch::stopping);
    boolean interrupted = waitForTurn();
    turn.lock();
    try {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      if (report == null) {
        finish(new Shutdown(time, untilStopped()).run(parts.stops()));
      }
    } catch (RuntimeException | Error e) { // a second stop must not wait for ever
      finish(new StopReport(List.of(new StopReport.Step("stop", Duration.ZERO, Fault.lineOf(e)))));
      throw e;
    } finally {
      turn.unlock();
    }
    return outcome();
  }

  private synchronized boolean beginStop() {
    if (stopping) {
      return false;
    }
    stopBegan = time.nanos();
    stopping = true;
    return true;
  }

  /// What is left for a stop.
  private Duration untilStopped() {
    Duration left = stopping ? settings.stop.minus(time.since(stopBegan)) : settings.stop;
    return left.isNegative() ? Duration.ZERO : left;
  }

  /// Waits until nothing is being started.
  ///
  /// @return whether it was interrupted
  private boolean waitForTurn() {
    try {
      if (!time.await(turnOver, settings.undo())) {
        LOG.warn("a stop came while parts are being started: they are interrupted");
        parts.cut();
      }
      return false;
    } catch (InterruptedException e) {
      parts.cut();
      return true;
    }
  }

  private StopReport outcome() {
    return Objects.requireNonNull(report, "a stop has ended");
  }

  /// Tries once more to start one that is down and due, or that waits for what has come back, or
  /// asks again one that was degraded when it was verified. A task of its own calls this again and
  /// again; a call takes no longer than one start and its undoing, and its heartbeat must allow
  /// that.
  ///
  /// @return until when nothing is due; zero if there is another
  public Duration revive() throws InterruptedException {
    if (stopping || !turn.tryLock()) {
      return NOTHING_DUE;
    }
    turnOver = new CountDownLatch(1);
    try {
      for (Part part : parts.all()) {
        if (!stopping && part.isDue() && parts.missing(part) == null) {
          part.retry(settings.start, settings.undo());
          break;
        }
      }
      return untilDue();
    } finally {
      turnOver.countDown();
      turn.unlock();
    }
  }

  private Duration untilDue() {
    return parts.all().stream()
        .filter(part -> parts.missing(part) == null)
        .map(part -> part.untilDue(NOTHING_DUE))
        .min(Duration::compareTo)
        .orElse(NOTHING_DUE);
  }
}
