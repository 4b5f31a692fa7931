package io.assay.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexiconTest {
  private static List<String> met(String rules, String text) {
    Lexicon lexicon = Lexicon.parse(rules, "rules");
    List<String> met = new ArrayList<>();
    lexicon.match(
        Words.of(Folded.of(text)),
        (rule, first, last) -> met.add(lexicon.rule(rule).why() + " " + first + "-" + last));
    return met;
  }

  @ParameterizedTest
  @CsvSource({
    "buy, 'BUY it', 0-0",
    "stop loss, 'a Stop-Loss', 1-2",
    "buy at the dip, 'now buy at the dip', 1-4",
    "买入, '现在买入', 2-3",
    "сделка, 'новая СДЕЛКА', 1-1",
    "señal, 'SENAL', 0-0",
    "🚀, 'to 🚀 now', 1-1",
    "buy now, 'buy 🔥🔥 now', 0-3",
    "hodl, 'just H O D L', 1-4"
  })
  void match_aPhrase_isToldWithItsWords(String phrase, String text, String where) {
    assertThat(met("call 1 " + phrase, text)).containsExactly("call: " + phrase + " " + where);
  }

  @Test
  void match_severalRulesOfOnePhrase_areAllTold() {
    assertThat(met("call 1 moon\nbrag 2 moon\n# none\n\n", "moon"))
        .containsExactlyInAnyOrder("call: moon 0-0", "brag: moon 0-0");
  }

  @Test
  void match_phrasesWithinPhrases_areAllTold() {
    assertThat(met("a 1 buy\nb 1 buy now\nc 1 now", "buy now"))
        .containsExactlyInAnyOrder("a: buy 0-0", "b: buy now 0-1", "c: now 1-1");
  }

  @Test
  void match_otherWords_areNotTold() {
    assertThat(met("call 1 buy now", "now buy not now buyer")).isEmpty();
  }

  @Test
  void match_aNumber_isMetByEveryNumber() {
    assertThat(met("call 1 sell 0", "sell 215, SELL 0.002")).hasSize(2);
    assertThat(met("call 1 sell 0", "sell 2x")).isEmpty();
    assertThat(met("pump 1 5 minutes", "10 minutes")).hasSize(1);
  }

  @Test
  void tell_aSign_isToldWithoutWords() {
    Lexicon lexicon = Lexicon.parse("call 1 <three prices>\ncall 1 three prices", "rules");
    List<String> met = new ArrayList<>();
    lexicon.tell(Lexicon.sign("three prices"), (rule, first, _) -> met.add(rule + " " + first));
    assertThat(met).containsExactly("0 -1");
    assertThat(met("call 1 <three prices>", "<three prices>")).isEmpty();
  }

  @Test
  void match_phrasesThatShareTheirBeginning_areAllFound() {
    assertThat(met("a 1 buy the dip\nb 1 the dip now\nc 1 dip", "buy the dip now"))
        .containsExactlyInAnyOrder("a: buy the dip 0-2", "b: the dip now 1-3", "c: dip 2-2");
    assertThat(met("a 1 buy the dip", "buy the buy the dip")).containsExactly("a: buy the dip 2-4");
  }

  @Test
  void match_manyRules_areAllFound() {
    StringBuilder rules = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      rules.append("call 1 word").append(i).append('\n');
    }
    assertThat(met(rules.toString(), "word0 word9999 word10000")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"call 1", "call 1 …", "call 1 a b c d e", "call x buy", "call 1 🚀 moon"})
  void parse_aLineThatIsNoRule_isNamed(String line) {
    assertThatThrownBy(() -> Lexicon.parse("call 1 buy\n" + line, "rules"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("rules, line 2");
  }

  @Test
  void number_ofATag_isOneForAllItsRules() {
    Lexicon lexicon = Lexicon.parse("call 1 buy\nexit 1 sell\ncall 1 long", "rules");
    assertThat(lexicon.rule(2).number()).isEqualTo(lexicon.number("call"));
    assertThat(lexicon.tags()).isEqualTo(2);
    assertThat(lexicon.number("none")).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a ", "buy now ", "🚀", "买", "H O D L ", "buy 🚀", "b u y  "})
  void match_aTextTwiceAsLong_takesTwiceTheSteps(String piece) {
    String rules = "x 1 a\nx 1 buy\nx 1 buy now\nx 1 🚀\nx 1 买\nx 1 买买买买\nx 1 hodl\nx 1 a a a a";
    int once = met(rules, piece.repeat(20_000)).size();
    int twice = met(rules, piece.repeat(40_000)).size();
    assertThat(twice).isBetween(2 * once - 8, 2 * once + 8);
  }
}
