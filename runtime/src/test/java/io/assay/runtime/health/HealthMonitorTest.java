package io.assay.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.runtime.Criticality;
import io.assay.runtime.ManualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HealthMonitorTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Vitals.Memory MEMORY = new Vitals.Memory(1, 2, 3, 4);

  private final ManualTime time = new ManualTime();
  private final HealthBoard board =
      new HealthBoard(
          time, new HealthBoard.Settings(Duration.ofSeconds(5), 1, 1, Duration.ofDays(1)));
  private final HealthHistory history =
      new HealthHistory(HealthStore.inMemory(), HealthHistory.Depth.of(MINUTE));
  private final LogLines log = new LogLines();
  private CheckResult ledger = CheckResult.up();
  private Callable<Vitals.Memory> memory = () -> MEMORY;
  private Map<String, Double> performance = Map.of("hit_rate", 0.9);
  private final HealthMonitor monitor =
      new HealthMonitor(
          time,
          HealthMonitor.Pace.DEFAULTS,
          new HealthMonitor.Signs(
              board,
              () -> true,
              () -> memory.call(),
              () -> 0.5,
              () -> Map.of("intake", 3L),
              () -> performance,
              () -> Map.of("messages", 0.01)),
          history,
          log.logger());

  @AfterEach
  void close() {
    board.close();
  }

  private Vitals sample() throws InterruptedException {
    time.pass(MINUTE);
    board.round();
    return monitor.sample();
  }

  @Test
  void sample_readsEverySign() throws Exception {
    board.register("ledger", Criticality.CRITICAL, () -> ledger);
    Vitals sample = sample();
    assertThat(sample)
        .isEqualTo(
            new Vitals(
                new Vitals.Moment(time.instant(), time.instant().minus(MINUTE), MINUTE, MINUTE),
                CheckResult.Status.UP,
                true,
                MEMORY,
                0.5,
                Map.of("intake", 3L),
                Map.of("ledger", CheckResult.Status.UP),
                Map.of("hit_rate", 0.9),
                Map.of("messages", 0.01),
                Map.of()));
    assertThat(history.samples()).containsExactly(sample);
  }

  @Test
  void sample_aSignThatCannotBeRead_costsNoOther() throws Exception {
    memory =
        () -> {
          throw new IOException("no /proc");
        };
    Vitals sample = sample();
    assertThat(sample.memory()).isNull();
    assertThat(sample.unread()).containsExactly(Map.entry("memory", "IOException: no /proc"));
    assertThat(sample.cpu()).isEqualTo(0.5);
    assertThat(sample.queues()).containsEntry("intake", 3L);
    assertThat(history.samples()).containsExactly(sample);
  }

  @Test
  void sample_interruptedWhileReading_keepsTheInterrupt() throws Exception {
    memory =
        () -> {
          throw new InterruptedException();
        };
    assertThat(sample().unread()).containsKey("memory");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void sample_figuresOfNothing_areLeftOut() throws Exception {
    performance = Map.of("hit_rate", Double.NaN, "recorded", 2.0);
    assertThat(sample().performance()).containsExactly(Map.entry("recorded", 2.0));
  }

  @Test
  void sample_vouchesForAtMostTwoIntervals() throws Exception {
    sample();
    time.pass(Duration.ofMinutes(9));
    Vitals late = sample();
    assertThat(late.moment().uptime()).isEqualTo(Duration.ofMinutes(11));
    assertThat(late.moment().covers()).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void sample_aClockThatJumps_changesNoUptime() throws Exception {
    Vitals before = sample();
    time.jumpTo(time.instant().plus(Duration.ofDays(400)));
    Vitals after = sample();
    assertThat(after.moment().uptime()).isEqualTo(Duration.ofMinutes(2));
    assertThat(after.moment().startedAt()).isEqualTo(before.moment().startedAt());
  }

  @Test
  void summary_isLoggedEveryQuarterOfAnHour() throws Exception {
    for (int i = 0; i < 46; i++) {
      sample();
    }
    assertThat(log.take())
        .hasSize(4)
        .allSatisfy(line -> assertThat(line).startsWith("INFO health: UP, ready, up "));
  }

  @Test
  void summary_isLoggedWhenTheWholeChanges() throws Exception {
    board.register("ledger", Criticality.CRITICAL, () -> ledger);
    sample();
    assertThat(log.take()).hasSize(1);
    sample();
    assertThat(log.take()).isEmpty();
    ledger = CheckResult.down("locked");
    sample();
    assertThat(log.take()).hasSize(1).first().asString().startsWith("WARN health: DOWN, ready");
    sample();
    assertThat(log.take()).isEmpty();
    ledger = CheckResult.up();
    sample();
    assertThat(log.take()).hasSize(1).first().asString().startsWith("INFO health: UP");
  }
}
