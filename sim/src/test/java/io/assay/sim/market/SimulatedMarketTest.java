package io.assay.sim.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.core.asset.Asset;
import io.assay.core.price.Answer;
import io.assay.core.price.Candles;
import io.assay.core.price.Question;
import io.assay.sim.crowd.Archetype;
import io.assay.sim.crowd.Caller;
import io.assay.sim.crowd.Crowd;
import io.assay.sim.crowd.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SimulatedMarketTest {
  private static final Crowd CROWD = Crowd.of(Scenario.of(5, 60, 60));
  private static final Market MARKET = new Market(CROWD);
  private static final Duration[] STAGES = {
    Duration.ofHours(1),
    Duration.ofHours(4),
    Duration.ofDays(1),
    Duration.ofDays(3),
    Duration.ofDays(7),
    Duration.ofDays(30)
  };

  private static Instant calledAt(Caller caller, int ordinal) {
    return Instant.ofEpochSecond(CROWD.calledAt(caller.number(), ordinal));
  }

  private static Answer.CandlesFound ask(Asset asset, Instant from, Instant to) {
    return (Answer.CandlesFound) MARKET.answer(new Question.CandlesOf(asset, from, to));
  }

  /// All candles of a call, question by question as the fold asks.
  private static List<Candles> followed(Caller caller, int ordinal) {
    Instant at = calledAt(caller, ordinal);
    Instant from = at.plusSeconds(120);
    List<Candles> all = new ArrayList<>();
    for (Duration stage : STAGES) {
      Instant to = at.plus(stage).plusSeconds(1_920);
      Answer.CandlesFound found = ask(MARKET.asset(caller, ordinal), from, to);
      assertThat(found.blocks()).hasSizeLessThan(2);
      if (!found.blocks().isEmpty()) {
        Candles run = found.blocks().getFirst().candles();
        assertThat(run.openAt(0)).isAfterOrEqualTo(from);
        from = Instant.ofEpochMilli(run.closeMillis(run.size() - 1));
        assertThat(from).isBeforeOrEqualTo(to);
        all.add(run);
      }
    }
    return all;
  }

  private static Caller someone(Archetype archetype) {
    return CROWD.callers().stream()
        .filter(caller -> caller.archetype() == archetype)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void answers_ofOneCall_goOnWhereTheLastOneEndedAndLastLongerWithAge() {
    Caller caller = someone(Archetype.SKILLED);
    int wholes = 0;
    assertThat(caller.calls()).isGreaterThan(20);
    for (int ordinal = 0; ordinal < caller.calls(); ordinal++) {
      List<Candles> runs = followed(caller, ordinal);
      if (runs.size() == STAGES.length
          && MARKET
              .price(caller, ordinal, calledAt(caller, ordinal).plus(Duration.ofDays(3)))
              .isPresent()) {
        List<Long> steps = runs.stream().map(run -> run.step().toSeconds()).toList();
        boolean unbroken = true;
        for (int i = 1; i < runs.size(); i++) {
          Candles last = runs.get(i - 1);
          unbroken &= runs.get(i).openMillis(0) == last.closeMillis(last.size() - 1);
        }
        wholes += unbroken ? 1 : 0;
        assertThat(steps).isSorted().startsWith(60L).endsWith(21_600L);
      }
    }
    assertThat((double) wholes / caller.calls()).isGreaterThan(0.8); // but for what is drained
  }

  @Test
  void answer_theSameQuestion_isTheSameBytes() {
    Market again = new Market(Crowd.of(Scenario.of(5, 60, 60)));
    Caller caller = someone(Archetype.AVERAGE);
    Instant at = calledAt(caller, 3);
    Question question =
        new Question.CandlesOf(MARKET.asset(caller, 3), at, at.plus(Duration.ofDays(1)));
    Answer.CandlesFound one = (Answer.CandlesFound) MARKET.answer(question);
    Answer.CandlesFound other = (Answer.CandlesFound) again.answer(question);
    assertThat(one.blocks().getFirst().digest()).isEqualTo(other.blocks().getFirst().digest());
    assertThat(new Market(Crowd.of(Scenario.of(6, 60, 60))).answer(question))
        .isInstanceOf(Answer.Unanswerable.class);
  }

  @Test
  void answer_aLongRange_saysTheSameAsItsParts() {
    Caller caller = someone(Archetype.LUCKY);
    Asset asset = MARKET.asset(caller, 7);
    Instant anchor = Instant.ofEpochSecond(calledAt(caller, 7).getEpochSecond() / 60 * 60 + 1_800);
    Candles coarse =
        ask(asset, anchor, anchor.plus(Duration.ofHours(4))).blocks().getFirst().candles();
    Candles fine =
        ask(asset, anchor, anchor.plus(Duration.ofHours(1))).blocks().getFirst().candles();
    assertThat(coarse.step()).isEqualTo(Duration.ofMinutes(5));
    assertThat(fine.step()).isEqualTo(Duration.ofMinutes(1));
    for (int i = 0; i < 12; i++) {
      double high = 0;
      for (int minute = 0; minute < 5; minute++) {
        high = Math.max(high, fine.high(5 * i + minute));
      }
      assertThat(coarse.open(i)).isEqualTo(fine.open(5 * i));
      assertThat(coarse.close(i)).isEqualTo(fine.close(5 * i + 4));
      assertThat(coarse.high(i)).isEqualTo(high);
    }
  }

  @Test
  void answer_aTokenThatWasRugged_isTradedBeforeAndNeverAfter() {
    Caller caller = someone(Archetype.LUCKY);
    int rugged = 0;
    int drained = 0;
    for (int ordinal = 0; ordinal < caller.calls(); ordinal++) {
      List<Candles> runs = followed(caller, ordinal);
      boolean over = false;
      double before = 1;
      for (Candles run : runs) {
        for (int i = 0; i < run.size(); i++) {
          assertThat(over && run.volume(i) > 0).as("traded after the rug").isFalse();
          if (run.volume(i) == 0 && !over) {
            over = true;
            assertThat(before).as("a rug takes nearly all").isLessThan(0.05);
          }
          before = run.close(i) / run.open(i);
        }
      }
      Candles last = runs.getLast();
      Instant end = Instant.ofEpochMilli(last.closeMillis(last.size() - 1));
      boolean ended = end.isBefore(calledAt(caller, ordinal).plus(Duration.ofDays(29)));
      drained += ended ? 1 : 0;
      rugged += over || ended ? 1 : 0;
    }
    assertThat((double) rugged / caller.calls()).isCloseTo(0.4, within(0.1));
    assertThat(drained).isBetween(1, rugged / 2);
  }

  @Test
  void prices_withoutSkill_areAFairGame() {
    double sum = 0;
    int tokens = 0;
    for (long seed = 0; seed < 40; seed++) {
      Crowd crowd = Crowd.of(Scenario.of(seed, 40, 60));
      Market market = new Market(crowd);
      for (Caller caller : crowd.callers()) {
        if (caller.archetype() == Archetype.LUCKY || caller.archetype() == Archetype.SPAMMER) {
          for (int ordinal = 0; ordinal < caller.calls(); ordinal++) {
            Instant at = Instant.ofEpochSecond(crowd.calledAt(caller.number(), ordinal));
            OptionalDouble then = market.price(caller, ordinal, at);
            OptionalDouble now = market.price(caller, ordinal, at.plus(Duration.ofHours(12)));
            sum += now.orElse(0) / then.orElseThrow();
            tokens++;
          }
        }
      }
    }
    assertThat(tokens).isGreaterThan(10_000);
    assertThat(sum / tokens).isCloseTo(1, within(0.04));
  }

  @Test
  void answers_afterAMigration_areOfAnotherPoolAtNearlyTheSamePrice() {
    List<Double> ratios = new ArrayList<>();
    for (Caller caller : CROWD.callers()) {
      for (int ordinal = 0; ordinal < caller.calls(); ordinal++) {
        Instant at = calledAt(caller, ordinal);
        Instant from = at.plusSeconds(120);
        String pool = "";
        double close = 0;
        for (Duration stage : STAGES) {
          var found = ask(MARKET.asset(caller, ordinal), from, at.plus(stage).plusSeconds(1_920));
          String told = String.valueOf(found.told().pool());
          if (!found.blocks().isEmpty()) {
            Candles run = found.blocks().getFirst().candles();
            boolean moved = !pool.isEmpty() && !pool.equals(told) && run.volume(0) > 0;
            if (moved && !caller.isCopy()) {
              assertThat(run.openAt(0)).isEqualTo(from);
              ratios.add(run.open(0) / close);
            }
            from = Instant.ofEpochMilli(run.closeMillis(run.size() - 1));
            close = run.close(run.size() - 1);
            pool = told;
          }
        }
      }
    }
    assertThat(ratios).hasSizeGreaterThan(30).doesNotContain(1.0);
    long near = ratios.stream().filter(ratio -> ratio > 0.969 && ratio < 1.031).count();
    assertThat((double) near / ratios.size()).as("others jumped there").isGreaterThan(0.85);
  }

  @Test
  void mint_everyToken_isFoundAgainAndNoOther() {
    Mint mint = MARKET.mint();
    Set<String> ids = new HashSet<>();
    for (Caller caller : CROWD.callers()) {
      for (int ordinal = 0; ordinal < caller.calls(); ordinal++) {
        long token = MARKET.token(caller, ordinal);
        Asset asset = mint.asset(token);
        assertThat(mint.number(asset)).hasValue(token);
        if (asset instanceof Asset.Token address) {
          assertThat(mint.traded(mint.pool(token, false))).hasValue(token);
          assertThat(mint.traded(mint.pool(token, true))).hasValue(token);
          assertThat(mint.traded(address.address())).isEmpty();
        }
        ids.add(asset.id());
      }
    }
    int copied = someone(Archetype.COPYCAT).calls();
    assertThat(ids).hasSize(CROWD.callers().stream().mapToInt(Caller::calls).sum() - copied);
    assertThat(mint.number(new Asset.Listing("binance", "DOGE"))).isEmpty();
    assertThat(mint.number(new Asset.Coin("bitcoin", "BTC"))).isEmpty();
  }
}
