package io.assay.runtime.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import io.assay.runtime.ManualTime;
import io.assay.runtime.measure.Stages.Recent;
import io.assay.runtime.measure.Stages.Stage;
import io.assay.runtime.measure.Stages.Timing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StagesTest {
  private static final Duration WINDOW = Duration.ofMinutes(6);

  private final ManualTime time = new ManualTime();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final Stages stages = new Stages(registry, time, WINDOW);
  private final Stage stage = stages.stage("message_processing");

  @Test
  void recent_beforeAnything_isAbsentAndNotZero() {
    Recent recent = stage.recent();
    assertThat(recent.count()).isZero();
    assertThat(Stream.of(recent.p50(), recent.p95(), recent.p99(), recent.max()))
        .allMatch(Figure.absent("nothing went well of late")::equals);
    assertThat(recent.successRate()).isEqualTo(Figure.absent("nothing ended of late"));
  }

  @Test
  void recent_percentiles_areThoseOfTheSortedArray() {
    Random random = new Random(42);
    long[] nanos = random.doubles(10_000).mapToLong(x -> (long) (1e6 * Math.exp(9 * x))).toArray();
    for (long took : nanos) {
      stage.record(Duration.ofNanos(took));
    }
    Arrays.sort(nanos);
    Recent recent = stage.recent();
    assertIs(recent.p50(), nanos[4_999]);
    assertIs(recent.p95(), nanos[9_499]);
    assertIs(recent.p99(), nanos[9_899]);
    assertIs(recent.max(), nanos[9_999]);
  }

  private static void assertIs(Figure seconds, long nanos) {
    assertThat(seconds.orNaN()).isCloseTo((double) nanos / 1e9, withPercentage(1));
  }

  @Test
  void recent_asTimePasses_forgetsWhatIsOlderThanTheWindow() {
    stage.record(Duration.ofSeconds(50));
    time.pass(Duration.ofMinutes(3));
    stage.record(Duration.ofSeconds(1));
    assertIs(stage.recent().max(), 50_000_000_000L);
    time.pass(Duration.ofMinutes(3));
    assertThat(stage.recent().count()).isEqualTo(1);
    assertIs(stage.recent().max(), 1_000_000_000L);
    time.pass(Duration.ofMinutes(3));
    assertThat(stage.recent().max()).isInstanceOf(Figure.Absent.class);
    assertThat(stage.timing().count()).isEqualTo(2);
  }

  @Test
  void recent_afterALongSilence_startsAfresh() {
    stage.record(Duration.ofSeconds(50));
    stage.fail(Duration.ofSeconds(1));
    time.pass(WINDOW.multipliedBy(100));
    stage.record(Duration.ofSeconds(2));
    assertThat(stage.recent().count()).isEqualTo(1);
    assertThat(stage.recent().failures()).isZero();
    assertIs(stage.recent().max(), 2_000_000_000L);
  }

  @Test
  void recent_whenTheWallClockJumps_doesNotCare() {
    stage.record(Duration.ofSeconds(1));
    time.jumpTo(time.instant().plus(Duration.ofDays(400)));
    assertThat(stage.recent().count()).isEqualTo(1);
    time.jumpTo(time.instant().minus(Duration.ofDays(800)));
    assertThat(stage.recent().count()).isEqualTo(1);
  }

  @Test
  void fail_countsAndDoesNotBlurHowLongTheGoodTake() {
    stage.record(Duration.ofSeconds(1));
    stage.record(Duration.ofSeconds(1));
    stage.record(Duration.ofSeconds(1));
    stage.fail(Duration.ofMinutes(10));
    Timing timing = stage.timing();
    assertThat(timing.count()).isEqualTo(4);
    assertThat(timing.failures()).isEqualTo(1);
    assertThat(timing.recent().successRate()).isEqualTo(Figure.of(0.75));
    assertIs(timing.recent().max(), 1_000_000_000L);
  }

  @Test
  void record_outOfRange_isHeldWithinIt() {
    stage.record(Duration.ofSeconds(-5));
    assertThat(stage.recent().max()).isEqualTo(Figure.of(0));
    stage.record(Duration.ofDays(3));
    assertIs(stage.recent().max(), 86_400_000_000_000L);
  }

  @Test
  void time_countsHowLongItTookAndHowItWent() throws Exception {
    String result =
        stage.time(() -> {
          time.pass(Duration.ofSeconds(3));
          return "done";
        });
    assertThat(result).isEqualTo("done");
    assertIs(stage.recent().max(), 3_000_000_000L);

    Callable<String> failing =
        () -> {
          throw new IOException("on purpose");
        };
    assertThatThrownBy(() -> stage.time(failing::call)).isInstanceOf(IOException.class);
    assertThat(stage.timing().failures()).isEqualTo(1);
  }

  @Test
  void stage_isOneForItsName() {
    assertThat(stages.stage("message_processing")).isSameAs(stage);
    stages.stage("data_output").record(Duration.ofSeconds(1));
    assertThat(stages.timings())
        .extracting(Timing::name)
        .containsExactly("data_output", "message_processing");
  }

  @Test
  void registry_hasCountsSumsAndQuantiles() {
    assertThat(quantile("0.95")).isNaN();
    stage.record(Duration.ofSeconds(2));
    stage.record(Duration.ofSeconds(4));
    stage.fail(Duration.ofSeconds(1));
    var good = registry.get("assay.stage").tag("outcome", "success").functionTimer();
    assertThat(good.count()).isEqualTo(2);
    assertThat(good.totalTime(TimeUnit.SECONDS)).isEqualTo(6);
    assertThat(registry.get("assay.stage").tag("outcome", "failure").functionTimer().count())
        .isEqualTo(1);
    assertThat(quantile("0.5")).isCloseTo(2, withPercentage(1));
    assertThat(registry.get("assay.stage.max").timeGauge().value(TimeUnit.SECONDS))
        .isCloseTo(4, withPercentage(1));
  }

  private double quantile(String which) {
    return registry
        .get("assay.stage.quantile")
        .tags("stage", "message_processing", "quantile", which)
        .timeGauge()
        .value(TimeUnit.SECONDS);
  }

  @Test
  void record_fromManyThreads_losesNothing() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int thread = 0; thread < 8; thread++) {
        threads.execute(() -> {
          for (int i = 0; i < 10_000; i++) {
            stages.stage("shared").record(Duration.ofMillis(i % 100));
            stages.stage("shared").fail(Duration.ofMillis(1));
          }
        });
      }
    }
    Timing timing = stages.stage("shared").timing();
    assertThat(timing.count()).isEqualTo(160_000);
    assertThat(timing.failures()).isEqualTo(80_000);
    assertThat(timing.recent().count()).isEqualTo(160_000);
    assertThat(timing.recent().failures()).isEqualTo(80_000);
  }

  @Test
  void window_thatIsTooShort_isRefused() {
    assertThatThrownBy(() -> new Stages(registry, time, Duration.ofSeconds(5)))
        .hasMessageContaining("6 s at least");
  }
}
