package io.assay.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasesTest {
  @Test
  void rules_aRow_isARuleForEachPhrase() {
    assertThat(Phrases.rules("# words\n\nmore 0.3: very, so much", "a.txt").lines())
        .containsExactly("more 0.3 very", "more 0.3 so much");
  }

  @Test
  void rules_aTagOrAWeightAlone_isEnough() {
    assertThat(Phrases.rules("not: no\n-2.5: bad", "a.txt").lines())
        .containsExactly("not 0 no", "weighed -2.5 bad");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"good, bad", "2: one two three four five", "more very: so", "2: good,", ": good"})
  void rules_aRowThatIsNone_isNamed(String row) {
    assertThatThrownBy(() -> Phrases.rules("# words\n" + row, "a.txt"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a.txt, line 2");
  }

  private static String found(String text, String rules) {
    Words words = Words.of(Folded.of(text));
    Lexicon lexicon = Lexicon.parse(Phrases.rules(rules, "a.txt"), "a.txt");
    Phrases phrases = Phrases.in(words, lexicon);
    StringBuilder found = new StringBuilder();
    for (int word = 0; word < words.size(); word++) {
      if (phrases.rule(word) >= 0) {
        found.append(phrases.first(word)).append(lexicon.rule(phrases.rule(word)).tag());
      }
    }
    return found.toString();
  }

  @Test
  void in_phrasesThatShareWords_isTheLongest() {
    assertThat(found("a stop loss hit", "x: stop, loss, hit\ny: stop loss")).isEqualTo("1y3x");
    assertThat(found("a b c", "x: a, b, c\ny: a b\nz: b c")).isEqualTo("0y2x");
  }

  @Test
  void in_twoMeanings_isTheLater() {
    assertThat(found("no", "x: no\ny: no")).isEqualTo("0y");
  }

  @Test
  void shipped_aListThatIsNotThere_isNamed() {
    assertThatThrownBy(() -> Phrases.shipped(PhrasesTest.class, "none.txt"))
        .hasMessageContaining("none.txt");
  }
}
