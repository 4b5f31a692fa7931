package io.assay.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final Duration MIDDLING = Duration.ofSeconds(1);

  /// Chance at its longest: the whole ceiling.
  private static final RandomGenerator LONGEST =
      new RandomGenerator() {
        @Override
        public long nextLong() {
          return Long.MAX_VALUE;
        }

        @Override
        public long nextLong(long bound) {
          return bound - 1;
        }
      };

  private static Duration failed(Backoff backoff) {
    return backoff.failed(Duration.ZERO, Duration.ZERO);
  }

  private static Duration failedTimes(Backoff backoff, int times) {
    Duration last = Duration.ZERO;
    for (int i = 0; i < times; i++) {
      last = failed(backoff);
    }
    return last;
  }

  @Test
  void failed_first_isImmediate() {
    assertThat(failed(new Backoff(Backoff.Policy.DEFAULT, LONGEST))).isZero();
  }

  @Test
  void failed_again_waitsUnderACeilingThatDoubles() {
    Backoff backoff = new Backoff(Backoff.Policy.DEFAULT, LONGEST);
    failed(backoff);
    for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 64, 128, 256}) {
      assertThat(failed(backoff)).isEqualTo(Duration.ofSeconds(seconds));
    }
  }

  @Test
  void failed_manyTimes_neverExceedsTheCap() {
    Backoff backoff = new Backoff(Backoff.Policy.DEFAULT, LONGEST);
    failedTimes(backoff, 10);
    for (int i = 0; i < 1_000; i++) {
      assertThat(failed(backoff)).isEqualTo(Duration.ofMinutes(5));
    }
  }

  @Test
  void failed_notExponential_keepsItsCeiling() {
    Duration five = Duration.ofSeconds(5);
    Backoff backoff = new Backoff(new Backoff.Policy(five, false, five), LONGEST);
    assertThat(failedTimes(backoff, 9)).isEqualTo(five);
  }

  @Test
  void failed_withoutABase_neverWaits() {
    Backoff.Policy impatient = new Backoff.Policy(Duration.ZERO, true, Duration.ofMinutes(5));
    assertThat(failedTimes(new Backoff(impatient, LONGEST), 100)).isZero();
  }

  @Test
  void failed_together_comesBackApart() {
    Set<Duration> waits = new HashSet<>();
    Random random = new Random(7);
    for (int i = 0; i < 100; i++) {
      Duration wait = failedTimes(new Backoff(Backoff.Policy.DEFAULT, random), 5);
      assertThat(wait).isBetween(Duration.ZERO, Duration.ofSeconds(8));
      waits.add(wait);
    }
    assertThat(waits).hasSizeGreaterThan(90);
    assertThat(waits).anyMatch(wait -> wait.compareTo(MIDDLING) < 0);
  }

  @Test
  void failed_whereAServerDemandsAWait_waitsNoLess() {
    Backoff backoff = new Backoff(Backoff.Policy.DEFAULT, LONGEST);
    Duration demanded = Duration.ofSeconds(30);
    assertThat(backoff.failed(Duration.ZERO, demanded)).isEqualTo(demanded);
  }

  @Test
  void failed_whereTheServerDemandsLess_waitsItsOwn() {
    Backoff backoff = new Backoff(Backoff.Policy.DEFAULT, LONGEST);
    failedTimes(backoff, 4);
    assertThat(backoff.failed(Duration.ZERO, Duration.ofSeconds(3)))
        .isEqualTo(Duration.ofSeconds(8));
  }

  @Test
  void failed_afterAMinuteOfHealth_beginsAnew() {
    Backoff backoff = new Backoff(Backoff.Policy.DEFAULT, LONGEST);
    failedTimes(backoff, 4);
    assertThat(backoff.failed(Duration.ofSeconds(60), Duration.ZERO)).isZero();
    assertThat(backoff.failures()).isEqualTo(1);
  }

  @Test
  void failed_justUnderAMinuteOfHealth_goesOn() {
    Backoff backoff = new Backoff(Backoff.Policy.DEFAULT, LONGEST);
    failedTimes(backoff, 4);
    assertThat(backoff.failed(Duration.ofMillis(59_999), Duration.ZERO))
        .isEqualTo(Duration.ofSeconds(8));
  }

  @Test
  void failed_afterALongWait_mustHaveBeenHealthyTwiceAsLong() {
    Backoff backoff = new Backoff(Backoff.Policy.DEFAULT, LONGEST);
    failedTimes(backoff, 9); // the last wait was 128 s
    assertThat(backoff.isStable(Duration.ofSeconds(255))).isFalse();
    assertThat(backoff.isStable(Duration.ofSeconds(256))).isTrue();
    assertThat(backoff.failed(Duration.ofSeconds(255), Duration.ZERO)).isPositive();
  }

  @Test
  void waited_elsewhere_isMeasuredAgainst() {
    Backoff backoff = new Backoff(Backoff.Policy.DEFAULT, LONGEST);
    failed(backoff);
    backoff.waited(Duration.ofMinutes(5));
    assertThat(backoff.isStable(Duration.ofMinutes(9))).isFalse();
    assertThat(backoff.isStable(Duration.ofMinutes(10))).isTrue();
  }

  @Test
  void reset_beginsAnew() {
    Backoff backoff = new Backoff(Backoff.Policy.DEFAULT, LONGEST);
    failedTimes(backoff, 9);
    backoff.reset();
    assertThat(failed(backoff)).isZero();
  }

  @Test
  void follow_anotherPolicy_isInForceFromTheNextFailure() {
    Backoff backoff = new Backoff(Backoff.Policy.DEFAULT, LONGEST);
    failed(backoff);
    backoff.follow(new Backoff.Policy(Duration.ofSeconds(7), true, Duration.ofMinutes(1)));
    assertThat(failed(backoff)).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void policy_thatShrinks_isRefused() {
    assertThatThrownBy(() -> new Backoff.Policy(Duration.ofMinutes(1), true, Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PT1M");
    assertThatThrownBy(() -> new Backoff.Policy(Duration.ofSeconds(-1), true, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
