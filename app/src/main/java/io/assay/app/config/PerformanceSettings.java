package io.assay.app.config;

import io.assay.app.config.binding.Doc;
import io.assay.app.config.binding.Reloadable;
import io.assay.app.config.binding.Size;
import io.assay.app.config.binding.Within;
import java.time.Duration;

/// How well the system is meant to do.
public record PerformanceSettings(
    @Doc("what the report measures it by") @Reloadable Targets targets) {

  /// What the report measures it by. Times, error rate and memory are met from below, the others
  /// from above.
  public record Targets(
      @Doc("at most, from post to journal") @Within(least = "1ms", most = "1d")
          Duration messageProcessingTime,
      @Doc("at least this share of the prices asked for") double priceFetchSuccessRate,
      @Doc("at least this share of the calls followed to their end") double trackingCompletionRate,
      @Doc("at least this share of the writes") double dataOutputSuccessRate,
      @Doc("at most this share of failed items") double errorRate,
      @Doc("at most, of the whole process") @Within(least = "1MB", most = "16TB") Size memoryUsage,
      @Doc("at least this share of the time ready") double availability,
      @Doc("at most, from a crash to running again") @Within(least = "1ms", most = "1d")
          Duration recoveryTime) {}

  /// The defaults.
  public PerformanceSettings() {
    this(
        new Targets(
            Duration.ofSeconds(60),
            0.70,
            0.95,
            0.99,
            0.05,
            Size.ofGigabytes(2),
            0.99,
            Duration.ofSeconds(5)));
  }
}
