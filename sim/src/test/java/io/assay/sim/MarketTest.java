package io.assay.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.asset.Asset;
import io.assay.core.price.Answer;
import io.assay.core.price.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MarketTest {
  private static final HistoryPlan PLAN =
      new HistoryPlan(
          7, 1, 10, 40, 0.5, Instant.parse("2024-01-01T00:00:00Z"), 5, 5, Duration.ofHours(1));

  @Test
  void aTokenNobodyPushes_isAFairGame() {
    double sum = 0;
    int tokens = 4000;
    for (int i = 0; i < tokens; i++) {
      Course course = new Course(11, Token.of(11, i * 10), List.of(), PLAN);
      long at = PLAN.from().getEpochSecond();
      Course.Bar first = course.next(at);
      Course.Bar last = first;
      for (int hour = 1; hour < 24; hour++) {
        last = course.next(at + hour * 3600L);
      }
      sum += (double) last.close() / first.open();
    }
    assertThat(sum / tokens).isCloseTo(1.0, Offset.offset(0.06));
  }

  @Test
  void aPush_movesThePriceByWhatItSays() {
    long from = PLAN.from().getEpochSecond();
    Token token = Token.of(11, 0);
    Course plain = new Course(11, token, List.of(), PLAN);
    Course pushed = new Course(11, token, List.of(new Push(from, from + 7200, 1.0)), PLAN);
    assertThat(pushed.next(from).close()).isGreaterThan(plain.next(from).close());
    Course.Bar without = plain.next(from + 3600);
    Course.Bar with = pushed.next(from + 3600);
    assertThat((double) with.close() / without.close()).isCloseTo(Math.E, Offset.offset(0.01));
  }

  @Test
  void tokens_areOfEveryKindAndNamedOnce() {
    List<Token> tokens = History.of(PLAN).tokens();
    assertThat(tokens).extracting(Token::told).doesNotHaveDuplicates();
    assertThat(tokens.stream().map(token -> token.asset().getClass()).distinct()).hasSize(3);
  }

  @Test
  void answer_aTokensCandles_coverTheMarket() {
    History history = History.of(PLAN);
    SimulatedPrices prices = new SimulatedPrices(history);
    Asset asset = history.tokens().getFirst().asset();
    Answer answer =
        prices.answer(new Question.CandlesOf(asset, PLAN.from(), PLAN.end().plusSeconds(1)));
    int candles =
        ((Answer.CandlesFound) answer)
            .blocks().stream().mapToInt(block -> block.candles().size()).sum();
    assertThat(candles).isEqualTo(240);
    Asset unknown = new Asset.Coin("nothing", "NOTHING");
    assertThat(prices.answer(new Question.CandlesOf(unknown, PLAN.from(), PLAN.end())))
        .isInstanceOf(Answer.Unanswerable.class);
  }
}
