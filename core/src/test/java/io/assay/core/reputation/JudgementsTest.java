package io.assay.core.reputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

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

class JudgementsTest {
  private static final long TODAY = 20_000;
  private static final double LUCK = FairGame.of(0).growth();
  private static final ChannelId CHANNEL = new ChannelId(1);
  private static final double WORST = Utility.MISSING_WORST / Utility.SCALE;
  private static final double BEST = Utility.MISSING_BEST / Utility.SCALE;

  private final Map<DayKey, DayCell> cells = new HashMap<>();

  private void call(ChannelId channel, String pool, long age, double gross) {
    add(channel, pool, age, DayCell.EMPTY.plus(Utility.of(gross)));
  }

  private void add(ChannelId channel, String pool, long age, DayCell cell) {
    cells.merge(new DayKey(channel, pool, TODAY - age), cell, DayCell::plus);
  }

  /// A channel that wins so many calls of each ten, with one call a day.
  private void caller(ChannelId channel, int calls, int winsOfTen) {
    for (int i = 0; i < calls; i++) {
      call(channel, "base/SMALL", i, i * 7 % 10 < winsOfTen ? 1.5 : 0.5);
    }
  }

  private Judged judged(ChannelId channel) {
    Judged judged = Objects.requireNonNull(Judgements.of(cells, TODAY, LUCK).get(channel));
    allNumbers(judged);
    return judged;
  }

  private static void allNumbers(Judged judged) {
    Judged.Growth growth = judged.growth();
    assertThat(growth.mean()).isFinite();
    assertThat(growth.lower()).isFinite().isLessThanOrEqualTo(growth.mean());
    assertThat(growth.upper()).isFinite().isGreaterThanOrEqualTo(growth.mean());
    assertThat(judged.sample().nEff()).isBetween(0.0, judged.sample().n() + 1e-9);
    assertThat(judged.sample().missingShare()).isBetween(0.0, 1.0);
    assertThat(judged.tails().better()).isBetween(0.0, 1.0);
    assertThat(judged.tails().worse()).isBetween(0.0, 1.0);
  }

  @Test
  void of_noCells_isNobody() {
    assertThat(Judgements.of(Map.of(), TODAY, LUCK)).isEmpty();
    cells.put(new DayKey(CHANNEL, "base/SMALL", TODAY), DayCell.EMPTY);
    assertThat(Judgements.of(cells, TODAY, LUCK)).isEmpty();
  }

  @Test
  void of_aBaselineThatIsNoNumber_isRefused() {
    assertThatThrownBy(() -> Judgements.of(cells, TODAY, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void of_theSameCellsInAnyOrder_isTheSameToTheBit() {
    Random random = new Random(7);
    for (int i = 0; i < 400; i++) {
      ChannelId channel = new ChannelId(random.nextInt(20) - 3);
      String pool = "pool" + random.nextInt(3);
      double gross = random.nextInt(5) == 0 ? 0 : StrictMath.exp(random.nextGaussian() / 3);
      call(channel, pool, random.nextInt(90), gross);
    }
    List<Map.Entry<DayKey, DayCell>> entries = new ArrayList<>(cells.entrySet());
    Map<ChannelId, Judged> first = Judgements.of(cells, TODAY, LUCK);
    for (int round = 0; round < 10; round++) {
      Collections.shuffle(entries, random);
      Map<DayKey, DayCell> shuffled = new LinkedHashMap<>();
      entries.forEach(entry -> shuffled.put(entry.getKey(), entry.getValue()));

      assertThat(Judgements.of(shuffled, TODAY, LUCK)).isEqualTo(first);
    }
  }

  @Test
  void of_anEarlierDay_seesNothingLater() {
    caller(CHANNEL, 40, 6);
    Map<DayKey, DayCell> truncated = new HashMap<>(cells);
    truncated.keySet().removeIf(key -> key.epochDay() > TODAY - 15);

    assertThat(Judgements.of(cells, TODAY - 15, LUCK))
        .isEqualTo(Judgements.of(truncated, TODAY - 15, LUCK));
  }

  @Test
  void sample_decaysWithAHalfLifeOfThirtyDays() {
    call(CHANNEL, "base/SMALL", 0, 1.5);
    call(CHANNEL, "base/SMALL", 30, 0.5);

    Judged.Sample sample = judged(CHANNEL).sample();
    assertThat(sample.n()).isEqualTo(2);
    assertThat(sample.nEff()).isCloseTo(1.5 * 1.5 / 1.25, within(1e-12));
  }

  @Test
  void sample_ofASteadyCaller_isTheShareOfTheContract() {
    caller(CHANNEL, 100, 5);

    assertThat(judged(CHANNEL).sample().nEff() / 100).isCloseTo(0.71, within(0.01));
  }

  @Test
  void growth_ofTheOnlyChannel_isItsOwnMeanAndError() {
    for (int i = 0; i < 20; i++) {
      call(CHANNEL, "base/SMALL", 2L * (i / 2) + i % 2, i < 12 ? 1.5 : 0.5);
    }
    Judged.Growth growth = judged(CHANNEL).growth();

    // Nobody to shrink towards: 1.96 standard errors of calls that vary by 0.05 each.
    assertThat(growth.upper() - growth.lower()).isCloseTo(2 * 1.96 * 0.05 / 4.4, within(0.004));
    assertThat(growth.mean() - growth.lower())
        .isCloseTo(growth.upper() - growth.mean(), within(1e-9));
  }

  @Test
  void growth_ofFewCalls_isDrawnToThePopulation() {
    for (int channel = 2; channel < 12; channel++) {
      caller(new ChannelId(channel), 60, 5);
    }
    caller(new ChannelId(20), 60, 9);
    call(CHANNEL, "base/SMALL", 0, 1.5);

    assertThat(judged(CHANNEL).growth().mean()).isLessThan(BEST / 2);
    assertThat(judged(new ChannelId(20)).growth().mean()).isGreaterThan(BEST / 2);
  }

  @Test
  void verdict_nineOfTenWon_isBetter_andMakesMoney() {
    caller(CHANNEL, 60, 9);
    caller(new ChannelId(2), 60, 5);

    assertThat(judged(CHANNEL).verdict()).isEqualTo(Verdict.BETTER);
    assertThat(judged(CHANNEL).makesMoney()).isTrue();
    assertThat(judged(new ChannelId(2)).verdict()).isEqualTo(Verdict.LUCK);
    assertThat(judged(new ChannelId(2)).makesMoney()).isFalse();
  }

  @Test
  void verdict_oneOfTenWon_isWorse() {
    caller(CHANNEL, 60, 1);

    assertThat(judged(CHANNEL).verdict()).isEqualTo(Verdict.WORSE);
  }

  @Test
  void verdict_underTenEffectiveCalls_isUnproven() {
    caller(CHANNEL, 9, 10);
    assertThat(judged(CHANNEL).verdict()).isEqualTo(Verdict.UNPROVEN);

    caller(new ChannelId(2), 10, 10); // ten days of decay leave 9.96
    assertThat(judged(new ChannelId(2)).verdict()).isEqualTo(Verdict.UNPROVEN);

    caller(new ChannelId(3), 11, 10);
    assertThat(judged(new ChannelId(3)).verdict()).isEqualTo(Verdict.BETTER);
  }

  @Test
  void verdict_thatOnlyHoldsIfWhatIsMissingIsLeftOut_isLuck() {
    caller(CHANNEL, 60, 8);
    assertThat(judged(CHANNEL).verdict()).isEqualTo(Verdict.BETTER);

    for (int i = 0; i < 15; i++) {
      add(CHANNEL, "base/SMALL", 4L * i, DayCell.EMPTY.plusMissing());
    }
    assertThat(judged(CHANNEL).verdict()).isEqualTo(Verdict.LUCK);
    assertThat(judged(CHANNEL).sample().missingShare()).isCloseTo(0.2, within(0.01));
  }

  @Test
  void verdict_worse_mustSurviveThatAllMissingWereWon() {
    caller(CHANNEL, 60, 2);
    assertThat(judged(CHANNEL).verdict()).isEqualTo(Verdict.WORSE);

    for (int i = 0; i < 30; i++) {
      add(CHANNEL, "base/SMALL", 2L * i, DayCell.EMPTY.plusMissing());
    }
    assertThat(judged(CHANNEL).verdict()).isEqualTo(Verdict.LUCK);
  }

  @Test
  void growth_withMissingCalls_isBoundedByWhatTheyMayHaveBeen() {
    caller(CHANNEL, 60, 6);
    Judged.Growth known = judged(CHANNEL).growth();
    for (int i = 0; i < 60; i++) {
      add(CHANNEL, "base/SMALL", i, DayCell.EMPTY.plusMissing());
    }

    Judged.Growth bounded = judged(CHANNEL).growth();
    assertThat(bounded.mean()).isEqualTo(known.mean());
    assertThat(bounded.lower()).isCloseTo((known.lower() + WORST) / 2, within(1e-12));
    assertThat(bounded.upper()).isCloseTo((known.upper() + BEST) / 2, within(1e-12));
  }

  @Test
  void growth_whereNothingHasAPrice_isAllThatCanBe() {
    add(CHANNEL, "base/SMALL", 3, DayCell.EMPTY.plusMissing().plusMissing());

    Judged judged = judged(CHANNEL);
    assertThat(judged.sample()).isEqualTo(new Judged.Sample(0, 0, 1));
    assertThat(judged.growth()).isEqualTo(new Judged.Growth(LUCK, WORST, BEST));
    assertThat(judged.tails()).isEqualTo(Judged.Tails.NONE);
    assertThat(judged.verdict()).isEqualTo(Verdict.UNPROVEN);
  }

  @Test
  void growth_ofOneCall_isWide() {
    call(CHANNEL, "base/SMALL", 0, 1.5);

    Judged judged = judged(CHANNEL);
    assertThat(judged.growth().lower()).isLessThan(-0.04);
    assertThat(judged.makesMoney()).isFalse();
  }

  @Test
  void growth_ofCallsThatNeverVary_isNoPoint() {
    for (int channel = 1; channel < 4; channel++) {
      for (int i = 0; i < 12; i++) {
        call(new ChannelId(channel), "base/SMALL", i, 0);
      }
    }

    Judged.Growth growth = judged(CHANNEL).growth();
    assertThat(growth.mean()).isCloseTo(WORST, within(1e-8));
    assertThat(growth.upper() - growth.lower()).isGreaterThan(0.001);
  }

  @Test
  void of_absurdSpans_staysANumber() {
    cells.put(new DayKey(CHANNEL, "a", Long.MIN_VALUE), DayCell.EMPTY.plus(Utility.of(1.5)));
    cells.put(new DayKey(CHANNEL, "a", -40_000), DayCell.EMPTY.plus(Utility.of(0.5)));
    cells.put(new DayKey(new ChannelId(2), "a", 0), DayCell.EMPTY.plus(Utility.of(1e300)));
    cells.put(new DayKey(new ChannelId(2), "b", TODAY), DayCell.EMPTY.plusMissing());
    cells.put(new DayKey(new ChannelId(3), "b", TODAY), DayCell.EMPTY.plus(Utility.of(0)));

    Judgements.of(cells, TODAY, LUCK).values().forEach(JudgementsTest::allNumbers);
    Judgements.of(cells, Long.MAX_VALUE, LUCK).values().forEach(JudgementsTest::allNumbers);
    Judgements.of(cells, Long.MIN_VALUE, LUCK).values().forEach(JudgementsTest::allNumbers);
  }

  @Test
  void of_severalPools_takesOneMeanAndEachPoolsSpread() {
    for (int i = 0; i < 30; i++) {
      call(CHANNEL, i % 2 == 0 ? "base/SMALL" : "base/MICRO", i, i % 3 == 0 ? 1.5 : 0.5);
      call(new ChannelId(2), "base/SMALL", i, i % 3 == 0 ? 1.5 : 0.5);
    }

    Judged split = judged(CHANNEL);
    Judged whole = judged(new ChannelId(2));
    assertThat(split.sample()).isEqualTo(whole.sample());
    assertThat(split.growth().mean()).isCloseTo(whole.growth().mean(), within(1e-3));
  }

  @Test
  void of_severalPools_judgesFewCallsByTheSpreadOfTheirPool() {
    for (int i = 0; i < 60; i++) {
      call(new ChannelId(8), "calm", i, i % 2 == 0 ? 1.1 : 0.9);
      call(new ChannelId(9), "wild", i, i % 2 == 0 ? 1.8 : 0.2);
    }
    for (int i = 0; i < 3; i++) {
      call(CHANNEL, "calm", i, 1.05);
      call(new ChannelId(2), "wild", i, 1.05);
    }

    assertThat(judged(CHANNEL).tails().better())
        .isLessThan(judged(new ChannelId(2)).tails().better() / 2);
  }
}
