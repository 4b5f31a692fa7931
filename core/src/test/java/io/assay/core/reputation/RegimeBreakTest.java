package io.assay.core.reputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.assay.core.message.ChannelId;
import io.assay.core.reputation.RegimeBreak.Direction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RegimeBreakTest {
  private static final long FIRST = 20_000;
  private static final double LUCK = FairGame.of(0).growth();
  private static final ChannelId CHANNEL = new ChannelId(1);

  /// Standard deviation of the made-up utilities.
  private static final double SD = 0.03;

  private final Map<DayKey, DayCell> cells = new HashMap<>();

  private void call(ChannelId channel, long day, double gross) {
    add(channel, "base/micro", day, gross);
  }

  private void add(ChannelId channel, String pool, long day, double gross) {
    DayCell cell = DayCell.EMPTY.plus(Utility.of(gross));
    cells.merge(new DayKey(channel, pool, FIRST + day), cell, DayCell::plus);
  }

  /// A call whose utility is normal around so many standard deviations.
  private void normal(Random random, ChannelId channel, long day, double mean) {
    double utility = SD * (mean + random.nextGaussian());
    call(channel, day, Math.max(0, 1 + Math.expm1(utility) / Utility.STAKE));
  }

  private Map<ChannelId, RegimeBreak> breaks(long asOf) {
    return RegimeBreak.of(cells, FIRST + asOf, LUCK);
  }

  /// After twenty days of a win and a loss in turn, m is about −0.0012 and s about 0.05. A total
  /// loss of −0.1054 is z = −0.104/(0.05·√(1 + 1/30)) = −2.05 and adds 1.55; the next ones add
  /// less, as they are learned from themselves: about 1.6, 3.0, 4.2, 5.4. The fourth is a break.
  @Test
  void of_ruinAfterTwentyCalls_isABreakOnTheFourthDay() {
    for (int day = 0; day < 20; day++) {
      call(CHANNEL, day, day % 2 == 0 ? 1.5 : 0.5);
    }
    for (int day = 20; day < 30; day++) {
      call(CHANNEL, day, 0);
    }

    assertThat(breaks(22)).isEmpty();
    RegimeBreak found = Objects.requireNonNull(breaks(23).get(CHANNEL));
    assertThat(found.since()).isEqualTo(FIRST + 20);
    assertThat(found.noticed()).isEqualTo(FIRST + 23);
    assertThat(found.direction()).isEqualTo(Direction.WORSE);
    assertThat(found.size()).isCloseTo((-0.10536 + 0.00125) / 0.05, within(0.2));
    assertThat(breaks(29)).containsEntry(CHANNEL, found);
  }

  @Test
  void of_aNewChannel_isLearnedFromFirst() {
    for (int day = 0; day < 10; day++) {
      call(CHANNEL, day, 1.5);
      call(CHANNEL, day + 10, 0);
    }

    assertThat(breaks(400)).isEmpty();
  }

  @Test
  void of_oneTerribleDay_isNoBreak() {
    for (int day = 0; day < 40; day++) {
      call(CHANNEL, day, day % 2 == 0 ? 1.5 : 0.5);
    }
    for (int i = 0; i < 50; i++) {
      call(CHANNEL, 40, 0);
    }

    assertThat(breaks(40)).isEmpty();
  }

  @Test
  void of_aTurnForTheBetter_saysSo() {
    for (int day = 0; day < 40; day++) {
      call(CHANNEL, day, day % 4 == 0 ? 1.5 : 0.5);
    }
    for (int day = 40; day < 60; day++) {
      call(CHANNEL, day, 1.5);
    }

    RegimeBreak found = Objects.requireNonNull(breaks(60).get(CHANNEL));
    assertThat(found.direction()).isEqualTo(Direction.BETTER);
    assertThat(found.size()).isPositive();
    assertThat(found.since()).isBetween(FIRST + 38, FIRST + 41);
  }

  @Test
  void of_callsInOtherPoolsOnTheSameDay_countsThemTogether() {
    Map<ChannelId, RegimeBreak> apart;
    for (int day = 0; day < 40; day++) {
      add(CHANNEL, day % 3 == 0 ? "a" : "b", day, day % 2 == 0 && day < 20 ? 1.5 : 0.3);
    }
    apart = breaks(40);
    cells.clear();
    for (int day = 0; day < 40; day++) {
      add(CHANNEL, "a", day, day % 2 == 0 && day < 20 ? 1.5 : 0.3);
    }
    assertThat(apart).isEqualTo(breaks(40));
  }

  @Test
  void history_ofAnEarlierDayAndAnotherOrder_isTheSameToTheBit_andNothingIsUnsaid() {
    Random random = new Random(5);
    for (int channel = 0; channel < 20; channel++) {
      for (int day = 0; day < 300; day++) {
        normal(random, new ChannelId(channel), day, day > 100 && channel % 3 == 0 ? -1 : 0);
      }
    }
    List<Map.Entry<DayKey, DayCell>> entries = new ArrayList<>(cells.entrySet());
    Collections.shuffle(entries, random);
    Map<DayKey, DayCell> truncated = new LinkedHashMap<>();
    entries.forEach(entry -> {
      if (entry.getKey().epochDay() <= FIRST + 150) {
        truncated.put(entry.getKey(), entry.getValue());
      }
    });

    Map<ChannelId, List<RegimeBreak>> then = RegimeBreak.history(truncated, FIRST + 999, LUCK);
    assertThat(then).isEqualTo(RegimeBreak.history(cells, FIRST + 150, LUCK)).isNotEmpty();
    Map<ChannelId, List<RegimeBreak>> now = RegimeBreak.history(cells, FIRST + 299, LUCK);
    then.forEach((channel, breaks) ->
        assertThat(now.get(channel)).startsWith(breaks.toArray(RegimeBreak[]::new)));
  }

  /// Nothing changes: one false alarm in 469 days is the theory, 2.1 in a thousand.
  @Test
  void falseAlarms_areAsRareAsTheyShouldBe() {
    Random random = new Random(42);
    int channels = 100;
    int days = 1_000;
    for (int channel = 0; channel < channels; channel++) {
      double skill = 0.3 * random.nextGaussian();
      for (int day = 0; day < days; day++) {
        normal(random, new ChannelId(channel), day, skill);
      }
    }
    long alarms =
        RegimeBreak.history(cells, FIRST + days, LUCK).values().stream()
            .mapToLong(List::size)
            .sum();

    assertThat(alarms * 1_000.0 / (channels * days)).isBetween(1.0, 3.0);
  }

  /// The same for the exits that there are: calls that win or lose half.
  @Test
  void falseAlarms_ofWinsAndLosses_areAsRare() {
    Random random = new Random(43);
    int channels = 100;
    int days = 1_000;
    for (int channel = 0; channel < channels; channel++) {
      for (int day = 0; day < days; day++) {
        call(new ChannelId(channel), day, random.nextBoolean() ? 1.5 : 0.5);
      }
    }
    long alarms =
        RegimeBreak.history(cells, FIRST + days, LUCK).values().stream()
            .mapToLong(List::size)
            .sum();

    assertThat(alarms * 1_000.0 / (channels * days)).isBetween(1.0, 3.0);
  }

  @Test
  void aShiftOfOneDeviation_isFoundWithinSomeTenDays() {
    Random random = new Random(44);
    int channels = 200;
    int shift = 60;
    for (int channel = 0; channel < channels; channel++) {
      for (int day = 0; day < shift + 60; day++) {
        normal(random, new ChannelId(channel), day, day < shift ? 0 : -1);
      }
    }
    List<Long> delays = new ArrayList<>();
    double size = 0;
    for (List<RegimeBreak> breaks : RegimeBreak.history(cells, FIRST + shift + 60, LUCK).values()) {
      for (RegimeBreak found : breaks) {
        if (found.direction() == Direction.WORSE && found.noticed() >= FIRST + shift) {
          delays.add(found.noticed() - FIRST - shift + 1);
          size += found.size();
          break;
        }
      }
    }
    Collections.sort(delays);

    assertThat(delays).hasSizeGreaterThan(channels * 9 / 10);
    assertThat(delays.get(delays.size() / 2)).isBetween(7L, 14L);
    assertThat(size / delays.size()).isBetween(-1.4, -0.7);
  }

  @Test
  void regimeBreak_noticedBeforeItBegan_isRefused() {
    assertThatThrownBy(() -> new RegimeBreak(CHANNEL, 2, 1, Direction.WORSE, -1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
