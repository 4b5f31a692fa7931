package io.assay.app.config;

import io.assay.app.config.binding.Doc;
import io.assay.app.config.binding.Objections;
import io.assay.app.config.binding.Reloadable;
import io.assay.app.config.binding.Within;
import java.time.Duration;

/// What is done as memory and disk fill up, from the mildest measure to the last. Shares are of
/// what the system may use (`system.max_memory_usage`), 0 to 1.
public record ResourceSettings(
    @Doc("how often usage is measured and answered") @Within(least = "1s", most = "1h")
        Duration checkInterval,
    @Doc("whether anything is done about it") boolean optimizationEnabled,
    @Doc("share of memory from which on caches are trimmed") @Reloadable double trimAt,
    @Doc("share of memory from which on optional work is shed") @Reloadable double shedAt,
    @Doc("share of memory from which on old history is not read any further") @Reloadable
        double pauseAt,
    @Doc("share of memory from which on nothing new is taken in") @Reloadable double refuseAt,
    @Doc("share of the disk from which on what may go is removed; never evidence") @Reloadable
        double diskCleanAt) {

  /// Share of the disk from which on nothing is taken in, which cannot be set.
  public static final double DISK_FULL = 0.98;

  /// The defaults.
  public ResourceSettings() {
    this(Duration.ofMinutes(5), true, 0.70, 0.80, 0.90, 0.95, 0.85);
  }

  public ResourceSettings {
    new Objections()
        .unless(trimAt > 0, "trim_at must be above 0", "trim_at")
        .unless(trimAt < shedAt, "trim_at must be below shed_at", "trim_at", "shed_at")
        .unless(shedAt < pauseAt, "shed_at must be below pause_at", "shed_at", "pause_at")
        .unless(pauseAt < refuseAt, "pause_at must be below refuse_at", "pause_at", "refuse_at")
        .unless(diskCleanAt > 0, "disk_clean_at must be above 0", "disk_clean_at")
        .unless(
            diskCleanAt < DISK_FULL,
            "disk_clean_at must be below 0.98, where nothing is taken in",
            "disk_clean_at")
        .raise();
  }
}
