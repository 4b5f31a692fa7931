package io.assay.runtime.task;

import static io.assay.runtime.Criticality.OPTIONAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Tasks that share a fate.
class CrewTest {
  private static final Duration PATIENCE = Supervisor.Settings.DEFAULT.patience();

  private final Rig rig = new Rig();

  private void start(Crew.Strategy strategy) {
    rig.start(strategy, rig.task("a"), rig.task("b"), rig.task("c"));
    rig.launches.clear();
  }

  /// The attempt ends as one does that was asked to.
  private void end(String task) {
    assertThat(rig.context(task).isStopping()).as(task + " is asked to end").isTrue();
    rig.finish(task);
  }

  @BeforeEach
  void nothingIsTakenForStuck() {
    assertThat(PATIENCE).isLessThan(Rig.HEARTBEAT);
  }

  @Test
  void oneForOne_crash_restartsThatOne() {
    start(Crew.Strategy.ONE_FOR_ONE);
    rig.crash("b");
    assertThat(rig.launches).containsExactly("b 2");
    assertThat(rig.context("a").isStopping()).isFalse();
    assertThat(rig.context("c").isStopping()).isFalse();
  }

  @Test
  void restForOne_crash_restartsThatOneAndThoseAfterIt() {
    start(Crew.Strategy.REST_FOR_ONE);
    rig.crash("b");
    assertThat(rig.context("a").isStopping()).isFalse();
    end("c");
    assertThat(rig.launches).containsExactly("b 2", "c 2");
    assertThat(rig.generation("a")).isEqualTo(1);
  }

  @Test
  void restForOne_crash_waitsForThoseAfterItToEnd() {
    start(Crew.Strategy.REST_FOR_ONE);
    rig.crash("a");
    end("b");
    assertThat(rig.launches).as("c still works for the old a").isEmpty();
    assertThat(rig.word("c")).isEqualTo("STOPPING");
    end("c");
    assertThat(rig.launches).containsExactly("a 2", "b 2", "c 2");
  }

  @Test
  void oneForAll_crash_restartsAllInOrder() {
    start(Crew.Strategy.ONE_FOR_ALL);
    rig.crash("c");
    end("b");
    assertThat(rig.launches).isEmpty();
    end("a");
    assertThat(rig.launches).containsExactly("a 2", "b 2", "c 2");
  }

  @Test
  void oneForAll_afterAWait_startsAllTogether() {
    start(Crew.Strategy.ONE_FOR_ALL);
    for (int i = 0; i < 2; i++) {
      rig.crash("b");
      end("a");
      end("c");
    }
    assertThat(rig.word("b")).isEqualTo("BACKOFF");
    assertThat(rig.launches).hasSize(3);
    rig.pass(Duration.ofSeconds(1));
    assertThat(rig.launches.subList(3, 6)).containsExactly("a 3", "b 3", "c 3");
  }

  @Test
  void sibling_thatIsAskedToEnd_isNotCountedAsACrash() {
    start(Crew.Strategy.ONE_FOR_ALL);
    rig.crash("a");
    rig.fail("b", new IllegalStateException("torn away"));
    rig.fail("c", new Fault(ErrorKind.FATAL, "torn away", null));
    assertThat(rig.launches).containsExactly("a 2", "b 2", "c 2");
    assertThat(rig.view("b").tally().crashes()).isZero();
    assertThat(rig.view("c").tally().crashes()).isZero();
  }

  @Test
  void sibling_thatCrashesInTheSameMoment_goesDownOnce() {
    start(Crew.Strategy.ONE_FOR_ALL);
    rig.run("b", Rig.THROWS);
    rig.crash("a");
    end("c");
    assertThat(rig.launches).containsExactly("a 2", "b 2", "c 2");
  }

  @Test
  void sibling_thatDoesNotEnd_isInterruptedAfterHalfThePatience() {
    start(Crew.Strategy.ONE_FOR_ALL);
    rig.crash("a");
    end("c");
    assertThat(rig.isInterrupted("b")).as("it may finish what it has in hand").isFalse();
    rig.pass(PATIENCE.dividedBy(2));
    assertThat(rig.isInterrupted("b")).isTrue();
    assertThat(rig.launches).isEmpty();
  }

  @Test
  void sibling_thatWouldNotEnd_isAbandonedWithinASecond() {
    start(Crew.Strategy.ONE_FOR_ALL);
    TaskContext old = rig.context("b");
    rig.crash("a");
    end("c");
    rig.pass(PATIENCE);
    assertThat(rig.launches).containsExactly("a 2", "b 2", "c 2");
    assertThat(old.isCurrent()).isFalse();
    assertThat(rig.view("b").tally().crashes()).isZero();
  }

  @Test
  void sibling_thatRunsOnce_isNotStartedAgain() {
    rig.start(
        Crew.Strategy.ONE_FOR_ALL,
        rig.task("a"),
        rig.task("once").with(RestartPolicy.Kind.TEMPORARY));
    rig.crash("a");
    end("once");
    assertThat(rig.launches).containsExactly("a 1", "once 1", "a 2");
    assertThat(rig.word("once")).isEqualTo("STOPPED");
  }

  @Test
  void trial_ofOneThatGaveUp_takesThoseAfterItAlong() {
    rig.start(Crew.Strategy.REST_FOR_ONE, rig.task("a", OPTIONAL), rig.task("b"));
    rig.fail("a", new Fault(ErrorKind.OPERATIONAL, "mend me", null));
    rig.calm("b");
    assertThat(rig.context("b").isStopping()).as("it may go on meanwhile").isFalse();
    rig.pass(Duration.ofMinutes(5));
    end("b");
    assertThat(rig.launches).containsExactly("a 1", "b 1", "a 2", "b 2");
  }

  @Test
  void waiting_forASiblingToEnd_isNoReasonToSpin() {
    start(Crew.Strategy.REST_FOR_ONE);
    rig.crash("a");
    assertThat(rig.tick()).isEqualTo(PATIENCE.dividedBy(2).toNanos());
  }

  @Test
  void names_areGivenOnce() {
    assertThatThrownBy(
            () -> new Crew("x", Crew.Strategy.ONE_FOR_ONE, List.of(rig.task("a"), rig.task("a"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("crew x has two tasks of one name");
    assertThatThrownBy(() -> new Crew(" ", Crew.Strategy.ONE_FOR_ONE, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
