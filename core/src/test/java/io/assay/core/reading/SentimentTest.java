package io.assay.core.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.text.Folded;
import io.assay.core.text.Phrases;
import io.assay.core.text.Words;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentimentTest {
  private static final double LEAST_RIGHT = 0.7;

  private static Sentiment of(String text) {
    Folded folded = Folded.of(text);
    return Sentiment.of(folded, Words.of(folded));
  }

  private static double score(String text) {
    return of(text).score();
  }

  private static List<String> lines(String resource) throws IOException {
    try (InputStream in = SentimentTest.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru", "es", "tr", "zh", "fa"})
  void of_messagesOfALanguage_hasTheSignThatAReaderGives(String language) throws IOException {
    List<String> rows = lines("mood-" + language + ".csv");
    assertThat(rows).hasSizeGreaterThanOrEqualTo(30);
    int right = 0;
    for (String row : rows) {
      String[] fields = row.split(",", 3);
      double score = score(fields[2]);
      right += fields[0].equals("+") ? (score > 0 ? 1 : 0) : (score < 0 ? 1 : 0);
    }
    assertThat(right).isGreaterThanOrEqualTo((int) Math.ceil(LEAST_RIGHT * rows.size()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "don't buy, scam",
        "не покупайте, скам",
        "no compren, estafa",
        "almayın, dolandırıcılık",
        "不要买，骗局",
        "نخرید، کلاهبرداری",
        "never been more worried",
        "not good, bad"
      })
  void of_aWarning_isNotTakenBackAcrossAComma(String text) {
    assertThat(score(text)).isNegative();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "never been more bullish",
        "I have never been so bullish",
        "never looked better",
        "никогда не был так уверен в росте",
        "nunca ha sido más alcista",
        "hiç bu kadar yükseliş görmedik",
        "从未如此看涨",
        "not a scam"
      })
  void of_neverMore_isMost(String text) {
    assertThat(score(text)).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://a.example/scam/best?rug!", "pump.fun", "@best_gem_moon"})
  void of_wordsOfLinksAndNames_feelNothing(String text) {
    assertThat(of(text).isMissing()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ru", "es", "tr", "zh", "fa"})
  void words_ofALanguage_areEnoughOfThemOfTrade(String language) throws IOException {
    String text = String.join("\n", lines("mood-" + language + ".txt"));
    String trade = text.substring(text.indexOf("# trading: up"), text.indexOf("# praise"));
    assertThat(Phrases.rules(trade, language).lines().count()).isGreaterThanOrEqualTo(60);
  }

  @Test
  void words_ofEnglish_areEightHundredAndMore() throws IOException {
    String text = String.join("\n", lines("mood-en.txt"));
    assertThat(Phrases.rules(text, "en").lines().count()).isGreaterThanOrEqualTo(800);
  }

  @Test
  void of_nothingThatSpeaks_isMissingAndNotZero() {
    assertThat(of("BTC/USDT 0.5")).isEqualTo(Sentiment.MISSING);
    assertThat(of("").isMissing()).isTrue();
    assertThat(score("")).isNaN();
  }

  @Test
  void of_oneWord_isItsWeightOverTheSpread() {
    assertThat(score("good")).isCloseTo(2.4 / Math.sqrt(2.4 * 2.4 + 15), Offset.offset(1e-12));
  }

  @Test
  void of_aWarningToSell_isNegative() {
    assertThat(score("SCAM, SELL")).isNegative();
    assertThat(score("not a scam")).isPositive();
  }

  @Test
  void of_aNegation_takesBackPartOfTheWeight() {
    assertThat(score("it is good")).isPositive();
    double taken = score("it is not good");
    assertThat(taken).isNegative().isGreaterThan(-score("it is good"));
  }

  @Test
  void of_aNegationInAnotherSentence_changesNothing() {
    assertThat(score("I do not. Good coin")).isEqualTo(score("Good coin"));
    assertThat(score("No, good coin")).isEqualTo(score("Good coin"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hiç iyi değil", "خوب نیست", "не нравится", "no es bueno", "不好"})
  void of_negationsOfOtherLanguages_areHeardWhereTheyStand(String text) {
    assertThat(score(text)).isNegative();
  }

  @Test
  void of_intensifiers_addAndDampenersTake() {
    assertThat(score("very good")).isGreaterThan(score("good"));
    assertThat(score("slightly good")).isLessThan(score("good")).isPositive();
    assertThat(score("very bad")).isLessThan(score("bad"));
  }

  @Test
  void of_but_letsTheSecondHalfDecide() {
    assertThat(score("the team is good but the code is bad")).isNegative();
    assertThat(score("the code is bad but the team is good")).isPositive();
  }

  @Test
  void of_capitalsAmongSmallLetters_areLouder() {
    assertThat(score("this is GOOD")).isGreaterThan(score("this is good"));
    assertThat(score("THIS IS GOOD")).isEqualTo(score("this is good"));
  }

  @Test
  void of_exclamationMarks_areLouderUpToFour() {
    assertThat(score("good!")).isGreaterThan(score("good"));
    assertThat(score("bad!")).isLessThan(score("bad"));
    assertThat(score("good!!!!!!!!")).isEqualTo(score("good!!!!"));
  }

  @Test
  void of_aQuestion_saysHalf() {
    assertThat(score("is it good?")).isPositive().isLessThan(score("is it good"));
  }

  @Test
  void of_emojiAndFaces_speak() {
    assertThat(score("🚀")).isPositive();
    assertThat(score("📉")).isNegative();
    assertThat(score("see you :)")).isPositive();
    assertThat(score("see you :-(")).isNegative();
    assertThat(of("buy:(0.5) ").words()).isEqualTo(1);
  }

  @Test
  void of_emojiWithoutEnd_countForFour() {
    assertThat(score("🚀".repeat(50))).isEqualTo(score("🚀🚀🚀🚀"));
  }

  @Test
  void of_aPhrase_hidesItsWords() {
    assertThat(of("rug pull").words()).isEqualTo(1);
    assertThat(of("short term").isMissing()).isTrue();
    assertThat(score("don't buy the dip")).isNegative();
  }

  @Test
  void of_aMegabyteOfMoods_staysInBounds() {
    assertThat(score("not very good but bad! ".repeat(45_000))).isBetween(-1.0, 1.0);
  }
}
