package io.assay.core.terms;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.text.Folded;
import io.assay.core.text.Words;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeverTest {
  private static Terms of(String text) {
    Folded folded = Folded.of(text);
    return Terms.of(folded, Words.of(folded));
  }

  @ParameterizedTest
  @CsvSource({
    "LONG SOLUSDT 20x, 20",
    "Long SOL/USDT 20x, 20",
    "LONG $SOL 20x, 20",
    "'LONG $SOL (20x)', 20",
    "SHORT #BTC - 50x, 50",
    "LONG SOL 20x, 20",
    "long eth 10x, 10",
    "Long BTC with 25x, 25",
    "LONG $ETH 10x-20x, 20",
    "LONG $ETH 5-10x, 10",
    "Short 10X TO 20X, 20",
    "$SOL x10 short, 10",
    "20x $BTC long, 20",
    "10x BTCUSDT short, 10",
    "BTCUSDT 20x Long, 20",
    "20x LONG $SOL, 20",
    "Leverage: cross 25x, 25",
    "'Leverage: Cross (25X)', 25",
    "isolated 10X, 10",
    "BTCUSDT Long Cross 20x, 20",
    "Лонг $SOL 10x, 10",
    "Largo $SOL 10x, 10",
    "做多 $SOL 20倍, 20",
    "20倍杠杆 做多 $SOL, 20",
    "لانگ $SOL 10x, 10"
  })
  void of_aMultipleOfASide_isLeverage(String text, int leverage) {
    assertThat(of(text).bet().leverage()).isEqualTo(leverage);
    assertThat(of(text).exit().targets()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'Long $ETH\n10x\nEntry: 3000\nTP 3200', 10",
    "'BTCUSDT 20x\nLong\nEntry 65000', 20",
    "'BTC/USDT 20x\nEntry 65000\nTP 66000\nSL 64000', 20"
  })
  void of_aMultipleByItselfOrOfAPair_isLeverageInATrade(String text, int leverage) {
    assertThat(of(text).bet().leverage()).isEqualTo(leverage);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Long $SOL did 20x",
        "$SOL 20x done",
        "already 10x",
        "100x potential",
        "Long $SOL 20x done",
        "LONG SOLUSDT 20x profit",
        "LONG SOL to 10x",
        "long SOL, 10x gains soon",
        "we made 10x on our $SOL long",
        "already 10x long",
        "did 20x $BTC short",
        "Long $SOL, easy 10x",
        "LONG SOL THIS CAN 20X",
        "Short squeeze 10x",
        "$PEPE 100x gem long term",
        "$SOL 10x",
        "PEPE/USDT 20x",
        "Buy $SOL\n10x",
        "Long $SOL\nthe next 10x",
        "Лонг $SOL уже 10x",
        "Long $SOL ya 10x"
      })
  void of_aMultipleOfThePrice_isNoLeverage(String text) {
    assertThat(of(text).bet().leverage()).isZero();
  }

  @Test
  void of_leverageAndATargetInMultiples_areToldApart() {
    Terms terms = of("LONG SOLUSDT 20x\nEntry 140\nTP 3x");
    assertThat(terms.bet().leverage()).isEqualTo(20);
    assertThat(terms.exit().targets())
        .extracting(Terms.Amount::value)
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactly(BigDecimal.valueOf(200));
  }

  @Test
  void of_aMegabyteOfMultiples_takesNoTime() {
    assertThat(of("LONG SOL 20x ".repeat(80_000)).bet().leverage()).isEqualTo(20);
  }
}
