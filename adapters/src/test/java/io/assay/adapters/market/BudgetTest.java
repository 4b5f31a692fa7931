package io.assay.adapters.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetTest {
  private static final long MINUTE = 60_000;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 10, 30, 60, 300, 600})
  void take_whateverIsTried_staysInsideAnyMinute(int perMinute) {
    SplittableRandom random = new SplittableRandom(perMinute);
    Budget budget = Budget.inMemory(perMinute);
    Deque<Long> taken = new ArrayDeque<>();
    long now = Market.BEGIN;
    int most = 0;
    for (int i = 0; i < 20_000; i++) {
      now +=
          random.nextInt(50) == 0 ? random.nextLong(MINUTE) : random.nextLong(MINUTE / perMinute);
      if (budget.take(now, random.nextBoolean())) {
        taken.add(now);
      }
      while (!taken.isEmpty() && taken.peek() <= now - MINUTE) {
        taken.remove();
      }
      most = Math.max(most, taken.size());
    }
    assertThat(most).isBetween((perMinute + 2) / 3, perMinute);
  }

  @Test
  void take_bySomebodyPatient_usesNearlyAllOfIt() {
    Budget budget = Budget.inMemory(300);
    int taken = 0;
    for (long now = Market.BEGIN; now < Market.BEGIN + 10 * MINUTE; now += 10) {
      taken += budget.take(now, true) ? 1 : 0;
    }
    assertThat(taken).isBetween(2_690, 3_000);
  }

  @Test
  void take_bySomebodyWhoCanWait_leavesHalfOfWhatMayComeAtOnce() {
    Budget budget = Budget.inMemory(300);
    int patient = 0;
    while (budget.take(Market.BEGIN, false)) {
      patient++;
    }
    int urgent = 0;
    while (budget.take(Market.BEGIN, true)) {
      urgent++;
    }
    assertThat(patient).isEqualTo(15);
    assertThat(urgent).isEqualTo(15);
  }

  @Test
  void waitMillis_whenItIsUsedUp_isWhenTheNextMayGo() {
    Budget budget = Budget.inMemory(60);
    long now = Market.BEGIN;
    while (budget.take(now, true)) {
      // all at once
    }
    long wait = budget.waitMillis(now, true);
    assertThat(wait).isBetween(1_000L, 1_200L);
    assertThat(budget.take(now + wait - 2, true)).isFalse();
    assertThat(budget.take(now + wait, true)).isTrue();
  }

  @Test
  void closeUntil_asAServerDemands_letsNobodyThroughBefore() {
    Budget budget = Budget.inMemory(60);
    budget.closeUntil(Market.BEGIN + 90_000);
    budget.closeUntil(Market.BEGIN + 20_000); // a shorter demand does not shorten the first
    assertThat(budget.take(Market.BEGIN + 89_999, true)).isFalse();
    assertThat(budget.waitMillis(Market.BEGIN, true)).isEqualTo(90_000);
    assertThat(budget.take(Market.BEGIN + 90_000, true)).isTrue();
  }

  @Test
  void take_afterARestart_goesOnWithTheSameBudget(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("budgets/somebody");
    Budget before = Budget.inFile(60, file);
    while (before.take(Market.BEGIN, true)) {
      // all at once
    }
    before.closeUntil(Market.BEGIN + 5_000);
    Budget after = Budget.inFile(60, file);
    assertThat(after.take(Market.BEGIN + 10, true)).isFalse();
    assertThat(after.closedUntil(Market.BEGIN)).isEqualTo(Market.BEGIN + 5_000);
    assertThat(after.take(Market.BEGIN + 5_000, true)).isTrue();
    assertThat(before.waitMillis(Market.BEGIN + 5_000, true))
        .as("two processes share it")
        .isEqualTo(after.waitMillis(Market.BEGIN + 5_000, true));
  }

  @Test
  void take_afterTheClockWasSetBack_waitsOnePaceAndNotAnHour() {
    Budget budget = Budget.inMemory(60);
    long later = Market.BEGIN + 3_600_000;
    while (budget.take(later, true)) {
      // all at once
    }
    assertThat(budget.take(Market.BEGIN, true)).isFalse();
    assertThat(budget.waitMillis(Market.BEGIN, true)).isLessThan(2_500);
  }
}
