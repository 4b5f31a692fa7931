package io.assay.core.terms;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.terms.Terms.Unit;
import io.assay.core.text.Folded;
import io.assay.core.text.Phrases;
import io.assay.core.text.Words;
import java.time.Duration;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LabelTest {
  private static Label last(String text) {
    Words words = Words.of(Folded.of(text));
    return Label.of(Label.in(words).rule(words.size() - 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Stop Loss | STOP",
        "buy zone | BUY_AT",
        "don't buy | FILL",
        "BUY | BUY",
        "🎯 | TARGETS",
        "Точка входа | ENTRY",
        "тейк профит | TARGET",
        "Zarar Kes | STOP",
        "objetivos | TARGETS",
        "apalancamiento | LEVERAGE",
        "止损 | STOP",
        "做空 | SHORT",
        "حد ضرر | STOP",
        "نقطه ورود | ENTRY",
        "short term | SHORT_TERM",
        "short | SHORT",
        "market cap | CAP",
        "owl | NOTHING"
      })
  void of_aPhrase_isWhatItSaysInAnyLanguage(String text, Label label) {
    assertThat(last(text)).isEqualTo(label);
  }

  @ParameterizedTest
  @CsvSource({
    "sats,SATS",
    "usdt,USD",
    "btc,BTC",
    "k,THOUSAND",
    "x,TIMES",
    "days,DAYS",
    "owl,NOTHING"
  })
  void unit_writtenOnANumber_isFound(String letters, Label label) {
    assertThat(Label.unit(letters)).isEqualTo(label);
  }

  @Test
  void alone_isOfAPhraseOfOneWord() {
    Words words = Words.of(Folded.of("stop loss usd"));
    Phrases phrases = Label.in(words);
    assertThat(Label.alone(words, 1, phrases)).isEqualTo(Label.NOTHING);
    assertThat(Label.alone(words, 2, phrases)).isEqualTo(Label.USD);
    assertThat(Label.alone(words, 3, phrases)).isEqualTo(Label.NOTHING);
  }

  @ParameterizedTest
  @EnumSource(Label.class)
  void units_andNothingElse_changeANumber(Label label) {
    boolean changes = !label.time.isZero() || label.unit != Unit.PLAIN || label.powers > 0;
    assertThat(label.isUnit()).isEqualTo(changes || label == Label.TIMES);
    assertThat(label.time).isLessThanOrEqualTo(Duration.ofDays(30));
  }

  @Test
  void units_areTheLastOfTheLabels() {
    assertThat(EnumSet.range(Label.ENTRY, Label.NOTHING)).noneMatch(Label::isUnit);
    assertThat(EnumSet.range(Label.MINUTES, Label.BILLION)).allMatch(Label::isUnit);
  }
}
