package io.assay.runtime.task;

import io.assay.runtime.Backoff;
import java.time.Duration;
import java.util.Objects;

/// How often a task may crash, and how long is waited before it is started again.
///
/// @param maxRestarts crashes allowed within the window; one more, and it has given up
/// @param window over which crashes are counted
/// @param backoff waits between them
public record RestartPolicy(int maxRestarts, Duration window, Backoff.Policy backoff) {
  /// 5 in 60 s.
  public static final RestartPolicy DEFAULT =
      new RestartPolicy(5, Duration.ofSeconds(60), Backoff.Policy.DEFAULT);

  public RestartPolicy {
    Objects.requireNonNull(backoff, "backoff");
    if (maxRestarts < 0 || window.isNegative() || window.isZero()) {
      throw new IllegalArgumentException(maxRestarts + " restarts in " + window + " mean nothing");
    }
  }

  /// Which ends of a task call for a new one.
  public enum Kind {
    /// Any: it is not meant to end.
    PERMANENT,
    /// Only one that it did not choose.
    TRANSIENT,
    /// None: it runs once.
    TEMPORARY
  }
}
