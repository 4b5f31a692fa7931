package io.assay.runtime.task;

import static io.assay.runtime.Criticality.DEGRADABLE;
import static io.assay.runtime.Criticality.OPTIONAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.runtime.Criticality;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.assay.runtime.State;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// When a task is given up, and what becomes of it then.
class GivenUpTest {
  private static final Duration CAP = Duration.ofMinutes(5);

  private final Rig rig = new Rig();

  @ParameterizedTest
  @EnumSource(names = {"DEGRADABLE", "OPTIONAL"})
  void crash_tooOften_givesUpUntilTheCap(Criticality criticality) {
    rig.start(rig.task("a", criticality));
    rig.crashUntilGivenUp("a");
    assertThat(rig.view("a").tally().crashes()).as("five are borne, one more is not").isEqualTo(6);
    assertThat(rig.state("a"))
        .isEqualTo(new State.GaveUp("IllegalStateException: boom", rig.time.instant().plus(CAP)));
    rig.pass(CAP.minusSeconds(1));
    assertThat(rig.generation("a")).isEqualTo(6);
    rig.pass(Duration.ofSeconds(1));
    assertThat(rig.generation("a")).isEqualTo(7);
    assertThat(rig.collapses).isEmpty();
  }

  @Test
  void crash_onTrial_givesUpUntilTheNextCap() {
    rig.start(rig.task("a", DEGRADABLE));
    rig.crashUntilGivenUp("a");
    for (int i = 0; i < 10; i++) {
      rig.pass(CAP);
      rig.crash("a");
      assertThat(rig.word("a")).isEqualTo("GAVE_UP");
    }
    assertThat(rig.generation("a")).isEqualTo(16);
  }

  @Test
  void crash_longAfterATrialWentWell_isAnsweredAsTheFirst() {
    rig.start(rig.task("a", DEGRADABLE));
    rig.crashUntilGivenUp("a");
    rig.pass(CAP);
    rig.run(
        "a",
        _ -> {
          rig.time.pass(CAP.multipliedBy(2));
          throw new IllegalStateException("later");
        });
    rig.tick();
    assertThat(rig.generation("a")).isEqualTo(8);
    rig.crash("a");
    assertThat(rig.word("a")).isEqualTo("BACKOFF");
  }

  @Test
  void crash_nowAndThen_neverGivesUp() {
    rig.start(rig.task("a", OPTIONAL));
    for (int i = 0; i < 100; i++) {
      rig.time.pass(Duration.ofSeconds(13)); // less than 5 in 60 s
      rig.crash("a");
      rig.passUntilStarted("a");
    }
    assertThat(rig.generation("a")).isEqualTo(101);
  }

  @ParameterizedTest
  @EnumSource
  void fatal_isNeverTriedAgain(Criticality criticality) {
    rig.start(rig.task("a", criticality));
    rig.fail("a", new Fault(ErrorKind.FATAL, "authorisation revoked: assay login", null));
    assertThat(rig.state("a"))
        .isEqualTo(new State.GaveUp("authorisation revoked: assay login", Instant.MAX));
    rig.pass(CAP.plusSeconds(1));
    assertThat(rig.launches).containsExactly("a 1");
    assertThat(rig.collapses).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void operational_isTriedAgainAtTheCap(Criticality criticality) {
    rig.start(rig.task("a", criticality));
    rig.fail("a", new Fault(ErrorKind.OPERATIONAL, "disk full", null));
    assertThat(rig.state("a"))
        .isEqualTo(new State.GaveUp("disk full", rig.time.instant().plus(CAP)));
    rig.pass(CAP);
    assertThat(rig.launches).containsExactly("a 1", "a 2");
    assertThat(rig.collapses).isEmpty();
  }
}
