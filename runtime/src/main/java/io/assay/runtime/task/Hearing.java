package io.assay.runtime.task;

import io.assay.runtime.State;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Hears what tasks tell from their own threads, unless a later generation has taken over.
final class Hearing implements Attempt.Ear {
  private final Roster roster; // also the supervisor's lock
  private final Rulings rulings;
  private final Runnable wake;

  Hearing(Roster roster, Rulings rulings, Runnable wake) {
    this.roster = roster;
    this.rulings = rulings;
    this.wake = wake;
  }

  /// The task that speaks; null if that generation has nothing to say any more.
  private @Nullable Worker speaker(TaskContext context) {
    Worker worker = roster.find(context.task());
    Attempt attempt = worker == null ? null : worker.attempt();
    boolean current =
        attempt != null
            && attempt.context().equals(context)
            && attempt.standing() == Attempt.Standing.CURRENT;
    return current ? worker : null;
  }

  @Override
  public void resumed(TaskContext context) {
    synchronized (roster) {
      Worker worker = speaker(context);
      if (worker != null && worker.resumed() instanceof Worker.Moment.At(long fell)) {
        rulings.recovered(worker, fell);
      }
    }
  }

  @Override
  public void degraded(TaskContext context, String cause) {
    synchronized (roster) {
      Worker worker = speaker(context);
      if (worker != null) {
        worker.become(new State.Degraded(cause));
      }
    }
  }

  @Override
  public Duration waits(TaskContext context, Exception failure, Duration healthy) {
    synchronized (roster) {
      Worker worker = speaker(context);
      return worker == null ? Duration.ZERO : worker.waits(failure, healthy);
    }
  }

  @Override
  public void ended() {
    wake.run();
  }
}
