package io.assay.app.house;

import io.assay.app.live.BooksGauge;
import io.assay.app.live.DataOutput;
import io.assay.app.live.Lane;
import io.assay.app.live.Lanes;
import io.assay.runtime.DeadLetters;
import io.assay.runtime.Time;
import io.assay.runtime.alert.Alerts;
import io.assay.runtime.alert.Routing;
import io.assay.runtime.health.HealthBoard;
import io.assay.runtime.health.HealthHistory;
import io.assay.runtime.health.Probes;
import io.assay.runtime.life.Lifecycle;
import io.assay.runtime.measure.PerformanceReport;
import io.assay.runtime.measure.ResourceWatch;
import io.assay.runtime.task.Supervisor;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/// The parts of a running system, for whoever shows them.
public record House(
    Identity identity, Life life, Health health, Measures measures, Flow flow, Time time) {

  /// How the system does, and what could be done about it.
  public PerformanceReport report() {
    return measures.performance.get().report(PerformanceReport.Thresholds.DEFAULT);
  }

  /// How much waits in each queue, by name.
  public Map<String, Long> queues() {
    Map<String, Long> queues = new LinkedHashMap<>();
    for (Lane lane : Lane.values()) {
      String name = "intake_" + lane.name().toLowerCase(Locale.ROOT);
      queues.put(name, (long) flow.lanes.depth(lane));
    }
    queues.put("fold", flow.books.reading().lag());
    queues.put("output", flow.output.pending());
    queues.put("notices", (long) health.routing.waiting());
    return queues;
  }

  /// Which system it is.
  ///
  /// @param systemId eight hexadecimal digits, of this one run
  /// @param started by the wall clock
  /// @param startedNanos by the steady clock
  public record Identity(
      String name,
      String systemId,
      String version,
      boolean simulated,
      Instant started,
      long startedNanos) {}

  /// What starts, stops and restarts.
  public record Life(Lifecycle lifecycle, Supervisor supervisor) {}

  /// What is checked, and who is told.
  public record Health(
      HealthBoard board, Probes probes, HealthHistory history, Alerts alerts, Routing routing) {}

  /// What is measured.
  public record Measures(
      FlowFigures figures, Supplier<PerformanceReport.Sources> performance, ResourceWatch watch) {}

  /// What the messages go through.
  public record Flow(
      Lanes lanes, BooksGauge books, DataOutput.Backlog output, DeadLetters letters) {}
}
