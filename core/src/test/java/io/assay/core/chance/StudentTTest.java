package io.assay.core.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StudentTTest {
  @ParameterizedTest
  @CsvSource({
    "12.706205, 1, 0.025",
    "6.313752, 1, 0.05",
    "4.302653, 2, 0.025",
    "2.570582, 5, 0.025",
    "2.015048, 5, 0.05",
    "3.169273, 10, 0.005",
    "2.042272, 30, 0.025",
    "1.697261, 30, 0.05",
    "2.749996, 30, 0.005",
    "1.671, 60, 0.05",
    "1.983972, 100, 0.025",
    "2.364217, 100, 0.01"
  })
  void above_isTheTable(double t, double freedom, double p) {
    assertThat(StudentT.above(t, freedom)).isCloseTo(p, within(p * 1e-3));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-30, -2, -0.1, 0, 0.5, 1, 4, 100})
  void above_oneDegree_isCauchys(double t) {
    assertThat(StudentT.above(t, 1)).isCloseTo(0.5 - Math.atan(t) / Math.PI, within(1e-13));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-30, -2, -0.1, 0, 0.5, 1, 4, 100})
  void above_twoDegrees_hasAClosedForm(double t) {
    assertThat(StudentT.above(t, 2)).isCloseTo(0.5 - t / (2 * Math.sqrt(2 + t * t)), within(1e-13));
  }

  @ParameterizedTest
  @ValueSource(doubles = {30, 37.25, 59.5, 118.9, 1_000})
  void above_isTheIntegralOfTheDensity(double freedom) {
    double step = 1e-3;
    double half = 0;
    double area = 0;
    double beyondOne = 0;
    for (double t = 0; t < 40; t += step) {
      double slice =
          step
              / 6
              * (shape(t, freedom) + 4 * shape(t + step / 2, freedom) + shape(t + step, freedom));
      half += slice;
      beyondOne += t >= 1 - step / 2 ? slice : 0;
      area = 2 * half;
    }
    assertThat(StudentT.above(1, freedom)).isCloseTo(beyondOne / area, within(1e-10));
  }

  private static double shape(double t, double freedom) {
    return Math.pow(1 + t * t / freedom, -(freedom + 1) / 2);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 29.5, 30, 1e3, 1e5, 1e7, 1e9})
  void above_bothTails_areOne(double freedom) {
    for (double t = -12; t <= 12; t += 0.37) {
      assertThat(StudentT.above(t, freedom) + StudentT.above(-t, freedom))
          .isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void above_manyDegrees_isTheNormal() {
    assertThat(StudentT.above(1.96, 9e6)).isCloseTo(Normal.cdf(-1.96), within(1e-7));
    assertThat(StudentT.above(1.96, 2e7)).isCloseTo(Normal.cdf(-1.96), within(1e-7));
  }

  @Test
  void above_farOut_goesToZeroAndStaysANumber() {
    assertThat(StudentT.above(1e200, 40)).isZero();
    assertThat(StudentT.above(-1e200, 40)).isEqualTo(1);
    assertThat(StudentT.above(10, 40)).isBetween(1e-13, 1e-11);
  }

  @Test
  void logGamma_isTheTable() {
    assertThat(Gamma.log(0.5)).isCloseTo(Math.log(Math.PI) / 2, within(1e-13));
    assertThat(Gamma.log(1)).isCloseTo(0, within(1e-13));
    assertThat(Gamma.log(11)).isCloseTo(Math.log(3_628_800), within(1e-12));
  }
}
