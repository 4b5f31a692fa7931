package io.assay.runtime.health;

import io.assay.runtime.Criticality;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How one component is, as the operator is shown it: after hysteresis, with what it was told from.
///
/// @param name such as `price_engine`
/// @param criticality what becomes of the whole where it is down
/// @param status decided by [HealthBoard]; UNKNOWN until the first success or enough failures
/// @param since when it came to that status
/// @param failures checks in a row that failed, ≥ 0
/// @param successes checks in a row that succeeded, ≥ 0
/// @param last what the last check found; null before the first one
public record ComponentHealth(
    String name,
    Criticality criticality,
    CheckResult.Status status,
    Instant since,
    int failures,
    int successes,
    @Nullable Seen last) {
  public ComponentHealth {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(criticality, "criticality");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(since, "since");
  }

  /// What a check found, and how long ago.
  ///
  /// @param at when, for people
  /// @param age how long ago on the steady clock
  /// @param stale true: too old for the status to be relied on
  public record Seen(CheckResult result, Instant at, Duration age, boolean stale) {
    public Seen {
      Objects.requireNonNull(result, "result");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(age, "age");
    }
  }

  /// What the last check said, in one line; empty where it said nothing or none has run.
  public String detail() {
    return last == null ? "" : last.result().detail();
  }
}
