package io.assay.app.config;

import io.assay.app.config.binding.Doc;
import io.assay.app.config.binding.Objections;
import io.assay.app.config.binding.Reloadable;
import io.assay.app.config.binding.Within;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The tasks.
///
/// @param restartPolicies of those that are to have another than the default
public record TaskSettings(
    @Doc("policies of tasks that are to have another than this")
        Map<TaskName, Policy> restartPolicies) {

  /// How a task that ended is started again. The first restart is at once.
  ///
  /// @param heartbeat null: the task's own
  public record Policy(
      @Doc("crashes within the window, after which it is given up")
          @Within(least = "0", most = "1000")
          @Reloadable
          int maxRestarts,
      @Doc("over which crashes are counted") @Within(least = "1s", most = "1d") @Reloadable
          Duration window,
      @Doc("wait before the second restart in a row")
          @Within(least = "1ms", most = "1h")
          @Reloadable
          Duration restartDelay,
      @Doc("whether each further wait is twice the last one") @Reloadable
          boolean exponentialBackoff,
      @Doc("longest wait between restarts") @Within(least = "1ms", most = "1d") @Reloadable
          Duration maxDelay,
      @Doc("longest silence before it counts as stuck; unset: the task's own")
          @Within(least = "1s", most = "1d")
          @Nullable Duration heartbeat) {

    /// The defaults.
    public Policy() {
      this(5, Duration.ofSeconds(60), Duration.ofSeconds(1), true, Duration.ofMinutes(5), null);
    }

    public Policy {
      new Objections()
          .unless(
              restartDelay.compareTo(maxDelay) <= 0,
              "restart_delay must not be longer than max_delay",
              "restart_delay",
              "max_delay")
          .raise();
    }
  }

  /// The defaults.
  public TaskSettings() {
    this(Map.of());
  }

  public TaskSettings {
    restartPolicies = Collections.unmodifiableMap(new TreeMap<>(restartPolicies));
  }

  /// The policy of a task: its own or the default.
  public Policy policy(TaskName task) {
    return restartPolicies.getOrDefault(task, new Policy());
  }
}
