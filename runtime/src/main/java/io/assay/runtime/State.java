package io.assay.runtime;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/// Where a component or a task stands. The operator always sees which state it is, since when, and
/// what happens next.
public sealed interface State {
  /// Not started yet.
  record New() implements State {}

  /// On its way up.
  record Starting() implements State {}

  /// Does what it is for.
  record Running() implements State {}

  /// Runs, but not as it should.
  record Degraded(String cause) implements State {
    public Degraded {
      Objects.requireNonNull(cause, "cause");
    }
  }

  /// Waits before it tries again.
  ///
  /// @param attempt how many tries have failed in a row; 0: it has to wait for something it needs
  /// @param until when the next one begins
  /// @param cause one line: why the last one failed
  record Backoff(int attempt, Instant until, String cause) implements State {
    public Backoff {
      Objects.requireNonNull(until, "until");
      Objects.requireNonNull(cause, "cause");
      if (attempt < 0) {
        throw new IllegalArgumentException("there are no " + attempt + " attempts");
      }
    }
  }

  /// Has failed too often, or for good.
  ///
  /// @param again when it is tried once more; [Instant#MAX]: not before an operator says so
  record GaveUp(String cause, Instant again) implements State {
    public GaveUp {
      Objects.requireNonNull(cause, "cause");
      Objects.requireNonNull(again, "again");
    }
  }

  /// On its way down.
  record Stopping() implements State {}

  /// Ended as it should.
  record Stopped() implements State {}

  /// Ended as it should not: it did not start, or would not stop.
  record Failed(String cause) implements State {
    public Failed {
      Objects.requireNonNull(cause, "cause");
    }
  }

  /// The state's name as the operator sees it, such as `GAVE_UP`.
  default String word() {
    return switch (this) {
      case New _ -> "NEW";
      case Starting _ -> "STARTING";
      case Running _ -> "RUNNING";
      case Degraded _ -> "DEGRADED";
      case Backoff _ -> "BACKOFF";
      case GaveUp _ -> "GAVE_UP";
      case Stopping _ -> "STOPPING";
      case Stopped _ -> "STOPPED";
      case Failed _ -> "FAILED";
    };
  }

  /// What happens next, in a few words; empty where nothing is to come.
  default String next() {
    return switch (this) {
      case New _ -> "starts in its turn";
      case Starting _, Stopping _ -> "within its deadline";
      case Running _, Stopped _ -> "";
      case Degraded(String cause) -> cause;
      case Backoff(int attempt, Instant until, String cause) ->
          attempt == 0
              ? cause
              : String.format(Locale.ROOT, "attempt %d at %s: %s", attempt + 1, until, cause);
      case GaveUp(String cause, Instant again) ->
          again.equals(Instant.MAX)
              ? "waits for an operator: " + cause
              : "once more at " + again + ": " + cause;
      case Failed(String cause) -> cause;
    };
  }
}
