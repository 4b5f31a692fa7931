package io.assay.runtime.task;

import static io.assay.runtime.Criticality.CRITICAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.assay.runtime.State;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// How a task that ends is answered.
class SupervisorTest {
  private static final Duration CAP = Duration.ofMinutes(5);

  private final Rig rig = new Rig();

  @Test
  void start_crew_startsItsTasksInOrder() {
    rig.start(Crew.Strategy.ONE_FOR_ONE, rig.task("a"), rig.task("b"), rig.task("c"));
    assertThat(rig.launches).containsExactly("a 1", "b 1", "c 1");
    assertThat(rig.word("a")).isEqualTo("STARTING");
    rig.context("a").recovered();
    assertThat(rig.word("a")).isEqualTo("RUNNING");
  }

  @Test
  void crash_first_isRestartedAtOnce() {
    rig.start(rig.task("a"));
    rig.crash("a");
    assertThat(rig.launches).containsExactly("a 1", "a 2");
    assertThat(rig.view("a").tally().crashes()).isEqualTo(1);
    assertThat(rig.view("a").lastFailure()).isEqualTo("IllegalStateException: boom");
  }

  @Test
  void crash_second_waitsAndSaysUntilWhen() {
    rig.start(rig.task("a"));
    rig.crash("a");
    rig.crash("a");
    Instant due = rig.time.instant().plusSeconds(1);
    assertThat(rig.state("a")).isEqualTo(new State.Backoff(2, due, "IllegalStateException: boom"));
    rig.pass(Duration.ofMillis(900));
    assertThat(rig.generation("a")).isEqualTo(2);
    rig.pass(Duration.ofMillis(100));
    assertThat(rig.generation("a")).isEqualTo(3);
  }

  @Test
  void crash_afterAMinuteOfHealth_isRestartedAtOnceAgain() {
    rig.start(rig.task("a"));
    for (int i = 0; i < 3; i++) {
      rig.crash("a");
      rig.passUntilStarted("a");
    }
    rig.run(
        "a",
        _ -> {
          rig.time.pass(Duration.ofSeconds(60));
          throw new IllegalStateException("late");
        });
    rig.tick();
    assertThat(rig.generation("a")).isEqualTo(5);
  }

  @Test
  void crash_soonAfterWaitingForSomethingTemporary_isNotHealth() {
    rig.start(rig.task("a"));
    rig.crash("a");
    List<Exception> failures =
        new ArrayList<>(
            List.of(
                new Fault(ErrorKind.TEMPORARY, "flood", Duration.ofMinutes(10), null),
                new IllegalStateException("and then this")));
    rig.run(
        "a",
        _ -> {
          throw failures.removeFirst();
        });
    rig.tick();
    assertThat(rig.word("a")).as("ten minutes of waiting prove nothing").isEqualTo("BACKOFF");
  }

  @Test
  void crash_ofAPermanentTaskThatReturned_isOne() {
    rig.start(rig.task("a"));
    rig.finish("a");
    assertThat(rig.generation("a")).isEqualTo(2);
    assertThat(rig.view("a").lastFailure()).isEqualTo("returned, and is not meant to");
  }

  @Test
  void finish_ofATransientTask_isTheEnd() {
    rig.start(rig.task("a").with(RestartPolicy.Kind.TRANSIENT));
    rig.finish("a");
    rig.pass(CAP);
    assertThat(rig.word("a")).isEqualTo("STOPPED");
    assertThat(rig.launches).containsExactly("a 1");
  }

  @Test
  void crash_ofATransientTask_isAnswered() {
    rig.start(rig.task("a").with(RestartPolicy.Kind.TRANSIENT));
    rig.crash("a");
    assertThat(rig.generation("a")).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(names = {"BUG", "BAD_ITEM", "OPERATIONAL", "TEMPORARY"})
  void crash_ofATemporaryTask_isNot(ErrorKind kind) {
    rig.start(rig.task("a").with(RestartPolicy.Kind.TEMPORARY));
    rig.context("a").stop(); // so that nothing temporary is waited for
    rig.fail("a", new Fault(kind, "boom", null));
    rig.pass(CAP.plusSeconds(1));
    assertThat(rig.state("a")).isEqualTo(new State.Failed("boom"));
    assertThat(rig.launches).containsExactly("a 1");
  }

  @Test
  void restart_buildsANewTask() {
    List<Task> made = new ArrayList<>();
    rig.start(
        TaskSpec.of(
            "a",
            () -> {
              Task task = new Broken();
              made.add(task);
              return task;
            }));
    rig.attempt("a").run();
    rig.tick();
    rig.attempt("a").run();
    assertThat(made).hasSize(2).doesNotHaveDuplicates();
  }

  private static final class Broken implements Task {
    @Override
    public void run(TaskContext context) {
      throw new IllegalStateException("broken");
    }
  }

  @Test
  void factory_thatThrows_isACrash() {
    rig.start(
        TaskSpec.of(
            "a",
            () -> {
              throw new IllegalStateException("cannot be made");
            }));
    rig.attempt("a").run();
    rig.tick();
    assertThat(rig.generation("a")).isEqualTo(2);
    assertThat(rig.view("a").lastFailure()).contains("cannot be made");
  }

  @Test
  void error_ofTheMachine_isACrash() {
    rig.start(rig.task("a"));
    rig.fail("a", new OutOfMemoryError("Java heap space"));
    rig.fail("a", new StackOverflowError());
    rig.pass(Duration.ofSeconds(1));
    assertThat(rig.generation("a")).isEqualTo(3);
    assertThat(rig.view("a").tally().crashes()).isEqualTo(2);
  }

  @Test
  void temporary_isWaitedForInsideTheTask() {
    rig.start(rig.task("a"));
    List<IOException> resets = new ArrayList<>();
    rig.run(
        "a",
        context -> {
          if (resets.size() < 5) {
            resets.add(new IOException("reset"));
            throw resets.getLast();
          }
          assertThat(context.generation()).isEqualTo(1);
        });
    assertThat(rig.rests)
        .containsExactly(
            "BACKOFF 0", "BACKOFF 1000", "BACKOFF 2000", "BACKOFF 4000", "BACKOFF 8000");
    assertThat(rig.word("a")).isEqualTo("RUNNING");
    assertThat(rig.view("a").tally()).isEqualTo(new TaskView.Tally(1, 0, 5, 0));
    assertThat(rig.view("a").lastFailure()).isEqualTo("IOException: reset");
  }

  @Test
  void temporary_forEver_isNeverACrash() {
    rig.start(rig.task("a"));
    int[] tries = {0};
    rig.run(
        "a",
        _ -> {
          if (tries[0]++ < 1_000) {
            throw new IOException("no route to host");
          }
        });
    assertThat(rig.view("a").tally()).isEqualTo(new TaskView.Tally(1, 0, 1_000, 0));
    assertThat(rig.rests.getLast()).isEqualTo("BACKOFF 300000");
  }

  @Test
  void temporary_whereAServerDemandsAWait_waitsNoLess() {
    rig.start(rig.task("a"));
    int[] tries = {0};
    rig.run(
        "a",
        _ -> {
          if (tries[0]++ == 0) {
            throw new Fault(ErrorKind.TEMPORARY, "flood", Duration.ofSeconds(42), null);
          }
        });
    assertThat(rig.rests).containsExactly("BACKOFF 42000");
  }

  @Test
  void temporary_whileStopping_isNotWaitedFor() {
    rig.start(rig.task("a").with(RestartPolicy.Kind.TRANSIENT));
    rig.context("a").stop();
    rig.run(
        "a",
        _ -> {
          throw new IOException("reset");
        });
    assertThat(rig.rests).isEmpty();
    assertThat(rig.attempt("a").isOver()).isTrue();
  }

  @Test
  void recovered_isToldOnceTheNewGenerationWorks() {
    rig.start(rig.task("a"));
    rig.crash("a");
    assertThat(rig.recoveries).isEmpty();
    rig.crash("a"); // which had begun to work
    assertThat(rig.recoveries).containsExactly("a 0");
    rig.pass(Duration.ofSeconds(1));
    rig.context("a").recovered();
    rig.context("a").recovered();
    assertThat(rig.recoveries).containsExactly("a 0", "a 1000");
  }

  @Test
  void degraded_isShownUntilItIsTakenBack() {
    rig.start(rig.task("a"));
    rig.context("a").degraded("three of four channels");
    assertThat(rig.state("a")).isEqualTo(new State.Degraded("three of four channels"));
    rig.context("a").recovered();
    assertThat(rig.word("a")).isEqualTo("RUNNING");
  }

  @Test
  void degraded_toldByAnOldGeneration_isIgnored() {
    rig.start(rig.task("a"));
    TaskContext old = rig.context("a");
    rig.crash("a");
    rig.context("a").recovered();
    old.degraded("late");
    assertThat(rig.word("a")).isEqualTo("RUNNING");
    assertThat(old.isCurrent()).isFalse();
    assertThatThrownBy(old::requireCurrent).isInstanceOf(Fault.class);
    rig.context("a").requireCurrent();
  }

  @Test
  void since_isWhenItCameIntoItsState() {
    rig.start(rig.task("a"));
    rig.context("a").recovered();
    Instant began = rig.time.instant();
    rig.pass(Duration.ofSeconds(3));
    assertThat(rig.view("a").since()).isEqualTo(began);
    assertThat(rig.view("a").silence()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void clockOfTheWall_ordersNothing() {
    rig.start(rig.task("a", CRITICAL));
    rig.crash("a");
    rig.crash("a");
    rig.time.jumpTo(Instant.parse("2050-01-01T00:00:00Z"));
    rig.tick();
    assertThat(rig.generation("a")).isEqualTo(2);
    rig.time.jumpTo(Instant.EPOCH);
    rig.pass(Duration.ofSeconds(1));
    assertThat(rig.generation("a")).isEqualTo(3);
  }
}
