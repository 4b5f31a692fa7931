package io.assay.core.reputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.assay.core.call.CallRules;
import io.assay.core.message.ChannelId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BadgeTest {
  private static final long FIRST = 20_000;
  private static final ChannelId CHANNEL = new ChannelId(1);

  private final Map<DayKey, DayCell> cells = new HashMap<>();

  private void call(ChannelId channel, long day, double gross) {
    add(channel, "base/micro", day, DayCell.EMPTY.plus(Utility.of(gross)));
  }

  private void add(ChannelId channel, String pool, long day, DayCell cell) {
    cells.merge(new DayKey(channel, pool, FIRST + day), cell, DayCell::plus);
  }

  private Badge badge(ChannelId channel, long asOf) {
    return Objects.requireNonNull(Badge.of(cells, FIRST + asOf).get(channel));
  }

  @Test
  void factor_ofADay_isOnePlusFourTenthsOfItsMean() {
    DayCell won = DayCell.EMPTY.plus(Utility.of(1.5));
    DayCell lost = DayCell.EMPTY.plus(Utility.of(0.5));

    assertFactor(won, 1.2);
    assertFactor(lost, 0.8);
    assertFactor(DayCell.EMPTY.plus(Utility.of(0)), 0.6);
    // Calls of one day first make one mean: 0, not 1.2 × 0.8.
    assertFactor(won.plus(lost), 1);
    assertFactor(won.plus(won).plus(lost), 1 + 0.4 * 0.5 / 3);
  }

  @Test
  void factor_ofACallWithoutAPrice_isThatOfATotalLoss() {
    assertFactor(DayCell.EMPTY.plusMissing(), 0.6);
    assertFactor(DayCell.EMPTY.plus(Utility.of(1.5)).plusMissing(), 1 + 0.4 * (0.5 - 1) / 2);
  }

  private static void assertFactor(DayCell day, double factor) {
    assertThat(Badge.factor(day)).isCloseTo(Math.round(Math.log(factor) * 1e9), within(4L));
  }

  @Test
  void p_isOneOverTheMostThatTheWealthEverWas() {
    call(CHANNEL, 0, 1.5); // E = 1.2
    call(CHANNEL, 1, 1.5); // 1.44, the most
    call(CHANNEL, 2, 0.5); // 1.152
    call(CHANNEL, 3, 1.5); // 1.3824

    assertThat(badge(CHANNEL, 0).p()).isCloseTo(1 / 1.2, within(1e-8));
    assertThat(badge(CHANNEL, 3).p()).isCloseTo(1 / 1.44, within(1e-8));
    assertThat(badge(CHANNEL, 3).earned()).isEqualTo(new Badge.Earned.NotYet());
  }

  @Test
  void p_ofLossesAlone_isOne() {
    call(CHANNEL, 0, 0.5);

    assertThat(badge(CHANNEL, 5)).isEqualTo(new Badge(CHANNEL, 0, new Badge.Earned.NotYet()));
    assertThat(badge(CHANNEL, 5).p()).isEqualTo(1);
  }

  @Test
  void p_ofOneDay_isTheSameInOnePoolAndInTwo() {
    call(CHANNEL, 0, 1.5);
    add(CHANNEL, "solana/small", 0, DayCell.EMPTY.plus(Utility.of(0.5)));

    assertThat(badge(CHANNEL, 0).p()).isCloseTo(1, within(1e-8));
  }

  /// 1.2^16 = 18.49 and 1.2^17 = 22.19: twenty is passed on the seventeenth day.
  @Test
  void earned_byOneChannelAlone_onTheDayItsWealthPassesTwenty() {
    for (int day = 0; day < 17; day++) {
      call(CHANNEL, day, 1.5);
    }

    assertThat(badge(CHANNEL, 15).earned()).isEqualTo(new Badge.Earned.NotYet());
    assertThat(badge(CHANNEL, 16).earned()).isEqualTo(new Badge.Earned.On(FIRST + 16));
    assertThat(badge(CHANNEL, 400).earned()).isEqualTo(new Badge.Earned.On(FIRST + 16));
  }

  /// Among four channels, the first to pass must pass 80: 1.2^24 = 79.5, 1.2^25 = 95.4.
  @Test
  void earned_amongMany_takesMore() {
    for (int other = 2; other <= 4; other++) {
      call(new ChannelId(other), 0, 0.5);
    }
    for (int day = 0; day < 25; day++) {
      call(CHANNEL, day, 1.5);
    }

    assertThat(badge(CHANNEL, 23).earned()).isEqualTo(new Badge.Earned.NotYet());
    assertThat(badge(CHANNEL, 24).earned()).isEqualTo(new Badge.Earned.On(FIRST + 24));
  }

  @Test
  void earned_staysEarned_afterLossesAndAmongNewChannels() {
    for (int day = 0; day < 17; day++) {
      call(CHANNEL, day, 1.5);
      call(CHANNEL, day + 20, 0);
    }
    for (int other = 2; other <= 60; other++) {
      call(new ChannelId(other), 18, 0.5);
    }

    assertThat(badge(CHANNEL, 60).earned()).isEqualTo(new Badge.Earned.On(FIRST + 16));
  }

  @Test
  void of_anEarlierDayOrAnotherOrder_isTheSameToTheBit() {
    Random random = new Random(11);
    for (int i = 0; i < 3_000; i++) {
      ChannelId channel = new ChannelId(random.nextInt(12));
      add(
          channel,
          "pool" + random.nextInt(3),
          random.nextInt(200),
          random.nextInt(9) == 0
              ? DayCell.EMPTY.plusMissing()
              : DayCell.EMPTY.plus(Utility.of(random.nextInt(10) < 6 ? 1.6 : 0.5)));
    }
    List<Map.Entry<DayKey, DayCell>> entries = new ArrayList<>(cells.entrySet());
    Collections.shuffle(entries, random);
    Map<DayKey, DayCell> truncated = new LinkedHashMap<>();
    entries.forEach(entry -> {
      if (entry.getKey().epochDay() <= FIRST + 120) {
        truncated.put(entry.getKey(), entry.getValue());
      }
    });

    assertThat(Badge.of(truncated, FIRST + 500)).isEqualTo(Badge.of(cells, FIRST + 120));
  }

  /// The chance that a fair coin without costs ever makes twenty of one, by counting all courses of
  /// three hundred calls: what Ville's inequality promises, less what the last win overshoots.
  @Test
  void luckWithoutCosts_isSignificantInLessThanOneCourseOfTwenty() {
    long won = Badge.factor(DayCell.EMPTY.plus(Utility.of(1.5)));
    long lost = Badge.factor(DayCell.EMPTY.plus(Utility.of(0.5)));
    double[] byWins = {1};
    double ever = 0;
    for (int calls = 1; calls <= 300; calls++) {
      double[] next = new double[calls + 1];
      for (int wins = 0; wins < calls; wins++) {
        next[wins] += byWins[wins] / 2;
        next[wins + 1] += byWins[wins] / 2;
      }
      for (int wins = 0; wins <= calls; wins++) {
        long wealth = wins * won + (calls - wins) * lost;
        if (new Badge(CHANNEL, Math.max(0, wealth), new Badge.Earned.NotYet()).p() <= 0.05) {
          ever += next[wins];
          next[wins] = 0;
        }
      }
      byWins = next;
    }
    assertThat(ever).isBetween(0.04, 0.05);
  }

  /// Two thousand channels of luck at the costs of the house with three hundred calls each, looked
  /// at every day.
  @Test
  void luckAlone_lookedAtEveryDay_isSeldomSignificant() {
    Random random = new Random(42);
    double luck = FairGame.of(CallRules.DEFAULT.cost()).winRate();
    int channels = 2_000;
    for (int channel = 0; channel < channels; channel++) {
      for (int day = 0; day < 300; day++) {
        call(new ChannelId(channel), day, random.nextDouble() < luck ? 1.5 : 0.5);
      }
    }
    Map<ChannelId, Badge> badges = Badge.of(cells, FIRST + 300);

    long significant = badges.values().stream().filter(badge -> badge.p() <= 0.05).count();
    assertThat(significant / (double) channels).isBetween(0.01, 0.05);
    assertThat(badges.values())
        .filteredOn(badge -> badge.earned() instanceof Badge.Earned.On)
        .isEmpty();
  }

  @Test
  void worldsOfLuck_lookedAtEveryDay_hardlyEverGiveABadge() {
    Random random = new Random(43);
    int worlds = 0;
    for (int world = 0; world < 60; world++) {
      cells.clear();
      for (int channel = 0; channel < 40; channel++) {
        for (int day = 0; day < 120; day++) {
          call(new ChannelId(channel), day, random.nextBoolean() ? 1.5 : 0.5);
        }
      }
      boolean any =
          Badge.of(cells, FIRST + 120).values().stream()
              .anyMatch(badge -> badge.earned() instanceof Badge.Earned.On);
      worlds += any ? 1 : 0;
    }
    assertThat(worlds).isLessThanOrEqualTo(6);
  }

  @Test
  void skill_isFoundInTheEnd() {
    Random random = new Random(44);
    for (int channel = 0; channel < 200; channel++) {
      for (int day = 0; day < 300; day++) {
        call(new ChannelId(channel), day, random.nextDouble() < 0.65 ? 1.5 : 0.5);
      }
    }

    assertThat(found(300)).isGreaterThan(found(100)).isGreaterThan(170);
    assertThat(found(30)).isLessThan(60);
  }

  private long found(long asOf) {
    return Badge.of(cells, FIRST + asOf).values().stream()
        .filter(badge -> badge.earned() instanceof Badge.Earned.On)
        .count();
  }

  @Test
  void badge_ofLessThanTheFirstStake_isRefused() {
    assertThatThrownBy(() -> new Badge(CHANNEL, -1, new Badge.Earned.NotYet()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
