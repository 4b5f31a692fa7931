package io.assay.core.foresight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.core.reputation.ExpectedRoi;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecommendationTest {
  private static ExpectedRoi expected(long calls, double gain) {
    return new ExpectedRoi(calls, Math.round(gain * 1e9));
  }

  @ParameterizedTest
  @CsvSource({
    "4, 1.0, TOO_FEW", "0, 0, TOO_FEW", "1000, 0.24, FOLLOW", "1000, 0.12, LEAN_FOLLOW",
    "1000, 0.11, NEUTRAL", "1000, 0, NEUTRAL", "1000, -0.11, NEUTRAL", "1000, -0.12, LEAN_AVOID",
    "1000, -0.24, AVOID", "5, 0.24, FOLLOW", "5, -0.17, LEAN_AVOID"
  })
  void of_isByStandardErrors(long calls, double gain, Recommendation recommendation) {
    assertThat(Recommendation.of(expected(calls, gain))).isEqualTo(recommendation);
  }

  @Test
  void error_isHowFarLuckStrays() {
    assertThat(Recommendation.error(1)).isCloseTo(0.05, within(1e-12));
    Random random = new Random(1);
    for (int calls : new int[] {5, 20, 100}) {
      double squares = 0;
      int worlds = 4_000;
      for (int world = 0; world < worlds; world++) {
        ExpectedRoi learned = ExpectedRoi.FLAT;
        for (int i = 0; i < calls; i++) {
          learned = learned.after(random.nextBoolean() ? 0.5 : -0.5);
        }
        squares += learned.gain() * learned.gain();
      }
      assertThat(Math.sqrt(squares / worlds))
          .isCloseTo(Recommendation.error(calls), within(0.05 * Recommendation.error(calls)));
    }
  }

  @Test
  void word_isAsItIsShown() {
    assertThat(Recommendation.LEAN_FOLLOW.word()).isEqualTo("lean to follow");
    assertThat(Recommendation.TOO_FEW.word()).isEqualTo("too few calls");
  }

  @Test
  void consensus_ofFewerThanTwoChannels_isNobodys() {
    assertThat(Consensus.of(List.of())).isEqualTo(new Consensus.Nobody());
    assertThat(Consensus.of(List.of(expected(9, 0.3), ExpectedRoi.FLAT)))
        .isEqualTo(new Consensus.Nobody());
  }

  @Test
  void consensus_whereAllPointOneWay_isStrong() {
    Consensus consensus = Consensus.of(List.of(expected(3, -0.1), expected(50, -0.3)));

    assertThat(consensus).isInstanceOf(Consensus.Among.class);
    if (consensus instanceof Consensus.Among among) {
      assertThat(among.channels()).isEqualTo(2);
      assertThat(among.strength()).isEqualTo(1);
      assertThat(among.gain()).isBetween(-0.3, -0.2);
      assertThat(among.word()).isEqualTo("strong");
    }
  }

  /// Weights 1 − 0.9 = 0.1 and 1 − 0.81 = 0.19: strength 0.09/0.29, gain (0.1·0.2 − 0.19·0.1)/0.29.
  @Test
  void consensus_whereTheyDisagree_isWeak() {
    assertThat(Consensus.of(List.of(expected(1, 0.2), expected(2, -0.1))))
        .isInstanceOfSatisfying(
            Consensus.Among.class,
            among -> {
              assertThat(among.strength()).isCloseTo(0.09 / 0.29, within(1e-12));
              assertThat(among.gain()).isCloseTo(0.001 / 0.29, within(1e-12));
              assertThat(among.word()).isEqualTo("weak");
            });
  }
}
