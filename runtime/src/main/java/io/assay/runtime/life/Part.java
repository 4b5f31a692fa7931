package io.assay.runtime.life;

import io.assay.runtime.Criticality;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.assay.runtime.State;
import io.assay.runtime.Time;
import io.assay.runtime.health.CheckResult;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A component of a running system and what it is at. Whoever has the system's turn acts on it;
/// anybody may look, and cut short what it is at.
final class Part {
  private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);
  private static final Duration NEVER = Duration.ofNanos(Long.MAX_VALUE);

  private final Component component;
  private final Phase phase;
  private final Time time;
  private final Standing standing;
  private volatile @Nullable Bounded step;
  private volatile @Nullable Bounded hung;
  private volatile boolean touched;
  private volatile CheckResult answer = CheckResult.up();

  Part(Component component, Phase phase, Time time, RandomGenerator random) {
    this.component = component;
    this.phase = phase;
    this.time = time;
    standing = new Standing(time, random);
  }

  Component component() {
    return component;
  }

  String name() {
    return component.name();
  }

  boolean isCritical() {
    return component.criticality() == Criticality.CRITICAL;
  }

  /// Whether others may rely on it.
  boolean isUp() {
    return standing.isUp();
  }

  /// Why it is down, for what needs it.
  Fault whyDown() {
    return standing.why(name());
  }

  /// Whether stopping it may find anything: it was started, or was on its way, and was not undone.
  boolean wasTouched() {
    return touched;
  }

  /// Begins to start it.
  void begin() {
    touched = true;
    standing.become(new State.Starting());
    step = Bounded.start("start-" + name(), component.hooks().start(), time);
  }

  /// Waits for its start to end.
  ///
  /// @return why it failed; null if it did not
  @Nullable Throwable started(Duration within) throws InterruptedException {
    Throwable cause =
        switch (end(within)) {
          case Bounded.End.Done() -> null;
          case Bounded.End.Failed(Throwable why) -> why;
          case Bounded.End.Hung left -> {
            hung = step;
            LOG.error("component {} does not end its start: {}", name(), left.stack());
            yield new Fault(ErrorKind.TEMPORARY, "did not start in time: " + left.thread(), null);
          }
        };
    if (cause == null) {
      standing.works();
    } else {
      failed(cause);
    }
    return cause;
  }

  private Bounded.End end(Duration within) throws InterruptedException {
    Bounded running = step;
    return running == null ? new Bounded.End.Done() : running.end(within, Bounded.PATIENCE);
  }

  private void failed(Throwable cause) {
    boolean bug = Fault.kindOf(cause) == ErrorKind.BUG;
    LOG.warn("component {} does not start: {}", name(), Fault.lineOf(cause), bug ? cause : null);
    standing.failed(cause, isCritical());
  }

  /// Clears what a start that failed left behind, so that it can be tried again. A start that hangs
  /// may leave more behind when it ends at last, and is cleared again before the next.
  void undo(Duration within) throws InterruptedException {
    Component.Ending ending = component.hooks().stop();
    Bounded left = hung;
    boolean whole = left == null || left.isOver();
    step = Bounded.start("undo-" + name(), () -> ending.run(within), time);
    switch (end(within)) {
      case Bounded.End.Done() -> touched = !whole;
      case Bounded.End.Failed(Throwable cause) ->
          LOG.warn("component {}: undoing its start failed", name(), cause);
      case Bounded.End.Hung(String stack) ->
          LOG.error("component {}: undoing its start does not end: {}", name(), stack);
    }
  }

  /// Notes that what it needs is not there.
  void waitsFor(Part need) {
    standing.waitsFor(need.whyDown());
  }

  /// Begins to check it.
  void ask() {
    step =
        Bounded.start("verify-" + name(), () -> answer = component.hooks().check().check(), time);
  }

  /// Waits for the answer.
  ///
  /// @return what is wrong; null if it works, be it not as it should
  @Nullable Throwable answered(Duration within) throws InterruptedException {
    Throwable flaw =
        switch (end(within)) {
          case Bounded.End.Done() -> flaw(answer);
          case Bounded.End.Failed(Throwable cause) -> cause;
          case Bounded.End.Hung left ->
              new Fault(ErrorKind.TEMPORARY, "does not answer its check: " + left.thread(), null);
        };
    if (flaw != null) {
      standing.degraded(Fault.lineOf(flaw));
    } else if (answer.status() == CheckResult.Status.DEGRADED) {
      standing.degraded(answer.detail());
    } else {
      standing.works();
    }
    return flaw;
  }

  private static @Nullable Fault flaw(CheckResult result) {
    return result.status() == CheckResult.Status.DOWN
        ? new Fault(ErrorKind.TEMPORARY, "is down: " + result.detail(), null)
        : null;
  }

  /// Whether it is to be tried, or asked, once more.
  boolean isDue() {
    return untilDue(NEVER).isZero();
  }

  /// How long until it is tried, or asked, once more. Not while something of it still hangs.
  ///
  /// @param never what to say where it is not
  Duration untilDue(Duration never) {
    return isOver(step) && isOver(hung) ? standing.untilDue(never) : never;
  }

  private static boolean isOver(@Nullable Bounded running) {
    return running == null || running.isOver();
  }

  /// Tries once more.
  ///
  /// @param start how long it may take
  /// @param undo how long clearing away may take
  void retry(Duration start, Duration undo) throws InterruptedException {
    if (isUp()) {
      ask();
      answered(start);
      return;
    }
    if (touched) {
      undo(undo);
    }
    if (touched) {
      failed(new Fault(ErrorKind.TEMPORARY, "its last start could not be undone", null));
      return;
    }
    hung = null;
    begin();
    if (started(start) != null) {
      undo(undo);
    }
  }

  /// Nobody has time for what it is at.
  void cut() {
    Bounded running = step;
    if (running != null) {
      running.cut();
    }
  }

  /// Waits a moment for what it is still at, after it was cut short.
  void settle() throws InterruptedException {
    if (!isOver(step)) {
      end(Duration.ZERO);
    }
  }

  /// How it is stopped; what failed stays failed.
  Shutdown.Step stop() {
    String words = phase.undoing() + " " + name();
    return new Shutdown.Step(
        words,
        within -> {
          if (!standing.hasFailed()) {
            standing.become(new State.Stopping());
          }
          component.hooks().stop().run(within);
        },
        this::stopped);
  }

  private void stopped(String flaw) {
    touched = false;
    if (!flaw.isEmpty()) {
      standing.become(new State.Failed(flaw));
    } else if (!standing.hasFailed()) {
      standing.become(new State.Stopped());
    }
  }

  /// Is not tried again.
  void rest() {
    standing.rest();
  }

  Component.View view() {
    return new Component.View(
        name(), phase, component.criticality(), standing.state(), standing.since());
  }
}
