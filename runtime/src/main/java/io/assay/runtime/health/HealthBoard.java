package io.assay.runtime.health;

import io.assay.runtime.Criticality;
import io.assay.runtime.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// Everything that is checked, and how it is. Each round asks all checks at once, each on a thread
/// of its own, and waits for none longer than the deadline. A check that hangs is not started again
/// and not interrupted (an interrupt closes the file channels of what it checks): it holds one
/// thread, fails every round until it ends, and keeps nobody else from answering.
///
/// A component is DOWN after three failures in a row and works again after two successes in a row;
/// one success takes the failures back to none. Safe for any thread.
public final class HealthBoard implements AutoCloseable {
  /// Longer than from one round to the next, so that rounds find their threads waiting.
  private static final long IDLE_SECONDS = 150;

  private final Time time;
  private final Settings settings;
  private final ThreadPoolExecutor threads;
  private final ReentrantLock rounds = new ReentrantLock();
  private volatile List<Watched> watched = List.of();
  private volatile boolean everChecked;
  private volatile long checkedNanos;

  /// When a check counts as failed, and when its component as down, up or unknown.
  ///
  /// @param deadline how long a round waits, > 0
  /// @param downAfter failures in a row, ≥ 1
  /// @param upAfter successes in a row after having been down, ≥ 1
  /// @param staleAfter age of the last check past which its status is not relied on, > 0
  public record Settings(Duration deadline, int downAfter, int upAfter, Duration staleAfter) {
    /// Five seconds; three failures; two successes; three rounds of a minute.
    public static final Settings DEFAULTS =
        new Settings(Duration.ofSeconds(5), 3, 2, Duration.ofMinutes(3));

    public Settings {
      if (!deadline.isPositive() || !staleAfter.isPositive()) {
        throw new IllegalArgumentException("deadline and staleness of checks are above zero");
      }
      if (downAfter < 1 || upAfter < 1) {
        throw new IllegalArgumentException("a status takes at least one check");
      }
    }
  }

  /// An empty board, of which nothing is known before its first round.
  public HealthBoard(Time time, Settings settings) {
    this.time = Objects.requireNonNull(time, "time");
    this.settings = Objects.requireNonNull(settings, "settings");
    threads =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().daemon().name("assay-check-idle").factory());
  }

  /// Puts a component on the board; the next round asks it.
  ///
  /// @throws IllegalArgumentException if the name is taken
  public synchronized void register(String name, Criticality criticality, Check check) {
    if (watched.stream().anyMatch(one -> one.name().equals(name))) {
      throw new IllegalArgumentException("there is a check named %s already".formatted(name));
    }
    List<Watched> more = new ArrayList<>(watched);
    more.add(new Watched(name, criticality, check, time.instant()));
    watched = List.copyOf(more);
  }

  /// Takes a component off the board; a run of its check that has begun ends by itself.
  ///
  /// @return false if there was none
  public synchronized boolean unregister(String name) {
    int before = watched.size();
    watched = watched.stream().filter(one -> !one.name().equals(name)).toList();
    return watched.size() < before;
  }

  /// Asks every component once, and returns when all have answered or the deadline has passed. One
  /// round at a time: a second one waits for the first.
  ///
  /// @throws InterruptedException nothing was judged
  /// @throws IllegalStateException if the board is closed
  public void round() throws InterruptedException {
    rounds.lockInterruptibly();
    try {
      if (threads.isShutdown()) {
        throw new IllegalStateException("the health board is closed");
      }
      List<Watched> asked = watched;
      Instant begun = time.instant();
      CountDownLatch latch = new CountDownLatch(asked.size());
      asked.forEach(one -> one.start(threads, latch, begun));
      boolean _ = time.await(latch, settings.deadline());
      judge(asked);
    } finally {
      rounds.unlock();
    }
  }

  private void judge(List<Watched> asked) {
    Instant now = time.instant();
    long nowNanos = time.nanos();
    asked.forEach(one -> one.judge(settings, now, nowNanos));
    checkedNanos = nowNanos;
    everChecked = true;
  }

  /// How every component is, in the order of their registration.
  public List<ComponentHealth> components() {
    return watched.stream().map(one -> one.health(time, settings)).toList();
  }

  /// The status of every component, by name.
  public Map<String, CheckResult.Status> statuses() {
    Map<String, CheckResult.Status> statuses = new LinkedHashMap<>();
    watched.forEach(one -> statuses.put(one.name(), one.status()));
    return statuses;
  }

  /// The CRITICAL components that are DOWN.
  public List<ComponentHealth> criticalDown() {
    return watched.stream()
        .filter(Watched::criticalDown)
        .map(one -> one.health(time, settings))
        .toList();
  }

  /// How the whole is: DOWN where a CRITICAL component is; DEGRADED where a DEGRADABLE one is down
  /// or one of either is degraded; UNKNOWN where one of them has failed since it was first asked,
  /// before the first round, and where the last round is too long ago; UP otherwise. OPTIONAL
  /// components do not count, nor do those that have not been asked yet.
  public CheckResult.Status overall() {
    if (!everChecked || time.since(checkedNanos).compareTo(settings.staleAfter()) > 0) {
      return CheckResult.Status.UNKNOWN;
    }
    CheckResult.Status worst = CheckResult.Status.UP;
    for (Watched one : watched) {
      CheckResult.Status weight = one.weight();
      worst = weight.compareTo(worst) > 0 ? weight : worst;
    }
    return worst;
  }

  /// Asks nobody any more; idempotent. Checks that still run end by themselves on daemon threads.
  @Override
  public void close() {
    threads.shutdown();
  }
}
