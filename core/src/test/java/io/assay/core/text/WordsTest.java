package io.assay.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
  private static Words words(String text) {
    return Words.of(Folded.of(text));
  }

  private static List<String> split(String text) {
    Words words = words(text);
    List<String> split = new ArrayList<>();
    for (int word = 0; word < words.size(); word++) {
      split.add(words.text(word));
    }
    return split;
  }

  @ParameterizedTest
  @CsvSource({
    "'Buy $BTC at 9.5k', 'Buy|BTC|at|9|5k'",
    "'alım stratégie señal', 'alım|stratégie|señal'",
    "'покупаем TON сейчас', 'покупаем|TON|сейчас'",
    "'αγορά τώρα', 'αγορά|τώρα'",
    "'اشترِ الآن', 'اشتر|الآن'",
    "'ซื้อ ขาย', 'ซื้อ|ขาย'",
    "'बिटकॉइन खरीदें', 'बिटकॉइन|खरीदें'",
    "'现在买入BTC吧', '现|在|买|入|BTC|吧'",
    "'매수 완료', '매|수|완|료'",
    "'エントリー だ', 'エントリー|だ'",
    "'10x 5х', '10x|5x'",
    "'go🚀🚀moon', 'go|🚀|🚀|moon'",
    "'⚠️ scam ❌', '⚠|scam|❌'"
  })
  void of_anyLanguage_isSplitAsItsReadersDo(String text, String split) {
    assertThat(split(text)).containsExactly(split.split("\\|"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "—", "→ © ™ ● ━━━", "…!?", "\uD83D", "\uDE80\uD83D", "$€₽"})
  void of_whatIsNoWord_isEmpty(String text) {
    assertThat(words(text).size()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "STRATÉGIE, strategie",
    "SEÑAL, senal",
    "ALIM, alım",
    "İŞLEM, islem",
    "ПОКУПАЕМ, покупаем",
    "Ещё, еще",
    "ΑΓΟΡΆ, αγορα",
    "λόγος, ΛΟΓΟΣ",
    "كي, کی",
    "أول, اول"
  })
  void hash_caseAccentsAndForms_makeNoDifference(String one, String other) {
    assertThat(words(one).hash(0)).isEqualTo(words(other).hash(0)).isEqualTo(Words.hash(one));
  }

  @Test
  void hash_differentWords_differ() {
    assertThat(words("buy").hash(0)).isNotEqualTo(words("bay").hash(0));
    assertThat(words("🚀").hash(0)).isNotEqualTo(words("🚁").hash(0));
    assertThat(words("мой").hash(0)).isNotEqualTo(words("моя").hash(0));
  }

  @Test
  void isAscii_isTrueOfWordsThatAddressesAndTickersAreMadeOf() {
    Words words = words("BTC9 señal цена 买 🚀 42");
    List<Boolean> ascii = new ArrayList<>();
    for (int word = 0; word < words.size(); word++) {
      ascii.add(words.isAscii(word));
    }
    assertThat(ascii).containsExactly(true, false, false, false, false, true);
  }

  @Test
  void isEmoji_isTrueOfPicturesAlone() {
    Words words = words("💎買B✅");
    assertThat(words.isEmoji(0)).isTrue();
    assertThat(words.isEmoji(1)).isFalse();
    assertThat(words.isEmoji(2)).isFalse();
    assertThat(words.isEmoji(3)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "'H O D L', hodl, 3",
    "'P  U  M  P', pump, 3",
    "'К У П И Т Ь', купить, 5",
    "'P U M P   I T', pump, 3",
    "'S E L L\nN O W', sell, 3"
  })
  void spelledTo_lettersWithTheSameBlanksBetween_areOneWord(String text, String word, int last) {
    Words words = words(text);
    assertThat(words.spelledTo(0)).isEqualTo(last);
    assertThat(words.spelled(0, last)).isEqualTo(Words.hash(word));
  }

  @ParameterizedTest
  @ValueSource(strings = {"I", "A B", "1 2 3 4", "I am A B", "a, b, c", "a     b     c", "买 入 了"})
  void spelledTo_whatIsNotSpelledOut_isItself(String text) {
    assertThat(words(text).spelledTo(0)).isZero();
  }
}
