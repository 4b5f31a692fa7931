package io.assay.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VitalsTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Vitals FULL =
      new Vitals(
          new Vitals.Moment(
              START.plusSeconds(60), START, Duration.ofSeconds(60), Duration.ofSeconds(60)),
          CheckResult.Status.DEGRADED,
          true,
          new Vitals.Memory(100 << 20, 512 << 20, 200 << 20, 2048L << 20),
          0.041,
          sorted("intake", 3L, "writer", 1_200L),
          sorted(
              "ledger",
              CheckResult.Status.UP,
              "sheets",
              CheckResult.Status.DOWN,
              "prices",
              CheckResult.Status.DEGRADED),
          Map.of("recorded_seconds_p95", 1.5),
          Map.of("messages", 0.002),
          Map.of("disk", "not there"));

  private static <V> Map<String, V> sorted(Object... pairs) {
    Map<String, V> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      @SuppressWarnings("unchecked") // the callers above give what they declare
      V value = (V) pairs[i + 1];
      map.put((String) pairs[i], value);
    }
    return map;
  }

  @Test
  void summary_isOneLineWithEverythingThatMatters() {
    assertThat(FULL.summary())
        .isEqualTo(
            "DEGRADED, ready, up 1 min; heap 100 of 512 MiB, resident 200 of 2,048 MiB; cpu 4.1 %;"
                + " queues intake 3, writer 1,200; errors messages 0.2 %; down sheets;"
                + " degraded prices; unread disk");
  }

  @Test
  void figures_haveOneNameEach() {
    assertThat(FULL.figures())
        .containsOnly(
            Map.entry("memory.heap", 104_857_600.0),
            Map.entry("memory.resident", 209_715_200.0),
            Map.entry("memory.limit", 2_147_483_648.0),
            Map.entry("cpu", 0.041),
            Map.entry("queue.intake", 3.0),
            Map.entry("queue.writer", 1_200.0),
            Map.entry("performance.recorded_seconds_p95", 1.5),
            Map.entry("errors.messages", 0.002));
  }

  @ParameterizedTest
  @CsvSource({
    "UP, true, true",
    "UP, false, true",
    "DEGRADED, true, true",
    "DEGRADED, false, false",
    "UNKNOWN, true, false",
    "DOWN, true, false",
  })
  void available_isUpOrDegradedButReady(
      CheckResult.Status overall, boolean ready, boolean available) {
    Vitals vitals =
        new Vitals(
            FULL.moment(),
            overall,
            ready,
            null,
            null,
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of());
    assertThat(vitals.available()).isEqualTo(available);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0 ms",
    "PT0.25S, 250 ms",
    "PT5S, 5 s",
    "PT12M, 12 min",
    "PT3H12M7S, 3 h 12 min",
    "P2DT30M, 2 d 30 min",
  })
  void plain_saysTheTwoGreatestUnits(Duration duration, String said) {
    assertThat(Vitals.plain(duration)).isEqualTo(said);
  }

  @Test
  void figures_thatAreNotFinite_areRefused() {
    assertThatThrownBy(() ->
            new Vitals(
                FULL.moment(),
                CheckResult.Status.UP,
                true,
                null,
                null,
                Map.of(),
                Map.of(),
                Map.of("hit_rate", Double.NaN),
                Map.of(),
                Map.of()))
        .hasMessage("performance hit_rate is NaN");
  }

  @Test
  void moment_coveringMoreThanItsUptime_isRefused() {
    assertThatThrownBy(
            () -> new Vitals.Moment(START, START, Duration.ofSeconds(1), Duration.ofSeconds(2)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
