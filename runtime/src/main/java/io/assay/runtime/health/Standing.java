package io.assay.runtime.health;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where a component stands between two checks: its status after hysteresis and the counts that it
/// was decided by. Immutable: a round puts the next one in its place.
///
/// @param since when the status was decided, for people
/// @param failures in a row; one success takes them back to none
/// @param last null: not checked yet, and the two fields after it mean nothing
/// @param at when last checked, for people
/// @param nanos when last checked, on the steady clock
record Standing(
    CheckResult.Status status,
    Instant since,
    int failures,
    int successes,
    @Nullable CheckResult last,
    Instant at,
    long nanos) {

  static Standing unknown(Instant at) {
    return new Standing(CheckResult.Status.UNKNOWN, at, 0, 0, null, at, 0);
  }

  /// Where it stands after one more check.
  Standing after(CheckResult result, HealthBoard.Settings settings, Instant now, long nowNanos) {
    int failed = result.works() ? 0 : failures + 1;
    int worked = result.works() ? successes + 1 : 0;
    CheckResult.Status next = decided(result, failed, worked, settings);
    return new Standing(next, next == status ? since : now, failed, worked, result, now, nowNanos);
  }

  /// DOWN is left and entered slowly. What is not known yet is up at its first success, but down
  /// only after as many failures as any other: a part that is slow to start is not down. UP and
  /// DEGRADED follow the last success at once: a success that limps is still one.
  private CheckResult.Status decided(
      CheckResult result, int failed, int worked, HealthBoard.Settings settings) {
    if (failed > 0) {
      return failed >= settings.downAfter() ? CheckResult.Status.DOWN : status;
    }
    return status == CheckResult.Status.DOWN && worked < settings.upAfter()
        ? CheckResult.Status.DOWN
        : result.status();
  }
}
