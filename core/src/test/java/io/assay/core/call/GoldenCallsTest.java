package io.assay.core.call;

import static io.assay.core.call.CallScene.DAY;
import static io.assay.core.call.CallScene.HOUR;
import static io.assay.core.call.CallScene.LEFT;
import static io.assay.core.call.CallScene.POSTED;
import static io.assay.core.call.CallScene.market;
import static io.assay.core.call.CallScene.ofMinutes;
import static io.assay.core.call.CallScene.ofTenMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.core.call.Exit.Reason;
import io.assay.core.reading.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Calls whose outcome can be worked out by hand, each with what it must come to.
class GoldenCallsTest {
  private static final Offset<Double> EXACT = within(1e-12);

  private static double held(Call call, Horizon horizon) {
    Checkpoint.Reached reached = (Checkpoint.Reached) call.track().at(horizon);
    return call.costs(CallRules.DEFAULT).gross(reached.ratio()) - 1;
  }

  private static Plan plan(List<String> targets, String stop) {
    return new Plan(targets.stream().map(GoldenCallsTest::usd).toList(), usd(stop));
  }

  private static Plan.Level usd(String price) {
    return new Plan.Level(false, new BigDecimal(price));
  }

  private static Plan.Level percent(String distance) {
    return new Plan.Level(true, new BigDecimal(distance).movePointLeft(2));
  }

  private static Instant minute(long after) {
    return POSTED.plus(Duration.ofMinutes(after));
  }

  @Test
  void aRug_isALossAtEveryCheckpoint_andMarked() {
    CallScene scene = ofTenMinutes();
    scene.flat(-60, 30, 100).candle(30, 100, 100, 1, 1).silent(40, 80 * HOUR, 1);
    Call call = scene.over();
    assertThat(call.state()).isEqualTo(CallState.DEAD);
    assertThat(call.isRugged()).isTrue();
    for (Horizon horizon : Horizon.values()) {
      assertThat(held(call, horizon)).as(horizon.word()).isEqualTo(0.01 * LEFT - 1, EXACT);
    }
    assertThat(scene.done(Policy.HALF_UP_HALF_DOWN).gross()).isEqualTo(0.01 * LEFT, EXACT);
    assertThat(scene.done(Policy.TRAILING_STOP).reason()).isEqualTo(Reason.STOP);
    assertThat(scene.done(Policy.LADDER).gross()).isEqualTo(0.01 * LEFT, EXACT);
  }

  @Test
  void aFallOfNineTenths_thatGoesOnTrading_isNoRug() {
    CallScene scene = ofTenMinutes();
    Call call = scene.flat(0, 30, 100).flat(30, 31 * DAY, 5).over();
    assertThat(call.state()).isEqualTo(CallState.RESOLVED);
    assertThat(call.track().course().fell()).isTrue();
    assertThat(call.isRugged()).isFalse();
  }

  @Test
  void aCallThatPeakedAndDiedBeforeAnybodyLooked_isJudgedAsIfSomebodyHad() {
    CallScene scene = ofTenMinutes();
    scene
        .flat(0, 60, 100)
        .candle(60, 100, 400, 100, 300)
        .flat(70, DAY, 20)
        .silent(DAY, 6 * DAY, 20);
    Instant muchLater = POSTED.plus(Duration.ofDays(90));
    Call late = scene.opened();
    while (!late.state().isOver()) {
      late = Schedule.learn(late, scene.rules, scene.runs(), CallScene.TOLD, muchLater);
    }
    assertThat(late.track()).isEqualTo(scene.over().track());
    assertThat(late.state()).isEqualTo(CallState.DEAD);
    assertThat(late.track().course().high()).isEqualTo(4);
    assertThat(held(late, Horizon.DAY_30)).isEqualTo(0.2 * LEFT - 1, EXACT);
    assertThat(scene.done(Policy.HALF_UP_HALF_DOWN).reason()).isEqualTo(Reason.TAKE_PROFIT);
    assertThat(scene.done(Policy.HALF_UP_HALF_DOWN).at()).isEqualTo(minute(70));
  }

  @Test
  void eightTimesThatLivesThirtyDays_paysEveryPolicyItsOwn() {
    CallScene scene = ofTenMinutes();
    for (int day = 0; day < 7; day++) {
      scene.flat((long) day * DAY, (day + 1L) * DAY, 1 + day);
    }
    Call call = scene.flat(7L * DAY, 31L * DAY, 8).over();
    assertThat(call.state()).isEqualTo(CallState.RESOLVED);
    assertThat(held(call, Horizon.HOUR_24)).isEqualTo(2 * LEFT - 1, EXACT);
    assertThat(held(call, Horizon.DAY_30)).isEqualTo(8 * LEFT - 1, EXACT);
    assertThat(scene.done(Policy.HALF_UP_HALF_DOWN).gross()).isEqualTo(1.5);
    assertThat(scene.done(Policy.THIRD_UP_FIFTH_DOWN).gross()).isEqualTo(1.35);
    assertThat(scene.done(Policy.TAKE_DOUBLE).gross()).isEqualTo(2 * LEFT, EXACT);
    assertThat(scene.done(Policy.TRAILING_STOP).gross()).isEqualTo(8 * LEFT, EXACT);
    assertThat(scene.done(Policy.LADDER).gross()).isEqualTo((2 + 3 + 5 + 8) / 4.0 * LEFT, EXACT);
    assertThat(call.track().exit(Policy.OWN_TERMS)).isEqualTo(new Exit.NotStated());
  }

  @Test
  void twoChannelsOnOneToken_eachHasItsOwnEntry() {
    CallScene first = ofMinutes();
    first.flat(0, 2 * HOUR, 100).flat(2 * HOUR, 8 * DAY, 200);
    CallScene second = ofMinutes();
    second.candles.addAll(first.candles);
    second.posted = minute(4 * HOUR);
    assertThat(first.done(Policy.HALF_UP_HALF_DOWN).gross()).isEqualTo(1.5);
    assertThat(second.done(Policy.HALF_UP_HALF_DOWN).gross()).isEqualTo(LEFT, EXACT);
    assertThat(held(first.over(), Horizon.DAY_3)).isEqualTo(2 * LEFT - 1, EXACT);
    assertThat(held(second.over(), Horizon.DAY_3)).isEqualTo(LEFT - 1, EXACT);
  }

  @Test
  void aGapOverACheckpoint_isALateSampleOfItsTrueTime() {
    CallScene scene = ofMinutes();
    Call call = scene.flat(0, 50, 100).flat(3 * HOUR, 5 * HOUR, 70).over();
    assertThat(call.track().at(Horizon.HOUR_1))
        .isEqualTo(new Checkpoint.Reached(minute(3 * HOUR), 0.7, true));
    assertThat(call.track().at(Horizon.HOUR_4))
        .isEqualTo(new Checkpoint.Reached(minute(4 * HOUR), 0.7, false));
    assertThat(call.track().at(Horizon.HOUR_24)).isEqualTo(new Checkpoint.Missing());
  }

  @Test
  void liquidityThatIsGone_isMinusOneHundredPercent() {
    CallScene scene = ofMinutes();
    scene.flat(0, 92, 100);
    Call call = scene.next(scene.opened(), market(minute(95), 0));
    assertThat(call.state()).isEqualTo(CallState.DEAD);
    assertThat(call.isRugged()).isTrue();
    assertThat(held(call, Horizon.HOUR_1)).as("it was alive then").isEqualTo(LEFT - 1, EXACT);
    assertThat(held(call, Horizon.HOUR_4)).isEqualTo(-1);
    assertThat(held(call, Horizon.DAY_30)).isEqualTo(-1);
    assertThat(call.track().exit(Policy.HALF_UP_HALF_DOWN))
        .isEqualTo(new Exit.Done(minute(95), Reason.DEAD, 0));
  }

  @Test
  void liquidityOfNextToNothing_isWhatIsLeftToBeHad() {
    CallScene scene = ofMinutes();
    scene.flat(0, 92, 100);
    Call call = scene.next(scene.opened(), market(minute(95), 50));
    // 25 USD lie beside tokens; 200 USD' worth of tokens, less the fees, come to them
    double value = 200 * LEFT;
    double gross = 25 * value / (25 + value) / 200;
    Exit.Done exit = (Exit.Done) call.track().exit(Policy.HALF_UP_HALF_DOWN);
    assertThat(exit.gross()).isEqualTo(gross, EXACT);
    assertThat(held(call, Horizon.DAY_30)).isEqualTo(gross - 1, EXACT);
  }

  @Test
  void liquidityThatIsSeenLongAfterTheCandles_isOfAnotherTime() {
    CallScene scene = ofMinutes();
    scene.flat(0, 92, 100);
    Call call = scene.next(scene.opened(), market(minute(92 + 31), 0));
    assertThat(call.state()).isEqualTo(CallState.OPEN);
  }

  @Test
  void aDailyCandleThatHoldsTheHoursBeforeTheCall_isNotLookedAt() {
    CallScene scene = new CallScene(Duration.ofDays(1));
    scene.posted = minute(DAY - 10);
    scene.candle(0, 1, 1000, 1, 90).candle(DAY, 100, 110, 95, 100);
    for (int day = 2; day < 33; day++) {
      scene.candle((long) day * DAY, 100, 100, 100, 100);
    }
    Track track = scene.over().track();
    assertThat(track.entry()).isEqualTo(new Entry.Priced(minute(DAY), 100));
    assertThat(track.early().claimed()).isEqualTo(new Entry.Priced(minute(DAY), 100));
    assertThat(track.early().runUp()).isEmpty();
    assertThat(track.course().high()).isEqualTo(1.1);
    scene.posted = minute(DAY / 2);
    assertThat(scene.over().state()).isEqualTo(CallState.UNPRICEABLE);
  }

  @Test
  void aCandleThatSpansBothBarriers_isTheLoss() {
    CallScene scene = ofMinutes().flat(0, 10, 100).candle(10, 100, 200, 40, 150);
    assertThat(scene.flat(11, HOUR, 150).done(Policy.HALF_UP_HALF_DOWN).reason())
        .isEqualTo(Reason.AMBIGUOUS);
    assertThat(scene.done(Policy.HALF_UP_HALF_DOWN).gross()).isEqualTo(0.5, EXACT);
    assertThat(scene.done(Policy.THIRD_UP_FIFTH_DOWN).gross()).isEqualTo(0.8, EXACT);
  }

  @Test
  void aShortThatFalls_wins() {
    CallScene scene = ofTenMinutes();
    scene.side = Side.SHORT;
    scene.plan = plan(List.of("80", "60"), "120");
    scene.flat(0, HOUR, 100).candle(HOUR, 100, 100, 75, 75).flat(70, 2 * DAY, 75);
    Call call = scene.flat(2 * DAY, 31L * DAY, 40).over();
    assertThat(held(call, Horizon.HOUR_24)).isEqualTo(1.25 * LEFT - 1, EXACT);
    assertThat(held(call, Horizon.DAY_30)).isEqualTo(1.6 * LEFT - 1, EXACT);
    assertThat(scene.done(Policy.HALF_UP_HALF_DOWN).gross()).isEqualTo(1.5);
    assertThat(scene.done(Policy.TRAILING_STOP).gross()).isEqualTo(1.6 * LEFT, EXACT);
    assertThat(scene.done(Policy.TAKE_DOUBLE).gross()).isEqualTo(1.25 * LEFT, EXACT);
    assertThat(scene.done(Policy.OWN_TERMS).gross()).isEqualTo((1.2 + 1.4) / 2 * LEFT, EXACT);
    assertThat(call.track().course().fell()).isFalse();
  }

  @Test
  void aShortThatRises_isStopped_andLosesNoMoreThanAll() {
    CallScene scene = ofMinutes();
    scene.side = Side.SHORT;
    scene.flat(0, 10, 100).candle(10, 100, 260, 100, 250).flat(11, 8 * DAY, 250);
    assertThat(scene.done(Policy.HALF_UP_HALF_DOWN).gross()).isZero();
    assertThat(held(scene.over(), Horizon.DAY_3)).isEqualTo(-1);
  }

  @Test
  void ownTargetsPartlyHitThenTheStop_isTheSumOfTheParts() {
    CallScene scene = ofMinutes();
    scene.plan = plan(List.of("150", "120", "200"), "80");
    scene.flat(0, 10, 100).candle(10, 100, 155, 100, 140).flat(11, 20, 140);
    scene.candle(20, 140, 140, 79, 85).flat(21, HOUR, 85);
    Exit.Done exit = scene.done(Policy.OWN_TERMS);
    assertThat(exit.reason()).isEqualTo(Reason.STOP);
    assertThat(exit.at()).isEqualTo(minute(21));
    assertThat(exit.gross()).isEqualTo((1.2 + 1.5 + 0.8) / 3 * LEFT, EXACT);
  }

  @Test
  void ownTargetsPartlyHitAndNoMore_leaveTheRestToTheSeventhDay() {
    CallScene scene = ofTenMinutes();
    scene.plan = new Plan(List.of(percent("20"), percent("300")), percent("50"));
    scene.flat(0, HOUR, 100).flat(HOUR, 8 * DAY, 130);
    Exit.Done exit = scene.done(Policy.OWN_TERMS);
    assertThat(exit.reason()).isEqualTo(Reason.TIME_OUT);
    assertThat(exit.gross()).isEqualTo((1.2 + 1.3) / 2 * LEFT, EXACT);
  }

  @Test
  void ownTermsOfAnotherPrice_areNotStated() {
    CallScene scene = ofMinutes();
    scene.plan = plan(List.of("0.0000012"), "0.0000009"); // in some coin, and not in USD
    scene.flat(0, HOUR, 100);
    assertThat(scene.over().track().exit(Policy.OWN_TERMS)).isEqualTo(new Exit.NotStated());
  }

  @Test
  void aTrailingStop_followsTheHighestPrice() {
    CallScene scene = ofMinutes();
    scene.flat(0, 10, 100).candle(10, 100, 200, 100, 190).flat(11, 20, 190);
    scene.candle(20, 190, 190, 130, 150).flat(21, HOUR, 150);
    Exit.Done exit = scene.done(Policy.TRAILING_STOP);
    assertThat(exit.at()).isEqualTo(minute(21));
    assertThat(exit.gross()).isEqualTo(1.4 * LEFT, EXACT);
  }

  @Test
  void aTrailingStop_underAHighOfItsOwnCandle_isMetOnlyByTheClose() {
    CallScene scene = ofMinutes().flat(0, 10, 100).candle(10, 100, 200, 80, 145);
    scene.flat(11, HOUR, 145);
    assertThat(scene.over().track().exit(Policy.TRAILING_STOP))
        .as("the low of 80 came before the high of 200")
        .isEqualTo(new Exit.Unknown());
    CallScene back = ofMinutes().flat(0, 10, 100).candle(10, 100, 200, 80, 130);
    assertThat(back.flat(11, HOUR, 145).done(Policy.TRAILING_STOP).gross())
        .isEqualTo(1.4 * LEFT, EXACT);
  }

  @Test
  void aLadder_sellsAQuarterAtEachRung() {
    CallScene scene = ofTenMinutes();
    scene.flat(0, HOUR, 100).candle(HOUR, 100, 310, 100, 250).flat(70, 8 * DAY, 150);
    Exit.Done exit = scene.done(Policy.LADDER);
    assertThat(exit.reason()).isEqualTo(Reason.TIME_OUT);
    assertThat(exit.gross()).isEqualTo((2 + 3 + 1.5 + 1.5) / 4 * LEFT, EXACT);
  }

  @Test
  void takeDoubleElseADay_isOutAfterADay() {
    CallScene scene = ofTenMinutes().flat(0, DAY, 100).flat(DAY, 8 * DAY, 250);
    Exit.Done exit = scene.done(Policy.TAKE_DOUBLE);
    assertThat(exit.reason()).isEqualTo(Reason.TIME_OUT);
    assertThat(exit.at()).isEqualTo(minute(DAY));
    assertThat(exit.gross()).isEqualTo(2.5 * LEFT, EXACT);
  }

  @Test
  void whoComesLater_losesWhatThePriceHasGoneMeanwhile() {
    CallScene scene = ofMinutes().flat(-60, -59, 80).flat(-59, 0, 95);
    scene.flat(0, 1, 100).flat(1, 2, 105).flat(2, HOUR, 110);
    Track track = scene.over().track();
    Entry.Early early = track.early();
    assertThat(early.claimed()).isEqualTo(new Entry.Priced(POSTED, 100));
    assertThat(early.bot()).isEqualTo(new Entry.Priced(minute(1), 105));
    assertThat(track.entry()).isEqualTo(new Entry.Priced(minute(2), 110));
    assertThat(early.claimed().lostUntil(track.entry(), false)).hasValue(110 / 100.0 - 1);
    assertThat(early.bot().lostUntil(track.entry(), false)).hasValue(110 / 105.0 - 1);
    assertThat(early.claimed().lostUntil(track.entry(), true)).hasValue(1 - 110 / 100.0);
    assertThat(early.runUp()).hasValue(0.25);
    assertThat(track.course().low()).as("the hour before touches nothing else").isEqualTo(1);
  }

  @Test
  void aPoolOfTwentyThousandDollars_takesItsShareOfEachTrade() {
    CallScene scene = ofTenMinutes().flat(0, 8 * DAY, 100);
    scene.atCall = market(POSTED.plusSeconds(30), 20_000);
    assertThat(scene.opened().costs(scene.rules).word()).isEqualTo("fee+impact");
    assertThat(scene.done(Policy.HALF_UP_HALF_DOWN).gross())
        .isEqualTo(swapped(10_000, 100, 1), within(1e-9));
    CallScene doubled = ofTenMinutes().flat(0, HOUR, 100).flat(HOUR, 8 * DAY, 400);
    doubled.atCall = scene.atCall;
    assertThat(held(doubled.over(), Horizon.DAY_3) + 1)
        .isEqualTo(swapped(10_000, 100, 4), within(1e-9));
  }

  /// What a dollar of 200 becomes in a pool of constant product, trade by trade.
  private static double swapped(double money, double price, double ratio) {
    double product = money * (money / price);
    double in = 200 * 0.997;
    double tokens = money / price - product / (money + in);
    double later = money * Math.sqrt(ratio);
    double out = later - product / (product / later + tokens * 0.997);
    return out / 200;
  }

  @Test
  void aMarketThatIsToldTooLate_isNotThatOfTheCall() {
    CallScene scene = ofMinutes().flat(0, 92, 100);
    scene.atCall = market(POSTED.plus(Duration.ofMinutes(31)), 20_000);
    assertThat(scene.opened().costs(scene.rules).word()).isEqualTo("fee");
    Call entered = scene.next(scene.opened(), null);
    assertThat(entered.in(market(POSTED, 20_000), scene.rules)).isEqualTo(entered);
  }

  @Test
  void aHighThatOneCandleSaw_isNotExitable() {
    CallScene scene = ofMinutes().flat(0, 10, 100).candle(10, 100, 900, 100, 150);
    scene.candle(11, 150, 180, 150, 160).flat(12, HOUR, 120);
    Call call = scene.over();
    assertThat(call.track().course().high()).isEqualTo(9);
    assertThat(call.track().course().exitableHigh(call.costs(scene.rules)).getAsDouble())
        .isEqualTo(1.8, within(1e-6));
  }

  @Test
  void aHighInAThinPool_isExitableUpToATenthOfImpact() {
    CallScene scene = ofMinutes().flat(0, 10, 100).flat(10, HOUR, 900);
    scene.atCall = market(POSTED, 10_000);
    Call call = scene.over();
    double exitable = call.track().course().exitableHigh(call.costs(scene.rules)).getAsDouble();
    assertThat(exitable).isBetween(1.0, 9.0);
    double tokens = 5_000 / 100.0 - 5_000 * 50 / (5_000 + 200 * 0.997);
    double money = 5_000 * Math.sqrt(exitable);
    double value = tokens * 0.997 * 100 * exitable;
    assertThat(value / (money + value)).as("impact").isEqualTo(0.1, within(1e-9));
  }

  @Test
  void theCourse_isMeasuredFromTheEntry() {
    CallScene scene = ofMinutes().flat(0, 10, 100).candle(10, 100, 100, 60, 70).flat(11, 20, 70);
    scene.candle(20, 70, 130, 70, 120).flat(21, 31, 120).flat(31, HOUR, 50);
    Course course = scene.over().track().course();
    assertThat(course.high()).isEqualTo(1.3);
    assertThat(course.highAt()).isEqualTo(minute(21));
    assertThat(course.drawdownBeforePeak()).isEqualTo(0.4, within(1e-6));
    assertThat(course.low()).isEqualTo(0.5);
    assertThat(course.inProfit()).isEqualTo(Duration.ofMinutes(11));
  }

  @Test
  void candlesAfterTheLastCheckpoint_changeNothing() {
    CallScene scene = ofTenMinutes().flat(0, 30 * DAY + 10, 100);
    Track before = scene.over().track();
    scene.flat(30 * DAY + 10, 31 * DAY, 700);
    assertThat(scene.over().track()).isEqualTo(before);
  }

  @Test
  void aCallWithEverythingKnown_isKeptInFourHundredBytes() {
    CallScene scene = ofTenMinutes();
    scene.atCall = market(POSTED, 20_000);
    for (int day = 0; day < 31; day++) {
      scene.flat((long) day * DAY, (day + 1L) * DAY, 0.000123 * (1 + day / 7.0));
    }
    Call call = scene.over();
    assertThat(Call.ofBytes(call.toBytes())).isEqualTo(call);
    assertThat(call.toBytes().length).isLessThanOrEqualTo(400);
  }
}
