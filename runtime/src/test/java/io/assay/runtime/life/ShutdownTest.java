package io.assay.runtime.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ShutdownTest {
  private static final Duration DEADLINE = Duration.ofSeconds(25);

  private final HangTime time = new HangTime();
  private final List<String> log = Collections.synchronizedList(new ArrayList<>());
  private final List<Duration> told = Collections.synchronizedList(new ArrayList<>());
  private final Shutdown shutdown = new Shutdown(time, DEADLINE);

  @AfterEach
  void release() {
    time.release();
  }

  private Shutdown.Step step(String name, Component.Ending ending) {
    return new Shutdown.Step(
        name,
        within -> {
          log.add(name);
          told.add(within);
          ending.run(within);
        },
        flaw -> log.add(name + " ended" + (flaw.isEmpty() ? "" : " badly")));
  }

  private Shutdown.Step hanging(String name) {
    return step(name, _ -> time.hangOn());
  }

  @Test
  void steps_areTakenInOrder() {
    StopReport report = shutdown.run(List.of(step("drain a", _ -> {}), step("save b", _ -> {})));
    assertThat(log).containsExactly("drain a", "drain a ended", "save b", "save b ended");
    assertThat(report.steps()).map(StopReport.Step::name).containsExactly("drain a", "save b");
    assertThat(report.isClean()).isTrue();
    assertThat(report.status().code()).isZero();
  }

  @Test
  void noSteps_areClean() {
    assertThat(shutdown.run(List.of())).isEqualTo(new StopReport(List.of()));
  }

  @Test
  void stepThatFails_doesNotStopTheOthers() {
    StopReport report =
        shutdown.run(
            List.of(
                step(
                    "save a",
                    _ -> {
                      throw new Fault(ErrorKind.OPERATIONAL, "disk full", null);
                    }),
                step(
                    "save b",
                    _ -> {
                      throw new StackOverflowError();
                    }),
                step("release c", _ -> {})));
    assertThat(report.steps())
        .map(StopReport.Step::flaw)
        .containsExactly("disk full", "StackOverflowError", "");
    assertThat(report.status()).isEqualTo(ExitStatus.NOT_FLUSHED);
    assertThat(report.status().code()).isEqualTo(74);
    assertThat(shutdown.flaws())
        .map(Throwable::getMessage)
        .containsExactly("save a: disk full", "save b: StackOverflowError");
    assertThat(shutdown.flaws().getFirst()).hasCauseInstanceOf(Fault.class);
    assertThat(log).contains("save a ended badly", "release c ended");
  }

  @Test
  void stepThatHangs_isLeftBehindAndNamesItsThread() {
    StopReport report = shutdown.run(List.of(hanging("drain a"), step("save b", _ -> {})));
    StopReport.Step hung = report.steps().getFirst();
    assertThat(hung.flaw())
        .startsWith("did not end within ")
        .contains("thread assay-stop-drain-a, WAITING");
    assertThat(hung.took()).isLessThan(DEADLINE);
    assertThat(log).endsWith("save b", "save b ended");
    assertThat(report.status()).isEqualTo(ExitStatus.NOT_FLUSHED);
  }

  @Test
  void stepThatEndsOnlyOnTheInterrupt_saysSo() {
    StopReport report = shutdown.run(List.of(step("drain a", _ -> time.hang())));
    assertThat(report.steps().getFirst().flaw()).isEqualTo("InterruptedException");
  }

  @Test
  void steps_thatAllHang_endWithinTheDeadline() {
    long begin = time.nanos();
    List<Shutdown.Step> steps = IntStream.range(0, 20).mapToObj(i -> hanging("step " + i)).toList();
    StopReport report = shutdown.run(steps);
    assertThat(time.since(begin)).isLessThanOrEqualTo(DEADLINE);
    assertThat(report.steps())
        .allSatisfy(step -> assertThat(step.took()).isGreaterThanOrEqualTo(Duration.ofMillis(400)));
  }

  @Test
  void step_isToldLessTimeThanItsShareAndMayUseTwiceTheEvenOne() {
    shutdown.run(List.of(step("a", _ -> {}), step("b", _ -> {}), step("c", _ -> {})));
    Duration even = DEADLINE.dividedBy(3);
    assertThat(told.getFirst())
        .isBetween(even.multipliedBy(19).dividedBy(10), even.multipliedBy(2));
    assertThat(told.getLast())
        .as("the last may have what is left")
        .isBetween(Duration.ofSeconds(24), DEADLINE);
  }

  @Test
  void deadlineThatIsOver_leavesAMomentToEach() {
    Shutdown late = new Shutdown(time, Duration.ZERO);
    StopReport report = late.run(List.of(step("a", _ -> {}), hanging("b"), step("c", _ -> {})));
    assertThat(report.steps())
        .map(step -> step.flaw().isEmpty())
        .containsExactly(true, false, true);
  }

  @Test
  void interrupt_hurriesWhatIsLeftAndSkipsNothing() {
    Thread stopping = Thread.currentThread();
    StopReport report =
        shutdown.run(
            List.of(
                step(
                    "a",
                    _ -> {
                      stopping.interrupt();
                      time.hangOn();
                    }),
                step("b", _ -> {})));
    assertThat(Thread.interrupted()).as("whoever interrupted is not forgotten").isTrue();
    assertThat(report.steps()).map(step -> step.flaw().isEmpty()).containsExactly(false, true);
    assertThat(told.getLast()).isLessThan(Duration.ofMillis(100));
  }
}
