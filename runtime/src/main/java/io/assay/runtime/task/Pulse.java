package io.assay.runtime.task;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who is alive, who is asked to end, and which threads were left behind because they would not: a
/// thread cannot be killed, so their number is bounded. Guarded by the supervisor's lock.
final class Pulse {
  private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
  private static final long NOTHING_DUE = 1_000_000_000;
  private static final long MOMENT = 1_000_000; // so that a deadline is over when it is looked at

  private final long patience;
  private final int mostAbandoned;
  private final List<Attempt> abandoned = new ArrayList<>();

  Pulse(Supervisor.Settings settings) {
    patience = settings.patience().toNanos();
    mostAbandoned = settings.mostAbandoned();
  }

  static String stuck(Worker worker) {
    return "stuck: no heartbeat for " + worker.spec().heartbeat().toMillis() + " ms";
  }

  /// Interrupts who has been silent for too long, and who does not make room when asked.
  ///
  /// @return whether that has not helped either
  boolean isGone(Worker worker, Attempt attempt) {
    return switch (attempt.standing()) {
      case CURRENT -> {
        if (worker.breath(attempt) < 0) {
          String stack = attempt.stack(); // what it was at, not what the interrupt made of it
          attempt.leave(Attempt.Standing.STUCK);
          attempt.interrupt();
          LOG.warn("task {} is {}: {}", worker.name(), stuck(worker), stack);
        }
        yield false;
      }
      case STUCK -> attempt.standingFor() >= patience;
      case RETIRING -> {
        if (!attempt.wasInterrupted() && attempt.standingFor() >= patience / 2) {
          attempt.interrupt();
        }
        yield attempt.standingFor() >= patience;
      }
      case LEAVING, ABANDONED -> false; // others watch these
    };
  }

  /// Gives up waiting for the end of an attempt: from here on it may not commit anything.
  void leaveBehind(Worker worker, Attempt attempt) {
    worker.ended();
    attempt.leave(Attempt.Standing.ABANDONED);
    abandoned.add(attempt);
    LOG.error("task {} does not end; left behind: {}", worker.name(), attempt.stack());
  }

  /// Counts out those left behind that have ended after all.
  void forgetEnded() {
    if (!abandoned.isEmpty() && abandoned.removeIf(Attempt::isOver)) {
      LOG.info("abandoned threads that have not ended: {}", abandoned.size());
    }
  }

  int leftBehind() {
    return abandoned.size();
  }

  /// Whether more were left behind than may be.
  boolean isFull() {
    return abandoned.size() > mostAbandoned;
  }

  /// For how many nanoseconds nothing is due with a task by itself.
  long left(Worker worker) {
    Attempt attempt = worker.attempt();
    if (attempt == null) { // one that is due by now waits for another, which will be heard of
      return worker.isDue() ? NOTHING_DUE : worker.untilDue(NOTHING_DUE);
    }
    if (attempt.isOver()) {
      return 0;
    }
    return switch (attempt.standing()) {
      case CURRENT -> worker.breath(attempt) + MOMENT;
      case STUCK -> patience - attempt.standingFor();
      case RETIRING -> (attempt.wasInterrupted() ? patience : patience / 2) - attempt.standingFor();
      case LEAVING, ABANDONED -> NOTHING_DUE;
    };
  }
}
