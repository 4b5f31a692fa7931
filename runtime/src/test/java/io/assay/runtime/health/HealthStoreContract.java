package io.assay.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every store of health must do.
public abstract class HealthStoreContract {
  private static final Vitals FULL =
      new Vitals(
          new Vitals.Moment(
              Samples.START.plusNanos(60_123_456_789L),
              Samples.START,
              Duration.ofNanos(60_123_456_789L),
              Duration.ofSeconds(60)),
          CheckResult.Status.DEGRADED,
          true,
          new Vitals.Memory(1, 2, 3, 4L << 40),
          0.25,
          Map.of("intake", 12L),
          Map.of("ledger", CheckResult.Status.UP, "sheets", CheckResult.Status.DOWN),
          Map.of("recorded_seconds_p95", 1.0 / 3),
          Map.of("messages", 0.05),
          Map.of("disk", "it said: \"no\"\nand no more"));

  private HealthStore store;
  private final Samples samples = new Samples();

  /// An empty store.
  protected abstract HealthStore open() throws Exception;

  /// The same store after the process that had it ended.
  protected abstract HealthStore reopen(HealthStore before) throws Exception;

  @BeforeEach
  void openStore() throws Exception {
    store = open();
  }

  private HealthStore.Hour hour(int samplesInIt) {
    return new HealthStore.Hour(
        samples.wall(),
        samples.wall().plusNanos(7),
        samplesInIt,
        Duration.ofHours(1),
        Duration.ofNanos(3_599_999_999_999L),
        Map.of("cpu", new HealthStore.Hour.Figure(0.1, 1.0 / 3)),
        Map.of("ledger", 0.5));
  }

  @Test
  void store_empty_holdsNothing() {
    assertThat(store.samples(10)).isEmpty();
    assertThat(store.hours(10)).isEmpty();
    store.trim(1, 1);
  }

  @Test
  void append_aSample_comesBackAsItWas() throws Exception {
    Vitals bare = samples.next(CheckResult.Status.UP);
    store.append(FULL);
    store.append(bare);
    store = reopen(store);
    assertThat(store.samples(10)).containsExactly(FULL, bare);
  }

  @Test
  void append_anHour_comesBackAsItWas() throws Exception {
    store.append(hour(60));
    store = reopen(store);
    assertThat(store.hours(10)).containsExactly(hour(60));
  }

  @Test
  void samples_areTheNewestInOrderOfAppending() {
    Vitals first = samples.next(CheckResult.Status.UP);
    samples.jump(Duration.ofDays(-3));
    Vitals second = samples.next(CheckResult.Status.DOWN);
    samples.jump(Duration.ofDays(1));
    Vitals third = samples.next(CheckResult.Status.UP);
    List.of(first, second, third).forEach(store::append);
    assertThat(store.samples(2)).containsExactly(second, third);
    assertThat(store.samples(3)).containsExactly(first, second, third);
    assertThat(store.samples(0)).isEmpty();
  }

  @Test
  void hours_theSameHourTwice_isKeptTwice() {
    store.append(hour(1));
    store.append(hour(2));
    samples.jump(Duration.ofDays(-1));
    store.append(hour(3));
    assertThat(store.hours(10)).extracting(HealthStore.Hour::samples).containsExactly(1, 2, 3);
    assertThat(store.hours(1)).extracting(HealthStore.Hour::samples).containsExactly(3);
  }

  @Test
  void trim_keepsTheNewest() throws Exception {
    Vitals last = FULL;
    for (int i = 1; i <= 5; i++) {
      last = samples.next(CheckResult.Status.UP);
      store.append(last);
      store.append(hour(i));
    }
    store.trim(1, 2);
    store = reopen(store);
    assertThat(store.samples(10)).containsExactly(last);
    assertThat(store.hours(10)).extracting(HealthStore.Hour::samples).containsExactly(4, 5);
    store.trim(10, 10);
    assertThat(store.hours(10)).hasSize(2);
  }
}
