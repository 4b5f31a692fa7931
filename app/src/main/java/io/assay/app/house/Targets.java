package io.assay.app.house;

import io.assay.app.config.PerformanceSettings;
import io.assay.runtime.health.HealthHistory;
import io.assay.runtime.health.HealthHistory.Availability;
import io.assay.runtime.measure.Figure;
import io.assay.runtime.measure.ResourceWatch;
import io.assay.runtime.measure.Target;
import io.assay.runtime.measure.Target.Goal;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/// Where the figures should be, as the configuration has it at the moment they are asked.
public final class Targets {
  private static final Duration DAY = Duration.ofDays(1);

  private Targets() {}

  /// A target for every goal.
  public static List<Target> of(
      PerformanceSettings.Targets set,
      FlowFigures figures,
      ResourceWatch watch,
      HealthHistory history) {
    return List.of(
        target(
            Goal.MESSAGE_PROCESSING_TIME,
            seconds(set.messageProcessingTime()),
            figures::recordingTime),
        target(Goal.PRICE_FETCH_SUCCESS_RATE, set.priceFetchSuccessRate(), figures::priceSuccess),
        target(
            Goal.TRACKING_COMPLETION_RATE,
            set.trackingCompletionRate(),
            figures::trackingCompletion),
        target(Goal.DATA_OUTPUT_SUCCESS_RATE, set.dataOutputSuccessRate(), figures::outputSuccess),
        target(Goal.ERROR_RATE, set.errorRate(), figures::errorRate),
        target(
            Goal.MEMORY_USAGE,
            (double) set.memoryUsage().bytes(),
            () -> watch.view().usage().memory().resident()),
        target(Goal.AVAILABILITY, set.availability(), () -> availability(history)),
        target(Goal.RECOVERY_TIME, seconds(set.recoveryTime()), figures::recovery));
  }

  private static Target target(Goal goal, double limit, Supplier<Figure> actual) {
    return new Target(goal, limit, actual);
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  private static Figure availability(HealthHistory history) {
    return switch (history.availability(DAY)) {
      case Availability.Known known -> Figure.of(known.ratio());
      case Availability.Unknown _ -> Figure.absent("no round of checks is over yet");
    };
  }
}
