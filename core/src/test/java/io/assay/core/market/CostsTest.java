package io.assay.core.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CostsTest {
  private static final Costs FEE = Costs.of(0.003, 200, OptionalDouble.empty());
  private static final Costs THIN = Costs.of(0.003, 200, OptionalDouble.of(4_000));

  @Test
  void gross_withoutLiquidity_isTheFeeTwice() {
    assertThat(FEE.gross(1)).isEqualTo(0.997 * 0.997, within(1e-15));
    assertThat(FEE.gross(3)).isEqualTo(3 * 0.997 * 0.997, within(1e-15));
    assertThat(FEE.hasImpact()).isFalse();
    assertThat(FEE.word()).isEqualTo("fee");
    assertThat(FEE.ratioWithin(0.1)).isInfinite();
  }

  @Test
  void gross_inAPool_isWorseTheThinnerItIs() {
    double before = FEE.gross(2);
    for (double liquidity : new double[] {1e9, 1e6, 1e5, 1e4, 1e3, 100, 1}) {
      double gross = Costs.of(0.003, 200, OptionalDouble.of(liquidity)).gross(2);
      assertThat(gross).isLessThan(before).isPositive();
      before = gross;
    }
  }

  @Test
  void ratio_isTheInverseOfGross() {
    for (Costs costs : new Costs[] {FEE, THIN, Costs.of(0.01, 5_000, OptionalDouble.of(900))}) {
      for (double ratio : new double[] {0, 1e-6, 0.3, 1, 1.7, 40, 1e5}) {
        assertThat(costs.ratio(costs.gross(ratio))).isEqualTo(ratio, within(1e-9 * (1 + ratio)));
      }
    }
  }

  @Test
  void gross_ofParts_isMoreThanOfAllAtOnce() {
    assertThat(THIN.gross(2, 0.5) * 2).isGreaterThan(THIN.gross(2));
    assertThat(FEE.gross(2, 0.5) * 2).isEqualTo(FEE.gross(2), within(1e-15));
  }

  @Test
  void grossInto_isNeverMoreThanLiesThere() {
    assertThat(FEE.grossInto(5, 0)).isZero();
    assertThat(FEE.grossInto(0, 0)).isZero();
    assertThat(FEE.grossInto(1e6, 80)).isEqualTo(40.0 / 200, within(1e-5));
    assertThat(FEE.grossInto(1, 1e12)).isEqualTo(FEE.gross(1), within(1e-9));
  }

  @Test
  void of_aLiquidityThatIsNotAboveZero_isTheFeeAlone() {
    assertThat(Costs.of(0.003, 200, OptionalDouble.of(0)).hasImpact()).isFalse();
    assertThatThrownBy(() -> new Costs(0.5, 200, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Costs(0.1, 0, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
