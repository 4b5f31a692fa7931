package io.assay.runtime.measure;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/// A figure and where it should be. The two are one thing, so no target is without its figure.
///
/// @param limit in the unit of the goal, as configured
/// @param actual asked each time; what cannot be had yet is absent
public record Target(Goal goal, double limit, Supplier<Figure> actual) {

  /// On which side of its limit a figure should be. At the limit is met.
  public enum Direction {
    /// Latencies, error rates, sizes.
    AT_MOST,
    /// Success rates, availability.
    AT_LEAST
  }

  /// Where a figure stands to its limit.
  public enum Verdict {
    MET,
    MISSED,
    /// There is no figure yet.
    UNKNOWN
  }

  /// What a target is of.
  ///
  /// @param name in snake_case; the key of its limit in the configuration
  /// @param limit where none is configured
  /// @param advice what an operator does where it is missed
  public record Goal(
      String name, Direction direction, double limit, Figure.Unit unit, String advice) {
    public static final Goal MESSAGE_PROCESSING_TIME =
        new Goal(
            "message_processing_time",
            Direction.AT_MOST,
            60,
            Figure.Unit.SECONDS,
            "see which stage takes longest, and whether the fold lags");
    public static final Goal PRICE_FETCH_SUCCESS_RATE =
        new Goal(
            "price_fetch_success_rate",
            Direction.AT_LEAST,
            0.70,
            Figure.Unit.RATIO,
            "see which price source fails, its keys and its rate limits");
    public static final Goal TRACKING_COMPLETION_RATE =
        new Goal(
            "tracking_completion_rate",
            Direction.AT_LEAST,
            0.95,
            Figure.Unit.RATIO,
            "see which checkpoints stay unanswered, and why");
    public static final Goal DATA_OUTPUT_SUCCESS_RATE =
        new Goal(
            "data_output_success_rate",
            Direction.AT_LEAST,
            0.99,
            Figure.Unit.RATIO,
            "see which output fails; it catches up from its cursor once it works again");
    public static final Goal ERROR_RATE =
        new Goal(
            "error_rate",
            Direction.AT_MOST,
            0.05,
            Figure.Unit.RATIO,
            "read the dead letters and the log for what fails alike");
    public static final Goal MEMORY_USAGE =
        new Goal(
            "memory_usage",
            Direction.AT_MOST,
            2L << 30,
            Figure.Unit.BYTES,
            "give the caches smaller limits, or the process a higher one");
    public static final Goal AVAILABILITY =
        new Goal(
            "availability",
            Direction.AT_LEAST,
            0.99,
            Figure.Unit.RATIO,
            "see in the health history which component was down");
    public static final Goal RECOVERY_TIME =
        new Goal(
            "recovery_time",
            Direction.AT_MOST,
            5,
            Figure.Unit.SECONDS,
            "see which task takes long to start again");

    /// The goals that every system has.
    public static final List<Goal> ALL =
        List.of(
            MESSAGE_PROCESSING_TIME,
            PRICE_FETCH_SUCCESS_RATE,
            TRACKING_COMPLETION_RATE,
            DATA_OUTPUT_SUCCESS_RATE,
            ERROR_RATE,
            MEMORY_USAGE,
            AVAILABILITY,
            RECOVERY_TIME);

    public Goal {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(direction, "direction");
      Objects.requireNonNull(unit, "unit");
      Objects.requireNonNull(advice, "advice");
    }
  }

  /// Where a target stood when it was asked.
  public record Status(Goal goal, double limit, Figure actual, Verdict verdict) {
    /// Such as `error_rate is 7.1 %, at most 5.0 % wanted`.
    public String text() {
      return "%s is %s, %s %s wanted"
          .formatted(
              goal.name,
              actual.text(goal.unit),
              goal.direction == Direction.AT_MOST ? "at most" : "at least",
              goal.unit.text(limit));
    }
  }

  public Target {
    Objects.requireNonNull(goal, "goal");
    Objects.requireNonNull(actual, "actual");
    if (!Double.isFinite(limit) || limit < 0) {
      throw new IllegalArgumentException(
          "the target %s needs a limit of 0 or more: %s".formatted(goal.name, limit));
    }
  }

  /// A target at the limit that is usual for its goal.
  public Target(Goal goal, Supplier<Figure> actual) {
    this(goal, goal.limit, actual);
  }

  /// Asks for the figure and compares. A figure that cannot be had is unknown, never met.
  public Status status() {
    Figure now = Figure.ask(actual);
    boolean missed =
        switch (goal.direction) {
          case AT_MOST -> now.isAbove(limit);
          case AT_LEAST -> now.isBelow(limit);
        };
    Verdict verdict =
        now instanceof Figure.Absent ? Verdict.UNKNOWN : missed ? Verdict.MISSED : Verdict.MET;
    return new Status(goal, limit, now, verdict);
  }
}
