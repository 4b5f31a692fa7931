package io.assay.runtime.alert;

import io.assay.runtime.alert.Alert.State;
import io.assay.runtime.alert.Alerts.Damping;
import io.assay.runtime.alert.Alerts.Now;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// One alert through its life: pending → firing → resolved, and pending again. Guarded by the lock
/// of [Alerts].
///
/// It flaps where firing began or ended more often within the window than the damping allows. Then
/// it stays firing through every quiet reading, until it has been quiet for the whole window.
final class Tracked {
  private final Alert.Id id;
  private final Damping damping;

  /// How long it must be quiet before that is believed.
  private Duration settling = Duration.ZERO;

  private final Deque<Long> changes = new ArrayDeque<>();
  private Rule.Breach breach;
  private State state = State.PENDING;
  private Now since;
  private @Nullable Now resolved;
  private @Nullable Now quiet;
  private @Nullable Now told;
  private @Nullable String acknowledgedBy;
  private boolean flapping;
  private boolean owesResolved;

  Tracked(Alert.Id id, Rule.Breach breach, Damping damping, Now now) {
    this.id = id;
    this.breach = breach;
    this.damping = damping;
    since = now;
  }

  /// One that fired when an earlier run ended, and of which somebody knows.
  ///
  /// @param settling how long quiet readings may mean that nothing has been measured yet
  Tracked(Alert alert, Damping damping, Duration settling, Now now) {
    this(alert.id(), new Rule.Breach("", alert.value(), alert.summary()), damping, now);
    this.settling = settling;
    state = State.FIRING;
    since = new Now(alert.since(), now.nanos());
    told = now;
    acknowledgedBy = alert.acknowledgedBy();
    flapping = alert.flapping();
  }

  /// It is not as it should be, still or again.
  ///
  /// @param lasting how long that must be so before it fires
  void breached(Rule.Breach seen, Duration lasting, Now now) {
    breach = seen;
    quiet = null;
    settling = Duration.ZERO;
    if (state == State.RESOLVED) {
      enter(State.PENDING, now);
    }
    if (state == State.PENDING && since.lasts(lasting, now)) {
      enter(State.FIRING, now);
      flapping = changedTooOften(now);
    }
  }

  /// It is as it should be.
  void quiet(Now now) {
    switch (state) {
      case PENDING -> fallBack();
      case FIRING -> calm(now);
      case RESOLVED -> {}
    }
  }

  /// What never fired is forgotten; what fired before is as resolved as it was.
  private void fallBack() {
    state = State.RESOLVED;
    since = resolved == null ? since : resolved;
  }

  private void calm(Now now) {
    if (quiet == null) {
      quiet = now;
      flapping = flapping || changedTooOften(now);
    }
    if (quiet.lasts(flapping ? damping.window() : settling, now)) {
      resolve(now);
    }
  }

  private void resolve(Now now) {
    enter(State.RESOLVED, now);
    resolved = now;
    owesResolved = told != null;
    told = null;
    acknowledgedBy = null;
    flapping = false;
  }

  /// Ends it, whatever it is, because nobody watches it any more.
  void abandon(String reason, Now now) {
    if (state == State.FIRING) {
      breach = new Rule.Breach(breach.instance(), breach.value(), reason);
      resolve(now);
    }
  }

  private void enter(State next, Now now) {
    state = next;
    since = now;
  }

  private boolean changedTooOften(Now now) {
    changes.addLast(now.nanos());
    while (now.nanos() - changes.getFirst() > damping.window().toNanos()) {
      changes.removeFirst();
    }
    return changes.size() > damping.changes();
  }

  /// Whether nothing is left to show or to tell.
  boolean isSpent(Duration kept, Now now) {
    return state == State.RESOLVED && !owesResolved && (resolved == null || since.lasts(kept, now));
  }

  Alert.Id id() {
    return id;
  }

  boolean fires() {
    return state == State.FIRING;
  }

  boolean isTold() {
    return told != null;
  }

  boolean isAcknowledged() {
    return acknowledgedBy != null;
  }

  boolean owesResolved() {
    return owesResolved;
  }

  /// Whether it has fired for that long.
  boolean firesFor(Duration time, Now now) {
    return fires() && since.lasts(time, now);
  }

  /// Whether it was told that long ago and fires still.
  boolean toldBefore(Duration time, Now now) {
    return fires() && told != null && told.lasts(time, now);
  }

  void tell(Now now) {
    if (owesResolved) {
      owesResolved = false;
    } else {
      told = now;
    }
  }

  void acknowledge(String who) {
    acknowledgedBy = who;
  }

  Alert alert(Alert.Severity severity, @Nullable Silence silence) {
    return new Alert(
        id,
        severity,
        state,
        since.at(),
        breach.value(),
        breach.summary(),
        flapping,
        acknowledgedBy,
        silence);
  }
}
