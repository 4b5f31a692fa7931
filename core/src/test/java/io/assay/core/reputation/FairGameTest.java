package io.assay.core.reputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.assay.core.call.Barrier;
import io.assay.core.call.CallRules;
import org.junit.jupiter.api.Test;

class FairGameTest {
  @Test
  void of_noCosts_isAFairCoin() {
    FairGame game = FairGame.of(0);

    assertThat(game.winRate()).isEqualTo(0.5);
    assertThat(game.growth()).isCloseTo(0.5 * Math.log(1.05 * 0.95), within(1e-15));
  }

  @Test
  void of_costs_givesBackTheStakeLessTheCosts() {
    double cost = CallRules.DEFAULT.cost();
    for (Barrier barrier : Barrier.values()) {
      double p = FairGame.of(barrier, cost).winRate();

      assertThat(p * (1 + barrier.up()) + (1 - p) * (1 - barrier.down()))
          .isCloseTo(1 - cost, within(1e-15));
    }
    assertThat(FairGame.of(cost).winRate()).isCloseTo(0.5 - cost, within(1e-15));
  }

  @Test
  void of_otherBarriers_isDownOverBoth() {
    assertThat(FairGame.of(Barrier.THIRD_UP_FIFTH_DOWN, 0).winRate())
        .isCloseTo(0.2 / 0.55, within(1e-15));
  }

  @Test
  void growth_hardlyDiffersFromBarriersOnTheGrossPrice() {
    double left = 1 - 0.026;
    double gross =
        (Math.log(1 + 0.1 * (1.5 * left - 1)) + Math.log(1 + 0.1 * (0.5 * left - 1))) / 2;

    assertThat(FairGame.of(0.026).growth()).isCloseTo(gross, within(1e-4));
  }

  @Test
  void of_costsBeyondTheStop_neverWins() {
    assertThat(FairGame.of(0.6).winRate()).isZero();
    assertThat(FairGame.of(0.6).growth()).isCloseTo(Math.log(0.95), within(1e-15));
  }

  @Test
  void of_noCostAtAll_isRefused() {
    assertThatThrownBy(() -> FairGame.of(-0.1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> FairGame.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
  }
}
