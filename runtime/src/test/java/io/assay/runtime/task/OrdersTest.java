package io.assay.runtime.task;

import static io.assay.runtime.Criticality.OPTIONAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.runtime.Backoff;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What an operator can order, and what is refused.
class OrdersTest {
  private final Rig rig = new Rig();

  private void startCrew(String name, TaskSpec... tasks) {
    rig.supervisor.start(new Crew(name, Crew.Strategy.ONE_FOR_ONE, List.of(tasks)));
  }

  @Test
  void restart_ofATaskThatGaveUpForGood_startsItAnew() {
    rig.start(rig.task("a"));
    rig.fail("a", new Fault(ErrorKind.FATAL, "revoked", null));
    assertThat(rig.supervisor.restart("a")).isTrue();
    rig.tick();
    assertThat(rig.launches).containsExactly("a 1", "a 2");
  }

  @Test
  void restart_forgivesAllCrashes() {
    rig.start(rig.task("a", OPTIONAL));
    rig.crashUntilGivenUp("a");
    rig.supervisor.restart("a");
    rig.tick();
    rig.crash("a");
    assertThat(rig.generation("a")).as("at once, and not on trial").isEqualTo(8);
  }

  @Test
  void restart_ofARunningTask_letsItFinishFirst() {
    rig.start(rig.task("a"));
    rig.supervisor.restart("a");
    rig.tick();
    assertThat(rig.word("a")).isEqualTo("STOPPING");
    assertThat(rig.launches).hasSize(1);
    rig.finish("a");
    assertThat(rig.launches).containsExactly("a 1", "a 2");
    assertThat(rig.view("a").tally().crashes()).isZero();
  }

  @Test
  void restart_ofATaskInBackoff_doesNotWait() {
    rig.start(rig.task("a"));
    rig.crash("a");
    rig.crash("a");
    rig.supervisor.restart("a");
    rig.tick();
    assertThat(rig.generation("a")).isEqualTo(3);
  }

  @Test
  void restart_takesThoseAlongThatShareItsFate() {
    rig.start(Crew.Strategy.REST_FOR_ONE, rig.task("a"), rig.task("b"));
    rig.supervisor.restart("a");
    rig.finish("a");
    rig.finish("b");
    assertThat(rig.launches).containsExactly("a 1", "b 1", "a 2", "b 2");
  }

  @Test
  void restart_ofNobody_isRefused() {
    assertThat(rig.supervisor.restart("nobody")).isFalse();
  }

  @Test
  void restart_ofATaskThatIsBeingStopped_isRefused() throws InterruptedException {
    rig.start(rig.task("a"));
    rig.supervisor.stop("crew of a", Duration.ofSeconds(1));
    assertThat(rig.supervisor.restart("a")).isFalse();
    rig.tick();
    assertThat(rig.launches).hasSize(1);
  }

  @Test
  void follow_isInForceFromTheNextCrash() {
    rig.start(rig.task("a", OPTIONAL));
    rig.supervisor.follow(Map.of("a", Rig.policy(0, Duration.ofSeconds(60))));
    rig.crash("a");
    assertThat(rig.word("a")).isEqualTo("GAVE_UP");
  }

  @Test
  void follow_changesTheWaits() {
    rig.start(rig.task("a"));
    Duration second = Duration.ofSeconds(1);
    Backoff.Policy flat = new Backoff.Policy(second, false, second);
    rig.supervisor.follow(Map.of("a", new RestartPolicy(100, second, flat)));
    for (int i = 0; i < 5; i++) {
      rig.crash("a");
      rig.pass(second);
    }
    assertThat(rig.generation("a")).isEqualTo(6);
  }

  @Test
  void follow_beforeTheTaskIsStarted_isRemembered() {
    rig.supervisor.follow(Map.of("a", Rig.policy(0, Duration.ofSeconds(60))));
    rig.start(rig.task("a", OPTIONAL));
    rig.crash("a");
    assertThat(rig.word("a")).isEqualTo("GAVE_UP");
  }

  @Test
  void follow_withoutTheTask_givesItsOwnPolicyBack() {
    rig.start(rig.task("a", OPTIONAL));
    rig.supervisor.follow(Map.of("a", Rig.policy(0, Duration.ofSeconds(60))));
    rig.supervisor.follow(Map.of());
    rig.crash("a");
    assertThat(rig.generation("a")).isEqualTo(2);
  }

  @Test
  void start_ofATaskThatIsAtWork_isRefused() {
    startCrew("x", rig.task("a"));
    assertThatThrownBy(() -> startCrew("y", rig.task("b"), rig.task("a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is a task a already");
    assertThat(rig.launches).as("all or nothing").containsExactly("a 1");
  }

  @Test
  void start_ofACrewThatIsAtWork_isRefused() {
    startCrew("x", rig.task("a"));
    assertThatThrownBy(() -> startCrew("x", rig.task("b")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is a crew x already");
  }

  @Test
  void start_isSeenInTheOrderOfStarting() {
    startCrew("x", rig.task("b"), rig.task("a"));
    startCrew("y", rig.task("c"));
    assertThat(rig.supervisor.tasks()).map(TaskView::name).containsExactly("b", "a", "c");
    assertThat(rig.supervisor.tasks()).map(TaskView::crew).containsExactly("x", "x", "y");
  }

  @Test
  void close_startsNothingAnyMore() {
    rig.start(rig.task("a"));
    rig.supervisor.close();
    rig.supervisor.close();
    rig.crash("a");
    assertThat(rig.launches).hasSize(1);
    assertThat(rig.supervisor.restart("a")).isFalse();
    assertThatThrownBy(() -> rig.start(rig.task("b"))).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(rig.supervisor::start).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void settings_thatMeanNothing_areRefused() {
    RestartPolicy root = RestartPolicy.DEFAULT;
    assertThatThrownBy(() -> new Supervisor.Settings(root, Duration.ofMillis(-1), 8))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Supervisor.Settings(root, Duration.ZERO, -1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Rig.policy(-1, Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> rig.task("a").with(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void sinceTick_isWhenAnythingWasDecidedLast() {
    rig.tick();
    rig.time.pass(Duration.ofSeconds(3));
    assertThat(rig.supervisor.sinceTick()).isEqualTo(Duration.ofSeconds(3));
    rig.tick();
    assertThat(rig.supervisor.sinceTick()).isZero();
  }
}
