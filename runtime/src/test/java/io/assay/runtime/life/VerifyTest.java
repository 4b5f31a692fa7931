package io.assay.runtime.life;

import static io.assay.runtime.Criticality.DEGRADABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.assay.runtime.State;
import io.assay.runtime.health.Check;
import io.assay.runtime.health.CheckResult;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Every component is checked once before work is taken on.
@Timeout(60)
class VerifyTest {
  private final Life life = new Life();

  @AfterEach
  void release() {
    life.time.release();
  }

  private StartFailure failure() {
    return catchThrowableOfType(StartFailure.class, life.system()::start);
  }

  private Component checked(String name, Check check) {
    return life.part(name, Phase.INITIALIZE).checking(check);
  }

  @Test
  void verify_comesAfterAllThatIsChecked_andBeforeWorkIsTakenOn() throws Exception {
    life.add(
        checked(
            "ledger",
            () -> {
              life.log.add("?ledger");
              return CheckResult.up();
            }));
    life.add(life.part("telegram", Phase.CONNECT));
    life.add(life.part("intake", Phase.RUN));
    life.system().start();
    assertThat(life.log).containsExactly("+ledger", "+telegram", "?ledger", "+intake");
  }

  @Test
  void verify_withoutAnythingToRun_happensAllTheSame() throws Exception {
    life.add(
        checked(
            "ledger",
            () -> {
              life.log.add("?ledger");
              return CheckResult.up();
            }));
    life.system().start();
    assertThat(life.log).containsExactly("+ledger", "?ledger");
  }

  @Test
  void verify_asksAllAtOnce() throws Exception {
    CyclicBarrier together = new CyclicBarrier(3);
    for (String name : List.of("a", "b", "c")) {
      life.add(
          checked(
              name,
              () -> {
                together.await(30, TimeUnit.SECONDS);
                return CheckResult.up();
              }));
    }
    life.system().start();
  }

  @Test
  void criticalThatIsDown_rollsBack() {
    life.add(life.part("log", Phase.INITIALIZE));
    life.add(checked("ledger", () -> CheckResult.down("read-only file system")));
    life.add(life.part("intake", Phase.RUN));
    StartFailure failure = failure();
    assertThat(failure).hasMessage("ledger: is down: read-only file system");
    assertThat(failure.status()).isEqualTo(ExitStatus.TRY_AGAIN);
    assertThat(life.log).endsWith("-ledger", "-log").doesNotContain("+intake");
  }

  @Test
  void criticalWhoseCheckThrows_rollsBackByItsKind() {
    life.add(
        checked(
            "ledger",
            () -> {
              throw new Fault(ErrorKind.FATAL, "of another version: assay rebuild", null);
            }));
    StartFailure failure = failure();
    assertThat(failure).hasMessage("ledger: of another version: assay rebuild");
    assertThat(failure.status()).isEqualTo(ExitStatus.CONFIGURATION);
  }

  @Test
  void checkThatHangs_isBoundedAndNamesItsThread() {
    life.add(
        checked(
            "ledger",
            () -> {
              life.time.hangOn();
              return CheckResult.up();
            }));
    long began = life.time.nanos();
    StartFailure failure = failure();
    assertThat(failure.getMessage())
        .startsWith("ledger: does not answer its check: thread assay-verify-ledger");
    assertThat(life.time.since(began)).isEqualTo(Duration.ofSeconds(30).plus(Bounded.PATIENCE));
    assertThat(life.log).endsWith("-ledger");
  }

  @Test
  void criticalThatIsDegraded_goesOnAndSaysSo() throws Exception {
    life.add(checked("ledger", () -> CheckResult.degraded("disk 84 % full")));
    life.system().start();
    assertThat(life.state("ledger")).isEqualTo(new State.Degraded("disk 84 % full"));
  }

  @Test
  void degradableThatIsDown_goesOnAndIsAskedAgain() throws Exception {
    CheckResult[] answer = {CheckResult.down("no route to host")};
    life.add(checked("prices", () -> answer[0]).with(DEGRADABLE));
    life.system().start();
    assertThat(life.state("prices")).isEqualTo(new State.Degraded("is down: no route to host"));

    life.system().revive();
    assertThat(life.state("prices")).isInstanceOf(State.Degraded.class);
    answer[0] = CheckResult.up();
    assertThat(life.system().revive()).isPositive();
    life.time.pass(Duration.ofSeconds(1));
    life.system().revive();
    assertThat(life.state("prices")).isEqualTo(new State.Running());
    assertThat(life.log).as("it is asked, not started again").containsExactly("+prices");
  }
}
