package io.assay.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.runtime.Criticality;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The timeout is for a round that would wait for ever; nothing here takes time.
@Timeout(30)
class HealthBoardTest {
  private static final HealthBoard.Settings AT_ONCE =
      new HealthBoard.Settings(Duration.ofSeconds(5), 1, 1, Duration.ofMinutes(3));

  private final ImpatientTime time = new ImpatientTime();
  private final HealthBoard board = new HealthBoard(time, HealthBoard.Settings.DEFAULTS);
  private final CountDownLatch hanging = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);

  @AfterEach
  void release() {
    release.countDown();
    board.close();
  }

  private void rounds(int count) throws InterruptedException {
    for (int i = 0; i < count; i++) {
      board.round();
      time.pass(Duration.ofMinutes(1));
    }
  }

  private CheckResult hang() throws InterruptedException {
    hanging.countDown();
    release.await();
    return CheckResult.up("late");
  }

  private ComponentHealth component(String name) {
    return board.components().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static ComponentHealth.Seen last(ComponentHealth health) {
    ComponentHealth.Seen last = health.last();
    assertThat(last).isNotNull();
    return Objects.requireNonNull(last);
  }

  private static List<Thread> threads(String name) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(name))
        .toList();
  }

  @Test
  void overall_beforeTheFirstRound_isUnknown() throws Exception {
    assertThat(board.overall()).isEqualTo(CheckResult.Status.UNKNOWN);
    board.round();
    assertThat(board.overall()).isEqualTo(CheckResult.Status.UP);
  }

  @ParameterizedTest
  @CsvSource({
    "UP, UP, UP, UP",
    "DOWN, UP, UP, DOWN",
    "DEGRADED, UP, UP, DEGRADED",
    "UP, DOWN, UP, DEGRADED",
    "UP, DEGRADED, UP, DEGRADED",
    "DOWN, DOWN, UP, DOWN",
    "UP, UP, DOWN, UP",
    "UP, UP, DEGRADED, UP",
  })
  void overall_isTheWorstThatCounts(
      CheckResult.Status critical,
      CheckResult.Status degradable,
      CheckResult.Status optional,
      CheckResult.Status whole)
      throws Exception {
    try (HealthBoard small = new HealthBoard(time, AT_ONCE)) {
      small.register("a", Criticality.CRITICAL, () -> new CheckResult(critical, "", Map.of()));
      small.register("b", Criticality.DEGRADABLE, () -> new CheckResult(degradable, "", Map.of()));
      small.register("c", Criticality.OPTIONAL, () -> new CheckResult(optional, "", Map.of()));
      small.round();
      assertThat(small.overall()).isEqualTo(whole);
    }
  }

  @Test
  void overall_aFailureFromTheStart_isUnknownUntilDecided() throws Exception {
    board.register("ledger", Criticality.CRITICAL, () -> CheckResult.down("locked"));
    rounds(1);
    assertThat(board.overall()).isEqualTo(CheckResult.Status.UNKNOWN);
    rounds(2);
    assertThat(board.overall()).isEqualTo(CheckResult.Status.DOWN);
    assertThat(board.criticalDown()).extracting(ComponentHealth::name).containsExactly("ledger");
  }

  @Test
  void overall_aComponentNotAskedYet_doesNotCount() throws Exception {
    rounds(1);
    board.register("new", Criticality.CRITICAL, CheckResult::up);
    assertThat(board.overall()).isEqualTo(CheckResult.Status.UP);
    assertThat(component("new").status()).isEqualTo(CheckResult.Status.UNKNOWN);
    assertThat(component("new").last()).isNull();
    assertThat(component("new").detail()).isEmpty();
  }

  @Test
  void overall_lastRoundTooLongAgo_isUnknownAndEverythingIsStale() throws Exception {
    board.register("ledger", Criticality.CRITICAL, CheckResult::up);
    board.round();
    time.pass(Duration.ofMinutes(3));
    assertThat(board.overall()).isEqualTo(CheckResult.Status.UP);
    assertThat(last(component("ledger")).stale()).isFalse();
    time.pass(Duration.ofNanos(1));
    assertThat(board.overall()).isEqualTo(CheckResult.Status.UNKNOWN);
    assertThat(last(component("ledger")).stale()).isTrue();
    assertThat(last(component("ledger")).age()).isGreaterThan(Duration.ofMinutes(3));
    assertThat(component("ledger").status()).isEqualTo(CheckResult.Status.UP);
  }

  @Test
  void round_aCheckThatThrows_isDownWithTheCause() throws Exception {
    board.register(
        "prices",
        Criticality.DEGRADABLE,
        () -> {
          throw new Fault(ErrorKind.OPERATIONAL, "no key: set price.key", null);
        });
    board.register(
        "stack",
        Criticality.DEGRADABLE,
        () -> {
          throw new StackOverflowError();
        });
    rounds(3);
    assertThat(component("prices").status()).isEqualTo(CheckResult.Status.DOWN);
    assertThat(component("prices").detail()).isEqualTo("no key: set price.key");
    assertThat(component("prices").failures()).isEqualTo(3);
    assertThat(component("stack").detail()).isEqualTo("StackOverflowError");
    assertThat(board.statuses()).containsEntry("stack", CheckResult.Status.DOWN);
  }

  @Test
  @SuppressWarnings("NullAway") // on purpose: what a check must not do
  void round_aCheckThatAnswersNothing_fails() throws Exception {
    board.register("void", Criticality.OPTIONAL, () -> null);
    board.round();
    assertThat(component("void").detail()).contains("the check answered nothing");
  }

  @Test
  void round_eachCheck_runsOnADaemonPlatformThreadOfItsName() throws Exception {
    AtomicReference<String> seen = new AtomicReference<>("");
    board.register(
        "ledger",
        Criticality.CRITICAL,
        () -> {
          Thread mine = Thread.currentThread();
          seen.set(mine.getName() + " " + mine.isDaemon() + " " + mine.isVirtual());
          return CheckResult.up();
        });
    board.round();
    assertThat(seen.get()).isEqualTo("assay-check-ledger true false");
  }

  @Test
  void round_aHungCheck_holdsOneThreadAndOthersStillAnswer() throws Exception {
    AtomicInteger answers = new AtomicInteger();
    board.register("hung", Criticality.DEGRADABLE, this::hang);
    board.register(
        "quick", Criticality.CRITICAL, () -> CheckResult.up("answer " + answers.incrementAndGet()));
    time.expectHanging(1);
    board.round();
    assertThat(component("hung").detail()).isEqualTo("no answer within 5 s");
    time.expectHanging(0);
    for (int round = 2; round <= 5; round++) {
      long before = time.nanos();
      board.round();
      // It is not waited for again.
      assertThat(time.nanos()).isEqualTo(before);
      assertThat(component("quick").detail()).isEqualTo("answer " + round);
    }
    assertThat(component("hung").status()).isEqualTo(CheckResult.Status.DOWN);
    assertThat(component("hung").detail()).isEqualTo("still running since 2026-01-01T00:00:00Z");
    hanging.await(); // made-up time can pass before the check's own thread has begun
    assertThat(threads("assay-check-hung")).hasSize(1);
    assertThat(board.overall()).isEqualTo(CheckResult.Status.DEGRADED);
  }

  @Test
  void round_aLateAnswer_countsForNothingAndTheNextRunIsNew() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    board.register(
        "slow",
        Criticality.OPTIONAL,
        () -> {
          if (runs.incrementAndGet() == 1) {
            return hang();
          }
          return CheckResult.up("run " + runs.get());
        });
    time.expectHanging(1);
    board.round();
    time.expectHanging(0);
    assertThat(component("slow").detail()).isEqualTo("no answer within 5 s");
    release.countDown();
    do {
      board.round();
    } while (component("slow").detail().startsWith("still running"));
    assertThat(component("slow").detail()).isEqualTo("run 2");
    assertThat(component("slow").successes()).isEqualTo(1);
  }

  @Test
  void round_aThousandComponents_areAllAsked() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    for (int i = 0; i < 1_000; i++) {
      board.register(
          "part_" + i,
          Criticality.DEGRADABLE,
          () -> {
            asked.incrementAndGet();
            return CheckResult.up();
          });
    }
    rounds(2);
    assertThat(asked).hasValue(2_000);
    assertThat(board.statuses()).hasSize(1_000).doesNotContainValue(CheckResult.Status.UNKNOWN);
    assertThat(board.overall()).isEqualTo(CheckResult.Status.UP);
  }

  @Test
  void round_interrupted_judgesNothing() {
    Thread caller = Thread.currentThread();
    board.register(
        "ledger",
        Criticality.CRITICAL,
        () -> {
          caller.interrupt();
          return hang();
        });
    assertThatThrownBy(board::round).isInstanceOf(InterruptedException.class);
    assertThat(component("ledger").last()).isNull();
    assertThat(board.overall()).isEqualTo(CheckResult.Status.UNKNOWN);
  }

  @Test
  void register_aNameThatIsTaken_isRefused() {
    board.register("ledger", Criticality.CRITICAL, CheckResult::up);
    assertThatThrownBy(() -> board.register("ledger", Criticality.OPTIONAL, CheckResult::up))
        .hasMessage("there is a check named ledger already");
  }

  @Test
  void unregister_aComponent_takesItOffTheBoard() throws Exception {
    board.register("channel", Criticality.CRITICAL, () -> CheckResult.down("gone"));
    rounds(3);
    assertThat(board.unregister("channel")).isTrue();
    assertThat(board.unregister("channel")).isFalse();
    assertThat(board.components()).isEmpty();
    assertThat(board.overall()).isEqualTo(CheckResult.Status.UP);
  }

  @Test
  void close_twice_endsTheRounds() {
    board.close();
    board.close();
    assertThatThrownBy(board::round).hasMessage("the health board is closed");
  }

  @Test
  void settings_thatDecideNothing_areRefused() {
    Duration second = Duration.ofSeconds(1);
    assertThatThrownBy(() -> new HealthBoard.Settings(Duration.ZERO, 3, 2, second))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new HealthBoard.Settings(second, 0, 2, second))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
