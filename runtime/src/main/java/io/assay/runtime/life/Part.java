package io.assay.runtime.life;

import io.assay.runtime.Backoff;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.assay.runtime.State;
import io.assay.runtime.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A component of a running system: where it stands, and when it is tried again. Safe for any
/// thread.
final class Part {
  private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);

  private final Component component;
  private final Phase phase;
  private final Time time;
  private final Backoff backoff;
  private State state = new State.New();
  private Instant since;
  private long due;

  Part(Component component, Phase phase, Time time, RandomGenerator random) {
    this.component = component;
    this.phase = phase;
    this.time = time;
    backoff = new Backoff(Backoff.Policy.DEFAULT, random);
    since = time.instant();
  }

  Component component() {
    return component;
  }

  Phase phase() {
    return phase;
  }

  synchronized State state() {
    return state;
  }

  synchronized void become(State next) {
    if (!next.equals(state)) {
      state = next;
      since = time.instant();
    }
  }

  /// Whether others may rely on it.
  boolean isUp() {
    return state() instanceof State.Running || state() instanceof State.Degraded;
  }

  /// Whether stopping it may find anything: it was started, or was on its way.
  boolean wasTouched() {
    return switch (state()) {
      case State.New _, State.Stopped _ -> false;
      case State.Starting _, State.Running _, State.Degraded _, State.Stopping _ -> true;
      case State.Backoff _, State.GaveUp _, State.Failed _ -> false;
    };
  }

  /// Notes that it could not be started, and when it is tried again.
  synchronized void failed(Throwable cause) {
    String words = Fault.lineOf(cause);
    LOG.warn("component {} does not start: {}", component.name(), words);
    ErrorKind kind = Fault.kindOf(cause);
    Duration wait = backoff.failed(Duration.ZERO, Fault.leastWaitOf(cause));
    if (kind == ErrorKind.FATAL) {
      become(new State.GaveUp(words, Instant.MAX));
      return;
    }
    due = time.nanos() + wait.toNanos();
    become(new State.Backoff(backoff.failures(), time.instant().plus(wait), words));
  }

  /// Notes that what it needs is not there.
  synchronized void waitsFor(String need) {
    due = time.nanos();
    become(new State.Backoff(1, time.instant(), "needs " + need));
  }

  synchronized boolean isDue() {
    return state instanceof State.Backoff && time.nanos() - due >= 0;
  }

  /// How long until it is tried again.
  ///
  /// @param never what to say where it is not
  synchronized Duration untilDue(Duration never) {
    return state instanceof State.Backoff
        ? Duration.ofNanos(Math.max(0, due - time.nanos()))
        : never;
  }

  synchronized ComponentView view() {
    return new ComponentView(component.name(), phase, component.criticality(), state, since);
  }
}
