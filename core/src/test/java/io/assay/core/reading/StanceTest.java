package io.assay.core.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.asset.Chain;
import io.assay.core.message.Content;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which way messages want to trade, in all languages.
class StanceTest {
  private static final String EVM = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
  private static final String OTHER = "0x6982508145454Ce325dDbE47a25d4ec3d2311933";

  private final Reader reader = new Reader();

  private Reading read(String text) {
    Content content = Content.of(text.replace("EVM", EVM).replace("OTHER", OTHER));
    Reading reading = reader.read(content);
    Reading skimmed = reader.skim(content);
    assertThat(skimmed.kind()).isEqualTo(reading.kind());
    assertThat(skimmed.side()).isEqualTo(reading.side());
    return reading;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sell EVM now",
        "I sold EVM",
        "Get out of EVM",
        "Close $ETH position",
        "Close your BTC longs",
        "Exit $SOL now",
        "Take profits and exit $SOL",
        "Продаем EVM",
        "Продаём $ETH",
        "Закрываем $ETH",
        "Закрываем позицию по $ETH",
        "Выходим из $ETH",
        "Vendan EVM",
        "Cerramos $ETH",
        "Cierren posición $ETH",
        "Salgan de $ETH",
        "EVM satıyoruz",
        "$ETH kapatın",
        "$ETH pozisyonu kapatın",
        "$ETH çıkın",
        "卖出 EVM",
        "$ETH 平仓",
        "$ETH 清仓",
        "卖出 $ETH 离场",
        "平掉 $ETH 多单",
        "بفروشید EVM",
        "خروج از $ETH"
      })
  void read_whoeverWantsOut_isAnExit(String text) {
    assertThat(read(text).kind()).isEqualTo(MessageClass.EXIT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EVM tax buy 3% sell 3%",
        "New gem EVM sell tax 0%",
        "Buy EVM, never sell",
        "Do not sell! EVM",
        "Long $ETH, entry 3000, sell at 3200, stop 2900",
        "Buy $ABC. Exit at 0.5, stop 0.2, entry 0.3",
        "#ABC/BTC\nBuy: 215 - 220\nSell: 240 - 260 - 300\nStop loss: 199",
        "Satın al EVM",
        "Satış baskısı bitti, alım EVM"
      })
  void read_sellingThatIsPartOfATrade_isNoExit(String text) {
    Reading reading = read(text);
    assertThat(reading.kind()).isEqualTo(MessageClass.CALL);
    assertThat(reading.side()).isEqualTo(Side.LONG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELL $BTC @ 65k, stop 66.5k, tp 60k",
        "SELL BTC @ 65k, stop 66.5k, tp 60k",
        "Sell BTC\nEntry: 65000\nSL: 66000\nTP: 60000",
        "Sell limit BTCUSDT 65000 tp 64000 sl 65500",
        "BTC/USDT\nEntry 65000\nTargets 64000 63000\nStop 66500",
        "Продаем $BTC, вход 65000, стоп 66500, цель 60000",
        "Vender $BTC entrada 65000 stop 66500 objetivo 60000",
        "$BTC satış giriş 65000 stop 66500 hedef 60000",
        "卖出 $BTC 入场 65000 止损 66500 目标 60000",
        "فروش $BTC ورود 65000 استاپ 66500 هدف 60000"
      })
  void read_aSaleWithItsPrices_isAShort(String text) {
    Reading reading = read(text);
    assertThat(reading.kind()).isEqualTo(MessageClass.CALL);
    assertThat(reading.side()).isEqualTo(Side.SHORT);
  }

  @ParameterizedTest
  @CsvSource({
    "Buy $LINK now, LONG",
    "BUY $PEPE NOW 🚀, LONG",
    "Long $ETH here, LONG",
    "Short $ETH here, SHORT",
    "Покупаем $TON сейчас, LONG",
    "Шорт $SOL, SHORT",
    "Compra $ADA ya, LONG",
    "En corto $ADA, SHORT",
    "$AVAX alıyoruz, LONG",
    "买入 $SOL, LONG",
    "做空 $SOL, SHORT",
    "خرید $BTC, LONG",
    "شورت $BTC, SHORT"
  })
  void read_anOrderOfATaggedCoin_isACall(String text, Side side) {
    Reading reading = read(text);
    assertThat(reading.kind()).isEqualTo(MessageClass.CALL);
    assertThat(reading.side()).isEqualTo(side);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Should I buy $LINK now?",
        "Who bought $LINK?",
        "don't buy $LINK now",
        "I will buy $XRP tomorrow",
        "they buy $XRP",
        "BUY XRP 2 MORE THINGS",
        "Buying 10k xrp right away",
        "Fake: EVM"
      })
  void read_whatIsAskedOrTold_isNoCall(String text) {
    assertThat(read(text).kind()).isNotEqualTo(MessageClass.CALL);
  }

  @ParameterizedTest
  @CsvSource({
    "'LONG BTC\nEntry 64000-64500\nTP 66000\nSL 63000', BTC, LONG",
    "'ETH short\nentry 3000\nstop 3100\ntarget 2800', ETH, SHORT",
    "'long eth, entry 3000, stop 2900, tp 3300', ETH, LONG",
    "'Long SOL, entry 140', SOL, LONG",
    "'BTC\nLong\nEntry 64000\nTP 66000\nSL 63000', BTC, LONG",
    "'Лонг BTC, вход 64000, стоп 63000', BTC, LONG",
    "'做多 BTC 入场 64000 止损 63000', BTC, LONG"
  })
  void read_aKnownCoinInATrade_isMeantWithoutAMark(String text, String symbol, Side side) {
    Reading reading = read(text);
    assertThat(reading.kind()).isEqualTo(MessageClass.CALL);
    assertThat(reading.side()).isEqualTo(side);
    assertThat(reading.symbols()).extracting(SymbolMention::symbol).containsExactly(symbol);
    assertThat(reading.symbols().getFirst().form()).isEqualTo(SymbolMention.Form.BARE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BTC fell today",
        "Long BTC",
        "1st February buy XRP TARGET $10",
        "long near 5, entry 5, stop 4",
        "LONG PROFIT, entry 5, stop 4"
      })
  void read_aWordThatIsNoCoin_isNotMeant(String text) {
    assertThat(read(text).symbols()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "not OTHER it's EVM",
    "'Fake: OTHER\nReal: EVM'",
    "Old contract: OTHER New contract: EVM",
    "'не OTHER, а EVM'",
    "no OTHER sino EVM",
    "OTHER değil EVM",
    "不是 OTHER 而是 EVM",
    "نه OTHER بلکه EVM"
  })
  void read_anAddressThatIsDenied_isNotBelieved(String text) {
    Reading reading = read(text);
    assertThat(reading.kind()).isEqualTo(MessageClass.CALL);
    assertThat(reading.mentions()).hasSize(2);
    assertThat(reading.mentions().getFirst().display()).isEqualTo(EVM);
    assertThat(reading.mentions().getFirst().confidence()).isGreaterThan(0.5);
    assertThat(reading.mentions().getFirst().token().chain()).isEqualTo(Chain.EVM);
    assertThat(reading.mentions().getLast().confidence()).isLessThan(0.5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"This is not a scam: EVM", "NOT on BSC! CA: EVM"})
  void read_anotherThingThatIsDenied_leavesTheAddress(String text) {
    assertThat(read(text).mentions().getFirst().confidence()).isGreaterThan(0.5);
  }

  @ParameterizedTest
  @CsvSource({
    "'Buy $ABC around 0.03, target 0.05 https://a.example/x?', CALL",
    "'Checked on honeypot.is, buy EVM', CALL",
    "'EVM t.me/scam_bot?start=sell', CALL",
    "'https://a.example/status/1?s=20', CHATTER",
    "'hello @rug_pull_calls', CHATTER"
  })
  void read_wordsOfLinksAndNames_sayNothing(String text, MessageClass kind) {
    assertThat(read(text).kind()).isEqualTo(kind);
  }
}
