package io.assay.runtime.task;

import io.assay.runtime.Criticality;
import io.assay.runtime.State;
import java.time.Duration;
import java.time.Instant;

/// A task as the operator sees it.
///
/// @param since when it came into its state
/// @param silence how long ago its last heartbeat was; zero where it does not run
/// @param lastFailure one line; empty if nothing ever failed
public record TaskView(
    String name,
    String crew,
    Criticality criticality,
    State state,
    Instant since,
    Tally tally,
    Duration silence,
    String lastFailure) {

  /// What a task has been through.
  ///
  /// @param generation which one runs, 1 for the first; 0 before it
  /// @param crashes that the supervisor had to answer
  /// @param waits for something temporary
  /// @param worked items, as the task itself tells
  public record Tally(long generation, long crashes, long waits, long worked) {}

  /// What happens next, in a few words; empty where nothing is to come.
  public String next() {
    return state.next();
  }
}
