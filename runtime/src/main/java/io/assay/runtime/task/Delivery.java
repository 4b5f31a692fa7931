package io.assay.runtime.task;

import io.assay.runtime.Backoff;
import io.assay.runtime.DeadLetter;
import io.assay.runtime.DeadLetters;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.assay.runtime.Time;
import java.time.Duration;
import java.util.Objects;
import java.util.random.RandomGenerator;

/// Works single items at an edge of the system: what is temporary is tried again a few times, and
/// an item that cannot be worked goes to the dead letters, so that one bad item never stops a
/// stage. What is wrong with the edge itself, and not with the item, is thrown on. Safe for as many
/// threads as its random generator is.
public final class Delivery {
  private final String origin;
  private final Policy policy;
  private final DeadLetters letters;
  private final Time time;
  private final RandomGenerator random;

  /// How often an item is tried.
  ///
  /// @param attempts in all, ≥ 1
  /// @param backoff waits between them
  public record Policy(int attempts, Backoff.Policy backoff) {
    /// Five, from 1 s up to 5 min apart.
    public static final Policy DEFAULT = new Policy(5, Backoff.Policy.DEFAULT);

    public Policy {
      Objects.requireNonNull(backoff, "backoff");
      if (attempts < 1) {
        throw new IllegalArgumentException("an item is tried at least once");
      }
    }
  }

  /// An item on its way out.
  ///
  /// @param name what it is, for the operator; the same item has the same name
  /// @param payload what is needed to try again
  public record Item(String name, String payload) {
    public Item {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(payload, "payload");
    }
  }

  /// What is done with an item.
  @FunctionalInterface
  public interface Work {
    void run() throws Exception;
  }

  /// What became of an item.
  public enum Result {
    DONE,
    /// It is among the dead letters.
    DEAD,
    /// The task was told to stop; the item is still whose it was.
    STOPPED
  }

  /// A delivery of one edge.
  ///
  /// @param origin the task or route, as the dead letters will name it
  public Delivery(
      String origin, Policy policy, DeadLetters letters, Time time, RandomGenerator random) {
    this.origin = origin;
    this.policy = policy;
    this.letters = letters;
    this.time = time;
    this.random = random;
  }

  /// Works an item.
  ///
  /// @throws Exception if it is fatal or the operator's to mend, if the dead letters do not take
  ///   the item, or if the thread is interrupted
  public Result work(Item item, TaskContext context, Work work) throws Exception {
    Backoff backoff = new Backoff(policy.backoff(), random);
    for (int attempt = 1; ; attempt++) {
      try {
        work.run();
        return Result.DONE;
      } catch (InterruptedException e) {
        throw e;
      } catch (Exception e) {
        ErrorKind kind = Fault.kindOf(e);
        if (kind == ErrorKind.FATAL || kind == ErrorKind.OPERATIONAL) {
          throw e;
        }
        if (kind != ErrorKind.TEMPORARY || attempt == policy.attempts()) {
          bury(item, e, attempt);
          return Result.DEAD;
        }
        Duration wait = backoff.failed(Duration.ZERO, Fault.leastWaitOf(e));
        if (!context.rest(wait)) {
          return Result.STOPPED;
        }
      }
    }
  }

  private void bury(Item item, Exception cause, int attempts) {
    String why = Fault.lineOf(cause);
    try {
      letters.keep(
          new DeadLetter(0, origin, item.name, why, attempts, time.instant(), item.payload));
    } catch (RuntimeException e) { // the item is still whose it was
      e.addSuppressed(cause);
      throw e;
    }
  }
}
