package io.assay.runtime.health;

import io.assay.runtime.Criticality;
import io.assay.runtime.Time;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;

/// One component on the board: the run of its check and where it stands. Is its own task and is
/// used again every round, so that a round of a thousand leaves next to nothing behind.
///
/// Rounds, which never overlap, start and judge; the check's thread answers. `running` hands the
/// other fields from one to the other: a run is started only after the last one has ended.
final class Watched implements Runnable {
  private static final String IDLE = "assay-check-idle";

  private final String name;
  private final Criticality criticality;
  private final Check check;
  private final String threadName;

  private CountDownLatch answered = new CountDownLatch(0);
  private CheckResult answer = CheckResult.up();
  private Instant startedAt;
  private boolean asked;
  private volatile boolean running;
  private volatile Standing standing;

  Watched(String name, Criticality criticality, Check check, Instant now) {
    this.name = Objects.requireNonNull(name, "name");
    this.criticality = Objects.requireNonNull(criticality, "criticality");
    this.check = Objects.requireNonNull(check, "check");
    threadName = "assay-check-" + name;
    startedAt = now;
    standing = Standing.unknown(now);
  }

  String name() {
    return name;
  }

  /// Starts the check, unless its last run has not ended.
  ///
  /// @param latch counted down once, whatever happens
  void start(Executor threads, CountDownLatch latch, Instant now) {
    asked = !running;
    if (!asked) {
      latch.countDown();
      return;
    }
    answered = latch;
    startedAt = now;
    running = true;
    try {
      threads.execute(this);
    } catch (RuntimeException | OutOfMemoryError failure) {
      // No thread is to be had: the check failed, the round goes on.
      end(CheckResult.failed(failure), latch);
    }
  }

  @Override
  public void run() {
    CountDownLatch latch = answered;
    Thread thread = Thread.currentThread();
    thread.setName(threadName);
    CheckResult result;
    try {
      result = Objects.requireNonNull(check.check(), "the check answered nothing");
    } catch (Throwable failure) {
      result = CheckResult.failed(failure);
    }
    thread.setName(IDLE);
    end(result, latch);
  }

  private void end(CheckResult result, CountDownLatch latch) {
    answer = result;
    running = false;
    latch.countDown();
  }

  /// Takes what the round has found into the standing. An answer to an earlier round came too late
  /// and counts for nothing.
  void judge(HealthBoard.Settings settings, Instant now, long nowNanos) {
    standing = standing.after(found(settings), settings, now, nowNanos);
  }

  private CheckResult found(HealthBoard.Settings settings) {
    if (!asked) {
      return CheckResult.down("still running since " + startedAt.truncatedTo(ChronoUnit.SECONDS));
    }
    return running
        ? CheckResult.down("no answer within " + Vitals.plain(settings.deadline()))
        : answer;
  }

  /// What it adds to the status of the whole.
  CheckResult.Status weight() {
    Standing now = standing;
    if (criticality == Criticality.OPTIONAL || now.last() == null) {
      return CheckResult.Status.UP;
    }
    return now.status() == CheckResult.Status.DOWN && criticality == Criticality.DEGRADABLE
        ? CheckResult.Status.DEGRADED
        : now.status();
  }

  CheckResult.Status status() {
    return standing.status();
  }

  boolean criticalDown() {
    return criticality == Criticality.CRITICAL && standing.status() == CheckResult.Status.DOWN;
  }

  ComponentHealth health(Time time, HealthBoard.Settings settings) {
    Standing now = standing;
    CheckResult last = now.last();
    ComponentHealth.Seen seen = null;
    if (last != null) {
      var age = time.since(now.nanos());
      seen =
          new ComponentHealth.Seen(last, now.at(), age, age.compareTo(settings.staleAfter()) > 0);
    }
    return new ComponentHealth(
        name, criticality, now.status(), now.since(), now.failures(), now.successes(), seen);
  }
}
