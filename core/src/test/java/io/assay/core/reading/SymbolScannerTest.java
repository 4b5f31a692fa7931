package io.assay.core.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.message.Content;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SymbolScannerTest {
  private final Reader reader = new Reader();

  private List<String> symbols(String text) {
    return reader.read(Content.of(text)).symbols().stream()
        .map(one -> one.symbol() + " " + one.form())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "'Coin: ABC', ABC",
    "'👉 COIN: ABC 👈', ABC",
    "'Coin: **ABC**', ABC",
    "'COIN :* ABC', ABC",
    "'Coin ~ # ABC', ABC",
    "'Coin 👉 ABC', ABC",
    "'Token = ABC', ABC",
    "'Ticker - ABC', ABC",
    "'Coin name: Abacus (ABC)', ABC",
    "'COIN NAME - Abacus Token {ABC} - $0.07', ABC",
    "'The token we chose for today is:\n\nABACUS (ABC)', ABC",
    "'The coin is: abc 🚨', ABC",
    "'Our coin today is V-X-T-E', VXTE",
    "'Coin is  '' A B C ''', ABC",
    "'The coin is $ ABC', ABC",
    "'Get A_B_C at the market', ABC",
    "'The coin to pump is 💎 ABC 💎', ABC"
  })
  void scan_aReveal_isTheCoin(String text, String coin) {
    assertThat(symbols(text)).containsExactly(coin + " ANNOUNCED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The coin will be announced",
        "THE COIN IS GOING TO EXPLODE TODAY FRIENDS",
        "Coin: next post",
        "COIN NAME WILL BE POSTED HERE",
        "The coin is at the LINK below",
        "Coin analysts met in Rome",
        "a_b_c",
        "A_B",
        "Buy: 0.2"
      })
  void scan_noReveal_isNone(String text) {
    assertThat(symbols(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'ABC/USDT', ABC",
    "'#ABC / BTC', ABC",
    "'ABC-USDT', ABC",
    "'https://exchange.example/trade/abc_USDT', ABC",
    "'ABCUSDT', ABC",
    "'1000ABCUSDT', 1000ABC"
  })
  void scan_aPair_isItsBase(String text, String base) {
    assertThat(symbols(text)).containsExactly(base + " PAIR");
  }

  @ParameterizedTest
  @ValueSource(strings = {"BUY / SELL", "ABC /BTC", "and/or", "TP-SL", "abc/usdt", "USDT"})
  void scan_noPair_isNone(String text) {
    assertThat(symbols(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'hot $ABC🚀', ABC",
    "'hot $ABC冲', ABC",
    "'hot ($abc)', ABC",
    "'hot $公平的鼹鼠 now', 公平的鼹鼠",
    "'hot $🫰 now', 🫰",
    "'hot $собака', СОБАКА",
    "'hot $PUMP', PUMP",
    "'hot $ON', ON"
  })
  void scan_aCashtag_isReadInAnyScript(String text, String symbol) {
    assertThat(symbols(text)).containsExactly(symbol + " CASHTAG");
  }

  @ParameterizedTest
  @ValueSource(strings = {"$$$🚀 rain", "US$ABC", "$5 a day", "$1.2M cap", "$\u200E only"})
  void scan_aDollarWithoutATicker_isNone(String text) {
    assertThat(symbols(text)).isEmpty();
  }

  @Test
  void scan_aHashtag_isATickerInUpperCaseOrBehindAnOrder() {
    assertThat(symbols("watch #ABC today")).containsExactly("ABC HASHTAG");
    assertThat(symbols("watch #abc today")).isEmpty();
    assertThat(symbols("buy #abc today")).containsExactly("ABC HASHTAG");
    assertThat(symbols("Accumulate #Abc cheaply")).containsExactly("ABC HASHTAG");
    assertThat(symbols("buy abc today")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALL", "AND", "BUY", "CALL", "DEX", "IS", "IT", "LONG", "MC", "MOON", "NEW", "PUMP", "SELL",
        "SL", "THE", "TP"
      })
  void scan_aWordOfTheTrade_needsACashtag(String word) {
    assertThat(symbols("so #" + word + " then")).isEmpty();
    assertThat(symbols("so $" + word + " then")).containsExactly(word + " CASHTAG");
  }

  @ParameterizedTest
  @CsvSource({"ABC, ABC", "Abc, ABC", "🎯 ABC 🚀, ABC", "#Abc, ABC", "ABCDEFGH, ABCDEFGH"})
  void scan_theOneWordOfAMessage_isACoinForWhoKnowsMore(String text, String coin) {
    assertThat(symbols(text)).containsExactly(coin + " ALONE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Yes", "LOL", "abc", "Abcdefgh", "ABC?", "@ABC", "ABC DEF", "123", "BUY"})
  void scan_whatPeopleSayInOneWord_isNone(String text) {
    assertThat(symbols(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A_",
        "coin is ",
        "COIN: ",
        "$",
        "#A",
        "A/",
        "$公",
        "binance will list (ABC) ",
        "coin 🚀",
        "A B ",
        "ABCUSDT-",
        "buy #"
      })
  @Timeout(10)
  void scan_aMegabyteOfOneThing_isReadAtOnce(String part) {
    String text = part.repeat((1 << 20) / part.length());
    assertThat(reader.read(Content.of(text))).isEqualTo(reader.read(Content.of(text)));
  }

  @Test
  void scan_theSameCoinInSeveralForms_isOneSymbolInTheSurestForm() {
    assertThat(symbols("The coin is ABC\n$ABC #ABC ABC/USDT")).containsExactly("ABC ANNOUNCED");
  }

  @Test
  void scan_aSymbol_hasItsPlaceInTheTextAsItWasSent() {
    String text = "go \u200B$ABC";
    SymbolMention symbol = reader.read(Content.of(text)).symbols().getFirst();
    assertThat(text.substring(symbol.start(), symbol.end())).isEqualTo("$ABC");
  }

  @Test
  void pairOfTwoTags_isItsBase_andNotWhatItIsPaidIn() {
    assertThat(symbols("$PEPE/$SOL long, entry 0.001")).containsExactly("PEPE PAIR");
    assertThat(symbols("buy $LINK/$ETH")).containsExactly("LINK PAIR");
    assertThat(symbols("$pepe/$sol is it")).containsExactly("PEPE PAIR");
    assertThat(symbols("get it w/$SOL now")).containsExactly("SOL CASHTAG");
    assertThat(symbols("$PEPE and $SOL")).containsExactly("PEPE CASHTAG", "SOL CASHTAG");
  }
}
