package io.assay.runtime.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.runtime.Backoff;
import io.assay.runtime.DeadLetter;
import io.assay.runtime.DeadLetters;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.assay.runtime.MemoryDeadLetters;
import io.assay.runtime.State;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Single items at an edge.
class DeliveryTest {
  private static final Delivery.Item ROW = new Delivery.Item("row 7", "{\"row\":7}");

  private final Rig rig = new Rig();
  private final MemoryDeadLetters letters = new MemoryDeadLetters();
  private final List<Exception> failures = new ArrayList<>();
  private int worked;

  private Delivery.Result deliver(DeadLetters into) throws Exception {
    rig.start(rig.task("sheets"));
    Delivery delivery =
        new Delivery("sheets", Delivery.Policy.DEFAULT, into, rig.clock(), Rig.LONGEST);
    return delivery.work(ROW, rig.context("sheets"), this::work);
  }

  private Delivery.Result deliver() throws Exception {
    return deliver(letters);
  }

  private void work() throws Exception {
    worked++;
    if (!failures.isEmpty()) {
      throw failures.removeFirst();
    }
  }

  private void failTimes(int times) {
    for (int i = 0; i < times; i++) {
      failures.add(new IOException("reset"));
    }
  }

  @Test
  void work_thatSucceeds_isDone() throws Exception {
    assertThat(deliver()).isEqualTo(Delivery.Result.DONE);
    assertThat(letters.size()).isZero();
  }

  @Test
  void work_thatFailsForATime_isTriedAgainWithBackoff() throws Exception {
    failTimes(4);
    assertThat(deliver()).isEqualTo(Delivery.Result.DONE);
    assertThat(worked).isEqualTo(5);
    assertThat(rig.rests)
        .containsExactly("STARTING 0", "STARTING 1000", "STARTING 2000", "STARTING 4000");
  }

  @Test
  void work_thatKeepsFailing_isADeadLetter() throws Exception {
    failTimes(5);
    assertThat(deliver()).isEqualTo(Delivery.Result.DEAD);
    assertThat(worked).isEqualTo(5);
    assertThat(letters.list(0, 10))
        .containsExactly(
            new DeadLetter(
                1, "sheets", "row 7", "IOException: reset", 5, rig.time.instant(), "{\"row\":7}"));
  }

  @ParameterizedTest
  @EnumSource(names = {"BAD_ITEM", "BUG"})
  void work_thatCannotSucceed_isADeadLetterAtOnce(ErrorKind kind) throws Exception {
    failures.add(new Fault(kind, "no such sheet", null));
    assertThat(deliver()).isEqualTo(Delivery.Result.DEAD);
    assertThat(worked).isEqualTo(1);
    assertThat(letters.list(0, 10)).map(DeadLetter::cause).containsExactly("no such sheet");
    assertThat(letters.list(0, 10)).map(DeadLetter::attempts).containsExactly(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"FATAL", "OPERATIONAL"})
  void work_whereTheEdgeItselfIsBroken_isThrownOn(ErrorKind kind) {
    Fault revoked = new Fault(kind, "revoked", null);
    failures.add(revoked);
    assertThatThrownBy(this::deliver).isSameAs(revoked);
    assertThat(letters.size()).as("the item is still whose it was").isZero();
  }

  @Test
  void work_whereAServerDemandsAWait_waitsNoLess() throws Exception {
    failures.add(new Fault(ErrorKind.TEMPORARY, "flood", Duration.ofSeconds(42), null));
    assertThat(deliver()).isEqualTo(Delivery.Result.DONE);
    assertThat(rig.rests).containsExactly("STARTING 42000");
  }

  @Test
  void work_whileWaiting_isNotTakenForStuck() throws Exception {
    failures.add(new Fault(ErrorKind.TEMPORARY, "flood", Duration.ofMinutes(10), null));
    rig.whileWaiting =
        () -> {
          rig.whileWaiting = () -> {};
          rig.pass(Duration.ofMinutes(9));
        };
    deliver();
    assertThat(rig.isInterrupted("sheets")).isFalse();
  }

  @Test
  void work_thatIsToldToStop_leavesTheItemWhoseItWas() throws Exception {
    failTimes(2);
    rig.whileWaiting = () -> rig.context("sheets").stop();
    assertThat(deliver()).isEqualTo(Delivery.Result.STOPPED);
    assertThat(worked).isEqualTo(1);
    assertThat(letters.size()).isZero();
  }

  @Test
  void work_thatIsInterrupted_saysSo() {
    failures.add(new InterruptedException());
    assertThatThrownBy(this::deliver).isInstanceOf(InterruptedException.class);
    assertThat(letters.size()).isZero();
  }

  @Test
  void work_thatRunsOutOfMemory_isNoItemsFault() {
    rig.start(rig.task("a"));
    Delivery delivery =
        new Delivery("a", Delivery.Policy.DEFAULT, letters, rig.clock(), Rig.LONGEST);
    assertThatThrownBy(() ->
            delivery.work(
                ROW,
                rig.context("a"),
                () -> {
                  throw new OutOfMemoryError("Java heap space");
                }))
        .isInstanceOf(OutOfMemoryError.class);
    assertThat(letters.size()).isZero();
  }

  @Test
  void work_whereTheDeadLettersAreFull_losesNeitherFailure() {
    failures.add(new Fault(ErrorKind.BAD_ITEM, "no such sheet", null));
    DeadLetters full = new Full();
    assertThatThrownBy(() -> deliver(full))
        .hasMessage("disk full")
        .satisfies(e ->
            assertThat(e.getSuppressed()).singleElement().hasToString(faultOf("no such sheet")));
  }

  private static String faultOf(String message) {
    return Fault.class.getName() + ": " + message;
  }

  /// Takes no more letters.
  private static final class Full implements DeadLetters {
    private final MemoryDeadLetters none = new MemoryDeadLetters();

    @Override
    public long keep(DeadLetter letter) {
      throw new Fault(ErrorKind.OPERATIONAL, "disk full", null);
    }

    @Override
    public List<DeadLetter> list(long after, int most) {
      return none.list(after, most);
    }

    @Override
    public @Nullable DeadLetter find(long id) {
      return none.find(id);
    }

    @Override
    public boolean drop(long id) {
      return none.drop(id);
    }

    @Override
    public long size() {
      return none.size();
    }
  }

  @Test
  void oneBadItem_doesNotStopTheStage() throws Exception {
    rig.start(rig.task("a"));
    Delivery delivery =
        new Delivery("a", Delivery.Policy.DEFAULT, letters, rig.clock(), Rig.LONGEST);
    List<String> out = new ArrayList<>();
    rig.run(
        "a",
        context -> {
          for (String item : List.of("one", "bad", "three")) {
            delivery.work(
                new Delivery.Item(item, item),
                context,
                () -> {
                  if (item.equals("bad")) {
                    throw new IllegalStateException("cannot be written");
                  }
                  out.add(item);
                });
          }
        });
    assertThat(out).containsExactly("one", "three");
    assertThat(letters.size()).isEqualTo(1);
    assertThat(rig.state("a")).isEqualTo(new State.Running());
  }

  @Test
  void policy_withoutAnAttempt_isRefused() {
    assertThatThrownBy(() -> new Delivery.Policy(0, Backoff.Policy.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
