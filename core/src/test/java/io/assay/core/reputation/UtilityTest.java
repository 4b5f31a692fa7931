package io.assay.core.reputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UtilityTest {
  @ParameterizedTest
  @CsvSource({"0, -105360516", "0.5, -51293294", "1, 0", "1.5, 48790164", "2, 95310180"})
  void of_aReturn_isTheLogWealthOfATenthStaked(double gross, long billionths) {
    assertThat(Utility.of(gross)).isEqualTo(billionths);
  }

  @Test
  void missing_isBoundedByATotalLossAndAWin() {
    assertThat(Utility.MISSING_WORST).isEqualTo(Utility.of(0));
    assertThat(Utility.MISSING_BEST).isEqualTo(Utility.of(1.5));
  }

  @Test
  void of_anAbsurdReturn_isCapped() {
    assertThat(Utility.of(Double.POSITIVE_INFINITY)).isEqualTo(Utility.of(1e9));
    assertThat(Utility.of(Double.MAX_VALUE)).isEqualTo(18_420_680_753L);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1e-9, Double.NaN, Double.NEGATIVE_INFINITY})
  void of_noReturn_isRefused(double gross) {
    assertThatThrownBy(() -> Utility.of(gross)).isInstanceOf(IllegalArgumentException.class);
  }
}
