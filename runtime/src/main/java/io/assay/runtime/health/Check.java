package io.assay.runtime.health;

/// A question to one part: how are you? Runs on a thread of its own, never on one of the part that
/// it checks, and may wait: past the deadline of the [HealthBoard] it counts as failed.
@FunctionalInterface
public interface Check {
  /// How the part is now.
  ///
  /// @throws Exception counts as DOWN, with the cause in one line
  CheckResult check() throws Exception;
}
