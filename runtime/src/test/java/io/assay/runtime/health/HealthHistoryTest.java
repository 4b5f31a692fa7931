package io.assay.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.assay.runtime.health.HealthHistory.Availability;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HealthHistoryTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration MONTH = Duration.ofDays(30);

  private final HealthStore store = HealthStore.inMemory();
  private final Samples samples = new Samples();
  private HealthHistory history = reload();

  private HealthHistory reload() {
    return new HealthHistory(store, HealthHistory.Depth.of(MINUTE));
  }

  private void minutes(int count, CheckResult.Status status) {
    for (int i = 0; i < count; i++) {
      history.add(samples.next(status));
    }
  }

  private static Availability known(Duration over, Duration up) {
    return new Availability.Known(over, up);
  }

  private Duration hoursSpan() {
    return history.hours().stream()
        .map(HealthStore.Hour::span)
        .reduce(Duration.ZERO, Duration::plus);
  }

  @Test
  void availability_ofNothing_isUnknown() {
    assertThat(history.availability(DAY)).isEqualTo(new Availability.Unknown());
    history.add(samples.take(CheckResult.Status.UP));
    assertThat(history.availability(DAY)).isEqualTo(new Availability.Unknown());
    assertThatThrownBy(() -> history.availability(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void availability_isTheShareOfTimeUp() {
    minutes(90, CheckResult.Status.UP);
    minutes(10, CheckResult.Status.DOWN);
    assertThat(history.availability(DAY))
        .isEqualTo(known(Duration.ofMinutes(100), Duration.ofMinutes(90)));
    assertThat(new Availability.Known(Duration.ofMinutes(100), Duration.ofMinutes(90)).ratio())
        .isEqualTo(0.9);
    assertThat(history.availability(MONTH)).isEqualTo(history.availability(DAY));
    assertThat(history.availability(Duration.ofMinutes(20)))
        .isEqualTo(known(Duration.ofMinutes(20), Duration.ofMinutes(10)));
  }

  @Test
  void availability_timeBetweenTwoRuns_isDown() {
    minutes(30, CheckResult.Status.UP);
    samples.restart(Duration.ofMinutes(30));
    minutes(60, CheckResult.Status.UP);
    assertThat(history.availability(DAY))
        .isEqualTo(known(Duration.ofMinutes(120), Duration.ofMinutes(90)));
    assertThat(history.availability(WEEK)).isEqualTo(history.availability(DAY));
  }

  @Test
  void availability_longAway_reachesNoFurtherThanItsWindow() {
    minutes(60, CheckResult.Status.UP);
    samples.restart(Duration.ofDays(20));
    minutes(60, CheckResult.Status.UP);
    assertThat(history.availability(DAY)).isEqualTo(known(DAY, HOUR));
    assertThat(history.availability(WEEK)).isEqualTo(known(WEEK, HOUR));
    assertThat(history.availability(MONTH))
        .isEqualTo(known(Duration.ofDays(20).plusHours(2), Duration.ofHours(2)));
  }

  @Test
  void availability_timeThatNobodyWatched_isDown() {
    minutes(10, CheckResult.Status.UP);
    samples.pass(Duration.ofMinutes(50));
    history.add(samples.take(CheckResult.Status.UP));
    assertThat(history.availability(DAY))
        .isEqualTo(known(Duration.ofMinutes(60), Duration.ofMinutes(12)));
  }

  @Test
  void availability_aClockThatJumpsWithinARun_changesNothing() {
    minutes(10, CheckResult.Status.UP);
    samples.jump(Duration.ofHours(5));
    minutes(10, CheckResult.Status.DOWN);
    samples.jump(Duration.ofHours(-30));
    minutes(10, CheckResult.Status.UP);
    Availability expected = known(Duration.ofMinutes(30), Duration.ofMinutes(20));
    assertThat(history.availability(DAY)).isEqualTo(expected);
    assertThat(history.availability(MONTH)).isEqualTo(expected);
  }

  @Test
  void availability_aClockSetBackBetweenRuns_leavesNoGap() {
    minutes(10, CheckResult.Status.UP);
    samples.restart(Duration.ofHours(-4));
    minutes(10, CheckResult.Status.UP);
    assertThat(history.availability(DAY))
        .isEqualTo(known(Duration.ofMinutes(20), Duration.ofMinutes(20)));
  }

  @Test
  void hours_areFoldedExactly() {
    history.add(queue(10, CheckResult.Status.UP));
    history.add(queue(20, CheckResult.Status.DOWN));
    history.add(queue(60, CheckResult.Status.DEGRADED));
    samples.pass(HOUR);
    history.add(queue(7, CheckResult.Status.UP));
    HealthStore.Hour hour = history.hours().getFirst();
    assertThat(hour.hour()).isEqualTo(Samples.START);
    assertThat(hour.samples()).isEqualTo(3);
    assertThat(hour.span()).isEqualTo(Duration.ofMinutes(3));
    assertThat(hour.up()).isEqualTo(Duration.ofMinutes(3));
    assertThat(hour.figures())
        .containsExactly(Map.entry("queue.intake", new HealthStore.Hour.Figure(30, 60)));
    assertThat(hour.componentsUp().get("sheets")).isEqualTo(2.0 / 3, offset(1e-15));
    assertThat(store.hours(9)).containsExactly(hour);
    assertThat(history.hours()).hasSize(2);
  }

  private Vitals queue(long size, CheckResult.Status sheets) {
    samples.pass(MINUTE);
    return samples.take(CheckResult.Status.UP, Map.of("intake", size), Map.of("sheets", sheets));
  }

  @Test
  void hours_account_forAllTimeOfTheirSamples() {
    Random chance = new Random(11);
    Duration up = Duration.ZERO;
    for (int i = 0; i < 1_000; i++) {
      CheckResult.Status status =
          chance.nextInt(4) == 0 ? CheckResult.Status.DOWN : CheckResult.Status.UP;
      if (chance.nextInt(100) == 0) {
        samples.restart(Duration.ofSeconds(chance.nextInt(7_200)));
      }
      samples.pass(Duration.ofSeconds(1 + chance.nextInt(110)));
      Vitals sample = samples.take(status);
      up = up.plus(status == CheckResult.Status.UP ? sample.moment().covers() : Duration.ZERO);
      history.add(sample);
    }
    Duration lived = Duration.between(Samples.START, samples.wall());
    assertThat(hoursSpan()).isEqualTo(lived);
    assertThat(history.availability(Duration.ofDays(365))).isEqualTo(known(lived, up));
    assertThat(history.hours().stream().mapToInt(HealthStore.Hour::samples).sum()).isEqualTo(1_000);
  }

  @Test
  void availability_ofADay_isExactToTheSecond() {
    Random chance = new Random(13);
    for (int run = 0; run < 20; run++) {
      HealthHistory fresh =
          new HealthHistory(HealthStore.inMemory(), new HealthHistory.Depth(900, 9));
      Samples lived = new Samples();
      List<Boolean> seconds = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        if (chance.nextInt(60) == 0) {
          int away = chance.nextInt(4_000);
          lived.restart(Duration.ofSeconds(away));
          seconds.addAll(Collections.nCopies(away, false));
        }
        int step = 1 + chance.nextInt(200);
        boolean up = chance.nextInt(3) > 0;
        lived.pass(Duration.ofSeconds(step));
        fresh.add(lived.take(up ? CheckResult.Status.UP : CheckResult.Status.DOWN));
        // Of a long step the sample vouches for the last two minutes.
        seconds.addAll(Collections.nCopies(Math.max(0, step - 120), false));
        seconds.addAll(Collections.nCopies(Math.min(120, step), up));
      }
      int window = 1 + chance.nextInt(20_000);
      assertThat(fresh.availability(Duration.ofSeconds(window)))
          .isEqualTo(counted(seconds, window));
    }
  }

  private static Availability counted(List<Boolean> seconds, int window) {
    List<Boolean> last = seconds.subList(Math.max(0, seconds.size() - window), seconds.size());
    return known(
        Duration.ofSeconds(last.size()), Duration.ofSeconds(Collections.frequency(last, true)));
  }

  @Test
  void history_isBoundedInMemoryAndInItsStore() {
    HealthHistory small = new HealthHistory(store, new HealthHistory.Depth(100, 3));
    for (int i = 0; i < 600; i++) {
      small.add(samples.next(CheckResult.Status.UP));
    }
    assertThat(small.samples()).hasSize(100);
    assertThat(small.hours()).hasSize(4);
    assertThat(store.hours(1_000)).hasSize(3);
    assertThat(store.samples(1_000)).hasSizeLessThanOrEqualTo(160);
    assertThat(small.samples().getLast()).isEqualTo(store.samples(1).getFirst());
  }

  @Test
  void history_ofTheLastRun_isTakenUp() {
    minutes(200, CheckResult.Status.UP);
    List<Vitals> before = history.samples();
    List<HealthStore.Hour> hours = history.hours();
    history = reload();
    assertThat(history.samples()).isEqualTo(before);
    assertThat(history.hours()).isEqualTo(hours);
    samples.restart(Duration.ofMinutes(5));
    minutes(10, CheckResult.Status.UP);
    assertThat(history.availability(MONTH))
        .isEqualTo(known(Duration.ofMinutes(215), Duration.ofMinutes(210)));
    assertThat(hoursSpan()).isEqualTo(Duration.ofMinutes(215));
  }

  @Test
  void history_endedAtAnyMoment_losesAndDoublesNothing() {
    Random chance = new Random(17);
    for (int i = 0; i < 600; i++) {
      minutes(1, CheckResult.Status.UP);
      if (chance.nextInt(20) == 0) {
        history = reload();
        samples.restart(Duration.ofMinutes(chance.nextInt(3)));
      }
    }
    assertThat(hoursSpan()).isEqualTo(Duration.between(Samples.START, samples.wall()));
    assertThat(history.hours().stream().mapToInt(HealthStore.Hour::samples).sum()).isEqualTo(600);
  }

  /// Refuses to write while told so.
  private final class Refusing implements HealthStore {
    private boolean refuses;

    private void mayRefuse() {
      if (refuses) {
        throw new Fault(ErrorKind.TEMPORARY, "disk full", null);
      }
    }

    @Override
    public void append(Vitals sample) {
      mayRefuse();
      store.append(sample);
    }

    @Override
    public void append(HealthStore.Hour hour) {
      mayRefuse();
      store.append(hour);
    }

    @Override
    public List<Vitals> samples(int most) {
      mayRefuse();
      return store.samples(most);
    }

    @Override
    public List<HealthStore.Hour> hours(int most) {
      return store.hours(most);
    }

    @Override
    public void trim(int keptSamples, int keptHours) {
      mayRefuse();
      store.trim(keptSamples, keptHours);
    }
  }

  @Test
  void add_whileTheStoreRefuses_goesOnInMemoryAndCounts() {
    Refusing refusing = new Refusing();
    history = new HealthHistory(refusing, HealthHistory.Depth.of(MINUTE));
    minutes(30, CheckResult.Status.UP);
    refusing.refuses = true;
    minutes(60, CheckResult.Status.UP);
    assertThat(history.unsaved()).isEqualTo(60);
    assertThat(history.availability(DAY))
        .isEqualTo(known(Duration.ofMinutes(90), Duration.ofMinutes(90)));
    refusing.refuses = false;
    minutes(1, CheckResult.Status.UP);
    assertThat(history.unsaved()).isZero();
    assertThat(store.samples(1_000)).hasSize(31);
  }

  @Test
  void history_whoseStoreCannotBeRead_beginsAnew() {
    minutes(30, CheckResult.Status.UP);
    Refusing refusing = new Refusing();
    refusing.refuses = true;
    assertThat(new HealthHistory(refusing, HealthHistory.Depth.of(MINUTE)).samples()).isEmpty();
  }

  @Test
  void depth_ofAnInterval_isADayOfSamples() {
    assertThat(HealthHistory.Depth.of(MINUTE)).isEqualTo(new HealthHistory.Depth(1_440, 720));
    assertThat(HealthHistory.Depth.of(Duration.ofDays(2)).samples()).isEqualTo(1);
    assertThatThrownBy(() -> HealthHistory.Depth.of(Duration.ofSeconds(1)))
        .hasMessageContaining("every 10 s at most");
  }
}
