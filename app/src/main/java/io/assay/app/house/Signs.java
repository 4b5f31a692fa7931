package io.assay.app.house;

import io.assay.app.config.Settings;
import io.assay.app.live.BooksGauge;
import io.assay.app.live.Lane;
import io.assay.runtime.Criticality;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.assay.runtime.State;
import io.assay.runtime.health.CheckResult;
import io.assay.runtime.health.HealthMonitor;
import io.assay.runtime.health.Vitals;
import io.assay.runtime.measure.Figure;
import io.assay.runtime.measure.Figure.Unit;
import io.assay.runtime.measure.ResourceWatch;
import io.assay.runtime.measure.Statistics;
import io.assay.runtime.measure.Target;
import io.assay.runtime.task.TaskView;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How the parts of the house are told from outside.
public final class Signs {
  private static final Duration SUMMARY_EVERY = Duration.ofMinutes(15);

  /// No shorter silence means anything, however much a channel says.
  private static final Duration LEAST_SILENCE = Duration.ofHours(1);

  private Signs() {}

  /// A crew is as well as its tasks are: down with a critical one that has given up, degraded while
  /// any does not run.
  public static CheckResult crew(String name, List<TaskView> tasks) {
    CheckResult result = CheckResult.up();
    long worked = 0;
    for (TaskView task : tasks) {
      if (task.crew().equals(name)) {
        worked += task.tally().worked();
        result = worse(result, task);
      }
    }
    return result.with("worked", worked);
  }

  private static CheckResult worse(CheckResult result, TaskView task) {
    String words = task.name() + " is " + task.state().word() + ", " + task.next();
    boolean critical = task.criticality() == Criticality.CRITICAL;
    return switch (task.state()) {
      case State.GaveUp _, State.Failed _ ->
          critical ? CheckResult.down(words) : degraded(result, words);
      case State.Backoff _, State.Degraded _ -> degraded(result, words);
      case State.New _, State.Starting _, State.Running _, State.Stopping _, State.Stopped _ ->
          result;
    };
  }

  private static CheckResult degraded(CheckResult result, String words) {
    return result.detail().isEmpty() ? CheckResult.degraded(words) : result;
  }

  /// The books are degraded while the fold cannot follow the journal.
  public static CheckResult ledger(BooksGauge gauge) {
    BooksGauge.Reading reading = gauge.reading();
    CheckResult result =
        reading.setback().isEmpty()
            ? CheckResult.up()
            : CheckResult.degraded("the fold cannot follow the journal: " + reading.setback());
    return result.with("entries", reading.head().entries()).with("lag", reading.lag());
  }

  /// Alive and not progressing: degraded while channels are silent for longer than is usual for
  /// them, down while all of them are.
  public static CheckResult channels(FlowFigures figures, Settings settings) {
    ChannelGaps.Reading reading = gaps(figures, settings);
    CheckResult result = CheckResult.up();
    if (!reading.silent().isEmpty()) {
      String words = words(reading.silent().getFirst());
      int more = reading.silent().size() - 1;
      String all = more == 0 ? words : words + ", nor have " + more + " others";
      result = reading.isDeaf() ? CheckResult.down(all) : CheckResult.degraded(all);
    }
    return result.with("known", reading.known()).with("silent", reading.silent().size());
  }

  static ChannelGaps.Reading gaps(FlowFigures figures, Settings settings) {
    return figures.gaps().read(settings.alerts().silenceGaps(), LEAST_SILENCE);
  }

  static String words(ChannelGaps.Silent silent) {
    return "channel %s has said nothing for %d min, and is usually silent for %d s"
        .formatted(silent.channel(), silent.silence().toMinutes(), silent.usual().toSeconds());
  }

  /// Has the parts of the flow tell of themselves in the performance report.
  public static void tell(House house, Statistics statistics) {
    FlowFigures figures = house.measures().figures();
    statistics.component(
        "intake",
        () ->
            Map.of(
                "silence_seconds", figures.silence().toSeconds(),
                "waiting_live", house.flow().lanes().depth(Lane.LIVE),
                "waiting_bulk", house.flow().lanes().depth(Lane.BULK)));
    statistics.component("ledger", () -> ledger(house.flow().books()).figures());
    statistics.component(
        "prices", () -> Map.of("success_rate", figures.priceSuccess().text(Unit.RATIO)));
    statistics.component(
        "tracker",
        () ->
            Map.of(
                "active_calls", figures.active(),
                "completion_rate", figures.trackingCompletion().text(Unit.RATIO)));
    statistics.component(
        "outputs",
        () ->
            Map.of(
                "success_rate", figures.outputSuccess().text(Unit.RATIO),
                "pending", house.flow().output().pending()));
  }

  /// Takes the house's vital signs.
  public static HealthMonitor monitor(House house, Settings settings) {
    ResourceWatch watch = house.measures().watch();
    HealthMonitor.Signs signs =
        new HealthMonitor.Signs(
            house.health().board(),
            () -> house.health().probes().ready().ok(),
            () -> memory(watch.view()),
            () -> known(watch.view().usage().cpu().ratio()),
            house::queues,
            () -> performance(house),
            () -> Map.of("messages", house.measures().figures().errorRate().orNaN()));
    return new HealthMonitor(
        house.time(),
        new HealthMonitor.Pace(settings.system().healthCheckInterval(), SUMMARY_EVERY),
        signs,
        house.health().history());
  }

  private static Vitals.Memory memory(ResourceWatch.View view) {
    var memory = view.usage().memory();
    return new Vitals.Memory(
        (long) known(memory.heapAfterGc()),
        (long) known(memory.heapMax()),
        (long) known(memory.resident()),
        view.limits().memoryFor(view.usage()));
  }

  private static double known(Figure figure) {
    return switch (figure) {
      case Figure.Known(double value) -> value;
      case Figure.Absent(String why) -> throw new Fault(ErrorKind.TEMPORARY, why, null);
    };
  }

  private static Map<String, Double> performance(House house) {
    Map<String, Double> figures = new LinkedHashMap<>();
    for (Target target : house.measures().performance().get().targets()) {
      figures.put(target.goal().name(), Figure.ask(target.actual()).orNaN());
    }
    return figures;
  }
}
