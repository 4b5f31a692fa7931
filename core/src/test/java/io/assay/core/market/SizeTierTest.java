package io.assay.core.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeTierTest {
  @ParameterizedTest
  @CsvSource({
    "0.01, micro",
    "9999999.99, micro",
    "10000000, small",
    "99999999, small",
    "100000000, mid",
    "999999999, mid",
    "1000000000, large",
    "2e12, large"
  })
  void of_aMarketValue_isItsTier(double usd, String word) {
    assertThat(SizeTier.of(OptionalDouble.of(usd)).word()).isEqualTo(word);
  }

  @ParameterizedTest
  @CsvSource({"0", "-5", "NaN", "Infinity"})
  void of_whatIsNoValue_isUnknown(double usd) {
    assertThat(SizeTier.of(OptionalDouble.of(usd))).isEqualTo(SizeTier.UNKNOWN);
  }

  @Test
  void of_nothingTold_isUnknown() {
    assertThat(SizeTier.of(OptionalDouble.empty())).isEqualTo(SizeTier.UNKNOWN);
  }
}
