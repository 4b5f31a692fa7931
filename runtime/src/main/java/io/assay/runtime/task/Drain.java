package io.assay.runtime.task;

import io.assay.runtime.State;
import io.assay.runtime.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets tasks finish what they have in hand and end, upstream first, all within one time.
final class Drain {
  private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);

  private final Object lock;
  private final Rulings rulings;
  private final Pulse pulse;
  private final Time time;
  private final Duration patience;

  /// @param patience for whoever was interrupted
  Drain(Object lock, Rulings rulings, Pulse pulse, Time time, Duration patience) {
    this.lock = lock;
    this.rulings = rulings;
    this.pulse = pulse;
    this.time = time;
    this.patience = patience;
  }

  /// Ends them. None takes more than twice its even share of the time, so that one that hangs
  /// leaves something to the others, and a tenth of it is kept for saying so.
  ///
  /// @param leaving that are not to be started any more
  /// @return one line for each that would not end, or ended with a failure
  List<String> run(List<Worker> leaving, Duration within) throws InterruptedException {
    long whole = within.multipliedBy(9).dividedBy(10).toNanos();
    long deadline = time.nanos() + whole;
    long least = whole / Math.max(1, leaving.size()) / 2;
    List<String> flaws = new ArrayList<>();
    try {
      for (int i = 0; i < leaving.size(); i++) {
        int others = leaving.size() - i - 1;
        long left = Math.max(0, deadline - time.nanos());
        long share = Math.min(left - least * others, left / (others + 1) * 2);
        flaws.addAll(end(leaving.get(i), Duration.ofNanos(Math.max(0, share))));
      }
    } catch (InterruptedException e) {
      leaving.forEach(this::hurry);
      throw e;
    }
    return flaws;
  }

  private List<String> end(Worker worker, Duration share) throws InterruptedException {
    Attempt attempt = tell(worker);
    if (attempt != null) {
      Duration quarter = share.dividedBy(4);
      Duration grace = quarter.compareTo(patience) < 0 ? quarter : patience;
      if (!attempt.awaitEnd(share.minus(grace))) {
        attempt.interrupt();
        attempt.awaitEnd(grace);
      }
    }
    return conclude(worker);
  }

  /// Tells a task to end.
  private @Nullable Attempt tell(Worker worker) {
    synchronized (lock) {
      Attempt attempt = worker.attempt();
      if (attempt != null && !attempt.isOver()) {
        attempt.leave(Attempt.Standing.LEAVING);
        worker.become(new State.Stopping());
      }
      return attempt;
    }
  }

  private List<String> conclude(Worker worker) {
    synchronized (lock) {
      String stack = "";
      Attempt attempt = worker.attempt();
      if (attempt != null && attempt.isOver()) {
        rulings.hear(worker, attempt);
      } else if (attempt != null) {
        stack = attempt.stack().lines().findFirst().orElse("");
        pulse.leaveBehind(worker, attempt);
        worker.become(new State.Failed("would not end: " + stack));
      } else if (!worker.isOver()) {
        worker.become(new State.Stopped());
      }
      return worker.state() instanceof State.Failed(String cause)
          ? List.of(worker.name() + ": " + cause)
          : List.of();
    }
  }

  /// Whoever waited has no time any more.
  private void hurry(Worker worker) {
    Attempt attempt = tell(worker);
    if (attempt != null) {
      LOG.warn("task {} is interrupted, since nobody waits for it any more", worker.name());
      attempt.interrupt();
    }
  }
}
