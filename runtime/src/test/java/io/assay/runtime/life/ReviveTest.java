package io.assay.runtime.life;

import static io.assay.runtime.Criticality.DEGRADABLE;
import static io.assay.runtime.Criticality.OPTIONAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.assay.runtime.State;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What can be done without is tried again until it is there.
@Timeout(60)
class ReviveTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Life life = new Life();
  private final AtomicInteger failures = new AtomicInteger();

  @AfterEach
  void release() {
    life.time.release();
  }

  /// Fails as often as is said.
  private Component shaky(String name) {
    return life.part(name, Phase.CONNECT)
        .with(DEGRADABLE)
        .starting(() -> {
          if (failures.getAndDecrement() > 0) {
            throw new IOException("refused");
          }
          life.log.add("+" + name);
        });
  }

  private void revive(Duration after) throws InterruptedException {
    life.time.pass(after);
    life.system().revive();
  }

  @Test
  void degradable_thatFailed_isUndoneAndComesBackAtOnce() throws Exception {
    failures.set(1);
    life.add(shaky("prices"));
    life.system().start();
    assertThat(life.log).as("what a half start left is cleared").containsExactly("-prices");
    assertThat(life.state("prices"))
        .isEqualTo(new State.Backoff(1, life.time.instant(), "IOException: refused"));
    life.system().revive();
    assertThat(life.state("prices")).isEqualTo(new State.Running());
    assertThat(life.log).containsExactly("-prices", "+prices");
  }

  @Test
  void degradable_thatKeepsFailing_isWaitedForWithBackoff() throws Exception {
    failures.set(4);
    life.add(shaky("prices"));
    life.system().start();
    life.system().revive();
    Duration quiet = life.system().revive();
    assertThat(quiet).as("a jittered share of a second").isBetween(Duration.ofNanos(1), SECOND);
    assertThat(failures.get()).isEqualTo(2);
    revive(quiet);
    assertThat(failures.get()).isEqualTo(1);
    for (int i = 0; i < 60 && !(life.state("prices") instanceof State.Running); i++) {
      revive(SECOND);
    }
    assertThat(life.state("prices")).isEqualTo(new State.Running());
  }

  @Test
  void optional_thatFailedForGood_isNotTriedAgain() throws Exception {
    life.add(
        life.failing("sheets", Phase.CONNECT, new Fault(ErrorKind.FATAL, "revoked", null))
            .with(OPTIONAL));
    life.system().start();
    assertThat(life.state("sheets")).isEqualTo(new State.GaveUp("revoked", Instant.MAX));
    life.log.clear();
    revive(Duration.ofDays(1));
    assertThat(life.state("sheets")).isEqualTo(new State.GaveUp("revoked", Instant.MAX));
  }

  @Test
  void componentThatNeedsOneThatFailed_waitsForItAndComesBack() throws Exception {
    failures.set(2);
    life.add(life.part("quotes", Phase.RUN).with(DEGRADABLE).needing("prices"));
    life.add(shaky("prices"));
    life.add(life.part("intake", Phase.RUN));
    life.system().start();
    assertThat(life.state("quotes"))
        .isEqualTo(
            new State.Backoff(
                0, life.time.instant(), "needs prices, which is down: IOException: refused"));
    life.system().revive();
    assertThat(life.state("quotes").word()).isEqualTo("BACKOFF");
    life.log.clear();
    revive(SECOND);
    revive(Duration.ZERO);
    assertThat(life.log).containsExactly("+prices", "+quotes");
    life.log.clear();
    life.system().stop();
    assertThat(life.log).containsExactly("not ready", "-intake", "-quotes", "-prices");
  }

  @Test
  void criticalThatNeedsOneThatFailed_doesNotStart() {
    life.add(
        life.failing("prices", Phase.CONNECT, new Fault(ErrorKind.FATAL, "no key", null))
            .with(DEGRADABLE));
    life.add(life.part("quotes", Phase.RUN).with(DEGRADABLE).needing("prices"));
    life.add(life.part("fold", Phase.RUN).needing("quotes"));
    StartFailure failure = catchThrowableOfType(StartFailure.class, life.system()::start);
    assertThat(failure)
        .hasMessage("fold: needs quotes, which is down: needs prices, which is down: no key");
    assertThat(failure.status()).isEqualTo(ExitStatus.CONFIGURATION);
  }

  @Test
  void startThatHangs_isNotTriedAgainBesideItself() throws Exception {
    AtomicInteger starts = new AtomicInteger();
    CountDownLatch ended = new CountDownLatch(1);
    life.add(
        life.part("prices", Phase.CONNECT)
            .with(DEGRADABLE)
            .starting(() -> {
              life.log.add("+prices");
              if (starts.getAndIncrement() == 0) {
                life.time.hangOn();
                ended.countDown();
              }
            }));
    life.system().start();
    assertThat(life.log).containsExactly("+prices", "-prices");
    assertThat(life.system().revive()).as("nothing is due while it hangs").isEqualTo(SECOND);
    revive(Duration.ofHours(1));
    assertThat(starts.get()).isEqualTo(1);

    life.time.release();
    ended.await();
    while (!(life.state("prices") instanceof State.Running)) {
      life.system().revive();
    }
    assertThat(life.log)
        .as("what the late start left is cleared before the next")
        .containsExactly("+prices", "-prices", "-prices", "+prices");
  }

  @Test
  void undoingThatFails_isTriedAgainBeforeTheNextStart() throws Exception {
    failures.set(1);
    AtomicInteger undoings = new AtomicInteger();
    life.add(
        shaky("prices")
            .stopping(_ -> {
              life.log.add("-prices");
              if (undoings.getAndIncrement() < 2) {
                throw new IOException("busy");
              }
            }));
    life.system().start();
    life.system().revive();
    assertThat(life.state("prices").next()).contains("its last start could not be undone");
    assertThat(life.log).containsExactly("-prices", "-prices");
    revive(SECOND);
    assertThat(life.log).containsExactly("-prices", "-prices", "-prices", "+prices");
  }

  @Test
  void undoingThatHangs_isBounded() throws Exception {
    failures.set(1);
    life.add(shaky("prices").stopping(_ -> life.time.hangOn()));
    life.add(life.part("intake", Phase.RUN));
    long began = life.time.nanos();
    life.system().start();
    assertThat(life.time.since(began)).isLessThan(Duration.ofSeconds(6));
    assertThat(life.log).containsExactly("+intake");
  }

  @Test
  void stopWhileReviving_leavesNothingRunning() throws Exception {
    CountDownLatch reviving = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    AtomicInteger starts = new AtomicInteger();
    life.add(
        life.part("prices", Phase.CONNECT)
            .with(DEGRADABLE)
            .starting(() -> {
              if (starts.getAndIncrement() == 0) {
                throw new IOException("refused");
              }
              reviving.countDown();
              mayEnd.await();
              life.log.add("+prices");
            }));
    life.whenStopping(mayEnd::countDown);
    Lifecycle system = life.system();
    system.start();
    life.log.clear();
    Thread revival =
        Thread.ofPlatform()
            .start(() -> {
              try {
                system.revive();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    reviving.await();
    assertThat(system.stop().isClean()).isTrue();
    revival.join();
    assertThat(life.log).containsExactly("not ready", "+prices", "-prices");
    assertThat(life.state("prices")).isEqualTo(new State.Stopped());
  }

  @Test
  void stop_ofWhatWaits_startsNothingAfterIt() throws Exception {
    failures.set(1);
    life.add(shaky("prices"));
    life.system().start();
    life.system().stop();
    assertThat(life.state("prices")).isEqualTo(new State.Stopped());
    revive(Duration.ofDays(1));
    assertThat(life.log).containsExactly("-prices", "not ready");
  }

  @Test
  void revive_beforeAStart_startsNothing() throws Exception {
    life.add(shaky("prices"));
    assertThat(life.system().revive()).isEqualTo(SECOND);
    assertThat(life.log).isEmpty();
  }
}
