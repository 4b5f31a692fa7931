package io.assay.app.house;

import io.assay.runtime.State;
import io.assay.runtime.alert.Alert;
import io.assay.runtime.health.CheckResult;
import io.assay.runtime.task.TaskView;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/// The house as meters, read when somebody scrapes.
public final class HouseMeters {
  private final House house;
  private final MeterRegistry meters;

  private HouseMeters(House house, MeterRegistry meters) {
    this.house = house;
    this.meters = meters;
  }

  /// Binds what does not depend on which tasks there are.
  public static void bind(House house, MeterRegistry meters) {
    HouseMeters all = new HouseMeters(house, meters);
    all.gauge("assay.ready", "1 while the system is ready", h -> ready(h) ? 1 : 0);
    all.gauge("assay.uptime.seconds", "seconds since this run began", h -> uptime(h));
    all.gauge(
        "assay.journal.entries",
        "entries in the journal",
        h -> h.flow().books().reading().head().entries());
    all.gauge(
        "assay.dead.letters", "items that could not be worked", h -> h.flow().letters().size());
    all.gauge(
        "assay.alerts.firing",
        "alerts that fire",
        h ->
            h.health().alerts().alerts().stream()
                .filter(alert -> alert.state() == Alert.State.FIRING)
                .count());
    house.queues().keySet().forEach(all::queue);
    house.life().lifecycle().components().forEach(each -> all.component(each.name()));
  }

  /// Binds a task.
  public static void bindTask(String task, House house, MeterRegistry meters) {
    Gauge.builder("assay.task.running", house, h -> isRunning(h, task) ? 1 : 0)
        .description("1 while the task runs")
        .tag("task", task)
        .register(meters);
    FunctionCounter.builder("assay.task.restarts", house, h -> restarts(h, task))
        .description("generations after the first")
        .tag("task", task)
        .register(meters);
  }

  private void gauge(String name, String description, ToDoubleFunction<House> value) {
    Gauge.builder(name, house, value).description(description).register(meters);
  }

  private void queue(String name) {
    Gauge.builder("assay.queue.waiting", house, h -> Objects.requireNonNull(h.queues().get(name)))
        .description("items that wait")
        .tag("queue", name)
        .register(meters);
  }

  private void component(String name) {
    Gauge.builder("assay.component.up", house, h -> isUp(h, name) ? 1 : 0)
        .description("1 while the component is not down")
        .tag("component", name)
        .register(meters);
  }

  private static boolean ready(House house) {
    return house.health().probes().ready().ok();
  }

  private static double uptime(House house) {
    return house.time().since(house.identity().startedNanos()).toNanos() / 1e9;
  }

  private static boolean isUp(House house, String component) {
    return house.health().board().statuses().get(component) != CheckResult.Status.DOWN;
  }

  private static boolean isRunning(House house, String task) {
    return house.life().supervisor().tasks().stream()
        .filter(view -> view.name().equals(task))
        .map(TaskView::state)
        .anyMatch(state -> state instanceof State.Running || state instanceof State.Degraded);
  }

  private static double restarts(House house, String task) {
    return house.life().supervisor().tasks().stream()
        .filter(view -> view.name().equals(task))
        .mapToLong(view -> Math.max(0, view.tally().generation() - 1))
        .sum();
  }
}
