package io.assay.runtime.task;

import static io.assay.runtime.Criticality.CRITICAL;
import static io.assay.runtime.Criticality.DEGRADABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.assay.runtime.State;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What becomes of a task that falls silent, and of its thread.
class StuckTaskTest {
  private static final Duration SILENCE = Rig.HEARTBEAT.plusMillis(100);
  private static final Duration PATIENCE = Supervisor.Settings.DEFAULT.patience();

  private final Rig rig = new Rig();

  private void hang() {
    rig.pass(SILENCE);
    rig.pass(PATIENCE);
  }

  @Test
  void silence_withinTheHeartbeat_isBorne() {
    rig.start(rig.task("a"));
    rig.pass(Rig.HEARTBEAT);
    assertThat(rig.isInterrupted("a")).isFalse();
    assertThat(rig.attempt("a").standing()).isEqualTo(Attempt.Standing.CURRENT);
  }

  @Test
  void silence_beyondTheHeartbeat_isInterrupted() {
    rig.start(rig.task("a"));
    rig.pass(SILENCE);
    assertThat(rig.isInterrupted("a")).isTrue();
    assertThat(rig.context("a").isStopping()).as("nothing is to be tried again in it").isTrue();
    assertThat(rig.launches).containsExactly("a 1");
  }

  @Test
  void beats_keepItAlive() {
    rig.start(rig.task("a"));
    for (int i = 0; i < 10; i++) {
      rig.pass(Rig.HEARTBEAT);
      rig.context("a").worked(3);
    }
    assertThat(rig.isInterrupted("a")).isFalse();
    assertThat(rig.view("a").tally().worked()).isEqualTo(30);
  }

  @Test
  void rest_countsAsBeingAlive() {
    rig.start(rig.task("a"));
    rig.whileWaiting =
        () -> {
          rig.whileWaiting = () -> {};
          rig.pass(Duration.ofMinutes(1));
          assertThat(rig.isInterrupted("a")).isFalse();
        };
    rig.run("a", context -> assertThat(context.rest(Duration.ofMinutes(2))).isTrue());
  }

  @Test
  void rest_forEver_doesNotOverflow() {
    rig.start(rig.task("a"));
    rig.run("a", context -> context.rest(Duration.ofSeconds(Long.MAX_VALUE)));
    assertThat(rig.attempt("a").failure()).isNull();
  }

  @Test
  void stuck_thatEndsOnTheInterrupt_isReplacedAndCountedAsACrash() {
    rig.start(rig.task("a"));
    rig.pass(SILENCE);
    rig.fail("a", new InterruptedException());
    assertThat(rig.launches).containsExactly("a 1", "a 2");
    assertThat(rig.view("a").tally().crashes()).isEqualTo(1);
    assertThat(rig.view("a").lastFailure()).isEqualTo("stuck: no heartbeat for 10000 ms");
  }

  @Test
  void stuck_thatFailsOnTheInterruptAsIfItWereTemporary_isReplacedAllTheSame() {
    rig.start(rig.task("a"));
    rig.pass(SILENCE);
    List<Exception> failures = new ArrayList<>(List.of(new IOException("closed by interrupt")));
    rig.run(
        "a",
        _ -> {
          if (!failures.isEmpty()) {
            throw failures.removeFirst();
          }
        });
    rig.tick();
    assertThat(rig.rests).isEmpty();
    assertThat(rig.launches).containsExactly("a 1", "a 2");
  }

  @Test
  void stuck_thatDoesNotEnd_isAbandonedAndReplaced() {
    rig.start(rig.task("a"));
    rig.pass(SILENCE);
    rig.pass(PATIENCE.minusMillis(100));
    assertThat(rig.launches).containsExactly("a 1");
    rig.pass(Duration.ofMillis(100));
    assertThat(rig.launches).containsExactly("a 1", "a 2");
    assertThat(rig.view("a").lastFailure()).endsWith("and would not be interrupted");
  }

  @Test
  void abandoned_thatWakesUpAfterItsReplacementHasCommitted_mayNotCommit() {
    List<Long> store = new ArrayList<>();
    Task commits =
        context -> {
          context.requireCurrent();
          store.add(context.generation());
        };
    rig.start(rig.task("a"));
    Attempt first = rig.attempt("a");
    hang();
    rig.run("a", commits);
    assertThatThrownBy(() -> commits.run(first.context()))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.kind()).isEqualTo(ErrorKind.FATAL))
        .hasMessage("a: generation 1 is over and may not commit");
    assertThat(store).containsExactly(2L);
    assertThat(first.context().isCurrent()).isFalse();
  }

  @Test
  void abandoned_thatEndsLater_changesNothing() {
    rig.start(rig.task("a"));
    Attempt first = rig.attempt("a");
    hang();
    first.end(new IllegalStateException("late"));
    rig.tick();
    assertThat(rig.launches).containsExactly("a 1", "a 2");
    assertThat(rig.view("a").tally().crashes()).isEqualTo(1);
    assertThat(rig.view("a").lastFailure()).startsWith("stuck");
  }

  @Test
  void stuckAgainAndAgain_isNotHealthInBetween() {
    Duration silence = Duration.ofMinutes(2).plusMillis(100);
    rig.start(rig.task("a").with(Duration.ofMinutes(2)));
    for (int i = 0; i < 2; i++) {
      rig.run(
          "a",
          _ -> {
            rig.pass(silence);
            throw new InterruptedException();
          });
      rig.tick();
    }
    assertThat(rig.state("a"))
        .isInstanceOfSatisfying(
            State.Backoff.class, backoff -> assertThat(backoff.attempt()).isEqualTo(2));
  }

  @Test
  void threadsLeftBehind_areBounded() {
    Rig small = new Rig(new Supervisor.Settings(Rig.policy(3, PATIENCE), PATIENCE, 2));
    small.start(small.task("a", DEGRADABLE));
    List<Attempt> lost = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      lost.add(small.attempt("a"));
      small.pass(SILENCE);
      small.pass(PATIENCE);
      small.passUntilStarted("a");
    }
    assertThat(small.word("a")).isEqualTo("GAVE_UP");
    small.pass(Duration.ofHours(1));
    assertThat(small.launches).as("no more threads are risked").hasSize(3);
    assertThat(small.collapses).isEmpty();

    lost.getFirst().end(null);
    small.pass(Duration.ofMinutes(5));
    assertThat(small.launches).as("one has ended after all").hasSize(4);
  }

  @Test
  void threadsLeftBehind_byACriticalTask_endEverythingPastTheBound() {
    Rig small = new Rig(new Supervisor.Settings(Rig.policy(3, PATIENCE), PATIENCE, 0));
    small.start(small.task("a", CRITICAL));
    small.pass(SILENCE);
    small.pass(PATIENCE);
    assertThat(small.word("a")).isEqualTo("GAVE_UP");
    assertThat(small.collapses)
        .containsExactly("a: 1 threads would not end, and no more are risked");
  }

  @Test
  void stuck_ofATaskThatRunsOnce_isTheEnd() {
    rig.start(rig.task("a").with(RestartPolicy.Kind.TEMPORARY));
    hang();
    assertThat(rig.word("a")).isEqualTo("FAILED");
    assertThat(rig.launches).containsExactly("a 1");
  }

  @Test
  void standstill_ofTheWholeMachine_isNotHeldAgainstAnybody() {
    rig.start(rig.task("a"));
    rig.time.pass(Duration.ofHours(8)); // nobody ticked meanwhile
    rig.tick();
    assertThat(rig.isInterrupted("a")).isFalse();
    rig.pass(SILENCE);
    assertThat(rig.launches).as("from now on it is expected again").contains("a 2");
  }
}
