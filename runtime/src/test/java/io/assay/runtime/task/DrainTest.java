package io.assay.runtime.task;

import static io.assay.runtime.Criticality.DEGRADABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.assay.runtime.State;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How a crew is stopped.
class DrainTest {
  private static final Duration WITHIN = Duration.ofSeconds(10);

  private final Rig rig = new Rig();

  private void start(String... tasks) {
    List<TaskSpec> specs = List.of(tasks).stream().map(rig::task).toList();
    rig.supervisor.start(new Crew("intake", Crew.Strategy.ONE_FOR_ONE, specs));
  }

  private List<String> stop() throws InterruptedException {
    return rig.supervisor.stop("intake", WITHIN);
  }

  /// From here on each task ends as soon as it is asked to.
  private void endWhenAsked(String... tasks) {
    rig.whileWaiting =
        () -> {
          for (String task : tasks) {
            if (rig.context(task).isStopping() && !rig.attempt(task).isOver()) {
              rig.run(task, _ -> {});
            }
          }
        };
  }

  @Test
  void stop_asksUpstreamFirstAndWaits() throws InterruptedException {
    start("source", "stage", "sink");
    rig.whileWaiting =
        () -> {
          String next = rig.attempt("source").isOver() ? "stage" : "source";
          if (rig.attempt("stage").isOver()) {
            next = "sink";
          }
          for (String task : List.of("source", "stage", "sink")) {
            boolean asked = task.equals(next) || rig.attempt(task).isOver();
            assertThat(rig.context(task).isStopping()).as(task).isEqualTo(asked);
          }
          rig.run(next, _ -> {});
        };
    assertThat(stop()).isEmpty();
    assertThat(rig.supervisor.tasks())
        .allSatisfy(view -> assertThat(view.state()).isEqualTo(new State.Stopped()));
    assertThat(rig.rests).as("nobody was waited for in vain").isEmpty();
  }

  @Test
  void stop_whileARestartIsDue_startsNothing() throws InterruptedException {
    start("a");
    rig.crash("a");
    rig.crash("a");
    assertThat(rig.word("a")).isEqualTo("BACKOFF");
    assertThat(stop()).isEmpty();
    rig.pass(Duration.ofMinutes(1));
    assertThat(rig.word("a")).isEqualTo("STOPPED");
    assertThat(rig.generation("a")).isEqualTo(2);
  }

  @Test
  void stop_ofOneThatGaveUp_startsNothing() throws InterruptedException {
    rig.supervisor.start(
        new Crew("intake", Crew.Strategy.ONE_FOR_ONE, List.of(rig.task("a", DEGRADABLE))));
    rig.fail("a", new Fault(ErrorKind.OPERATIONAL, "mend me", null));
    assertThat(stop()).isEmpty();
    rig.pass(Duration.ofMinutes(10));
    assertThat(rig.word("a")).isEqualTo("STOPPED");
    assertThat(rig.launches).containsExactly("a 1");
  }

  @Test
  void stop_whileDownstreamCrashes_doesNotStartItAgain() throws InterruptedException {
    start("a", "b");
    rig.whileWaiting =
        () -> {
          rig.whileWaiting = () -> {};
          rig.crash("b"); // and the supervisor looks
          rig.run("a", _ -> {});
        };
    assertThat(stop()).containsExactly("b: IllegalStateException: boom");
    assertThat(rig.launches).containsExactly("a 1", "b 1");
    assertThat(rig.word("b")).isEqualTo("FAILED");
  }

  @Test
  void stop_whileDownstreamReturns_takesThatForItsEnd() throws InterruptedException {
    start("a", "b");
    rig.whileWaiting =
        () -> {
          rig.whileWaiting = () -> {};
          rig.finish("b"); // and the supervisor looks
          rig.run("a", _ -> {});
        };
    assertThat(stop()).isEmpty();
    assertThat(rig.word("b")).isEqualTo("STOPPED");
  }

  @Test
  void stop_whileDownstreamGivesUp_saysSoAndDoesNotTryItAgain() throws InterruptedException {
    start("a", "b");
    rig.whileWaiting =
        () -> {
          rig.whileWaiting = () -> {};
          rig.fail("b", new Fault(ErrorKind.OPERATIONAL, "disk full", null));
          rig.run("a", _ -> {});
        };
    assertThat(stop()).containsExactly("b: disk full");
    rig.pass(Duration.ofMinutes(6));
    assertThat(rig.launches).containsExactly("a 1", "b 1");
  }

  @Test
  void stop_whileATaskIsStuck_doesNotReplaceIt() throws InterruptedException {
    start("a");
    rig.pass(Rig.HEARTBEAT.plusMillis(100));
    endWhenAsked("a");
    assertThat(stop()).isEmpty();
    rig.pass(Duration.ofMinutes(1));
    assertThat(rig.launches).containsExactly("a 1");
  }

  @Test
  void stop_ofATaskThatFailsOnTheWay_saysSo() throws InterruptedException {
    start("a", "b");
    rig.whileWaiting =
        () -> {
          if (!rig.attempt("a").isOver()) {
            rig.run(
                "a",
                _ -> {
                  throw new IOException("disk full");
                });
          } else {
            rig.run("b", _ -> {});
          }
        };
    assertThat(stop()).containsExactly("a: IOException: disk full");
    assertThat(rig.word("b")).isEqualTo("STOPPED");
  }

  @Test
  void stop_ofATaskThatEndsOnTheInterrupt_isClean() throws InterruptedException {
    start("a");
    rig.whileWaiting =
        () -> {
          if (rig.isInterrupted("a")) {
            rig.run(
                "a",
                _ -> {
                  throw new InterruptedException();
                });
          }
        };
    assertThat(stop()).isEmpty();
    assertThat(rig.word("a")).isEqualTo("STOPPED");
  }

  @Test
  void stop_ofATaskThatHangs_isBoundedAndNamesItsThread() throws InterruptedException {
    start("hangs", "b");
    TaskContext left = rig.context("hangs");
    endWhenAsked("b");
    long began = rig.time.nanos();
    assertThat(stop()).containsExactly("hangs: would not end: thread assay-hangs, NEW");
    assertThat(rig.time.since(began)).isLessThan(WITHIN);
    assertThat(rig.isInterrupted("hangs")).isTrue();
    assertThat(left.isCurrent()).as("it may not commit any more").isFalse();
    assertThat(rig.word("hangs")).isEqualTo("FAILED");
    assertThat(rig.word("b")).isEqualTo("STOPPED");
  }

  @Test
  void stop_whereAllHang_leavesEachItsShare() throws InterruptedException {
    start("a", "b", "c", "d");
    long began = rig.time.nanos();
    assertThat(stop()).hasSize(4);
    assertThat(rig.time.since(began)).isLessThan(WITHIN);
    assertThat(rig.rests)
        .as("each was waited for, interrupted and waited for again")
        .hasSize(8)
        .noneMatch(rest -> rest.endsWith(" 0"));
  }

  @Test
  void stop_twice_changesNothing() throws InterruptedException {
    start("hangs", "b");
    endWhenAsked("b");
    stop();
    assertThat(stop()).isEmpty();
    assertThat(rig.word("hangs")).as("what failed has failed").isEqualTo("FAILED");
    assertThat(rig.word("b")).isEqualTo("STOPPED");
  }

  @Test
  void stop_ofAnUnknownCrew_changesNothing() throws InterruptedException {
    start("a");
    assertThat(rig.supervisor.stop("nobody", WITHIN)).isEmpty();
    assertThat(rig.context("a").isStopping()).isFalse();
  }

  @Test
  void stop_afterTheSupervisorWasClosed_stillEndsTasks() throws InterruptedException {
    start("a");
    rig.supervisor.close();
    endWhenAsked("a");
    assertThat(stop()).isEmpty();
    assertThat(rig.word("a")).isEqualTo("STOPPED");
  }

  @Test
  void stop_thatIsInterrupted_hurriesWhoeverIsLeft() {
    start("a", "b");
    rig.interruption = new InterruptedException();
    assertThatThrownBy(this::stop).isInstanceOf(InterruptedException.class);
    assertThat(rig.isInterrupted("a")).isTrue();
    assertThat(rig.isInterrupted("b")).isTrue();
    assertThat(rig.context("b").isStopping()).isTrue();
  }

  @Test
  void start_afterAStop_goesOnCountingGenerations() throws InterruptedException {
    start("a", "b");
    rig.crash("a");
    endWhenAsked("a", "b");
    stop();
    start("b", "a");
    assertThat(rig.generation("a")).as("no generation is given twice").isEqualTo(3);
    assertThat(rig.supervisor.tasks()).map(TaskView::name).containsExactly("b", "a");
  }
}
