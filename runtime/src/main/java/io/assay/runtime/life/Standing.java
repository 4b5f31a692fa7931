package io.assay.runtime.life;

import io.assay.runtime.Backoff;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.assay.runtime.State;
import io.assay.runtime.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/// Where a component stands, since when, why, and when it is tried again. Safe for any thread.
final class Standing {
  private final Time time;
  private final Backoff backoff;
  private State state = new State.New();
  private Instant since;
  private ErrorKind kind = ErrorKind.TEMPORARY;
  private long due;

  Standing(Time time, RandomGenerator random) {
    this.time = time;
    backoff = new Backoff(Backoff.Policy.DEFAULT, random);
    since = time.instant();
  }

  synchronized State state() {
    return state;
  }

  synchronized Instant since() {
    return since;
  }

  synchronized void become(State next) {
    if (!next.equals(state)) {
      state = next;
      since = time.instant();
    }
  }

  boolean isUp() {
    return state() instanceof State.Running || state() instanceof State.Degraded;
  }

  boolean hasFailed() {
    return state() instanceof State.Failed;
  }

  /// It works as it should.
  synchronized void works() {
    backoff.reset();
    become(new State.Running());
  }

  /// It works, but not as it should, and is asked again later.
  synchronized void degraded(String cause) {
    due = time.nanos() + backoff.failed(Duration.ZERO, Duration.ZERO).toNanos();
    become(new State.Degraded(cause));
  }

  /// It does not start.
  ///
  /// @param forGood whether nothing goes on without it, so that it is not tried again
  synchronized void failed(Throwable cause, boolean forGood) {
    String words = Fault.lineOf(cause);
    kind = Fault.kindOf(cause);
    if (forGood) {
      become(new State.Failed(words));
    } else if (kind == ErrorKind.FATAL) {
      become(new State.GaveUp(words, Instant.MAX));
    } else {
      Duration wait = backoff.failed(Duration.ZERO, Fault.leastWaitOf(cause));
      due = time.nanos() + wait.toNanos();
      become(new State.Backoff(backoff.failures(), time.instant().plus(wait), words));
    }
  }

  /// It cannot be started before what it needs is there.
  synchronized void waitsFor(Fault why) {
    kind = why.kind();
    due = time.nanos();
    become(new State.Backoff(0, time.instant(), Fault.lineOf(why)));
  }

  /// Why it is down, for what needs it.
  synchronized Fault why(String name) {
    String words =
        switch (state) {
          case State.Backoff(_, _, String cause) -> cause;
          case State.GaveUp(String cause, _) -> cause;
          case State.Failed(String cause) -> cause;
          case State.Degraded(String cause) -> cause;
          case State.New _, State.Starting _, State.Running _ -> state.word();
          case State.Stopping _, State.Stopped _ -> state.word();
        };
    return new Fault(kind, "needs " + name + ", which is down: " + words, null);
  }

  /// Whether there is more to come by itself.
  private boolean comesAgain() {
    return state instanceof State.Backoff || state instanceof State.Degraded;
  }

  /// How long until it is tried, or asked, once more.
  ///
  /// @param never what to say where it is not
  synchronized Duration untilDue(Duration never) {
    return comesAgain() ? Duration.ofNanos(Math.max(0, due - time.nanos())) : never;
  }

  /// Is not tried again.
  synchronized void rest() {
    if (state instanceof State.Backoff) {
      become(new State.Stopped());
    }
  }
}
