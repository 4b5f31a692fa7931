package io.assay.runtime.task;

import static io.assay.runtime.Criticality.CRITICAL;
import static io.assay.runtime.Criticality.DEGRADABLE;
import static io.assay.runtime.Criticality.OPTIONAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.runtime.Backoff;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.assay.runtime.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// When a critical task cannot be helped: its crew begins anew, and past the root's intensity
/// everything ends.
class CollapseTest {
  private final Rig rig = new Rig();

  /// Crashes a task once more than is borne, waiting for its restarts meanwhile.
  private void exhaust(String task) {
    for (int i = 0; i < 6; i++) {
      rig.crash(task);
      rig.passUntilStarted(task);
    }
  }

  @Test
  void criticalTask_thatGaveUp_hasItsCrewBeginAnew() {
    rig.start(Crew.Strategy.ONE_FOR_ONE, rig.task("a"), rig.task("b"));
    rig.calm("b");
    exhaust("a");
    assertThat(rig.context("b").isStopping()).isTrue();
    rig.finish("b");
    assertThat(rig.launches).endsWith("a 7", "b 2");
    assertThat(rig.collapses).isEmpty();
  }

  @Test
  void crew_thatBeganAnew_isForgivenItsCrashes() {
    rig.start(rig.task("a"));
    exhaust("a");
    long before = rig.time.nanos();
    for (int i = 0; i < 5; i++) {
      rig.crash("a");
      rig.passUntilStarted("a");
    }
    assertThat(rig.generation("a")).isEqualTo(12);
    assertThat(rig.time.since(before))
        .as("waits begin anew too: 1 + 2 + 4 + 8 + 16 s, the crew's own restart having none")
        .isLessThanOrEqualTo(Duration.ofSeconds(31));
  }

  @Test
  void criticalTask_pastTheRootsIntensity_endsEverythingOnce() {
    rig.start(rig.task("a"));
    for (int i = 0; i < 3; i++) {
      exhaust("a");
    }
    assertThat(rig.collapses).isEmpty();
    exhaust("a");
    assertThat(rig.collapses).containsExactly("a gave up: IllegalStateException: boom");
    assertThat(rig.word("a")).isEqualTo("GAVE_UP");
    assertThat(rig.time.since(1_000_000_000L))
        .as("a task that cannot run at all is known within two minutes")
        .isLessThan(Duration.ofMinutes(2));
  }

  @Test
  void collapse_byAnother_isNotToldAgain() {
    rig.start(rig.task("a"));
    rig.start(rig.task("b"));
    rig.calm("b");
    for (int i = 0; i < 4; i++) {
      exhaust("a");
      rig.calm("b");
    }
    exhaust("b");
    exhaust("b");
    assertThat(rig.collapses).hasSize(1);
  }

  @Test
  void criticalTask_thatGivesUpNowAndThen_neverEndsEverything() {
    rig.start(rig.task("a"));
    for (int i = 0; i < 20; i++) {
      exhaust("a");
      rig.calm("a");
      rig.pass(Duration.ofSeconds(75)); // less than four times in five minutes
    }
    assertThat(rig.collapses).isEmpty();
  }

  @Test
  void optionalAndDegradableTasks_neverEndAnything() {
    rig.start(Crew.Strategy.ONE_FOR_ONE, rig.task("o", OPTIONAL), rig.task("d", DEGRADABLE));
    rig.start(rig.task("c", CRITICAL));
    rig.calm("c");
    for (int i = 0; i < 10; i++) {
      rig.calm("d");
      rig.crashUntilGivenUp("o");
      rig.crashUntilGivenUp("d");
      rig.pass(Duration.ofMinutes(5));
    }
    assertThat(rig.collapses).isEmpty();
    assertThat(rig.generation("c")).isEqualTo(1);
  }

  @Test
  void crew_thatBeginsAnew_leavesThoseAloneThatAreOver() {
    rig.start(
        Crew.Strategy.ONE_FOR_ONE,
        rig.task("a"),
        rig.task("done").with(RestartPolicy.Kind.TRANSIENT),
        rig.task("revoked"),
        rig.task("once").with(RestartPolicy.Kind.TEMPORARY));
    rig.finish("done");
    rig.fail("revoked", new Fault(ErrorKind.FATAL, "revoked", null));
    rig.calm("once");
    exhaust("a");
    assertThat(rig.word("done")).isEqualTo("STOPPED");
    assertThat(rig.word("revoked")).isEqualTo("GAVE_UP");
    assertThat(rig.context("once").isStopping()).isFalse();
    assertThat(rig.generation("a")).isEqualTo(7);
  }

  @Test
  void watch_thatThrows_doesNoHarm() {
    List<String> told = new ArrayList<>();
    ManualTime time = new ManualTime();
    Supervisor.Watch broken =
        new Supervisor.Watch() {
          @Override
          public void recovered(String task, Duration took) {
            told.add("recovered");
            throw new IllegalStateException("nobody listens");
          }

          @Override
          public void collapsed(String cause) {
            told.add("collapsed");
            throw new IllegalStateException("nobody listens");
          }
        };
    RestartPolicy none = new RestartPolicy(0, Duration.ofSeconds(60), Backoff.Policy.DEFAULT);
    Supervisor.Settings settings = new Supervisor.Settings(none, Duration.ofMillis(500), 8);
    Supervisor supervisor =
        new Supervisor(time, Rig.LONGEST, settings, broken, (_, _, attempt) -> attempt.run());
    TaskSpec spec = TaskSpec.of("a", () -> Rig.THROWS).with(Rig.policy(1, Duration.ofHours(1)));
    supervisor.start(new Crew("crew", Crew.Strategy.ONE_FOR_ONE, List.of(spec)));
    supervisor.tick();
    supervisor.tick();
    assertThat(told).containsExactly("recovered", "collapsed");
    assertThat(supervisor.tasks().getFirst().state().word()).isEqualTo("GAVE_UP");
  }
}
