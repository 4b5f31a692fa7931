package io.assay.core.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TickersTest {
  @ParameterizedTest
  @CsvSource({"BTCUSDT, BTC", "ABCBTC, ABC", "1000ABCUSDT, 1000ABC", "BTC, BTC", "USDT, USDT"})
  void base_aGluedPair_isItsFirstPart(String said, String base) {
    assertThat(Tickers.base(said)).isEqualTo(base);
  }

  @Test
  void isAlone_aName_isShort() {
    assertThat(Tickers.isAlone("Abcde", false)).isTrue();
    assertThat(Tickers.isAlone("Abcdef", false)).isFalse();
    assertThat(Tickers.isAlone("ABCDEF", true)).isTrue();
    assertThat(Tickers.isAlone("abcde", false)).isFalse();
    assertThat(Tickers.isAlone("Hello", false)).isFalse();
  }

  @Test
  void groups_aRow_addsToItsGroup() {
    assertThat(Tickers.groups("# words\nword A B\n\nword C\nmoney USD", "rows"))
        .hasSize(2)
        .hasEntrySatisfying(
            "word", words -> assertThat(words).containsExactlyInAnyOrder("A", "B", "C"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"word", "word A b"})
  void groups_aLineThatIsNoRow_isNamed(String line) {
    assertThatThrownBy(() -> Tickers.groups("word A\n" + line, "rows"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("rows, line 2");
  }
}
