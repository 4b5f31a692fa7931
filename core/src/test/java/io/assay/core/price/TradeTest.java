package io.assay.core.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TradeTest {
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

  @ParameterizedTest
  @ValueSource(
      strings = {"1", "0.00141342", "3.2e-11", "7E+3", "5.", ".5", "0.000000000000000000000000001"})
  void construct_anyDecimalAboveZero_keepsItsText(String price) {
    assertThat(new Trade("1", AT, price, "0").price()).isEqualTo(price);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " 1",
        "1 ",
        "1,5",
        "one",
        "NaN",
        "Infinity",
        "0x1p3",
        "0",
        "0.0",
        "-1",
        "1e999",
        "1e-99999999",
        "1e99999999999",
        "٣"
      })
  void construct_aPriceThatIsNone_isRefused(String price) {
    assertThatThrownBy(() -> new Trade("1", AT, price, "1"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void construct_anAmountThatIsNone_isRefused() {
    assertThatThrownBy(() -> new Trade("1", AT, "1", "-0.1")).hasMessageContaining("-0.1");
    assertThatThrownBy(() -> new Trade("1", AT, "1", "0e-500")).hasMessageContaining("too small");
    assertThatThrownBy(() -> new Trade("1", AT, "1", "9".repeat(401)))
        .hasMessageContaining("400 letters");
  }

  @Test
  void construct_atNoTime_isRefused() {
    Instant before = Instant.ofEpochSecond(-1);
    assertThatThrownBy(() -> new Trade("1", before, "1", "1")).hasMessageContaining("1969");
    assertThatThrownBy(() -> new Trade("1", Instant.MAX, "1", "1"))
        .hasMessageContaining("nobody traded");
  }

  @Test
  void inOrder_atOneInstant_isTheOrderOfNumbers() {
    Trade ninth = new Trade("9", AT, "1", "1");
    Trade tenth = new Trade("10", AT, "1", "1");
    assertThat(Trade.IN_ORDER.compare(ninth, tenth)).isNegative();
    Trade earlier = new Trade("11", AT.minusMillis(1), "1", "1");
    assertThat(Trade.IN_ORDER.compare(earlier, ninth)).isNegative();
  }
}
