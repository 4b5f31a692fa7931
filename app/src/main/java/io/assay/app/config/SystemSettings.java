package io.assay.app.config;

import io.assay.app.config.binding.Doc;
import io.assay.app.config.binding.Objections;
import io.assay.app.config.binding.Size;
import io.assay.app.config.binding.Within;
import java.time.Duration;

/// The system as a whole: its name, what it may use, and how long its start and stop may take.
///
/// @param maxCpuUsage of all processors that the process may use, as a share
public record SystemSettings(
    @Doc("what this system calls itself in alerts and reports") String name,
    @Doc("memory the whole process may use") @Within(least = "64MB", most = "16TB")
        Size maxMemoryUsage,
    @Doc(value = "processor time it may use, in percent of all it has", unit = "%")
        @Within(least = "1%", most = "100%")
        double maxCpuUsage,
    @Doc("how often its health is taken and kept") @Within(least = "1s", most = "1h")
        Duration healthCheckInterval,
    @Doc(
            "whether stages are timed and statistics kept; if not, no alert or target sees errors or delays")
        boolean performanceMonitoring,
    @Doc("longest a component may take to start") @Within(least = "100ms", most = "1h")
        Duration startTimeout,
    @Doc("longest the whole stop may take") @Within(least = "1s", most = "1h")
        Duration stopTimeout) {
  private static final int LONGEST_NAME = 64;

  /// The defaults.
  public SystemSettings() {
    this(
        "assay",
        Size.ofGigabytes(2),
        0.80,
        Duration.ofSeconds(60),
        true,
        Duration.ofSeconds(30),
        Duration.ofSeconds(25));
  }

  public SystemSettings {
    new Objections()
        .unless(
            name.length() <= LONGEST_NAME, "is longer than " + LONGEST_NAME + " letters", "name")
        .raise();
  }
}
