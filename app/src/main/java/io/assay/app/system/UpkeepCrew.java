package io.assay.app.system;

import io.assay.adapters.notice.HeartbeatPing;
import io.assay.app.config.Settings;
import io.assay.app.config.TaskName;
import io.assay.app.house.House;
import io.assay.app.live.BackupManagement;
import io.assay.app.live.Loop;
import io.assay.app.live.Valve;
import io.assay.runtime.Criticality;
import io.assay.runtime.health.HealthMonitor;
import io.assay.runtime.life.NotifySocket;
import io.assay.runtime.measure.Statistics;
import io.assay.runtime.task.TaskSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// The tasks that keep the house: health, resources, alerts, statistics, backups, signs of life.
///
/// @param settings in force at the moment they are asked
/// @param copied whether the books are; those of a simulated world can be made again from its seed
/// @param optional closed while what nobody waits for has to wait
record UpkeepCrew(
    Supplier<Settings> settings,
    House house,
    HealthMonitor monitor,
    Statistics statistics,
    NotifySocket serviceManager,
    Path books,
    boolean copied,
    Valve optional) {
  private static final Duration LONG_WORK = Duration.ofMinutes(10);
  private static final Duration PING = Duration.ofSeconds(10);

  List<TaskSpec> tasks() {
    List<TaskSpec> tasks = new ArrayList<>();
    tasks.add(
        loop(
            TaskName.HEALTH_MONITORING,
            _ -> {
              house.health().board().round();
              house.measures().watch().measure(); // so that a sample is of now
              monitor.sample();
            },
            () -> settings.get().system().healthCheckInterval()));
    tasks.add(
        loop(
            TaskName.RESOURCE_MANAGEMENT,
            _ -> house.measures().watch().round(),
            () -> settings.get().resources().checkInterval()));
    tasks.add(
        loop(
            TaskName.ALERT_EVALUATION,
            _ -> house.health().alerts().evaluate(),
            () -> settings.get().alerts().evaluationInterval()));
    tasks.add(
        loop(
            TaskName.ALERT_DELIVERY,
            context -> house.health().routing().deliverDue(context::beat),
            () -> Duration.ofSeconds(1)));
    if (settings.get().system().performanceMonitoring()) {
      tasks.add(loop(TaskName.STATISTICS, _ -> statistics.roll(), () -> Duration.ofMinutes(1)));
    }
    tasks.add(recovery());
    if (copied) {
      tasks.add(backups());
    }
    addSignsOfLife(tasks);
    return tasks;
  }

  private static TaskSpec loop(TaskName name, Loop.Round round, Supplier<Duration> rest) {
    return TaskSpec.of(name.toString(), () -> new Loop(round, rest)).with(Criticality.DEGRADABLE);
  }

  /// Silent for as long as a component may take to start, and to be undone.
  private TaskSpec recovery() {
    Duration longest = settings.get().system().startTimeout();
    return TaskSpec.of(
            TaskName.COMPONENT_RECOVERY.toString(),
            () ->
                context -> {
                  while (context.rest(house.life().lifecycle().revive())) {
                    context.beat();
                  }
                })
        .with(Criticality.DEGRADABLE)
        .with(longest.plus(settings.get().system().stopTimeout()));
  }

  private TaskSpec backups() {
    Path copy = settings.get().backups().resolve("assay.db");
    Duration every = settings.get().backup().every();
    return TaskSpec.of(
            TaskName.BACKUP_MANAGEMENT.toString(),
            () -> new BackupManagement(books, copy, every, optional, house.time()))
        .with(Criticality.DEGRADABLE)
        .with(LONG_WORK);
  }

  private void addSignsOfLife(List<TaskSpec> tasks) {
    var url = settings.get().alerts().heartbeat().url();
    if (url != null) {
      Supplier<Duration> interval = () -> settings.get().alerts().heartbeat().interval();
      String address = url.reveal().toString();
      tasks.add(
          TaskSpec.of(
                  TaskName.DEAD_MANS_SWITCH.toString(),
                  () ->
                      context -> {
                        try (HeartbeatPing ping = new HeartbeatPing(address, PING)) {
                          new Loop(_ -> ping.ping(), interval).run(context);
                        }
                      })
              .with(Criticality.OPTIONAL)
              .onVirtualThread());
    }
    Duration watchdog = serviceManager.watchdogInterval();
    if (watchdog.isPositive()) {
      tasks.add(
          loop(
              TaskName.SERVICE_WATCHDOG,
              _ -> {
                if (house.health().probes().live().ok()) {
                  serviceManager.watchdog();
                }
              },
              () -> watchdog.dividedBy(2)));
    }
  }
}
