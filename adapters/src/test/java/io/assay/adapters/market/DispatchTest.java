package io.assay.adapters.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.asset.Asset;
import io.assay.core.price.Consensus;
import io.assay.core.price.Quote;
import io.assay.core.price.Quoted;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DispatchTest {
  private static final Duration TOOK = Duration.ofMillis(200);
  private static final Asset TOKEN = Market.token(0);

  private final Market.Clock clock = new Market.Clock();
  private final Counter first = Market.counter("first", 300, 0, clock);
  private final Counter second = Market.counter("second", 300, 1, clock);
  private final Counter third = Market.counter("third", 300, 2, clock);
  private final Tally tally = new Tally();
  private final Dispatch dispatch =
      new Dispatch(List.of(first, second, third), new QuoteShelf(1_000), Consensus.USUAL, tally);

  @Test
  void order_ofWhatIsFollowed_asksTheBestProviderAlone() {
    CompletableFuture<Quoted> quoted = submit(TOKEN, Priority.REFRESH);
    assertThat(second.line().size()).isZero();
    answer(first, "1.5");
    assertThat(source(quoted)).isEqualTo("first");
  }

  @Test
  void order_ofALiveCall_asksTwoAndComparesThem() {
    CompletableFuture<Quoted> quoted = submit(TOKEN, Priority.LIVE);
    answer(first, "1.5");
    assertThat(quoted).isNotDone();
    answer(second, "1.6");
    assertThat(quoted.join().why()).isEqualTo("2 sources agree");
  }

  @Test
  void order_ofALiveCall_doesNotWaitLongForTheSlowerOne() {
    CompletableFuture<Quoted> quoted = submit(TOKEN, Priority.LIVE);
    answer(second, "1.5");
    clock.pass(1_499);
    dispatch.tick(clock.now);
    assertThat(quoted).isNotDone();
    clock.pass(1);
    dispatch.tick(clock.now);
    assertThat(source(quoted)).isEqualTo("second");
  }

  @Test
  void order_whoseSourcesContradict_asksAThird() {
    CompletableFuture<Quoted> quoted = submit(TOKEN, Priority.LIVE);
    answer(first, "1");
    answer(second, "10");
    assertThat(quoted).isNotDone();
    answer(third, "1.1");
    assertThat(quoted.join())
        .isInstanceOfSatisfying(
            Quoted.Priced.class,
            it -> {
              assertThat(it.quote().usd()).isLessThan(new BigDecimal("2"));
              assertThat(it.quarantined()).hasSize(1);
            });
  }

  @Test
  void order_whoseProviderFails_goesToTheNext() {
    CompletableFuture<Quoted> quoted = submit(TOKEN, Priority.REFRESH);
    fail(first, "first is ill");
    answer(second, "1.5");
    assertThat(source(quoted)).isEqualTo("second");
  }

  @Test
  void order_thatNobodyLists_isUnlistedAndBelievedForAWhile() {
    CompletableFuture<Quoted> quoted = submit(TOKEN, Priority.REFRESH);
    for (Counter counter : List.of(first, second, third)) {
      dispatch.answered(call(counter), Map.of(), clock.now);
    }
    assertThat(quoted.join()).isEqualTo(new Quoted.Unlisted("not listed by first, second, third"));
    assertThat(submit(TOKEN, Priority.REFRESH).join()).isInstanceOf(Quoted.Unlisted.class);
    clock.pass(600_001);
    assertThat(submit(TOKEN, Priority.REFRESH)).isNotDone();
  }

  @Test
  void order_thatNobodyCouldAnswer_isAFailureAndNotUnlisted() {
    CompletableFuture<Quoted> quoted = submit(TOKEN, Priority.REFRESH);
    fail(first, "first is ill");
    dispatch.answered(call(second), Map.of(), clock.now);
    fail(third, "third is ill");
    assertThat(quoted.join()).isEqualTo(new Quoted.Failed(true, "first is ill; third is ill"));
  }

  @Test
  void order_thatFails_hasTheLastPriceMarkedStale() {
    var _ = submit(TOKEN, Priority.REFRESH);
    answer(first, "1.5");
    clock.pass(120_000);
    CompletableFuture<Quoted> quoted = submit(TOKEN, Priority.REFRESH);
    for (Counter counter : List.of(first, second, third)) {
      fail(counter, "ill");
    }
    assertThat(quoted.join())
        .isInstanceOfSatisfying(
            Quoted.Priced.class,
            it -> {
              assertThat(it.stale()).isTrue();
              assertThat(it.quote().usd()).isEqualByComparingTo("1.5");
            });
  }

  @Test
  void order_ofWhatIsAtHand_asksNobody() {
    var _ = submit(TOKEN, Priority.REFRESH);
    answer(first, "1.5");
    clock.pass(60_000);
    assertThat(source(submit(TOKEN, Priority.REFRESH))).isEqualTo("first");
    assertThat(tally.fromShelf()).isEqualTo(1);
  }

  @Test
  void orders_ofOneAsset_areOneRequest() {
    List<CompletableFuture<Quoted>> quoted = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      quoted.add(submit(TOKEN, Priority.REFRESH));
    }
    List<Pending.Ticket> called = call(first);
    assertThat(called).hasSize(1);
    dispatch.answered(called, quotes(called, first, "2"), clock.now);
    assertThat(quoted).allMatch(CompletableFuture::isDone);
    assertThat(tally.joined()).isEqualTo(99);
  }

  @Test
  void order_thatCanWait_lingersUntilItsRequestIsFull() {
    var _ = submit(TOKEN, Priority.REFRESH);
    assertThat(first.line().next()).isEqualTo(new Line.Turn(List.of(), 4_000));
    for (int i = 1; i < 30; i++) {
      var _ = submit(Market.token(i), Priority.REFRESH);
    }
    assertThat(first.line().next().jobs()).hasSize(30);
  }

  @Test
  void orders_ofOneChain_areOneRequest() {
    for (int i = 0; i < 30; i++) {
      var _ = submit(Market.token(i), i % 2 == 0 ? Priority.REFRESH : Priority.BACKFILL);
    }
    assertThat(call(first)).hasSize(30);
  }

  @Test
  void order_thatBecomesUrgent_overtakes() {
    for (int i = 1; i <= 40; i++) {
      var _ = submit(Market.token(i), Priority.CHECKPOINT);
    }
    CompletableFuture<Quoted> quoted = submit(TOKEN, Priority.BACKFILL);
    var _ = submit(TOKEN, Priority.LIVE);
    List<Pending.Ticket> called = call(first);
    assertThat(called.getFirst().pending().asset).isEqualTo(TOKEN);
    assertThat(called).hasSize(30);
    dispatch.answered(called, quotes(called, first, "2"), clock.now);
    clock.pass(1_500);
    dispatch.tick(clock.now);
    assertThat(source(quoted)).isEqualTo("first");
  }

  @Test
  void order_thatWaitsTooLong_isAnswered() {
    CompletableFuture<Quoted> quoted = submit(TOKEN, Priority.REFRESH);
    assertThat(dispatch.tick(clock.now)).isEqualTo(60_000);
    clock.pass(60_000);
    dispatch.tick(clock.now);
    assertThat(quoted.join()).isEqualTo(new Quoted.Failed(true, "no answer in time from first"));
    assertThat(dispatch.waiting()).isZero();
  }

  @Test
  void price_farFromTheLastOne_wantsASecondSource() {
    var _ = submit(TOKEN, Priority.REFRESH);
    answer(first, "1.5");
    clock.pass(120_000);
    CompletableFuture<Quoted> quoted = submit(TOKEN, Priority.REFRESH);
    answer(first, "15");
    assertThat(quoted).isNotDone();
    answer(second, "1.6");
    assertThat(source(quoted)).isEqualTo("second");
  }

  @Test
  void line_ofAProviderThatFails_goesElsewhere() {
    CompletableFuture<Quoted> quoted = submit(TOKEN, Priority.REFRESH);
    List<Pending.Ticket> called = call(first);
    CompletableFuture<Quoted> behind = submit(Market.token(1), Priority.REFRESH);
    Fault wait = new Fault(ErrorKind.TEMPORARY, "too many", Duration.ofMinutes(5), null);
    first.turnstile().failed(wait, TOOK);
    dispatch.failed(first, called, wait, clock.now);
    answer(second, "3");
    assertThat(source(quoted)).isEqualTo("second");
    assertThat(source(behind)).isEqualTo("second");
  }

  @Test
  void order_whileEverybodyDemandsAWait_saysUntilWhen() {
    for (Counter counter : List.of(first, second, third)) {
      assertThat(counter.turnstile().enter(true)).isTrue();
      counter
          .turnstile()
          .failed(new Fault(ErrorKind.TEMPORARY, "too many", Duration.ofMinutes(5), null), TOOK);
    }
    assertThat(submit(TOKEN, Priority.REFRESH).join())
        .isEqualTo(
            new Quoted.Throttled(
                Instant.ofEpochMilli(clock.now + 300_000), "every provider wants us to wait"));
  }

  @Test
  void order_ofWhatNobodyPrices_saysSo() {
    assertThat(submit(new Asset.Coin("bitcoin", "BTC"), Priority.LIVE).join())
        .isEqualTo(new Quoted.Failed(false, "no provider knows prices of coin:bitcoin"));
  }

  private CompletableFuture<Quoted> submit(Asset asset, Priority priority) {
    return dispatch.submit(
        new Order(asset, priority, Duration.ofSeconds(60), Duration.ofSeconds(60)), clock.now);
  }

  /// Those whose turn it is; what lingers until its request is full has done so.
  private List<Pending.Ticket> call(Counter counter) {
    Line.Turn turn = counter.line().next();
    if (turn.jobs().isEmpty() && turn.waitMillis() != Line.FOR_EVER) {
      clock.pass(turn.waitMillis());
      turn = counter.line().next();
    }
    List<Pending.Ticket> called = turn.jobs().stream().map(Pending.Ticket.class::cast).toList();
    called.forEach(it -> it.pending().called(it));
    return called;
  }

  private void answer(Counter counter, String usd) {
    List<Pending.Ticket> called = call(counter);
    assertThat(called).as("asked of " + counter.name()).isNotEmpty();
    dispatch.answered(called, quotes(called, counter, usd), clock.now);
  }

  private Map<Asset, Quote> quotes(List<Pending.Ticket> called, Counter counter, String usd) {
    Map<Asset, Quote> quotes = new HashMap<>();
    for (Pending.Ticket ticket : called) {
      Asset asset = ticket.pending().asset;
      quotes.put(asset, Market.quote(asset, counter.name(), usd, clock.now));
    }
    return quotes;
  }

  private void fail(Counter counter, String why) {
    Fault fault = new Fault(ErrorKind.TEMPORARY, why, null);
    List<Pending.Ticket> called = call(counter);
    counter.turnstile().failed(fault, TOOK);
    dispatch.failed(counter, called, fault, clock.now);
  }

  private static String source(CompletableFuture<Quoted> quoted) {
    assertThat(quoted).isDone();
    assertThat(quoted.join()).isInstanceOf(Quoted.Priced.class);
    return ((Quoted.Priced) quoted.join()).quote().source();
  }
}
