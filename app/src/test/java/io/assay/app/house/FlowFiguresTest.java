package io.assay.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.message.ChannelId;
import io.assay.runtime.ManualTime;
import io.assay.runtime.measure.Stages;
import io.assay.runtime.measure.Statistics;
import io.assay.runtime.measure.StatisticsStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlowFiguresTest {
  private final ManualTime time = new ManualTime();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Statistics statistics =
      new Statistics(meters, time, new StatisticsStore.InMemory());
  private final Stages stages = new Stages(meters, time, Duration.ofMinutes(5));

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void figures_areKept_whereTheyAreWanted(boolean kept) {
    FlowFigures figures = new FlowFigures(statistics, stages, time, kept);
    time.pass(Duration.ofMinutes(1));
    figures.heard(7, 1, 2, 0);
    figures.journaled(Duration.ofMillis(5));
    figures.recorded(ChannelId.canonical(1234), Duration.ofMillis(5));
    figures.priced(true, Duration.ofMillis(5));
    figures.priced(false, Duration.ofMillis(5));
    figures.written(false, 3, Duration.ofMillis(5));
    figures.recovered(Duration.ofSeconds(2));
    assertThat(statistics.counter(Statistics.MESSAGES_PROCESSED).count()).isEqualTo(kept ? 7 : 0);
    assertThat(statistics.counter(Statistics.ERRORS).count()).isEqualTo(kept ? 4 : 0);
    assertThat(stages.timings())
        .allSatisfy(timing ->
            assertThat(timing.count() + timing.failures() > 0).as(timing.name()).isEqualTo(kept));
    assertThat(figures.silence()).isZero();
  }
}
