package io.assay.core.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.core.terms.Terms.Amount;
import io.assay.core.terms.Terms.Bet;
import io.assay.core.terms.Terms.Entry;
import io.assay.core.terms.Terms.Exit;
import io.assay.core.terms.Terms.Timeframe;
import io.assay.core.terms.Terms.Unit;
import io.assay.core.terms.Terms.Way;
import io.assay.core.text.Folded;
import io.assay.core.text.Words;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermsTest {
  private static Terms of(String text) {
    Folded folded = Folded.of(text);
    return Terms.of(folded, Words.of(folded));
  }

  private static String said(Amount amount) {
    if (amount.isMissing()) {
      return "none";
    }
    String unit =
        switch (amount.unit()) {
          case USD -> " usd";
          case BTC -> " btc";
          case SATS -> " sats";
          case PERCENT -> "%";
          case PLAIN -> "";
        };
    return amount.value().stripTrailingZeros().toPlainString() + unit;
  }

  private static String targets(String text) {
    return of(text).exit().targets().stream().map(TermsTest::said).collect(Collectors.joining(" "));
  }

  private static String entry(String text) {
    Entry entry = of(text).entry();
    return switch (entry.kind()) {
      case UNSAID -> "none";
      case MARKET -> "market";
      case PRICE ->
          entry.low().equals(entry.high())
              ? said(entry.low())
              : said(entry.low()) + ".." + said(entry.high());
    };
  }

  private static String stop(String text) {
    return said(of(text).exit().stop());
  }

  @Test
  void of_nothingStated_isNone() {
    assertThat(of("good morning, it is 12:30 on 2024-05-06, call +1 555 123 4567"))
        .isEqualTo(Terms.NONE);
    assertThat(of("").stated()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Buy ADA 0.5 | 0.5",
        "Buy zone: 0.5-0.6 | 0.5..0.6",
        "Entry: 0.6 to 0.5 | 0.5..0.6",
        "Buy between 7800 - 8000 satoshi | 7800 sats..8000 sats",
        "Accumulate 21 or 22 sats | 21 sats..22 sats",
        "Entry $1.5K | 1500 usd",
        "buy 3.5$ | 3.5 usd",
        "Entry: 15usdt | 15 usd",
        "Buy now | market",
        "enter at market price | market",
        "Buy at current rate 865 | 865",
        "Short, current price 73.8 $, target 70 | 73.8 usd",
        "Entry 100 (5% of the purse) | 100",
        "Do not buy 5 | none",
        "you need to buy 8 BTC | none",
        "buy in 3 hours | none",
        "buy here https://a.example/b?r=7999 | none",
        "Signal #12 to buy | none",
        "Entry1: 0.5 Entry2: 0.45 | 0.45..0.5",
        "Entry 1 200 Entry 2 180 | 180..200",
        "Entry 64 200 | 64200",
        "Entry: 1 200 | 1200",
        "Entry price: 1 234 567 sats | 1234567 sats",
        "Entry 64 200.5 - 64 800 | 64200.5..64800",
        "Entry 120 130 | 120..130",
        "SELL @ 3450 stop 3550 | 3450"
      })
  void of_entries_areAsStated(String text, String entry) {
    assertThat(entry(text)).isEqualTo(entry);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Targets: 1 - 2 - 3 | 1 2 3",
        "Sell 13,15,17,21++ | 13 15 17 21",
        "SELL TARGET 740,770,810 | 740 770 810",
        "TP1/TP2: 24,000 / 25,000 | 24000 25000",
        "TP1 0.5 TP2 0.6 TP3 0.7 | 0.5 0.6 0.7",
        "Target 1: 0.5 Target 2: 0.6 | 0.5 0.6",
        "Target 1st: 1236, target 2nd: 1242 | 1236 1242",
        "TP: 1) 1500 2) 1600 | 1500 1600",
        "🎯 530 🎯 550 | 530 550",
        "Target 5-10% profit | 5% 10%",
        "T1: 200 = 17%, T2: 213 = 25% | 200 213",
        "Targets 2x - 5x | 100% 400%",
        "take profit target 1 ✅ | ''",
        "Buy 1.2 target 1 1.5 target 2 1.8 | 1.5 1.8",
        "targets 100 then 5000000 | 100",
        "Targets 10, 20 sats | 10 sats 20 sats",
        "the target is 5 | 5",
        "TP1 5 TP2 6 | 5 6",
        "Target 1 at 0.5, target 2 at 0.6 | 0.5 0.6",
        "Targets are 8, we meet 9 people | 8",
        "targets 1️⃣15.0 2️⃣16.0 | 15 16",
        "TP1️⃣ 15 TP2️⃣ 16 | 15 16",
        "TP: 1. 15.0 2. 16.0 | 15 16",
        "Targets: 1- 15.0 2- 16.0 | 15 16",
        "TP1: 0.6 TP2: 0.7 tgt3: 0.8 | 0.6 0.7 0.8",
        "Entry 64 200 targets 65 500, 66 100 | 65500 66100",
        "Targets 65\u202F500 66\u00A0100 | 65500 66100",
        "Targets 100 200 300 | 100 200 300",
        "SELL @ 3450 stop 3550 | ''",
        "SELL 3450 stop 3350 | 3450"
      })
  void of_targets_areInTheOrderOfTheMessage(String text, String targets) {
    assertThat(targets(text)).isEqualTo(targets);
  }

  @Test
  void of_targetsOnLinesOfTheirOwn_goOnUntilALineOfWords() {
    assertThat(targets("Sell :-\n\n✅ 122\n✅ 133\n✅ 145+\n\nsince 2017 we trade"))
        .isEqualTo("122 133 145");
    assertThat(targets("Targets:\n1️⃣ 0.5\n2️⃣ 0.6")).isEqualTo("0.5 0.6");
  }

  @Test
  void of_moreTargetsThanFit_keepsTheFirst() {
    StringBuilder text = new StringBuilder("Targets:");
    for (int i = 100; i < 200; i++) {
      text.append(' ').append(i);
    }
    assertThat(of(text.toString()).exit().targets()).hasSize(Exit.MOST_TARGETS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SL 0.4 | 0.4",
        "Stop Loss : 5% | 5%",
        "STOP : close 1H under 322 ( -5% ) | 322",
        "S.L. - 58 | 58",
        "stop loss none | none",
        "stop it now. 50 members | none"
      })
  void of_stops_areAsStated(String text, String stop) {
    assertThat(stop(text)).isEqualTo(stop);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Вход: 60 000 - 61 000\\nЦели: 62000, 63500\\nСтоп: 58000 | 60000..61000 | 62000 63500 | 58000",
        "Entrada: 1.25 - 1.30\\nObjetivos: 1.4 / 1.5\\nStop: 1.1 | 1.25..1.3 | 1.4 1.5 | 1.1",
        "Giriş: 0.45\\nHedef 1: 0.50\\nHedef 2: 0.55\\nZarar kes: 0.40 | 0.45 | 0.5 0.55 | 0.4",
        "入场：65000-66000\\n目标：68000，70000\\n止损：63000 | 65000..66000 | 68000 70000 | 63000",
        "ورود: ۰٫۵\\nتارگت ۱: ۰٫۶\\nتارگت ۲: ۰٫۷\\nحد ضرر: ۰٫۴ | 0.5 | 0.6 0.7 | 0.4"
      })
  void of_otherLanguages_areReadLikeEnglish(
      String text, String entry, String targets, String stop) {
    String sent = text.replace("\\n", "\n");
    assertThat(entry(sent)).isEqualTo(entry);
    assertThat(targets(sent)).isEqualTo(targets);
    assertThat(stop(sent)).isEqualTo(stop);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Buy at 5 | LONG | 0",
        "Long BTC 20x | LONG | 20",
        "Shorting ETH, leverage :10x-15x | SHORT | 15",
        "10x long on ETH | LONG | 10",
        "x20 leverage and a 100x gem | UNSAID | 20",
        "Leverage: x20 | UNSAID | 20",
        "plan for the long term | UNSAID | 0",
        "Lev 3 X Use 15% of it | UNSAID | 3",
        "SELL EURUSD 1.0850 TP 1.0800 SL 1.0900 | SHORT | 0",
        "做空 BTC 杠杆 20倍 | SHORT | 20",
        "做多 10倍杠杆 | LONG | 10",
        "1️⃣0️⃣x leverage | UNSAID | 10",
        "SELL @ 3450 stop 3550 | SHORT | 0"
      })
  void of_betsAndLeverage_areAsStated(String text, Way way, int leverage) {
    assertThat(of(text).bet()).isEqualTo(new Bet(way, leverage));
  }

  @Test
  void of_aLabel_reachesOverFourWordsOfItsSentence() {
    assertThat(entry("Buy some more of it around 0.5")).isEqualTo("0.5");
    assertThat(entry("Buy some more than we ever had of it, 0.5")).isEqualTo("none");
    assertThat(entry("Buy some more. It has 500 holders")).isEqualTo("none");
    assertThat(entry("Buy this\nsome 500 holders")).isEqualTo("none");
    assertThat(entry("Buy this\naround 500")).isEqualTo("500");
    assertThat(entry("Buying range\n\nABC / USDT 2100$-2200$")).isEqualTo("2100 usd..2200 usd");
  }

  @Test
  void of_anEntry_isNotTakenFromTheNextLine() {
    assertThat(entry("Buy at 10\n12 members")).isEqualTo("10");
    assertThat(entry("Short @ 9850 reached 9625")).isEqualTo("9850");
  }

  @Test
  void of_multiples_areLeverageOnlyWhereItIsSaid() {
    assertThat(of("a 10x gem, buy at 5").bet().leverage()).isZero();
    assertThat(of("max 4X leverage").bet().leverage()).isEqualTo(4);
    assertThat(of("leverage 5000x").bet().leverage()).isZero();
  }

  @Test
  void of_aSaleWithTargets_beginsWhereItSells() {
    assertThat(entry("SELL EURUSD 1.0850 TP 1.0800")).isEqualTo("1.085");
    assertThat(targets("SELL EURUSD 1.0850 TP 1.0800")).isEqualTo("1.08");
  }

  @Test
  void of_twoSignals_hasTheFirst() {
    String text = "Buy at 10\nTargets 12 14\nSL 9\n\nBuy at 500\nTargets 600\nSL 450";
    assertThat(entry(text)).isEqualTo("10");
    assertThat(targets(text)).isEqualTo("12 14");
    assertThat(stop(text)).isEqualTo("9");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "quick scalp | SCALP | 0 | 0",
        "#MID_TERM 7-15 days | MID | 168 | 360",
        "long term hold | LONG | 0 | 0",
        "short term, 12-24 hours | SHORT | 12 | 24",
        "4h chart | UNSAID | 4 | 4",
        "3 hours left | UNSAID | 0 | 0",
        "above the 50 day MA | UNSAID | 0 | 0",
        "holds for 1 month | UNSAID | 720 | 720",
        "long, TF: H4 | UNSAID | 4 | 4",
        "results of H1 2024 | UNSAID | 0 | 0",
        "BTC daily chart | UNSAID | 24 | 24",
        "BTC daily, entry 60000 | UNSAID | 24 | 24",
        "our daily results | UNSAID | 0 | 0",
        "日线 做多 | UNSAID | 24 | 24",
        "周线 | UNSAID | 168 | 168"
      })
  void of_timeframes_areAsStated(String text, Timeframe.Term term, int least, int most) {
    Timeframe timeframe = of(text).timeframe();
    assertThat(timeframe.term()).isEqualTo(term);
    assertThat(timeframe.least()).isEqualTo(Duration.ofHours(least));
    assertThat(timeframe.most()).isEqualTo(Duration.ofHours(most));
  }

  @ParameterizedTest
  @CsvSource({
    "buy it right now,NOW",
    "listing tomorrow,FUTURE",
    "we said so yesterday,PAST",
    "gm,UNSAID"
  })
  void of_wordsOfTime_tellWhen(String text, Timeframe.When when) {
    assertThat(of(text).timeframe().when()).isEqualTo(when);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MC: $42.7K • 🔝 $53.3K | 42700 usd | 53300 usd",
        "launching at $600k mcap | 600000 usd | none",
        "market cap 1.5 million usd | 1500000 usd | none",
        "市值 500万 | 5000000 | none",
        "MC 12, top 15 | none | none",
        "ATH $5000 | none | none"
      })
  void of_marketCaps_areNowAndTop(String text, String now, String top) {
    assertThat(said(of(text).caps().now())).isEqualTo(now);
    assertThat(said(of(text).caps().top())).isEqualTo(top);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "called at 120k MC, now 1.2M MC | 120000 | 1200000 | none",
        "MC: 120k -> 1.2M | 120000 | 1200000 | none",
        "MC 120k → ATH 1.2M | none | 120000 | 1200000",
        "Called at MC: 50K, now 400k, peak 600k | 50000 | 400000 | 600000",
        "MC 120k, now 5000 holders | none | 120000 | none",
        "called BTC at 60000 | none | none | none"
      })
  void of_marketCapsOfTwoTimes_areToldApart(String text, String called, String now, String top) {
    assertThat(said(of(text).caps().called())).isEqualTo(called);
    assertThat(said(of(text).caps().now())).isEqualTo(now);
    assertThat(said(of(text).caps().top())).isEqualTo(top);
  }

  @Test
  void of_minutesOfAChart_areNoMillions() {
    assertThat(of("15m entry 3000").timeframe().most()).isEqualTo(Duration.ofMinutes(15));
    assertThat(entry("LONG 15m entry 3000")).isEqualTo("3000");
  }

  @Test
  void of_amounts_knowWhereTheyStandInTheTextAsSent() {
    String text = "𝗕𝘂𝘆 \u200Bat 0.5\u200B5 $";
    Amount low = of(text).entry().low();
    assertThat(text.substring(low.start(), low.end())).isEqualTo("0.5\u200B5 $");
    assertThat(low.value()).isEqualTo(new BigDecimal("0.55"));
    assertThat(low.unit()).isEqualTo(Unit.USD);
  }

  @Test
  void of_aUnitSaidOnce_goesForAllPrices() {
    Terms terms = of("Buy 7800 - 8000 satoshi, sell 8700 | 8900, stop 5%");
    assertThat(terms.entry().low().unit()).isEqualTo(Unit.SATS);
    assertThat(terms.exit().targets()).allMatch(one -> one.unit() == Unit.SATS);
    assertThat(terms.exit().stop().unit()).isEqualTo(Unit.PERCENT);
  }

  @ParameterizedTest
  @CsvSource({"gm,0", "buy now,2", "Long at 5 TP 6 SL 4,4", "targets 5 6,1"})
  void stated_countsSideEntryTargetsAndStop(String text, int stated) {
    assertThat(of(text).stated()).isEqualTo(stated);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Entry 1e999",
        "Entry 11111111111111111111111111111111111111111111111111111111111111111111111",
        "Entry: 12.05.2021",
        "Entry 2021-05-12",
        "Entry at 16:30",
        "Entry 5th",
        "Entry 2fa"
      })
  void of_whatIsNoPrice_leavesTheEntryMissing(String text) {
    assertThat(entry(text)).isEqualTo("none");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 k ",
        "1,",
        "TP ",
        "9",
        "5%",
        "x1 ",
        "Target 1 ",
        "1-",
        "buy sell ",
        "http://",
        "۱",
        "mc ",
        "0.0₉",
        "TP       1 ",
        "1 000 ",
        "entry 5\n",
        "long 10x ",
        "1.1.",
        "5 days - "
      })
  void of_aMegabyte_isReadAtOnce(String piece) {
    String text = "Targets " + piece.repeat((1 << 20) / piece.length());
    assertThatCode(() -> of(text)).doesNotThrowAnyException();
  }

  @Test
  void of_anyText_neverFails() {
    Random random = new Random(4);
    List<String> pieces =
        List.of(
            "Target", "TP1", "buy", " ", "\n", ":", "-", "1", "23,4", "0.5", "%", "x", "k", "sl",
            "$", "1e5", "₅", "mc", "۵", "days", "😀", "\uD83D", "entry", "sell", ",", ")", "short");
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(30); length > 0; length--) {
        text.append(pieces.get(random.nextInt(pieces.size())));
      }
      Terms terms = of(text.toString());
      assertThat(terms.exit().targets())
          .allMatch(one -> one.start() < one.end() && one.end() <= text.length());
    }
  }

  @Test
  void amount_thatIsNone_isRefused() {
    assertThatThrownBy(() -> new Amount(BigDecimal.ONE.negate(), Unit.USD, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Bet(Way.LONG, 5000)).isInstanceOf(IllegalArgumentException.class);
  }
}
