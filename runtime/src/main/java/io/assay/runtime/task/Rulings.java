package io.assay.runtime.task;

import io.assay.runtime.Fault;
import io.assay.runtime.State;
import io.assay.runtime.Time;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a supervisor decides about each task. Guarded by its lock.
final class Rulings {
  private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
  private static final Duration SOON = Duration.ofSeconds(1);

  private final Time time;
  private final RestartPolicy policy;
  private final Supervisor.Watch watch;
  private final Roster roster;
  private final Pulse pulse;
  private final Intensity root = new Intensity();
  private boolean collapsed;

  /// @param policy how often crews may begin anew before everything ends
  Rulings(Time time, RestartPolicy policy, Supervisor.Watch watch, Roster roster, Pulse pulse) {
    this.time = time;
    this.policy = policy;
    this.watch = watch;
    this.roster = roster;
    this.pulse = pulse;
  }

  /// Looks at a task: has it ended, does it still breathe?
  void review(Worker worker) {
    Attempt attempt = worker.attempt();
    if (attempt == null) {
      return;
    }
    if (attempt.isOver()) {
      hear(worker, attempt);
    } else if (pulse.isGone(worker, attempt)) {
      abandon(worker, attempt);
    }
  }

  /// Notices that an attempt is over.
  void hear(Worker worker, Attempt attempt) {
    worker.ended();
    try {
      rule(worker, attempt);
    } catch (Throwable e) { // out of memory, most likely: whoever fell must not be forgotten
      if (!worker.isLeaving() && !worker.runsOnce()) {
        worker.restartAfter(SOON);
      }
      LOG.error("task {}: nothing could be decided, it is started again", worker.name(), e);
    }
  }

  private void rule(Worker worker, Attempt attempt) {
    Throwable failure = attempt.failure();
    switch (attempt.standing()) {
      case CURRENT -> decide(worker, attempt.healthy(), failure);
      case STUCK -> crash(worker, attempt.healthy(), Pulse.stuck(worker));
      case RETIRING -> madeRoom(worker, failure);
      case LEAVING -> worker.become(afterLeaving(failure));
      case ABANDONED -> throw new IllegalStateException("nobody waits for it any more");
    }
  }

  private static State afterLeaving(@Nullable Throwable failure) {
    if (failure == null || failure instanceof InterruptedException) {
      return new State.Stopped();
    }
    return new State.Failed(Fault.lineOf(failure));
  }

  private void decide(Worker worker, Duration healthy, @Nullable Throwable failure) {
    if (worker.isLeaving()) {
      worker.become(afterLeaving(failure));
    } else if (failure != null) {
      decideFailure(worker, healthy, failure);
    } else if (worker.spec().role().restart() == RestartPolicy.Kind.PERMANENT) {
      crash(worker, healthy, "returned, and is not meant to");
    } else {
      worker.become(new State.Stopped());
    }
  }

  private void decideFailure(Worker worker, Duration healthy, Throwable failure) {
    String cause = Fault.lineOf(failure);
    switch (Fault.kindOf(failure)) {
      case FATAL -> worker.giveUp(cause);
      case OPERATIONAL -> giveUpForNow(worker, cause);
      case TEMPORARY, BAD_ITEM, BUG -> {
        crash(worker, healthy, cause);
        LOG.warn("task {} crashed", worker.name(), failure);
      }
    }
  }

  private void crash(Worker worker, Duration healthy, String cause) {
    worker.crashed(cause);
    if (worker.isLeaving() || worker.runsOnce()) {
      worker.become(new State.Failed(cause));
    } else if (!worker.isCritical() && worker.isOnTrial(healthy)) {
      giveUpForNow(worker, cause);
    } else if (!worker.hasCrashedTooOften()) {
      worker.restartAfterCrash(healthy);
      takeAlong(worker);
    } else if (worker.isCritical()) {
      escalate(worker, cause);
    } else {
      giveUpForNow(worker, cause);
    }
  }

  private static void giveUpForNow(Worker worker, String cause) {
    if (worker.runsOnce()) {
      worker.become(new State.Failed(cause));
    } else {
      worker.giveUpForNow(cause);
    }
  }

  /// Whoever shares its fate is started again with it, and ends before that, last one first.
  private void takeAlong(Worker worker) {
    for (Worker other : roster.sharing(worker).reversed()) {
      if (other.attempt() != null) {
        retire(other);
        if (!other.runsOnce()) {
          other.restartWith(worker);
        }
      }
    }
  }

  private static void retire(Worker worker) {
    Attempt attempt = worker.attempt();
    if (attempt != null && attempt.standing() != Attempt.Standing.RETIRING) {
      attempt.leave(Attempt.Standing.RETIRING);
      worker.become(new State.Stopping());
    }
  }

  private static void madeRoom(Worker worker, @Nullable Throwable failure) {
    if (failure != null && !(failure instanceof InterruptedException)) {
      LOG.warn("task {} failed while it made room", worker.name(), failure);
    }
    if (!worker.isToStart()) {
      worker.become(new State.Stopped());
    }
  }

  /// A critical task cannot be helped: its whole crew begins anew, or everything ends.
  private void escalate(Worker fallen, String cause) {
    String words = fallen.name() + " gave up: " + cause;
    if (root.exceeds(time.nanos(), policy.maxRestarts(), policy.window())) {
      fallen.giveUp(cause);
      collapse(words);
      return;
    }
    LOG.warn("crew {} begins anew, since {}", fallen.crew().name(), words);
    fallen.absolve();
    fallen.restartAfterCrash(Duration.ZERO);
    for (Worker each : roster.crew(fallen.crew().name())) {
      boolean rests = each.isOver() || each.state() instanceof State.GaveUp;
      if (!each.equals(fallen) && !rests && !each.runsOnce()) {
        each.absolve();
        retire(each);
        each.restartWith(fallen);
      }
    }
  }

  private void collapse(String cause) {
    if (!collapsed) {
      collapsed = true;
      LOG.error("nothing is left to try: {}", cause);
      tell(() -> watch.collapsed(cause));
    }
  }

  /// A task works that had crashed at that moment.
  void recovered(Worker worker, long fell) {
    tell(() -> watch.recovered(worker.name(), time.since(fell)));
  }

  private static void tell(Runnable news) {
    try {
      news.run();
    } catch (RuntimeException e) {
      LOG.error("whoever watches the supervisor failed", e);
    }
  }

  private void abandon(Worker worker, Attempt attempt) {
    boolean stuck = attempt.standing() == Attempt.Standing.STUCK;
    Duration healthy = attempt.healthy();
    pulse.leaveBehind(worker, attempt);
    if (pulse.isFull()) {
      refuse(worker);
    } else if (stuck) {
      crash(worker, healthy, Pulse.stuck(worker) + ", and would not be interrupted");
    } else {
      madeRoom(worker, null);
    }
  }

  /// Does not start one more, since it would only add to the threads that do not end.
  private void refuse(Worker worker) {
    String cause = pulse.leftBehind() + " threads would not end, and no more are risked";
    if (worker.isCritical()) {
      worker.giveUp(cause);
      collapse(worker.name() + ": " + cause);
    } else {
      giveUpForNow(worker, cause);
    }
  }

  /// Starts it anew as if nothing had ever failed.
  void renew(Worker worker) {
    worker.absolve();
    retire(worker);
    worker.restartAfter(Duration.ZERO);
    takeAlong(worker);
  }

  /// Whether a task is to be put on a thread now.
  boolean isToStart(Worker worker) {
    if (worker.attempt() != null || !worker.isDue()) {
      return false;
    }
    if (worker.state() instanceof State.GaveUp) {
      if (pulse.isFull()) {
        refuse(worker);
        return false;
      }
      takeAlong(worker);
    }
    return !roster.mustWait(worker);
  }
}
