package io.assay.runtime.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.assay.runtime.State;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A start that comes to nothing is undone.
@Timeout(60)
class FailedStartTest {
  private final Life life = new Life();

  @AfterEach
  void release() {
    life.time.release();
  }

  private StartFailure failure() {
    return catchThrowableOfType(StartFailure.class, life.system()::start);
  }

  @Test
  void failedStart_rollsBackInReverse_theHalfStartedOneIncluded() {
    life.add(life.part("ledger", Phase.INITIALIZE));
    life.add(life.part("telegram", Phase.CONNECT));
    life.add(
        life.part("half", Phase.RECOVER)
            .starting(() -> {
              life.log.add("+half");
              throw new Fault(ErrorKind.FATAL, "ledger is of another version", null);
            }));
    life.add(life.part("never", Phase.RUN));
    StartFailure failure = failure();
    assertThat(failure)
        .hasMessage("half: ledger is of another version")
        .hasCauseInstanceOf(Fault.class);
    assertThat(life.log)
        .containsExactly("+ledger", "+telegram", "+half", "-half", "-telegram", "-ledger");
    assertThat(life.told).doesNotContain("VERIFY", "RUN");
    assertThat(life.state("half")).isEqualTo(new State.Failed("ledger is of another version"));
    assertThat(life.state("ledger")).isEqualTo(new State.Stopped());
    assertThat(life.state("never")).isEqualTo(new State.New());
  }

  @Test
  void failedStart_keepsWhatWentWrongInTheRollback() {
    life.add(
        life.part("ledger", Phase.INITIALIZE)
            .stopping(_ -> {
              throw new IOException("disk full");
            }));
    life.add(life.failing("telegram", Phase.CONNECT, new IOException("refused")));
    StartFailure failure = failure();
    assertThat(failure).hasMessage("telegram: IOException: refused");
    assertThat(failure.getSuppressed())
        .singleElement()
        .satisfies(e ->
            assertThat(e)
                .hasMessage("release ledger: IOException: disk full")
                .hasRootCauseInstanceOf(IOException.class));
  }

  @Test
  void failedStart_thenStop_stopsNothingTwice() throws Exception {
    life.add(life.part("ledger", Phase.INITIALIZE));
    life.add(life.failing("telegram", Phase.CONNECT, new IOException("refused")));
    failure();
    life.log.clear();
    assertThat(life.system().stop().steps())
        .map(StopReport.Step::name)
        .containsExactly("disconnect telegram", "release ledger");
    assertThat(life.log).containsExactly("not ready");
  }

  @ParameterizedTest
  @CsvSource({"FATAL, 78", "OPERATIONAL, 78", "TEMPORARY, 75", "BUG, 70", "BAD_ITEM, 70"})
  void failedStart_saysHowTheProcessShouldEnd(ErrorKind kind, int code) {
    life.add(life.failing("a", Phase.CONNECT, new Fault(kind, "x", null)));
    assertThat(failure().status().code()).isEqualTo(code);
  }

  @Test
  void failedStart_byAnError_isABug() {
    life.add(life.part("ledger", Phase.INITIALIZE));
    life.add(
        life.part("a", Phase.CONNECT)
            .starting(() -> {
              throw new OutOfMemoryError("Java heap space");
            }));
    assertThat(failure().status()).isEqualTo(ExitStatus.BUG);
    assertThat(life.log).endsWith("-a", "-ledger");
  }

  @Test
  void failedStart_ofSeveral_tellsTheGravestAndKeepsTheOthers() {
    life.add(life.failing("a", Phase.CONNECT, new IOException("refused")));
    life.add(life.failing("b", Phase.CONNECT, new Fault(ErrorKind.FATAL, "no token", null)));
    life.add(life.failing("c", Phase.CONNECT, new IllegalStateException("boom")));
    StartFailure failure = failure();
    assertThat(failure).hasMessage("b: no token");
    assertThat(failure.status()).isEqualTo(ExitStatus.CONFIGURATION);
    assertThat(List.of(failure.getSuppressed()))
        .map(Throwable::getMessage)
        .containsExactly("a: IOException: refused", "c: IllegalStateException: boom");
  }

  @Test
  void hangingStart_isBoundedAndNamesItsThread() {
    life.add(life.part("ledger", Phase.INITIALIZE));
    life.add(life.part("telegram", Phase.CONNECT).starting(life.time::hangOn));
    long began = life.time.nanos();
    StartFailure failure = failure();
    assertThat(failure.getMessage())
        .startsWith("telegram: did not start in time: thread assay-start-telegram");
    assertThat(failure.status()).isEqualTo(ExitStatus.TRY_AGAIN);
    assertThat(life.time.since(began)).isEqualTo(Duration.ofSeconds(30).plus(Bounded.PATIENCE));
    assertThat(life.log).containsExactly("+ledger", "-telegram", "-ledger");
  }

  @Test
  void stopWhileStarting_letsTheRankComeUpAndTakesItDown() throws Exception {
    CountDownLatch starting = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    life.add(
        life.part("a", Phase.INITIALIZE)
            .starting(() -> {
              starting.countDown();
              mayEnd.await();
              life.log.add("+a");
            }));
    life.add(life.part("b", Phase.CONNECT));
    life.whenStopping(mayEnd::countDown);
    Life.Outcome outcome = life.startOnAnotherThread();
    starting.await();
    StopReport report = life.system().stop();
    assertThat(outcome.failure()).hasMessage("stopped while starting");
    assertThat(outcome.failure().status()).isEqualTo(ExitStatus.CLEAN);
    assertThat(report.isClean()).isTrue();
    assertThat(life.log).containsExactly("not ready", "+a", "-a");
  }

  @Test
  void stopWhileAStartHangs_isBounded() throws Exception {
    CountDownLatch starting = new CountDownLatch(1);
    life.add(
        life.part("a", Phase.INITIALIZE)
            .starting(() -> {
              starting.countDown();
              new CountDownLatch(1).await(); // until it is interrupted
            }));
    Life.Outcome outcome = life.startOnAnotherThread();
    starting.await();
    life.time.waitInVain(1); // a fifth of the stop
    long began = life.time.nanos();
    StopReport report = life.system().stop();
    assertThat(outcome.failure().status()).isEqualTo(ExitStatus.CLEAN);
    assertThat(report.steps()).map(StopReport.Step::name).containsExactly("release a");
    assertThat(life.time.since(began)).isLessThanOrEqualTo(Lifecycle.Settings.DEFAULT.stop());
  }

  @Test
  void interruptWhileStarting_undoesIt() throws Exception {
    CountDownLatch starting = new CountDownLatch(2);
    life.add(
        life.part("hangs", Phase.INITIALIZE)
            .starting(() -> {
              starting.countDown();
              new CountDownLatch(1).await();
            }));
    life.add(
        life.part("too", Phase.INITIALIZE)
            .starting(() -> {
              starting.countDown();
              try {
                new CountDownLatch(1).await();
              } finally {
                life.log.add("too was interrupted");
              }
            }));
    Life.Outcome outcome = life.startOnAnotherThread();
    starting.await();
    outcome.thread().interrupt();
    assertThat(outcome.failure()).hasMessage("interrupted while starting");
    assertThat(outcome.failure().status()).isEqualTo(ExitStatus.TRY_AGAIN);
    assertThat(outcome.wasInterrupted()).as("the interrupt is not swallowed").isTrue();
    assertThat(life.log).containsExactly("too was interrupted", "-too", "-hangs");
  }

  @Test
  void failureThatNobodyForesaw_leavesNothingRunning() {
    life.add(life.part("a", Phase.INITIALIZE));
    life.add(life.part("b", Phase.CONNECT));
    life.brokenAt = "CONNECT";
    StartFailure failure = failure();
    assertThat(failure.status()).isEqualTo(ExitStatus.BUG);
    assertThat(life.log).containsExactly("+a", "-a");
  }
}
