package io.assay.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumeralTest {
  private static Numeral read(String text, boolean listed) {
    Folded folded = Folded.of(text);
    Numeral numeral = new Numeral(folded);
    int at = 0;
    while (Numeral.digit(folded.at(at)) < 0) {
      at++;
    }
    assertThat(numeral.read(at, listed)).isTrue();
    return numeral;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "42 | 42",
        "0.00000123 | 0.00000123",
        ".5 | 0.5",
        "1,234.56 | 1234.56",
        "1.234,56 | 1234.56",
        "1,234,567 | 1234567",
        "1.234.567 | 1234567",
        "12,345 | 12345",
        "0,5 | 0.5",
        "0,125 | 0.125",
        "12,50 | 12.50",
        "60 000 | 60000",
        "60 500 | 60",
        "1.2e-7 | 0.00000012",
        "5E3 | 5000",
        "5 etc | 5",
        "0.0₅123 | 0.00000123",
        "0.0₁₂7 | 0.0000000000007",
        "０.０５ | 0.05",
        "۱۲٫۵ | 12.5",
        "١٬٢٣٤ | 1234",
        "007 | 7",
        "3. Then | 3",
        "999999999999999999 | 999999999999999999"
      })
  void read_aNumber_isExact(String text, BigDecimal value) {
    assertThat(read(text, false).value()).isEqualByComparingTo(value);
    assertThat(read(text, false).value().scale()).isNotNegative();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "13,15,17 | 13 | 2",
        "740,770,810 | 740 | 3",
        "4500,4750 | 4500 | 4",
        "1.25,1.30 | 1.25 | 4",
        "24,000 | 24000 | 6",
        "3,5 | 3.5 | 3",
        "100,100,100 | 100100100 | 11"
      })
  void read_aListOfNumbers_endsAtItsComma(String text, BigDecimal value, int end) {
    Numeral numeral = read(text, true);
    assertThat(numeral.value()).isEqualByComparingTo(value);
    assertThat(numeral.end()).isEqualTo(end);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1234567890123456789", "1e999", "1e-31", "12.05.2021", "192.168.0.1", "0.0₀1"})
  void read_whatIsNoNumber_isPassedOver(String text) {
    Numeral numeral = new Numeral(Folded.of(text));
    assertThat(numeral.read(0, false)).isFalse();
    assertThat(numeral.end()).isEqualTo(text.length());
  }

  @Test
  void read_seventyDigits_isPassedOverInOne() {
    Numeral numeral = new Numeral(Folded.of("0." + "1".repeat(70)));
    assertThat(numeral.read(0, true)).isFalse();
    assertThat(numeral.end()).isEqualTo(72);
  }
}
