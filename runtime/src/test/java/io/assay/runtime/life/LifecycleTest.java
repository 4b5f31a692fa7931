package io.assay.runtime.life;

import static io.assay.runtime.Criticality.DEGRADABLE;
import static io.assay.runtime.Criticality.OPTIONAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.assay.runtime.State;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// From nothing to running, and back.
@Timeout(60)
class LifecycleTest {
  private final Life life = new Life();

  @AfterEach
  void release() {
    life.time.release();
  }

  private StartFailure failure() {
    return catchThrowableOfType(StartFailure.class, life.system()::start);
  }

  @Test
  void start_goesFromWhatIsNeededToWhatNeedsIt() throws Exception {
    life.add(life.part("intake", Phase.RUN).needing("telegram"));
    life.add(life.part("telegram", Phase.CONNECT).needing("ledger"));
    life.add(life.part("ledger", Phase.INITIALIZE));
    life.system().start();
    assertThat(life.log).containsExactly("+ledger", "+telegram", "+intake");
    assertThat(life.system().components())
        .allSatisfy(view -> assertThat(view.state()).isEqualTo(new State.Running()));
  }

  @Test
  void start_withinARank_isParallel() throws Exception {
    CyclicBarrier together = new CyclicBarrier(3);
    for (String name : List.of("a", "b", "c")) {
      life.add(
          life.part(name, Phase.INITIALIZE).starting(() -> together.await(30, TimeUnit.SECONDS)));
    }
    life.system().start();
    assertThat(life.system().phase()).isEqualTo(Phase.RUN);
  }

  @Test
  void phases_areToldOnceInOrder_alsoWhereNothingIsToDo() throws Exception {
    life.add(life.part("a", Phase.INITIALIZE));
    life.add(life.part("b", Phase.INITIALIZE).needing("a"));
    life.add(life.part("c", Phase.RUN).needing("b"));
    life.system().start();
    assertThat(life.told).containsExactly("INITIALIZE", "CONNECT", "RECOVER", "VERIFY", "RUN");
  }

  @Test
  void stop_goesInReverse_andSaysNotReadyFirst() throws Exception {
    life.add(life.part("ledger", Phase.INITIALIZE));
    life.add(life.part("telegram", Phase.CONNECT).needing("ledger"));
    life.add(life.part("checkpoints", Phase.RECOVER));
    life.add(life.part("fold", Phase.RUN).needing("ledger"));
    life.add(life.part("intake", Phase.RUN).needing("fold", "telegram"));
    life.system().start();
    life.log.clear();
    StopReport report = life.system().stop();
    assertThat(life.log)
        .containsExactly("not ready", "-intake", "-fold", "-checkpoints", "-telegram", "-ledger");
    assertThat(report.steps())
        .map(StopReport.Step::name)
        .containsExactly(
            "drain intake",
            "drain fold",
            "save checkpoints",
            "disconnect telegram",
            "release ledger");
    assertThat(report.status()).isEqualTo(ExitStatus.CLEAN);
    assertThat(life.system().components())
        .allSatisfy(view -> assertThat(view.state()).isEqualTo(new State.Stopped()));
  }

  @Test
  void start_twice_isRefused() throws Exception {
    life.add(life.part("a", Phase.RUN));
    life.system().start();
    assertThatThrownBy(life.system()::start).isInstanceOf(IllegalStateException.class);
    assertThat(life.log).containsExactly("+a");
  }

  @Test
  void stop_twice_stopsOnceAndSaysTheSame() throws Exception {
    life.add(
        life.part("a", Phase.RUN)
            .stopping(_ -> {
              life.log.add("-a");
              throw new IOException("disk full");
            }));
    life.system().start();
    StopReport first = life.system().stop();
    assertThat(life.system().stop()).isEqualTo(first);
    assertThat(life.log).containsExactly("+a", "not ready", "-a");
    assertThat(life.state("a")).isEqualTo(new State.Failed("IOException: disk full"));
  }

  @Test
  void stop_beforeAStart_isCleanAndNothingStartsAfterIt() throws Exception {
    life.add(life.part("a", Phase.RUN));
    assertThat(life.system().stop().steps()).isEmpty();
    StartFailure failure = failure();
    assertThat(failure).hasMessage("stopped while starting");
    assertThat(failure.status()).isEqualTo(ExitStatus.CLEAN);
    assertThat(life.log).containsExactly("not ready");
    assertThat(life.state("a")).isEqualTo(new State.New());
  }

  @Test
  void twoSystems_liveInOneProcess() throws Exception {
    Life other = new Life();
    life.add(life.part("a", Phase.RUN));
    other.add(other.part("a", Phase.RUN));
    life.system().start();
    other.system().start();
    life.system().stop();
    assertThat(other.state("a")).isEqualTo(new State.Running());
    other.system().stop();
    assertThat(other.log).containsExactly("+a", "not ready", "-a");
  }

  @Test
  void start_againstAStop_leavesNothingRunning() throws Exception {
    for (int round = 0; round < 200; round++) {
      Life each = new Life();
      each.add(each.part("a", Phase.INITIALIZE));
      each.add(each.part("b", Phase.CONNECT));
      each.add(each.part("c", Phase.RUN));
      Lifecycle system = each.system();
      CyclicBarrier both = new CyclicBarrier(2);
      Thread starting =
          Thread.ofPlatform()
              .start(() -> {
                try {
                  both.await();
                  system.start();
                } catch (StartFailure e) {
                  each.told.add(e.status().name());
                } catch (Exception e) {
                  each.told.add("broken");
                }
              });
      both.await();
      StopReport report = system.stop();
      starting.join();
      assertThat(report.isClean()).isTrue();
      assertThat(each.told).doesNotContain("broken", "BUG", "TRY_AGAIN");
      for (String name : List.of("a", "b", "c")) {
        assertThat(each.log.stream().filter(("-" + name)::equals).count())
            .as(name + " is stopped as often as it was started")
            .isEqualTo(each.log.stream().filter(("+" + name)::equals).count());
      }
    }
  }

  @Test
  void hangingStop_isBoundedAndNamesItsThread() throws Exception {
    life.add(life.part("ledger", Phase.INITIALIZE));
    life.add(life.part("telegram", Phase.CONNECT).stopping(_ -> life.time.hangOn()));
    life.add(life.part("intake", Phase.RUN));
    life.system().start();
    long began = life.time.nanos();
    StopReport report = life.system().stop();
    assertThat(life.time.since(began)).isLessThan(Lifecycle.Settings.DEFAULT.stop());
    assertThat(report.steps().get(1).name()).isEqualTo("disconnect telegram");
    assertThat(report.steps().get(1).flaw()).contains("thread assay-stop-disconnect-telegram");
    assertThat(report.status()).isEqualTo(ExitStatus.NOT_FLUSHED);
    assertThat(life.log).endsWith("-intake", "-ledger");
    assertThat(life.state("telegram")).isInstanceOf(State.Failed.class);
  }

  @Test
  void interruptWhileStopping_hurriesAndSkipsNothing() throws Exception {
    life.add(life.part("a", Phase.INITIALIZE));
    life.add(life.part("b", Phase.RUN).stopping(_ -> life.time.hang()));
    life.system().start();
    Thread.currentThread().interrupt();
    StopReport report = life.system().stop();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(report.steps()).map(StopReport.Step::name).containsExactly("drain b", "release a");
    assertThat(life.log).endsWith("-a");
    assertThat(life.system().stop()).isEqualTo(report);
  }

  @Test
  void watchThatThrows_doesNoHarm() throws Exception {
    life.add(life.part("a", Phase.RUN));
    life.whenStopping(() -> {
      throw new IllegalStateException("nobody listens");
    });
    life.system().start();
    assertThat(life.system().stop().isClean()).isTrue();
    assertThat(life.log).endsWith("-a");
  }

  @Test
  void settings_withoutTime_areRefused() {
    assertThatThrownBy(() -> new Lifecycle.Settings(Duration.ZERO, Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Lifecycle.Settings(Duration.ofSeconds(1), Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void optionalOrDegradable_thatFails_isNoReasonToFail() throws Exception {
    life.add(life.failing("a", Phase.CONNECT, new IOException("refused")).with(DEGRADABLE));
    life.add(life.failing("b", Phase.CONNECT, new IOException("refused")).with(OPTIONAL));
    life.add(life.part("c", Phase.RUN));
    life.system().start();
    assertThat(life.state("a")).isInstanceOf(State.Backoff.class);
    assertThat(life.state("c")).isEqualTo(new State.Running());
  }
}
