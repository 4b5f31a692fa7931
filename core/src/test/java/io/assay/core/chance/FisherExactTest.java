package io.assay.core.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.junit.jupiter.api.Test;

class FisherExactTest {
  /// The lady who tastes tea: three of four right is (16 + 1) of the 70 ways to choose four cups.
  @Test
  void greater_theTastingOfTea_isSeventeenOfSeventy() {
    assertThat(FisherExact.greater(3, 1, 1, 3)).isCloseTo(17 / 70.0, within(1e-14));
    assertThat(FisherExact.greater(4, 0, 0, 4)).isCloseTo(1 / 70.0, within(1e-14));
  }

  /// Convictions of like-sex twins, the example of R's fisher.test: 10 of 13 monozygotic and 2 of
  /// 17 dizygotic twins of criminals were convicted; one-sided p = 0.0004652.
  @Test
  void greater_theConvictionsOfTwins_isWhatRGives() {
    assertThat(FisherExact.greater(10, 3, 2, 15)).isCloseTo(0.0004652, within(5e-8));
  }

  @Test
  void greater_isTheSumOfWholeFractions() {
    for (int a = 0; a <= 12; a++) {
      for (int c = 0; c <= 9; c++) {
        assertThat(FisherExact.greater(a, 12 - a, c, 9 - c))
            .as("%d of 12, %d of 9", a, c)
            .isCloseTo(exact(a, 12 - a, c, 9 - c), within(1e-13));
      }
    }
  }

  @Test
  void greater_ofThousands_isStillExact() {
    assertThat(FisherExact.greater(60, 1940, 30, 2970))
        .isCloseTo(exact(60, 1940, 30, 2970), within(1e-16));
  }

  @Test
  void greater_nothingToCompare_isOne() {
    assertThat(FisherExact.greater(0, 0, 0, 0)).isEqualTo(1);
    assertThat(FisherExact.greater(0, 5, 0, 7)).isEqualTo(1);
    assertThat(FisherExact.greater(5, 0, 7, 0)).isEqualTo(1);
    assertThat(FisherExact.greater(0, 0, 3, 4)).isEqualTo(1);
    assertThat(FisherExact.greater(3, 4, 0, 0)).isEqualTo(1);
  }

  @Test
  void greater_negativeCounts_areRefused() {
    assertThatThrownBy(() -> FisherExact.greater(1, -1, 2, 3))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double exact(int a, int b, int c, int d) {
    BigInteger ways = BigInteger.ZERO;
    for (int x = a; x <= Math.min(a + b, a + c); x++) {
      ways = ways.add(choose(a + b, x).multiply(choose(c + d, a + c - x)));
    }
    return new BigDecimal(ways)
        .divide(new BigDecimal(choose(a + b + c + d, a + c)), MathContext.DECIMAL64)
        .doubleValue();
  }

  private static BigInteger choose(int n, int k) {
    if (k < 0 || k > n) {
      return BigInteger.ZERO;
    }
    BigInteger ways = BigInteger.ONE;
    for (int i = 0; i < k; i++) {
      ways = ways.multiply(BigInteger.valueOf(n - i)).divide(BigInteger.valueOf(i + 1L));
    }
    return ways;
  }
}
