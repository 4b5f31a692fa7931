package io.assay.runtime.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.assay.runtime.ManualTime;
import io.assay.runtime.measure.PerformanceReport.Course;
import io.assay.runtime.measure.PerformanceReport.Overview;
import io.assay.runtime.measure.PerformanceReport.Span;
import io.assay.runtime.measure.PerformanceReport.Trend;
import io.assay.runtime.measure.StatisticsStore.Bucket;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class StatisticsTest {
  private static final String MESSAGES = Statistics.MESSAGES_PROCESSED;

  private final ManualTime time = new ManualTime();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final StatisticsStore store = new StatisticsStore.InMemory();
  private Statistics statistics = new Statistics(registry, time, store);

  private void count(String counter, long more) {
    statistics.counter(counter).add(more);
  }

  private void restart() {
    statistics = new Statistics(new SimpleMeterRegistry(), time, store);
  }

  private static List<String> starts(List<Bucket> buckets) {
    return buckets.stream().map(bucket -> bucket.start().toString()).toList();
  }

  private static List<Long> messages(List<Bucket> buckets) {
    return buckets.stream().map(bucket -> bucket.counts().getOrDefault(MESSAGES, -1L)).toList();
  }

  @Test
  void overview_atTheVeryStart_knowsCountsAndNoRates() {
    Overview overview = statistics.overview();
    assertThat(overview.uptime()).isZero();
    assertThat(overview.counts())
        .isEqualTo(Map.of(MESSAGES, 0L, "signals_detected", 0L, "data_written", 0L, "errors", 0L));
    assertThat(overview.perHour().get(MESSAGES))
        .isEqualTo(Figure.absent("less than a minute was measured"));
    assertThat(overview.ratios())
        .containsOnlyKeys("error_rate", "signal_detection_rate")
        .containsValue(Figure.absent("nothing to have a share of yet"));
  }

  @Test
  void overview_isOfThisRunBySteadyTime() {
    count(MESSAGES, 600);
    count("errors", 30);
    count("signals_detected", 150);
    time.pass(Duration.ofHours(2));
    time.jumpTo(Instant.parse("2031-01-01T00:00:00Z"));
    Overview overview = statistics.overview();
    assertThat(overview.startedAt()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(overview.uptimeHours()).isEqualTo(2);
    assertThat(overview.perHour().get(MESSAGES)).isEqualTo(Figure.of(300));
    assertThat(overview.ratios().get("error_rate")).isEqualTo(Figure.of(0.05));
    assertThat(overview.ratios().get("signal_detection_rate")).isEqualTo(Figure.of(0.25));
  }

  @Test
  void overview_errorsWithoutAMessage_makeNoRate() {
    count("errors", 3);
    assertThat(statistics.overview().ratios().get("error_rate")).isInstanceOf(Figure.Absent.class);
    assertThat(statistics.overview().counts()).containsEntry("errors", 3L);
  }

  @Test
  void counter_goesOnlyUp() {
    assertThatThrownBy(() -> count(MESSAGES, -1)).isInstanceOf(IllegalArgumentException.class);
    assertThat(statistics.counter(MESSAGES).count()).isZero();
  }

  @Test
  void counter_isInTheRegistry() {
    count("tokens_tracked", 3);
    statistics.counter(MESSAGES).increment();
    assertThat(registry.get("assay.tokens_tracked").functionCounter().count()).isEqualTo(3);
    assertThat(registry.get("assay.messages_processed").functionCounter().count()).isEqualTo(1);
  }

  @Test
  void counter_fromManyThreads_countsEachAndRollsEachOnce() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int thread = 0; thread < 8; thread++) {
        threads.execute(() -> {
          for (int i = 0; i < 10_000; i++) {
            statistics.counter("shared").increment();
            if (i % 1_000 == 0) {
              statistics.roll();
            }
          }
        });
      }
    }
    statistics.roll();
    assertThat(statistics.counter("shared").count()).isEqualTo(80_000);
    assertThat(registry.get("assay.shared").functionCounter().count()).isEqualTo(80_000);
    assertThat(statistics.hourly().getFirst().counts()).containsEntry("shared", 80_000L);
  }

  @Test
  void roll_overTheHourAndTheDay_opensNewBuckets() {
    time.jumpTo(Instant.parse("2026-01-01T22:59:00Z"));
    count(MESSAGES, 1);
    statistics.roll();
    time.pass(Duration.ofMinutes(1));
    count(MESSAGES, 2);
    statistics.roll();
    time.pass(Duration.ofMinutes(59));
    count(MESSAGES, 4);
    statistics.roll();
    time.pass(Duration.ofMinutes(1));
    count(MESSAGES, 8);
    statistics.roll();

    assertThat(starts(statistics.hourly()))
        .containsExactly("2026-01-01T22:00:00Z", "2026-01-01T23:00:00Z", "2026-01-02T00:00:00Z");
    assertThat(messages(statistics.hourly())).containsExactly(1L, 6L, 8L);
    assertThat(starts(statistics.daily()))
        .containsExactly("2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z");
    assertThat(messages(statistics.daily())).containsExactly(7L, 8L);
    assertThat(statistics.hourly().get(1).covered()).isEqualTo(Duration.ofMinutes(60));
  }

  @Test
  void roll_withNothingNew_changesOnlyWhatIsCovered() {
    count(MESSAGES, 5);
    statistics.roll();
    time.pass(Duration.ofMinutes(1));
    statistics.roll();
    assertThat(messages(statistics.hourly())).containsExactly(5L);
    assertThat(statistics.hourly().getFirst().covered()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void restart_inTheMiddleOfAnHour_goesOnWithIt() {
    count(MESSAGES, 5);
    time.pass(Duration.ofMinutes(10));
    statistics.roll();
    time.pass(Duration.ofMinutes(10));
    restart();
    assertThat(statistics.overview().counts()).containsEntry(MESSAGES, 0L);
    count(MESSAGES, 7);
    time.pass(Duration.ofMinutes(10));
    statistics.roll();

    assertThat(messages(store.load())).containsExactly(12L, 12L);
    assertThat(statistics.hourly().getFirst().covered()).isEqualTo(Duration.ofMinutes(20));
  }

  @Test
  void roll_afterTheClockWentBack_addsToTheEarlierHourAndIsNeverNegative() {
    time.jumpTo(Instant.parse("2026-01-01T10:30:00Z"));
    count(MESSAGES, 10);
    statistics.roll();
    time.jumpTo(Instant.parse("2026-01-01T09:30:00Z"));
    count(MESSAGES, 3);
    statistics.roll();
    time.jumpTo(Instant.parse("2026-01-01T10:45:00Z"));
    count(MESSAGES, 1);
    statistics.roll();
    assertThat(messages(statistics.hourly())).containsExactly(3L, 11L);
    assertThat(messages(statistics.daily())).containsExactly(14L);
    assertThat(statistics.hourly()).allMatch(bucket -> bucket.covered().isZero());
  }

  @Test
  void roll_afterTheClockWentFarAheadAndBack_losesNothing() {
    count(MESSAGES, 10);
    time.pass(Duration.ofMinutes(5));
    statistics.roll();
    time.jumpTo(Instant.parse("2099-01-01T00:00:00Z"));
    count(MESSAGES, 1);
    statistics.roll();
    time.jumpTo(Instant.parse("2026-01-01T00:30:00Z"));
    count(MESSAGES, 2);
    statistics.roll();
    assertThat(messages(statistics.hourly())).containsExactly(12L, 1L);
    assertThat(statistics.share(MESSAGES, MESSAGES, 24)).isEqualTo(Figure.of(1));
    assertThat(statistics.recent(24).count(MESSAGES)).isEqualTo(12);
  }

  @Test
  void roll_forLongerThanIsKept_keepsTheNewest() {
    for (int hour = 0; hour < 24 * 410; hour++) {
      count(MESSAGES, 1);
      statistics.roll();
      time.pass(Duration.ofHours(1));
    }
    assertThat(statistics.hourly()).hasSize(72);
    assertThat(statistics.daily()).hasSize(400);
    assertThat(statistics.daily().getLast().counts()).containsEntry(MESSAGES, 24L);
    assertThat(store.load()).hasSize(472);
  }

  /// A store whose saving can be made to fail, and that says how much was saved.
  private final class Flaky implements StatisticsStore {
    private boolean broken;
    private int saved;

    @Override
    public void save(List<Bucket> buckets) {
      if (broken) {
        throw new IllegalStateException("the disk is full");
      }
      saved = buckets.size();
      store.save(buckets);
    }

    @Override
    public List<Bucket> load() {
      return store.load();
    }
  }

  @Test
  void roll_intoAStoreThatFails_storesItWithTheNext() {
    Flaky flaky = new Flaky();
    statistics = new Statistics(new SimpleMeterRegistry(), time, flaky);
    flaky.broken = true;
    count(MESSAGES, 5);
    assertThatThrownBy(statistics::roll).hasMessage("the disk is full");
    time.pass(Duration.ofHours(1));
    count(MESSAGES, 2);
    flaky.broken = false;
    statistics.roll();
    assertThat(messages(store.load())).containsExactly(5L, 2L, 7L);
  }

  @Test
  void roll_storesOnlyWhatChanged() {
    Flaky counting = new Flaky();
    statistics = new Statistics(new SimpleMeterRegistry(), time, counting);
    for (int hour = 0; hour < 5; hour++) {
      statistics.roll();
      time.pass(Duration.ofHours(1));
      assertThat(counting.saved).isEqualTo(2);
    }
  }

  @Test
  void perHour_andShare_areOfTheHoursAskedFor() {
    for (int hour = 0; hour < 4; hour++) {
      count(MESSAGES, 100);
      count("errors", hour * 10L);
      time.pass(Duration.ofMinutes(hour == 0 ? 30 : 60));
      statistics.roll();
    }
    assertThat(statistics.share("errors", MESSAGES, 1)).isEqualTo(Figure.of(0.3));
    assertThat(statistics.share("errors", MESSAGES, 2)).isEqualTo(Figure.of(0.25));
    assertThat(statistics.share("errors", MESSAGES, 24)).isEqualTo(Figure.of(0.15));
    assertThat(statistics.perHour(MESSAGES, 24).orNaN()).isCloseTo(400 / 3.5, offset(1e-9));
  }

  @Test
  void perHour_andShare_beforeTheFirstRoll_areAbsent() {
    count(MESSAGES, 5);
    assertThat(statistics.perHour(MESSAGES, 24)).isInstanceOf(Figure.Absent.class);
    assertThat(statistics.share("errors", MESSAGES, 24)).isInstanceOf(Figure.Absent.class);
  }

  @Test
  void components_sayWhatTheyLike_andOneThatFailsSaysThat() {
    statistics.component("prices", () -> Map.of("hit_rate", 0.9));
    statistics.component("tracker", () -> Map.of("active", 1));
    statistics.component("tracker", () -> Map.of("active", 2));
    statistics.component(
        "sheets",
        () -> {
          throw new IllegalStateException("not connected");
        });
    assertThat(statistics.components())
        .isEqualTo(
            Map.of(
                "prices", Map.of("hit_rate", 0.9),
                "sheets", Map.of("failure", "IllegalStateException: not connected"),
                "tracker", Map.of("active", 2)));
  }

  private void live(int hours, long messages, long errors) {
    for (int hour = 0; hour < hours; hour++) {
      time.pass(Duration.ofHours(1));
      count(MESSAGES, messages);
      count("errors", errors);
      statistics.roll();
    }
  }

  private Trend trend(String figure, Span span) {
    return statistics.trends().stream()
        .filter(trend -> trend.figure().equals(figure) && trend.span() == span)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void trends_ofTheLastDay_compareItWithTheOneBefore() {
    live(24, 100, 10);
    live(24, 150, 3);
    assertThat(trend("messages_processed_per_hour", Span.DAY))
        .isEqualTo(
            new Trend(
                "messages_processed_per_hour",
                Span.DAY,
                Course.RISING,
                Figure.of(150),
                Figure.of(100),
                Figure.of(1.5)));
    Trend errors = trend("error_rate", Span.DAY);
    assertThat(errors.course()).isEqualTo(Course.FALLING);
    assertThat(errors.late()).isEqualTo(Figure.of(0.02));
    assertThat(errors.early()).isEqualTo(Figure.of(0.10));
    assertThat(trend("signals_detected_per_hour", Span.DAY).course()).isEqualTo(Course.STEADY);
    assertThat(trend("error_rate", Span.WEEK).course()).isEqualTo(Course.UNKNOWN);
  }

  @Test
  void trends_ofTheLastWeek_compareItWithTheOneBefore() {
    live(7 * 24, 100, 1);
    live(7 * 24, 50, 1);
    Trend messages = trend("messages_processed_per_hour", Span.WEEK);
    assertThat(messages.course()).isEqualTo(Course.FALLING);
    assertThat(trend("messages_processed_per_hour", Span.DAY).course()).isEqualTo(Course.STEADY);
  }

  @Test
  void trends_ofASystemThatRanTooLittle_areUnknown() {
    live(35, 100, 1);
    assertThat(statistics.trends()).allMatch(trend -> trend.course() == Course.UNKNOWN);
    live(1, 100, 1);
    assertThat(trend("messages_processed_per_hour", Span.DAY).course()).isEqualTo(Course.STEADY);
  }

  @Test
  void trends_acrossAStandstill_arePerHourOfRunning() {
    live(24, 100, 1);
    time.pass(Duration.ofHours(12));
    restart();
    live(12, 100, 1);
    Trend messages = trend("messages_processed_per_hour", Span.DAY);
    assertThat(messages.late()).isEqualTo(Figure.of(100));
    assertThat(messages.course()).isEqualTo(Course.STEADY);
  }
}
