package io.assay.runtime.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class IntensityTest {
  private static final Duration WINDOW = Duration.ofSeconds(60);

  private final Intensity intensity = new Intensity();

  private boolean crashAt(long second) {
    return intensity.exceeds(Duration.ofSeconds(second).toNanos(), 5, WINDOW);
  }

  @Test
  void exceeds_atMostSoManyInTheWindow_isBorne() {
    for (int second = 0; second < 5; second++) {
      assertThat(crashAt(second)).isFalse();
    }
  }

  @Test
  void exceeds_oneMoreInTheWindow_isTooMuch() {
    for (int second = 0; second < 5; second++) {
      crashAt(second);
    }
    assertThat(crashAt(60)).isTrue();
  }

  @Test
  void exceeds_onceTheFirstHasLeftTheWindow_isBorne() {
    for (int second = 0; second < 5; second++) {
      crashAt(second);
    }
    assertThat(crashAt(61)).isFalse();
  }

  @Test
  void exceeds_everyQuarterMinuteForEver_isBorne() {
    for (int second = 0; second < 100_000; second += 15) {
      assertThat(crashAt(second)).isFalse();
    }
  }

  @Test
  void exceeds_whereNoneIsAllowed_isTooMuchAtOnce() {
    assertThat(intensity.exceeds(0, 0, WINDOW)).isTrue();
  }

  @Test
  void exceeds_onAClockThatWrapsAround_counts() {
    long late = Long.MAX_VALUE - Duration.ofSeconds(1).toNanos();
    for (int i = 0; i < 5; i++) {
      intensity.exceeds(late, 5, WINDOW);
    }
    assertThat(intensity.exceeds(late + Duration.ofSeconds(2).toNanos(), 5, WINDOW)).isTrue();
    assertThat(intensity.exceeds(late + Duration.ofSeconds(63).toNanos(), 5, WINDOW)).isFalse();
  }

  @Test
  void reset_forgetsThemAll() {
    for (int second = 0; second < 5; second++) {
      crashAt(second);
    }
    intensity.reset();
    assertThat(crashAt(5)).isFalse();
  }
}
