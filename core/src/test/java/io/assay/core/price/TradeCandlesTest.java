package io.assay.core.price;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TradeCandlesTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Instant BEGIN = Instant.ofEpochSecond(1_704_067_200);
  private static final Instant LATER = BEGIN.plus(Duration.ofDays(1));

  private static Trade trade(int id, int seconds, String price, String amount) {
    return new Trade(Integer.toString(id), BEGIN.plusSeconds(seconds), price, amount);
  }

  private static TradeCandles candles(List<Trade> trades) {
    TradeCandles candles = new TradeCandles(MINUTE);
    trades.forEach(candles::add);
    return candles;
  }

  private static List<String> lines(List<Trade> trades) {
    return lines(candles(trades).seal(LATER));
  }

  private static List<String> lines(CandleBlock block) {
    return new String(block.text(), UTF_8).lines().skip(1).toList();
  }

  @Test
  void seal_tradesOfAMinute_areOneCandleInTheirOwnDecimals() {
    assertThat(
            lines(
                List.of(
                    trade(1, 0, "1.50", "0.1"),
                    trade(2, 10, "1.7500", "0.2"),
                    trade(3, 20, "1.2e0", "3"),
                    trade(4, 59, "1.6", "0.30"))))
        .containsExactly("1704067200,1.50,1.7500,1.2e0,1.6,3.60");
  }

  @Test
  void seal_amountsThatDoublesCannotHold_areSummedExactly() {
    assertThat(
            lines(
                List.of(
                    trade(1, 0, "1", "10000000000000000000000"),
                    trade(2, 1, "1", "0.000000000000000000001"),
                    trade(3, 2, "1", "1e3"))))
        .containsExactly("1704067200,1,1,1,1,10000000000000000001000.000000000000000000001");
  }

  @Test
  void seal_aTradeAtTheEndOfAMinute_isOfTheNext() {
    assertThat(lines(List.of(trade(1, 59, "1", "1"), trade(2, 60, "2", "1"))))
        .containsExactly("1704067200,1,1,1,1,1", "1704067260,2,2,2,2,1");
  }

  @Test
  void seal_aMinuteWithoutATrade_isAGap() {
    assertThat(lines(List.of(trade(1, 0, "1", "1"), trade(2, 600, "2", "1"))))
        .containsExactly("1704067200,1,1,1,1,1", "1704067800,2,2,2,2,1");
  }

  @Test
  void seal_noTrades_isAnEmptyBlock() {
    assertThat(lines(List.of())).isEmpty();
  }

  @Test
  void seal_aCandleThatIsNotOver_leavesItOut() {
    TradeCandles candles = candles(List.of(trade(1, 0, "1", "1"), trade(2, 60, "2", "1")));
    assertThat(candles.seal(BEGIN.plusSeconds(60)).candles().size()).isEqualTo(1);
    assertThat(candles.seal(BEGIN.plusSeconds(119)).candles().size()).isEqualTo(1);
    assertThat(candles.seal(BEGIN.plusSeconds(120)).candles().size()).isEqualTo(2);
  }

  @Test
  void add_theSameTradeAgain_changesNothing() {
    TradeCandles candles = candles(List.of(trade(1, 0, "1", "1")));
    assertThat(candles.add(trade(1, 0, "1.0", "1"))).isFalse();
    assertThat(lines(candles.seal(LATER))).containsExactly("1704067200,1,1,1,1,1");
    assertThat(candles.size()).isEqualTo(1);
    assertThat(candles.repeated()).isEqualTo(1);
    assertThat(candles.contradicted()).isZero();
  }

  @Test
  void add_anotherTradeOfThatId_isCountedAndTheFirstStands() {
    TradeCandles candles = candles(List.of(trade(1, 0, "1", "1")));
    candles.add(trade(1, 0, "2", "1"));
    candles.add(trade(1, 0, "1", "2"));
    candles.add(trade(1, 300, "1", "1"));
    assertThat(lines(candles.seal(LATER))).containsExactly("1704067200,1,1,1,1,1");
    assertThat(candles.contradicted()).isEqualTo(3);
  }

  @Test
  void add_atOneInstant_opensByTheLowestIdAndClosesByTheHighest() {
    assertThat(
            lines(List.of(trade(10, 0, "3", "1"), trade(9, 0, "2", "1"), trade(8, 0, "1.0", "1"))))
        .containsExactly("1704067200,1.0,3,1.0,3,3");
  }

  @Test
  void add_inAnyOrder_givesTheSameBytes() {
    Random random = new Random(5);
    List<Trade> trades = new ArrayList<>();
    String[] prices = {"1.0", "1.00", "1", "0.9", "9e-1", "1.1", "1.10"};
    for (int id = 0; id < 300; id++) {
      String price = prices[random.nextInt(prices.length)];
      trades.add(trade(id, random.nextInt(900), price, "0." + random.nextInt(1000)));
    }
    byte[] expected = candles(trades).seal(LATER).text();
    for (int round = 0; round < 20; round++) {
      Collections.shuffle(trades, random);
      assertThat(candles(trades).seal(LATER).text()).isEqualTo(expected);
    }
  }

  @Test
  void construct_aStepThatIsNotWholeSeconds_isRefused() {
    assertThatThrownBy(() -> new TradeCandles(Duration.ofMillis(1500)))
        .hasMessageContaining("whole seconds");
    assertThatThrownBy(() -> new TradeCandles(Duration.ZERO)).hasMessageContaining("whole seconds");
  }
}
