package io.assay.core.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.message.Content;
import io.assay.core.text.Folded;
import io.assay.core.text.Lexicon;
import io.assay.core.text.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictTest {
  private static final String EVM = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";

  private final Reader reader = new Reader();

  private Reading read(String text) {
    return reader.read(Content.of(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#ABC/BTC\nBuy: 215 - 220\nSell: 240 - 260 - 300\nStop loss: 199",
        "Long ABCUSDT\nEntry 1.25\nTargets 1.30 / 1.40 / 1.55\nSL 1.19\nLeverage 10x",
        "Buy $ABC around 0.03, target 0.05",
        "Accumulate #ABC below 3200 sats, hold for mid term",
        "Short $ABC here, stop 2.4, tp 1.9",
        "Aping $ABC, low cap gem, 42k mc",
        "CA: " + EVM,
        "New gem on base!\n" + EVM + "\nMC: $42.7K, LP burned",
        "$ABC buy zone 0.10 - 0.12\nTP1 0.15\nTP2 0.2"
      })
  void decide_aTradeToBeMade_isACall(String text) {
    assertThat(read(text).kind()).isEqualTo(MessageClass.CALL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "30 minutes left until the pump! Exchange: Binance, pairing: BTC",
        "Next post will be the coin name! Be ready",
        "Our next big pump is on Sunday at 17:00 GMT on Yobit",
        "The coin we picked to pump today is: A B C",
        "2 hours left for our mega pump signal, whales are ready",
        "Rules of the pump: buy fast, hold, and do not sell to outsiders. 17:00 UTC"
      })
  void decide_aPumpToCome_isAPump(String text) {
    assertThat(read(text).kind()).isEqualTo(MessageClass.PUMP);
  }

  @ParameterizedTest
  @CsvSource({
    "'#ABC all targets achieved, 45% profit', UPDATE",
    "'$ABC 2x done since our call, congratulations', UPDATE",
    "'#ABC reached 1st target, 12% profit in 2 hours', UPDATE",
    "'Told you! VIP members made 300% on our last pump', BRAG",
    "'SCAM! Sell $ABC, the dev is a scammer', WARNING",
    "'NOT on BSC, beware scam', WARNING",
    "'Be careful, fake $ABC token, stay away', WARNING",
    "'Close your $ABC long now, exit trade', EXIT",
    "'Sell all $ABC, get out', EXIT",
    "'Today top gainers: $ABC $DEF $GHI $JKL', DIGEST",
    "'Join our VIP channel, 50% discount on lifetime membership, contact admin', AD",
    "'What about $ABC? Should I buy now?', QUESTION",
    "'Anyone knows when will it list?', QUESTION",
    "'Good morning everyone, have a nice day', CHATTER",
    "'Bitcoin dominance is falling again this week', CHATTER"
  })
  void decide_whatIsNoCall_isOfItsClass(String text, MessageClass kind) {
    assertThat(read(text).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({"buy, CHATTER", "buy now, CALL", "buy now and sell, CALL", "sell, CHATTER"})
  void decide_theHeaviestClass_outweighsWhatEveryMessageHas(String text, MessageClass kind) {
    Lexicon lexicon =
        Lexicon.parse(
            "call -1 <message>\ncall 1 buy\ncall 0.5 now\nexit -1 <message>\nexit 1 sell", "x");
    Folded folded = Folded.of(text);
    Hits hits = new Hits(lexicon);
    lexicon.match(Words.of(folded), hits);
    assertThat(new Verdict(lexicon).decide(hits)).isEqualTo(kind);
    assertThat(hits.why()).noneMatch(why -> why.contains("<message>"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/chart " + EVM, "@somebody buy $ABC at 5?"})
  void decide_whatIsSaidToSomebody_isNoCall(String text) {
    assertThat(read(text).kind()).isNotEqualTo(MessageClass.CALL);
  }

  @Test
  void decide_aDecision_leavesItsReasons() {
    assertThat(read("Buy $ABC around 0.03, target 0.05").why())
        .contains("call: buy", "call: <cashtag>", "call: target 0")
        .last()
        .asString()
        .startsWith("call weighs ");
  }

  @Test
  void decide_whatIsNegated_doesNotSpeakForACall() {
    assertThat(read("do not buy $ABC at 0.03, no entry").kind()).isNotEqualTo(MessageClass.CALL);
  }

  @ParameterizedTest
  @CsvSource({
    "'Short $ABC here', SHORT",
    "'Shorting ABC/USDT, entry 5', SHORT",
    "'Open short on $ABC', SHORT",
    "'$ABC Side: short, entry 5', SHORT",
    "'Long $ABC here', LONG",
    "'$ABC short term call, buy at 5', LONG",
    "'Buy $ABC, short squeeze soon', LONG",
    "'Do not short $ABC, buy it', LONG",
    "'Buy $ABC, hold for a short time', LONG",
    "'$ABC shorts will be liquidated, buy at 5', LONG",
    "'$ABC long term short, sell at 5', SHORT",
    "'$ABC, how long will it last? Short it', SHORT",
    "'Buy $ABC now', LONG"
  })
  void read_aSide_isWhatTheWordsSay(String text, Side side) {
    assertThat(read(text).side()).isEqualTo(side);
  }
}
