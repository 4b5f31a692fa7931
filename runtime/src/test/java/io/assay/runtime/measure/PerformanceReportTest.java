package io.assay.runtime.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.runtime.DeadLetter;
import io.assay.runtime.DeadLetters;
import io.assay.runtime.ManualTime;
import io.assay.runtime.measure.PerformanceReport.Course;
import io.assay.runtime.measure.PerformanceReport.Recommendation;
import io.assay.runtime.measure.PerformanceReport.Sources;
import io.assay.runtime.measure.PerformanceReport.Span;
import io.assay.runtime.measure.PerformanceReport.Thresholds;
import io.assay.runtime.measure.PerformanceReport.Trend;
import io.assay.runtime.measure.Target.Goal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PerformanceReportTest {
  private final ManualTime time = new ManualTime();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final Statistics statistics =
      new Statistics(registry, time, new StatisticsStore.InMemory());
  private final Stages stages = new Stages(registry, time, Duration.ofHours(1));
  private Readings readings = Readings.IDLE;
  private final ResourceWatch watch =
      new ResourceWatch(
          () -> readings.usage(),
          time,
          new Pressure.Limits(
              1 << 20, 0.8, Pressure.Steps.DEFAULT, new Pressure.DiskSteps(0.85, 0.98, 0), true));

  /// Dead letters of which only the number matters.
  private record Counted(LongSupplier number) implements DeadLetters {
    @Override
    public long keep(DeadLetter letter) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<DeadLetter> list(long after, int most) {
      throw new UnsupportedOperationException();
    }

    @Override
    public @Nullable DeadLetter find(long id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean drop(long id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long size() {
      return number.getAsLong();
    }
  }

  private PerformanceReport report(LongSupplier letters, Target... targets) {
    return new Sources(statistics, stages, List.of(targets), watch, new Counted(letters))
        .report(Thresholds.DEFAULT);
  }

  private List<String> names() {
    return report(() -> 0).recommendations().stream().map(Recommendation::name).toList();
  }

  /// An hour in which so much was counted.
  private void hour(long messages, long signals, long errors) {
    time.pass(Duration.ofMinutes(59));
    statistics.counter(Statistics.MESSAGES_PROCESSED).add(messages);
    statistics.counter(Statistics.SIGNALS_DETECTED).add(signals);
    statistics.counter(Statistics.ERRORS).add(errors);
    statistics.roll();
    time.pass(Duration.ofMinutes(1));
    statistics.roll();
  }

  private Recommendation only() {
    assertThat(report(() -> 0).recommendations()).hasSize(1);
    return report(() -> 0).recommendations().getFirst();
  }

  @Test
  void report_ofASystemThatJustStarted_recommendsNothing() {
    PerformanceReport report =
        report(() -> 0, new Target(Goal.ERROR_RATE, () -> Figure.absent("no message yet")));
    assertThat(report.recommendations()).isEmpty();
    assertThat(report.targets().getFirst().verdict()).isEqualTo(Target.Verdict.UNKNOWN);
    assertThat(report.trends()).allMatch(trend -> trend.course() == Course.UNKNOWN);
  }

  @Test
  void report_hasEveryPart() {
    hour(600, 300, 3);
    stages.stage("message_processing").record(Duration.ofSeconds(1));
    statistics.component("prices", () -> Map.of("hit_rate", 0.9));
    PerformanceReport report = report(() -> 0, new Target(Goal.ERROR_RATE, () -> Figure.of(0.01)));
    assertThat(report.overview().counts()).containsEntry("messages_processed", 600L);
    assertThat(report.components()).containsOnlyKeys("prices");
    assertThat(report.stages()).extracting(Stages.Timing::count).containsExactly(1L);
    assertThat(report.trends()).hasSize(2 * (4 + 2));
    assertThat(report.targets().getFirst().verdict()).isEqualTo(Target.Verdict.MET);
    assertThat(report.recommendations()).isEmpty();
  }

  @Test
  void recommendations_errors_aboveTheThreshold() {
    hour(1_000, 500, 50);
    assertThat(names()).isEmpty();
    hour(1_000, 500, 51);
    assertThat(only().name()).isEqualTo("high_error_rate");
    assertThat(only().seen()).isEqualTo("101 errors on 2,000 messages in the last day");
    assertThat(only().advice()).contains("assay dlq list");
  }

  @Test
  void recommendations_errors_onTooFewMessages_areNone() {
    hour(19, 10, 19);
    assertThat(names()).isEmpty();
    hour(1, 1, 0);
    assertThat(names()).containsExactly("high_error_rate");
  }

  @Test
  void recommendations_messages_belowTheThreshold() {
    hour(10, 5, 0);
    assertThat(names()).isEmpty();
    hour(9, 5, 0);
    assertThat(only().name()).isEqualTo("low_message_volume");
    assertThat(only().seen()).isEqualTo("19 messages in 2.0 hours");
  }

  @Test
  void recommendations_messages_beforeAnHourIsOver_areNone() {
    time.pass(Duration.ofMinutes(59));
    statistics.roll();
    assertThat(names()).isEmpty();
  }

  @Test
  void recommendations_messages_areOfTheLastDayAndNotOfTheWholeRun() {
    hour(1_000_000, 500_000, 0);
    for (int i = 0; i < 24; i++) {
      hour(0, 0, 0);
    }
    assertThat(names()).containsExactly("low_message_volume");
  }

  @Test
  void recommendations_signals_belowTheThreshold() {
    hour(99, 0, 0);
    assertThat(names()).isEmpty();
    hour(901, 99, 0);
    assertThat(only().name()).isEqualTo("low_signal_detection");
    hour(0, 1, 0);
    assertThat(names()).isEmpty();
  }

  @Test
  void recommendations_errorsThatRise_fromOneDayToTheNext() {
    for (int i = 0; i < 24; i++) {
      hour(1_000, 500, 5);
    }
    for (int i = 0; i < 24; i++) {
      hour(1_000, 500, 20);
    }
    assertThat(only().name()).isEqualTo("rising_error_rate");
    assertThat(only().seen()).startsWith("2.0 % of messages in the last day, 0.");
  }

  @Test
  void recommendations_targets_thatAreMissed() {
    Target met = new Target(Goal.AVAILABILITY, () -> Figure.of(1));
    Target missed = new Target(Goal.RECOVERY_TIME, () -> Figure.of(9));
    Target unknown = new Target(Goal.MEMORY_USAGE, () -> Figure.absent("not Linux"));
    assertThat(report(() -> 0, met, missed, unknown).recommendations())
        .containsExactly(
            new Recommendation(
                "missed_recovery_time",
                80,
                "recovery_time is 9.000 s, at most 5.000 s wanted",
                Goal.RECOVERY_TIME.advice()));
  }

  @Test
  void recommendations_stages_thatAreSlow() {
    Stages.Stage slow = stages.stage("data_output");
    for (int i = 0; i < 19; i++) {
      slow.record(Duration.ofSeconds(90));
      stages.stage("price_fetch").record(Duration.ofSeconds(50));
    }
    assertThat(names()).isEmpty();
    slow.record(Duration.ofSeconds(90));
    stages.stage("price_fetch").record(Duration.ofSeconds(50));
    assertThat(only().name()).isEqualTo("slow_data_output");
  }

  @ParameterizedTest
  @CsvSource({"0.72, 30", "0.82, 55", "0.92, 70", "0.96, 95"})
  void recommendations_memory_weighsByItsStage(double heap, int weight) {
    assertThat(names()).isEmpty();
    readings = readings.heap(heap);
    watch.round();
    assertThat(only().name()).isEqualTo("memory_pressure");
    assertThat(only().weight()).isEqualTo(weight);
    assertThat(only().seen()).contains("since 2026-01-01T00:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({"140000, 70, the disk is at 86.0 %", "10000, 100, the disk is at 99.0 %"})
  void recommendations_disk_weighsByItsStage(long usable, int weight, String seen) {
    readings = readings.usable(Figure.of(usable));
    watch.round();
    assertThat(only().name()).isEqualTo("disk_pressure");
    assertThat(only().weight()).isEqualTo(weight);
    assertThat(only().seen()).isEqualTo(seen);
  }

  @Test
  void recommendations_processor_overItsLimit() {
    readings = readings.cpu(Figure.of(0.9));
    watch.round();
    watch.round();
    assertThat(names()).isEmpty();
    watch.round();
    assertThat(only().name()).isEqualTo("cpu_over_limit");
  }

  @Test
  void recommendations_deadLetters_thatWait() {
    Recommendation letters = report(() -> 1_234).recommendations().getFirst();
    assertThat(letters.name()).isEqualTo("dead_letters");
    assertThat(letters.seen()).isEqualTo("1,234 items could not be worked");
  }

  @Test
  void report_whereAPartFails_isMadeOfTheOthers() {
    PerformanceReport report =
        report(() -> {
          throw new IllegalStateException("the store is closed");
        });
    assertThat(report.recommendations()).isEmpty();
  }

  @Test
  void recommendations_comeWeightiestFirst() {
    hour(1_000, 10, 900);
    readings = readings.usable(Figure.of(10_000));
    watch.round();
    assertThat(report(() -> 3, new Target(Goal.ERROR_RATE, () -> Figure.of(0.9))).recommendations())
        .extracting(Recommendation::name)
        .containsExactly(
            "disk_pressure",
            "high_error_rate",
            "missed_error_rate",
            "dead_letters",
            "low_signal_detection");
  }

  @Test
  void sources_withTwoTargetsOfOneName_areRefused() {
    Target target = new Target(Goal.ERROR_RATE, () -> Figure.of(0));
    assertThatThrownBy(() -> report(() -> 0, target, target))
        .hasMessage("two targets are named error_rate");
  }

  @ParameterizedTest(name = "{0} against {1} in 24 h each is {2}")
  @CsvSource({
    "0, 0, STEADY",
    "100, 100, STEADY",
    "105, 100, STEADY",
    "125, 100, STEADY",
    "131, 100, RISING",
    "72, 100, FALLING",
    "75, 100, STEADY",
    "1090, 1000, STEADY",
    "1101, 1000, RISING",
    "899, 1000, FALLING",
    "4, 0, STEADY",
    "5, 0, RISING",
    "0, 5, FALLING"
  })
  void trend_isACourseOnlyBeyondATenthAndBeyondChance(long late, long early, Course course) {
    Trend trend = Trend.of("errors", Span.DAY, new Trend.Rate(late, 24), new Trend.Rate(early, 24));
    assertThat(trend.course()).isEqualTo(course);
  }

  @Test
  void trend_fromNothing_hasNoRatio() {
    Trend trend = Trend.of("errors", Span.DAY, new Trend.Rate(48, 24), new Trend.Rate(0, 24));
    assertThat(trend.course()).isEqualTo(Course.RISING);
    assertThat(trend.early()).isEqualTo(Figure.of(0));
    assertThat(trend.ratio()).isEqualTo(Figure.absent("nothing to compare it with"));
  }

  @Test
  void trend_withoutExposure_isUnknown() {
    Trend trend = Trend.of("errors", Span.DAY, new Trend.Rate(5, 0), new Trend.Rate(5, 24));
    assertThat(trend.course()).isEqualTo(Course.UNKNOWN);
    assertThat(trend.late()).isEqualTo(Figure.absent("not told yet"));
  }
}
