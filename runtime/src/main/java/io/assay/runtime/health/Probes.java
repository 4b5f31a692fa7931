package io.assay.runtime.health;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// What the outside may ask: has it started, is it alive, is it ready? Alive is not ready: only a
/// restart helps what is not alive, so that asks nothing of any outside system. Safe for any
/// thread.
public final class Probes {
  private final Pulse pulse;
  private final BooleanSupplier accepting;
  private final HealthBoard board;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private volatile boolean started;
  private volatile boolean draining;

  /// How long ago the supervisor last ticked, and how long ago is too long.
  public record Pulse(Supplier<Duration> age, Duration limit) {
    public Pulse {
      Objects.requireNonNull(age, "age");
      if (!limit.isPositive()) {
        throw new IllegalArgumentException("the limit of a pulse is above zero");
      }
    }
  }

  /// The answer of a probe.
  ///
  /// @param ok true exactly where there is no reason against it
  /// @param reasons in plain words, why not
  public record Answer(boolean ok, List<String> reasons) {
    public Answer {
      reasons = List.copyOf(reasons);
      if (ok != reasons.isEmpty()) {
        throw new IllegalArgumentException("an answer is a no exactly where it has reasons");
      }
    }

    static Answer of(List<String> reasons) {
      return new Answer(reasons.isEmpty(), reasons);
    }
  }

  /// Probes of a system that is still starting.
  ///
  /// @param accepting whether the intake takes what comes
  public Probes(Pulse pulse, BooleanSupplier accepting, HealthBoard board) {
    this.pulse = Objects.requireNonNull(pulse, "pulse");
    this.accepting = Objects.requireNonNull(accepting, "accepting");
    this.board = Objects.requireNonNull(board, "board");
  }

  /// The start is complete. Idempotent.
  public void startupDone() {
    started = true;
  }

  /// The stop has begun: never ready again. Idempotent.
  public void draining() {
    draining = true;
  }

  /// Whether the start is complete.
  public Answer startup() {
    return Answer.of(started ? List.of() : List.of("the system is still starting"));
  }

  /// Whether the process itself still works: its supervisor ticks and no threads are deadlocked
  /// (platform threads; the JVM does not look for deadlocks among virtual ones).
  public Answer live() {
    List<String> reasons = new ArrayList<>();
    Duration age = pulse.age().get();
    if (age.compareTo(pulse.limit()) > 0) {
      reasons.add(
          "the supervisor has not ticked for %s, longer than %s"
              .formatted(Vitals.plain(age), Vitals.plain(pulse.limit())));
    }
    long[] deadlocked = threads.findDeadlockedThreads();
    if (deadlocked != null) {
      reasons.add("threads wait for each other for ever: " + names(deadlocked));
    }
    return Answer.of(reasons);
  }

  /// Whether the system does what it is for: started, not stopping, taking what comes, and without
  /// a CRITICAL component that is DOWN.
  public Answer ready() {
    List<String> reasons = new ArrayList<>(startup().reasons());
    if (draining) {
      reasons.add("the system is stopping");
    }
    if (!accepting.getAsBoolean()) {
      reasons.add("the intake refuses what comes");
    }
    for (ComponentHealth down : board.criticalDown()) {
      reasons.add(
          down.detail().isEmpty()
              ? down.name() + " is down"
              : "%s is down: %s".formatted(down.name(), down.detail()));
    }
    return Answer.of(reasons);
  }

  private String names(long[] ids) {
    List<String> names = new ArrayList<>();
    for (ThreadInfo info : threads.getThreadInfo(ids)) {
      if (info != null) {
        names.add(info.getThreadName());
      }
    }
    return String.join(", ", names);
  }
}
