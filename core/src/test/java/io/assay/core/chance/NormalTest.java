package io.assay.core.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0.5",
    "1, 0.841344746068543",
    "1.959963984540054, 0.975",
    "-2.326347874040841, 0.01",
    "-1.644853626951473, 0.05",
    "3, 0.998650101968370"
  })
  void cdf_isTheTable(double z, double p) {
    assertThat(Normal.cdf(z)).isCloseTo(p, within(1e-14));
  }

  @ParameterizedTest
  @CsvSource({
    "-5, 2.866515718791939e-7",
    "-8, 6.220960574271785e-16",
    "-20, 2.753624118606234e-89"
  })
  void cdf_farOut_keepsItsDigits(double z, double p) {
    assertThat(Normal.cdf(z)).isCloseTo(p, Percentage.withPercentage(1e-5));
  }

  @Test
  void cdf_beyondAllNumbers_isZeroOrOne() {
    assertThat(Normal.cdf(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(Normal.cdf(Double.POSITIVE_INFINITY)).isEqualTo(1);
  }

  @Test
  void cdf_isTheIntegralOfTheDensity() {
    double step = 1e-3;
    double integral = 0;
    for (double z = -7.5; z < 7.5; z += step) {
      double simpson = density(z) + 4 * density(z + step / 2) + density(z + step);
      integral += step / 6 * simpson;
      assertThat(Normal.cdf(z + step) - Normal.cdf(-7.5)).isCloseTo(integral, within(1e-12));
    }
  }

  private static double density(double z) {
    return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
  }
}
