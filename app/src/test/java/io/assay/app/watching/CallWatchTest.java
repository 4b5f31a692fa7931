package io.assay.app.watching;

import static io.assay.app.watching.Calls.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.adapters.market.Order;
import io.assay.app.api.CallQuote;
import io.assay.core.asset.Asset;
import io.assay.core.call.CallRules;
import io.assay.core.market.Life;
import io.assay.core.price.Pace;
import io.assay.core.price.Quoted;
import io.assay.core.reading.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallWatchTest {
  private static final Asset.Token TOKEN = Calls.token(0);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int ALL = 1_000;

  private final Calls.Memory told = new Calls.Memory();
  private Instant now = NOON;
  private int capacity = 100;
  private CallWatch watch = anew();

  private CallWatch anew() {
    return new CallWatch(Pace.USUAL, () -> capacity, told, () -> now);
  }

  @BeforeEach
  void begin() {
    watch.begin(CallRules.DEFAULT);
  }

  private List<WatchEvent> see(String usd, double liquidity) {
    return watch.seen(TOKEN, Calls.priced(TOKEN, usd, liquidity, now), now);
  }

  private List<Asset> due() {
    return watch.due(now).stream().map(Order::asset).toList();
  }

  private CallQuote view(long message) {
    return Objects.requireNonNull(watch.find("1349910648/" + message), "a watched call");
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  @Test
  void due_aYoungCall_isEachMinute_andAnOldOneEachHour() {
    watch.follow(Calls.awaited(1, TOKEN, now), now);
    assertThat(due()).containsExactly(TOKEN);
    pass(Duration.ofSeconds(59));
    assertThat(due()).isEmpty();
    pass(Duration.ofSeconds(1));
    assertThat(due()).containsExactly(TOKEN);
    pass(Duration.ofDays(2));
    assertThat(due()).containsExactly(TOKEN);
    pass(Duration.ofMinutes(59));
    assertThat(due()).isEmpty();
    pass(MINUTE);
    assertThat(due()).containsExactly(TOKEN);
  }

  @Test
  void due_twoCallsOfOneAsset_areOneLook_byTheYounger_andByTheOlderWhenThatIsOver() {
    watch.follow(Calls.awaited(1, TOKEN, now.minus(Duration.ofDays(8))), now);
    watch.follow(Calls.awaited(2, TOKEN, now), now);
    assertThat(due()).containsExactly(TOKEN);
    pass(MINUTE);
    assertThat(due()).containsExactly(TOKEN);
    watch.leave(Calls.id(2));
    pass(MINUTE);
    assertThat(due()).as("six hours now").isEmpty();
    pass(Duration.ofHours(6));
    assertThat(due()).containsExactly(TOKEN);
    watch.leave(Calls.id(1));
    pass(Duration.ofDays(1));
    assertThat(due()).isEmpty();
    assertThat(watch.watched()).isZero();
  }

  @Test
  void view_isTheLastQuote_itsRatioToTheEntry_andItsAge() {
    watch.follow(Calls.entered(1, TOKEN, now, 0.5), now);
    assertThat(view(1).seen()).isNull();
    assertThat(view(1).life()).isEqualTo("UNPRICEABLE");
    assertThat(see("0.75", 50_000)).isEmpty();
    pass(Duration.ofSeconds(40));
    CallQuote.Seen seen = Objects.requireNonNull(view(1).seen());
    assertThat(seen.usd()).isEqualTo("0.75");
    assertThat(seen.ratio()).isEqualTo(1.5);
    assertThat(seen.liquidityUsd()).isEqualTo(50_000);
    assertThat(seen.age()).isEqualTo(Duration.ofSeconds(40));
    assertThat(view(1).life()).isEqualTo("ALIVE");
    assertThat(watch.find("1349910648/2")).isNull();
    assertThat(watch.find("no id")).isNull();
  }

  @Test
  void entry_untilCandlesTell_isAQuoteThatTheFollowerCouldHaveBoughtAt() {
    watch.follow(Calls.awaited(1, TOKEN, now), now);
    assertThat(see("1", 50_000)).isEmpty();
    assertThat(view(1).entryUsd()).as("before a human could").isNull();
    pass(Duration.ofMinutes(2));
    var _ = see("2", 50_000);
    assertThat(view(1).entryUsd()).isEqualTo(2);
    assertThat(view(1).provisional()).isTrue();
    pass(MINUTE);
    assertThat(see("4.1", 50_000)).singleElement().isInstanceOf(WatchEvent.Crossed.class);
    watch.follow(Calls.entered(1, TOKEN, NOON, 4), now);
    assertThat(view(1).provisional()).isFalse();
    assertThat(Objects.requireNonNull(view(1).seen()).ratio()).isEqualTo(4.1 / 4);
  }

  @Test
  void entry_ofACallTakenUpLate_isNotGuessed() {
    watch.follow(Calls.awaited(1, TOKEN, now.minus(Duration.ofMinutes(33))), now);
    var _ = see("2", 50_000);
    assertThat(view(1).entryUsd()).isNull();
    assertThat(Objects.requireNonNull(view(1).seen()).ratio()).isNull();
    assertThat(see("200", 50_000)).as("of an unknown entry nothing is crossed").isEmpty();
  }

  @Test
  void crossing_isToldOnceForEachLevel_theHighestWhereSeveralWerePassed() {
    watch.follow(Calls.entered(1, TOKEN, now, 1), now);
    assertThat(see("1.99", 50_000)).isEmpty();
    assertThat(see("2.5", 50_000))
        .singleElement()
        .isInstanceOfSatisfying(
            WatchEvent.Crossed.class,
            it -> {
              assertThat(it.level()).isEqualTo(2);
              assertThat(it.multiple()).isEqualTo(2.5);
              assertThat(it.line())
                  .isEqualTo(
                      "call 1349910648/1 of %s is above 2 times its entry: 2.5 USD by dexscreener"
                          .formatted(TOKEN.id()));
            });
    assertThat(see("1.5", 50_000)).isEmpty();
    assertThat(see("2.5", 50_000)).isEmpty();
    assertThat(see("7", 50_000))
        .singleElement()
        .isInstanceOfSatisfying(
            WatchEvent.Crossed.class, it -> assertThat(it.level()).isEqualTo(5));
    assertThat(see("3.5", 50_000)).as("was passed on the way").isEmpty();
  }

  @Test
  void crossing_ofAShort_isOfItsStake() {
    WatchedCall call =
        new WatchedCall(Calls.id(1), TOKEN, Side.SHORT, now, OptionalDouble.of(1), false);
    watch.follow(call, now);
    assertThat(see("3", 50_000)).isEmpty();
    assertThat(see("0.001", 50_000)).as("a short cannot double").isEmpty();
    assertThat(call.multiple(0.25)).hasValue(1.75);
    assertThat(call.multiple(5)).hasValue(0);
  }

  @Test
  void crossing_afterARestart_isNotToldAgain_andIsForgottenWithTheCall() {
    watch.follow(Calls.entered(1, TOKEN, now, 1), now);
    assertThat(see("2.5", 50_000)).hasSize(1);
    watch = anew();
    begin();
    watch.follow(Calls.entered(1, TOKEN, NOON, 1), now);
    assertThat(see("2.5", 50_000)).isEmpty();
    assertThat(see("3.5", 50_000)).hasSize(1);
    assertThat(told.size()).isEqualTo(2);
    watch.leave(Calls.id(1));
    assertThat(told.size()).isZero();
  }

  @Test
  void death_isToldWhenTwoLooksInARowHaveShownIt() {
    watch.follow(Calls.entered(1, TOKEN, now, 1), now);
    watch.follow(Calls.entered(2, TOKEN, now, 2), now);
    assertThat(see("1", 3)).isEmpty();
    pass(MINUTE);
    assertThat(see("1", 50_000)).isEmpty();
    pass(MINUTE);
    assertThat(see("1", 3)).isEmpty();
    pass(MINUTE);
    assertThat(see("9", 3))
        .hasSize(2)
        .allSatisfy(it ->
            assertThat(it)
                .isInstanceOfSatisfying(
                    WatchEvent.Died.class,
                    died -> assertThat(died.life().cause()).isEqualTo(Life.Cause.NO_LIQUIDITY)));
    pass(MINUTE);
    assertThat(see("9", 3)).as("told once, and a price that nobody gets crosses nothing").isEmpty();
    assertThat(view(1).life()).isEqualTo("DEAD");
  }

  @Test
  void seen_whatIsStaleOrNoPrice_leavesWhatWasSeen() {
    watch.follow(Calls.entered(1, TOKEN, now, 1), now);
    var _ = see("1.5", 50_000);
    Instant at = now;
    pass(MINUTE);
    List<Quoted> none =
        List.of(
            new Quoted.Failed(true, "away"),
            new Quoted.Unlisted("gone"),
            new Quoted.Throttled(now.plus(MINUTE), "wait"),
            new Quoted.Priced(Calls.quote(TOKEN, "9", 50_000, at), List.of(), true, "away"));
    for (Quoted quoted : none) {
      assertThat(watch.seen(TOKEN, quoted, now)).isEmpty();
    }
    assertThat(Objects.requireNonNull(view(1).seen()).usd()).isEqualTo("1.5");
    assertThat(Objects.requireNonNull(view(1).seen()).age()).isEqualTo(MINUTE);
  }

  @Test
  void capacity_whereThereAreMore_theOldestLoseTheirWatchingFirst() {
    capacity = 2;
    watch.follow(Calls.awaited(1, Calls.token(1), now.minus(Duration.ofDays(3))), now);
    watch.follow(Calls.awaited(2, Calls.token(2), now.minus(Duration.ofDays(2))), now);
    watch.follow(Calls.awaited(3, Calls.token(3), now.minus(Duration.ofDays(1))), now);
    watch.follow(Calls.awaited(4, Calls.token(4), now.minus(Duration.ofDays(4))), now);
    assertThat(watch.youngest(0, ALL))
        .extracting(CallQuote::call)
        .containsExactly("1349910648/3", "1349910648/2");
    assertThat(watch.measure(now, 0).left()).isEqualTo(2);
    assertThat(watch.hasRoomForLeft()).isFalse();
    watch.leave(Calls.id(3));
    assertThat(watch.hasRoomForLeft()).isTrue();
    watch.leave(Calls.id(1));
    watch.follow(Calls.awaited(4, Calls.token(4), now.minus(Duration.ofDays(4))), now);
    assertThat(watch.measure(now, 0).left()).isZero();
    assertThat(watch.watched()).isEqualTo(2);
    capacity = 1;
    assertThat(watch.measure(now, 0).left()).as("less room from now on").isEqualTo(1);
    assertThat(watch.youngest(0, ALL)).extracting(CallQuote::call).containsExactly("1349910648/2");
  }

  @Test
  void measure_saysWhatIsLateAndHowOldPricesAre() {
    for (int i = 0; i < 100; i++) {
      watch.follow(Calls.awaited(i, Calls.token(i), now), now);
    }
    assertThat(watch.due(now)).hasSize(100);
    for (int i = 0; i < 90; i++) {
      Asset asset = Calls.token(i);
      Quoted quoted = Calls.priced(asset, "1", 50_000, now.minusSeconds(i));
      assertThat(watch.seen(asset, quoted, now)).isEmpty();
    }
    pass(Duration.ofSeconds(10));
    WatchFigures figures = watch.measure(now, 7);
    assertThat(figures)
        .isEqualTo(
            new WatchFigures(
                100, 100, 0, 7, 0, 10, Duration.ofSeconds(55), Duration.ofSeconds(99)));
    pass(Duration.ofMinutes(2));
    assertThat(watch.measure(now, 0).late()).isEqualTo(100);
  }

  @Test
  void measure_whatHasComeToTheEndOfThePace_isWatchedNoLonger() {
    watch.follow(Calls.awaited(1, TOKEN, now), now);
    pass(Duration.ofDays(30));
    assertThat(watch.measure(now, 0).followed()).isZero();
    watch.follow(Calls.awaited(1, TOKEN, NOON), now);
    assertThat(watch.watched()).isZero();
  }

  @Test
  void begin_again_keepsWhatWasSeenOfCallsThatComeAgain() {
    watch.follow(Calls.entered(1, TOKEN, now, 1), now);
    watch.follow(Calls.entered(2, Calls.token(2), now, 1), now);
    var _ = see("1.5", 50_000);
    begin();
    assertThat(watch.watched()).isZero();
    watch.follow(Calls.entered(1, TOKEN, NOON, 1), now);
    watch.begun();
    assertThat(Objects.requireNonNull(view(1).seen()).usd()).isEqualTo("1.5");
    assertThat(watch.measure(now, 0).assets()).isEqualTo(1);
    assertThat(due()).containsExactly(TOKEN);
  }
}
