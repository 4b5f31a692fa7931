package io.assay.app.house;

import io.assay.runtime.ManualTime;
import io.assay.runtime.measure.Stages;
import io.assay.runtime.measure.Statistics;
import io.assay.runtime.measure.StatisticsStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;

/// Figures of a flow that are kept, in memory.
final class KeptFigures {
  private KeptFigures() {}

  static FlowFigures by(ManualTime time) {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    return new FlowFigures(
        new Statistics(meters, time, new StatisticsStore.InMemory()),
        new Stages(meters, time, Duration.ofMinutes(5)),
        time,
        true);
  }
}
