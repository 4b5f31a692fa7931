package io.assay.app.house;

import io.assay.app.config.ResourceSettings;
import io.assay.app.config.Settings;
import io.assay.app.config.TaskName;
import io.assay.app.config.TaskSettings;
import io.assay.app.live.Lane;
import io.assay.app.live.Valve;
import io.assay.runtime.Backoff;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.assay.runtime.Time;
import io.assay.runtime.health.HealthBoard;
import io.assay.runtime.health.HealthHistory;
import io.assay.runtime.measure.Pressure;
import io.assay.runtime.measure.Reclaimable;
import io.assay.runtime.measure.Reclaimable.Answer;
import io.assay.runtime.task.RestartPolicy;
import io.assay.runtime.task.TaskSpec;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The configuration in the words of the runtime.
public final class Policies {
  private static final Duration FINEST = Duration.ofSeconds(10);
  private static final Duration WRITER = Duration.ofSeconds(10);

  private Policies() {}

  /// Which run of which system this is.
  public static House.Identity identity(
      Settings settings, String systemId, boolean simulated, Time time) {
    String version = Policies.class.getPackage().getImplementationVersion();
    return new House.Identity(
        settings.system().name(),
        systemId,
        version == null ? "(not packaged)" : version,
        simulated,
        time.instant(),
        time.nanos());
  }

  /// What the process may use.
  public static Pressure.Limits limits(Settings settings) {
    ResourceSettings set = settings.resources();
    long floor = Pressure.DiskSteps.DEFAULT.floor();
    return new Pressure.Limits(
        settings.system().maxMemoryUsage().bytes(),
        settings.system().maxCpuUsage(),
        new Pressure.Steps(set.trimAt(), set.shedAt(), set.pauseAt(), set.refuseAt()),
        new Pressure.DiskSteps(set.diskCleanAt(), ResourceSettings.DISK_FULL, floor),
        set.optimizationEnabled());
  }

  /// When the health of a component counts, and for how long: for three rounds, at least.
  public static HealthBoard.Settings board(Settings settings) {
    HealthBoard.Settings usual = HealthBoard.Settings.DEFAULTS;
    Duration rounds = settings.system().healthCheckInterval().multipliedBy(3);
    Duration stale = rounds.compareTo(usual.staleAfter()) < 0 ? usual.staleAfter() : rounds;
    return new HealthBoard.Settings(usual.deadline(), usual.downAfter(), usual.upAfter(), stale);
  }

  /// How much of the health history is kept.
  public static HealthHistory.Depth depth(Settings settings) {
    Duration interval = settings.system().healthCheckInterval();
    return HealthHistory.Depth.of(interval.compareTo(FINEST) < 0 ? FINEST : interval);
  }

  /// The restart policies of all tasks, by name.
  public static Map<String, RestartPolicy> restarts(TaskSettings settings) {
    Map<String, RestartPolicy> policies = new HashMap<>();
    for (TaskName name : TaskName.values()) {
      policies.put(name.toString(), policy(settings.policy(name)));
    }
    return policies;
  }

  private static RestartPolicy policy(TaskSettings.Policy set) {
    return new RestartPolicy(
        set.maxRestarts(),
        set.window(),
        new Backoff.Policy(set.restartDelay(), set.exponentialBackoff(), set.maxDelay()));
  }

  /// A task under the policy that is configured for it.
  public static TaskSpec apply(TaskSettings settings, TaskSpec task) {
    for (TaskName name : TaskName.values()) {
      if (name.toString().equals(task.name())) {
        TaskSettings.Policy set = settings.policy(name);
        TaskSpec configured = task.with(policy(set));
        return set.heartbeat() == null ? configured : configured.with(set.heartbeat());
      }
    }
    return task;
  }

  /// What the system gives back when it runs short, in the order in which it is asked.
  public static List<Reclaimable> reclaimables(
      House house, Valve backfill, Valve optional, Settings settings) {
    return List.of(
        new Reclaimable.Cache("books", Answer.TRIM, () -> trim(house)),
        new Reclaimable.Valve(
            "tables and backups", Answer.SHED, () -> optional.close("memory"), optional::open),
        new Reclaimable.Valve(
            "files in the inbox",
            Answer.PAUSE_BACKFILL,
            () -> backfill.close("memory"),
            backfill::open),
        new Reclaimable.Cache("old logs", Answer.CLEAN, () -> OldLogs.remove(settings.logFile())));
  }

  /// Has the writer let go of what it keeps at hand; how much that was, nobody counts.
  private static long trim(House house) {
    try {
      house
          .flow()
          .lanes()
          .call(
              Lane.LIVE,
              live -> {
                live.forget();
                return true;
              },
              WRITER,
              () -> {});
      return -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault(ErrorKind.TEMPORARY, "interrupted", e);
    }
  }
}
