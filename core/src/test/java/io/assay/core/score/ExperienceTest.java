package io.assay.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.core.score.Experience.Spread;
import io.assay.core.score.Ripening.Wins.Count;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExperienceTest {
  /// Groups of calls whose true rates lie this far from one half, every other one above it.
  private static Spread of(int groups, int calls, double apart, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Spread sum = Spread.NONE;
    for (int group = 0; group < groups; group++) {
      int wins = 0;
      for (int call = 0; call < calls; call++) {
        wins += random.nextDouble() < 0.5 + (group % 2 == 0 ? apart : -apart) ? 1 : 0;
      }
      sum = sum.plus(Spread.of(new Count(calls, wins, calls * 500_000_000L)));
    }
    return sum;
  }

  @Test
  void weight_ofNoGroups_isWhatIsGranted() {
    assertThat(Spread.NONE.weight(50)).isCloseTo(50, within(1e-9));
    assertThat(Spread.NONE.weight(100)).isCloseTo(100, within(1e-9));
  }

  /// Fifty groups of a hundred calls that won ten more than expected each: ΣD² = 5 000, less 0.25 ·
  /// 5 000, and the granted 25 000 · 0.25/50 = 125, over 500 000 + 25 000.
  @Test
  void weight_byHand_isWhatTheHandSays() {
    Spread sum = Spread.NONE;
    for (int group = 0; group < 50; group++) {
      sum = sum.plus(Spread.of(new Count(100, 60, 50_000_000_000L)));
    }
    assertThat(sum).isEqualTo(new Spread(5_000, 500_000, 5_000_000_000L));
    double variance = (5_000 - 1_250 + 125) / 525_000.0;
    assertThat(sum.weight(50)).isCloseTo(0.25 / variance, within(1e-9));
  }

  @Test
  void weight_ofGroupsThatDiffer_isThatOfTheirSpread() {
    assertThat(of(100, 200, 0.10, 1).weight(50)).isBetween(18.0, 35.0); // 0.25 / 0.01 = 25
    assertThat(of(100, 200, 0.05, 2).weight(50)).isBetween(70.0, 145.0); // 100
  }

  @Test
  void weight_ofGroupsThatAreAlike_isAsGoodAsAll() {
    for (long seed = 0; seed < 10; seed++) {
      assertThat(of(100, 200, 0, seed).weight(50)).isGreaterThan(300);
    }
  }

  @Test
  void with_aChannelThatChanged_takesItOutAndPutsItBackIn() {
    Ripening before = Ripening.NONE.plus(0, Count.of(true, 400_000_000), 3, 9);
    Ripening after = before.plus(0, Count.of(false, 500_000_000), 4, 9);
    Experience one = Experience.NONE.with(Ripening.NONE, Ripening.NONE, before);
    assertThat(one.channels()).isEqualTo(new Spread(1, 1, 360_000));
    Experience two = one.with(Ripening.NONE, before, after);
    assertThat(two.channels()).isEqualTo(new Spread(2, 4, 10_000));
    assertThat(two.with(Ripening.NONE, after, Ripening.NONE)).isEqualTo(Experience.NONE);
  }

  @Test
  void row_readsBack() {
    Ripening tenths =
        Ripening.NONE
            .plus(3, Count.of(true, 400_000_000), 3, 9)
            .plus(9, Count.of(false, 600_000_000), 14, 9);
    Experience some = Experience.NONE.with(tenths, Ripening.NONE, tenths);
    assertThat(Experience.ofBytes(some.toBytes())).isEqualTo(some);
    assertThat(Experience.ofBytes(Experience.NONE.toBytes())).isEqualTo(Experience.NONE);
  }
}
