package io.assay.core.reputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.assay.core.call.Exit;
import io.assay.core.market.SizeTier;
import io.assay.core.reputation.Realised.Confidence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassicTest {
  private static final Confidence UNSCORED = new Confidence.Unscored();

  private static Realised call(double gain, boolean win, long days) {
    return new Realised(gain, win, Duration.ofDays(days), UNSCORED);
  }

  private static double score(List<Realised> settled) {
    return Classic.of(settled) instanceof Classic.Rated(double score, int _, Tier _)
        ? score
        : Double.NaN;
  }

  @Test
  void of_nothing_isUnrated() {
    assertThat(Classic.of(List.of())).isEqualTo(new Classic.Unrated());
    assertThat(Classic.of(List.of()).tier()).isEqualTo(Tier.UNPROVEN);
  }

  @Test
  void of_mixedCalls_addsUpTheParts() {
    List<Realised> settled =
        List.of(
            new Realised(2, true, Duration.ofDays(1), new Confidence.Scored(0.8)),
            new Realised(-1, false, Duration.ofDays(30), new Confidence.Scored(0.4)),
            new Realised(1, true, Duration.ofHours(372), UNSCORED));
    double deviation = Math.sqrt(((2 - 2 / 3.0) * (2 - 2 / 3.0) + 25 / 9.0 + 1 / 9.0) / 2);

    double expected =
        0.30 * 200 / 3
            + 0.25 * 50 * 2 / 3
            + 0.20 * 50 * (2 / 3.0) / deviation
            + 0.15 * 50
            + 0.10 * 60;
    assertThat(score(settled)).isCloseTo(expected, within(1e-9));
  }

  @Test
  void of_unscoredCalls_weighsTheRestAsTheWhole() {
    Realised flawless = call(2, true, 1);

    assertThat(score(Collections.nCopies(10, flawless))).isCloseTo(100, within(1e-9));
    assertThat(Classic.of(Collections.nCopies(10, flawless)).tier()).isEqualTo(Tier.ELITE);
  }

  @Test
  void of_onlyLosses_isUnreliable() {
    List<Realised> settled = Collections.nCopies(10, call(-1, false, 30));

    assertThat(Classic.of(settled)).isEqualTo(new Classic.Rated(0, 10, Tier.UNRELIABLE));
  }

  @Test
  void of_oneCall_hasNoSharpe() {
    assertThat(score(List.of(call(2, true, 1)))).isCloseTo((30 + 25 + 15) / 0.9, within(1e-9));
  }

  @Test
  void of_nineCalls_isScoredButUnproven() {
    List<Realised> settled = Collections.nCopies(9, call(2, true, 1));

    assertThat(score(settled)).isGreaterThan(99);
    assertThat(Classic.of(settled).tier()).isEqualTo(Tier.UNPROVEN);
  }

  @Test
  void of_absurdGains_staysWithinTheScale() {
    List<Realised> settled = new ArrayList<>(Collections.nCopies(9, call(-1, false, 1)));
    settled.add(call(Double.POSITIVE_INFINITY, true, 1));
    settled.add(new Realised(1e308, true, Duration.ofSeconds(Long.MAX_VALUE), UNSCORED));

    assertThat(score(settled)).isBetween(0.0, 100.0);
  }

  @ParameterizedTest
  @CsvSource({
    "100, ELITE", "90, ELITE", "89.99, EXCELLENT", "75, EXCELLENT", "74.99, GOOD", "60, GOOD",
    "59.99, AVERAGE", "40, AVERAGE", "39.99, POOR", "20, POOR", "19.99, UNRELIABLE", "0, UNRELIABLE"
  })
  void tier_isByTheLowerBoundOfEach(double score, Tier tier) {
    assertThat(Tier.of(score, 10)).isEqualTo(tier);
    assertThat(Tier.of(score, 9)).isEqualTo(Tier.UNPROVEN);
  }

  @Test
  void word_isAsItIsShown() {
    assertThat(Tier.ELITE.word()).isEqualTo("Elite");
    assertThat(Tier.UNPROVEN.word()).isEqualTo("Unproven");
  }

  @Test
  void realised_ofAnExit_isItsGainAndTime() {
    Instant entry = Instant.parse("2024-05-01T12:00:00Z");
    Exit.Done exit = new Exit.Done(entry.plus(Duration.ofHours(6)), Exit.Reason.TAKE_PROFIT, 1.5);

    assertThat(Realised.of(entry, exit, UNSCORED))
        .isEqualTo(new Realised(0.5, true, Duration.ofHours(6), UNSCORED));
  }

  @Test
  void realised_thatCannotBe_isRefused() {
    assertThatThrownBy(() -> call(-1.5, false, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> call(Double.NaN, false, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> call(0, false, -1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Confidence.Scored(1.1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void expectedRoi_movesATenthOfTheWay_andNoFurtherForOutliers() {
    assertThat(ExpectedRoi.FLAT.after(call(0.5, true, 1)).gain()).isCloseTo(0.05, within(1e-15));
    assertThat(ExpectedRoi.FLAT.after(call(1e300, true, 1)).gain()).isCloseTo(0.4, within(1e-15));
    ExpectedRoi learned = ExpectedRoi.FLAT;
    for (int i = 0; i < 200; i++) {
      learned = learned.after(call(Double.POSITIVE_INFINITY, true, 1));
    }
    assertThat(learned.gain()).isCloseTo(4, within(1e-6));
  }

  @Test
  void expectedRoi_hasLearnedFromTheCallsInTheirOrder() {
    ExpectedRoi learned = ExpectedRoi.FLAT.after(0.5).after(-0.5).after(0.2);

    // 0.05; 0.05 + 0.1·(−0.5 − 0.05) = −0.005; −0.005 + 0.1·(0.2 + 0.005) = 0.0155
    assertThat(learned).isEqualTo(new ExpectedRoi(3, 15_500_000));
    assertThat(ExpectedRoi.ofBytes(learned.toBytes())).isEqualTo(learned);
    assertThat(ExpectedRoi.ofBytes(ExpectedRoi.FLAT.toBytes())).isEqualTo(ExpectedRoi.FLAT);
  }

  @Test
  void expectedRoi_thatNothingWasLearnedFrom_isFlat() {
    assertThatThrownBy(() -> new ExpectedRoi(0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ExpectedRoi(1, 4_000_000_001L))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ExpectedRoi.FLAT.after(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private record Told(SizeTier size, String chain, Realised realised) {}

  @Test
  void by_aPart_ratesEachPartByItself() {
    List<Told> settled = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      settled.add(new Told(SizeTier.MICRO, "solana", call(2, true, 1)));
    }
    settled.add(new Told(SizeTier.LARGE, "base", call(-1, false, 30)));

    assertThat(Classic.by(settled, Told::size, Told::realised))
        .containsExactly(
            Map.entry(SizeTier.MICRO, Classic.of(Collections.nCopies(12, call(2, true, 1)))),
            Map.entry(SizeTier.LARGE, new Classic.Rated(0, 1, Tier.UNPROVEN)));
    assertThat(Classic.by(settled, Told::chain, Told::realised).keySet())
        .containsExactly("base", "solana");
    assertThat(Classic.by(List.<Told>of(), Told::chain, Told::realised)).isEmpty();
  }

  @Test
  void by_aPart_takesTheConfidenceThatItsCallsHad() {
    Realised sure = new Realised(2, true, Duration.ofDays(1), new Confidence.Scored(1));
    Realised unsure = new Realised(2, true, Duration.ofDays(1), new Confidence.Scored(0));
    List<Told> settled =
        List.of(
            new Told(SizeTier.MICRO, "base", sure),
            new Told(SizeTier.MICRO, "base", sure),
            new Told(SizeTier.SMALL, "base", unsure),
            new Told(SizeTier.SMALL, "base", unsure));

    assertThat(Classic.by(settled, Told::size, Told::realised))
        .containsExactly(
            Map.entry(SizeTier.MICRO, new Classic.Rated(100, 2, Tier.UNPROVEN)),
            Map.entry(SizeTier.SMALL, new Classic.Rated(90, 2, Tier.UNPROVEN)));
  }
}
