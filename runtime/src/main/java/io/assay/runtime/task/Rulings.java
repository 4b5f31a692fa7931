package io.assay.runtime.task;

import io.assay.runtime.Criticality;
import io.assay.runtime.Fault;
import io.assay.runtime.State;
import io.assay.runtime.Time;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a supervisor decides about each task. Guarded by its lock.
final class Rulings {
  private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
  private static final Duration NOTHING_DUE = Duration.ofSeconds(1);

  private final Time time;
  private final Supervisor.Settings settings;
  private final Supervisor.Watch watch;
  private final Roster roster;
  private final Consumer<Worker> launch;
  private final Intensity root = new Intensity();
  private int abandoned;
  private boolean collapsed;

  /// An attempt that is over.
  ///
  /// @param failure null if it returned
  record End(Attempt attempt, @Nullable Throwable failure) {}

  Rulings(
      Time time,
      Supervisor.Settings settings,
      Supervisor.Watch watch,
      Roster roster,
      Consumer<Worker> launch) {
    this.time = time;
    this.settings = settings;
    this.watch = watch;
    this.roster = roster;
    this.launch = launch;
  }

  void hear(End end) {
    Attempt attempt = end.attempt;
    Worker worker = attempt.worker();
    if (attempt.standing() == Attempt.Standing.ABANDONED) {
      abandoned--;
      LOG.info("task {}: an abandoned thread has ended after all", worker.spec().name());
      return;
    }
    worker.ended();
    switch (attempt.standing()) {
      case CURRENT -> decide(worker, attempt, end.failure);
      case STUCK -> crash(worker, attempt.age(), stuck(worker));
      case RETIRING -> LOG.debug("task {}: made room", worker.spec().name());
      case LEAVING -> worker.become(afterLeaving(end.failure));
      case ABANDONED -> throw new IllegalStateException("handled above");
    }
  }

  private static State afterLeaving(@Nullable Throwable failure) {
    if (failure == null || failure instanceof InterruptedException) {
      return new State.Stopped();
    }
    return new State.Failed(Fault.lineOf(failure));
  }

  private static String stuck(Worker worker) {
    return "stuck: no heartbeat for " + worker.spec().heartbeat().toMillis() + " ms";
  }

  private void decide(Worker worker, Attempt attempt, @Nullable Throwable failure) {
    if (failure != null) {
      decideFailure(worker, attempt, failure);
    } else if (worker.spec().role().restart() == RestartKind.PERMANENT) {
      crash(worker, attempt.age(), "returned, and is not meant to");
    } else {
      worker.become(new State.Stopped());
    }
  }

  private void decideFailure(Worker worker, Attempt attempt, Throwable failure) {
    String cause = Fault.lineOf(failure);
    switch (Fault.kindOf(failure)) {
      case FATAL -> worker.giveUp(cause);
      case OPERATIONAL -> worker.giveUpForNow(cause);
      case TEMPORARY, BAD_ITEM, BUG -> {
        LOG.warn("task {} crashed", worker.spec().name(), failure);
        crash(worker, attempt.age(), cause);
      }
    }
  }

  private void crash(Worker worker, Duration age, String cause) {
    boolean again = worker.crashed(cause);
    if (worker.spec().role().restart() == RestartKind.TEMPORARY) {
      worker.become(new State.Failed(cause));
    } else if (again) {
      worker.restartAfterCrash(age);
      for (Worker other : roster.sharing(worker)) {
        if (other.attempt() != null) {
          retire(other);
          other.restartWith(worker);
        }
      }
    } else if (worker.spec().role().criticality() == Criticality.CRITICAL) {
      worker.giveUp(cause);
      escalate(worker, cause);
    } else {
      worker.giveUpForNow(cause);
    }
  }

  private static void retire(Worker worker) {
    Attempt attempt = worker.attempt();
    if (attempt != null) {
      attempt.become(Attempt.Standing.RETIRING);
      attempt.context().stop();
      attempt.interrupt();
      worker.become(new State.Stopping());
    }
  }

  /// A critical task cannot be helped: its whole crew begins anew, or everything ends.
  private void escalate(Worker fallen, String cause) {
    String words = fallen.spec().name() + " gave up: " + cause;
    RestartPolicy policy = settings.root();
    if (root.exceeds(time.nanos(), policy.maxRestarts(), policy.window())) {
      collapse(words);
      return;
    }
    LOG.warn("crew {} begins anew, since {}", fallen.crew().name(), words);
    for (Worker each : roster.crew(fallen.crew().name())) {
      if (each.equals(fallen) || !(each.state() instanceof State.GaveUp)) {
        each.pardon();
        retire(each);
        each.restartAfterCrash(Duration.ZERO);
      }
    }
  }

  private void collapse(String cause) {
    if (!collapsed) {
      collapsed = true;
      LOG.error("nothing is left to try: {}", cause);
      watch.collapsed(cause);
    }
  }

  /// Interrupts who has been silent for too long, and leaves behind who does not end on it.
  void checkPulse(Worker worker) {
    Attempt attempt = worker.attempt();
    if (attempt == null) {
      return;
    }
    switch (attempt.standing()) {
      case CURRENT -> {
        if (attempt.context().silence().compareTo(worker.spec().heartbeat()) > 0) {
          LOG.warn("task {} is {}: {}", worker.spec().name(), stuck(worker), attempt.stack());
          attempt.become(Attempt.Standing.STUCK);
          attempt.interrupt();
        }
      }
      case STUCK, RETIRING -> {
        if (attempt.standingFor().compareTo(settings.patience()) >= 0) {
          abandon(worker, attempt);
        }
      }
      case LEAVING, ABANDONED -> {} // others watch these
    }
  }

  private void abandon(Worker worker, Attempt attempt) {
    LOG.error("task {} does not end; left behind: {}", worker.spec().name(), attempt.stack());
    boolean stuck = attempt.standing() == Attempt.Standing.STUCK;
    leaveBehind(worker, attempt);
    if (abandoned > settings.mostAbandoned()) {
      String cause = abandoned + " threads would not end";
      worker.giveUp(cause);
      if (worker.spec().role().criticality() == Criticality.CRITICAL) {
        collapse(worker.spec().name() + ": " + cause);
      }
    } else if (stuck) {
      crash(worker, attempt.age(), stuck(worker) + ", and would not be interrupted");
    }
  }

  /// Gives up waiting for the end of an attempt: from here on it may not commit anything.
  void leaveBehind(Worker worker, Attempt attempt) {
    boolean leaving = attempt.standing() == Attempt.Standing.LEAVING;
    attempt.become(Attempt.Standing.ABANDONED);
    attempt.context().supersede();
    worker.ended();
    abandoned++;
    if (leaving) {
      worker.become(new State.Failed("would not end"));
    }
  }

  /// Asks a task to finish and not to be replaced.
  ///
  /// @return what is to be waited for; null if nothing runs
  @Nullable Attempt leave(Worker worker) {
    worker.leave();
    Attempt attempt = worker.attempt();
    if (attempt == null) {
      worker.become(new State.Stopped());
    } else {
      attempt.become(Attempt.Standing.LEAVING);
      worker.become(new State.Stopping());
      attempt.context().stop();
    }
    return attempt;
  }

  /// Starts it anew as if nothing had ever failed.
  void renew(Worker worker) {
    worker.absolve();
    retire(worker);
    worker.restartAfter(Duration.ZERO);
  }

  void startDue() {
    for (Worker worker : List.copyOf(roster.all())) {
      if (worker.isDue() && worker.attempt() == null && !roster.mustWait(worker)) {
        boolean recovers = worker.state() instanceof State.Backoff;
        Duration down = worker.down();
        launch.accept(worker);
        if (recovers) {
          watch.recovered(worker.spec().name(), down);
        }
      }
    }
  }

  /// Until when nothing is due by itself.
  Duration untilNext() {
    Duration least = NOTHING_DUE;
    for (Worker worker : roster.all()) {
      Duration left = left(worker);
      least = left.compareTo(least) < 0 ? left : least;
    }
    return least.isNegative() ? Duration.ZERO : least;
  }

  private Duration left(Worker worker) {
    Attempt attempt = worker.attempt();
    if (attempt == null) {
      return worker.untilDue(NOTHING_DUE);
    }
    return switch (attempt.standing()) {
      case CURRENT -> worker.spec().heartbeat().minus(attempt.context().silence()).plusMillis(1);
      case STUCK, RETIRING -> settings.patience().minus(attempt.standingFor());
      case LEAVING, ABANDONED -> NOTHING_DUE;
    };
  }
}
