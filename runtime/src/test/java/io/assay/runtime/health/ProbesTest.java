package io.assay.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.runtime.Criticality;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProbesTest {
  private final HealthBoard board =
      new HealthBoard(new ImpatientTime(), HealthBoard.Settings.DEFAULTS);
  private Duration age = Duration.ZERO;
  private boolean accepting = true;
  private final Probes probes =
      new Probes(new Probes.Pulse(() -> age, Duration.ofSeconds(10)), () -> accepting, board);

  @AfterEach
  void close() {
    board.close();
  }

  @Test
  void startup_isDoneOnce() {
    assertThat(probes.startup().reasons()).containsExactly("the system is still starting");
    probes.startupDone();
    probes.startupDone();
    assertThat(probes.startup()).isEqualTo(new Probes.Answer(true, List.of()));
  }

  @Test
  void live_whileTheSupervisorTicks() {
    age = Duration.ofSeconds(10);
    assertThat(probes.live().ok()).isTrue();
    age = Duration.ofSeconds(11);
    assertThat(probes.live().reasons())
        .containsExactly("the supervisor has not ticked for 11 s, longer than 10 s");
  }

  @Test
  void live_asksNoComponent() throws Exception {
    board.register("ledger", Criticality.CRITICAL, () -> CheckResult.down("locked"));
    for (int i = 0; i < 3; i++) {
      board.round();
    }
    probes.draining();
    accepting = false;
    assertThat(board.overall()).isEqualTo(CheckResult.Status.DOWN);
    assertThat(probes.live().ok()).isTrue();
  }

  @Test
  void live_deadlockedThreads_areNamed() throws Exception {
    ReentrantLock left = new ReentrantLock();
    ReentrantLock right = new ReentrantLock();
    CountDownLatch bothHold = new CountDownLatch(2);
    Thread one = holding("knot-one", left, right, bothHold);
    Thread other = holding("knot-other", right, left, bothHold);
    while (!waits(other, left) || !waits(one, right)) {
      Thread.onSpinWait();
    }
    List<String> reasons = probes.live().reasons();
    one.interrupt();
    one.join();
    other.join();
    assertThat(reasons).hasSize(1);
    assertThat(reasons.getFirst())
        .startsWith("threads wait for each other for ever: ")
        .contains("knot-one", "knot-other");
    assertThat(probes.live().ok()).isTrue();
  }

  private static boolean waits(Thread thread, ReentrantLock lock) {
    return lock.hasQueuedThread(thread) && thread.getState() == Thread.State.WAITING;
  }

  /// A thread that holds one lock and waits for the other, until it is interrupted.
  private static Thread holding(
      String name, ReentrantLock mine, ReentrantLock theirs, CountDownLatch bothHold) {
    return Thread.ofPlatform()
        .daemon()
        .name(name)
        .start(() -> {
          mine.lock();
          try {
            bothHold.countDown();
            bothHold.await();
            theirs.lockInterruptibly();
            theirs.unlock();
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          } finally {
            mine.unlock();
          }
        });
  }

  @Test
  void ready_saysEveryReasonAgainstIt() throws Exception {
    board.register("ledger", Criticality.CRITICAL, () -> CheckResult.down("locked: see logs"));
    board.register("journal", Criticality.CRITICAL, () -> CheckResult.down(""));
    board.register("sheets", Criticality.DEGRADABLE, () -> CheckResult.down("no key"));
    for (int i = 0; i < 3; i++) {
      board.round();
    }
    probes.draining();
    probes.draining();
    accepting = false;
    assertThat(probes.ready().reasons())
        .containsExactly(
            "the system is still starting",
            "the system is stopping",
            "the intake refuses what comes",
            "ledger is down: locked: see logs",
            "journal is down");
  }

  @Test
  void ready_startedAndCriticalUp_isReady() throws Exception {
    board.register("ledger", Criticality.CRITICAL, () -> CheckResult.degraded("slow"));
    board.register("sheets", Criticality.DEGRADABLE, () -> CheckResult.down("no key"));
    for (int i = 0; i < 3; i++) {
      board.round();
    }
    probes.startupDone();
    assertThat(probes.ready().ok()).isTrue();
  }

  @Test
  void answer_thatContradictsItself_isRefused() {
    assertThatThrownBy(() -> new Probes.Answer(true, List.of("no")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Probes.Answer(false, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
