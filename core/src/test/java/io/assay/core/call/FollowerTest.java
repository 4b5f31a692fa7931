package io.assay.core.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.core.asset.Asset;
import io.assay.core.message.ChannelId;
import io.assay.core.message.Evidence;
import io.assay.core.message.MessageRef;
import io.assay.core.price.Candle;
import io.assay.core.price.Candles;
import io.assay.core.price.Provenance;
import io.assay.core.reading.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FollowerTest {
  private static final Instant POSTED = Instant.parse("2024-03-01T12:00:00Z");
  private static final Instant ENTRY = POSTED.plusSeconds(120);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final CallRules RULES = CallRules.DEFAULT;
  private static final Provenance TOLD = Provenance.of("files");

  /// What a round trip leaves of a stake: 0.997².
  private static final double LEFT = 0.997 * 0.997;

  private final List<Candle> candles = new ArrayList<>();

  private static Call call(Side side) {
    Asset asset = new Asset.Coin("bitcoin", "BTC");
    CallId id = new CallId(new MessageRef(new ChannelId(1), 2), 0, 0);
    return Call.opened(id, new Call.Claim(asset, side, POSTED, Evidence.IMPORTED, false));
  }

  /// A candle that opens so many minutes after the entry is due.
  private void candle(long minute, double open, double high, double low, double close) {
    traded(minute, open, high, low, close, 1);
  }

  private void traded(
      long minute, double open, double high, double low, double close, double volume) {
    Instant at = ENTRY.plus(MINUTE.multipliedBy(minute));
    candles.add(new Candle(at, open, high, low, close, volume));
  }

  private void flat(long from, long to, double price) {
    for (long minute = from; minute < to; minute++) {
      candle(minute, price, price, price, price);
    }
  }

  private Call follow(Call call) {
    Call followed = call;
    List<Candles> runs = List.of(Candles.of(MINUTE, candles));
    while (!followed.state().isOver()) {
      Instant due = Schedule.due(followed, RULES);
      followed = Schedule.learn(followed, RULES, runs, TOLD, due);
    }
    return followed;
  }

  private Exit.Done reference(Call call) {
    return (Exit.Done) follow(call).track().exit(Barrier.REFERENCE);
  }

  @Test
  void entry_candlesBeforeTheLatency_areNotBoughtAt() {
    candle(-2, 50, 60, 40, 50);
    candle(-1, 70, 80, 60, 70);
    flat(0, 100, 100);
    Entry entry = follow(call(Side.LONG)).track().entry();
    assertThat(entry).isEqualTo(new Entry.Priced(ENTRY, 100));
  }

  @Test
  void entry_aCandleOneStepLate_isStillTheEntryAndThreeIsNot() {
    flat(2, 100, 7);
    assertThat(follow(call(Side.LONG)).track().entry())
        .isEqualTo(new Entry.Priced(ENTRY.plus(MINUTE.multipliedBy(2)), 7));
    candles.clear();
    flat(3, 100, 7);
    Call late = follow(call(Side.LONG));
    assertThat(late.state()).isEqualTo(CallState.UNPRICEABLE);
    assertThat(late.track().entry())
        .isEqualTo(
            new Entry.Unpriced(
                "the first price is 3 min after the entry's instant, tolerated 2 min"));
  }

  @Test
  void entry_tooLate_saysHowLateAndHowLateMayBe() {
    Duration hour = Duration.ofHours(1);
    Candle first = new Candle(ENTRY.plus(Duration.ofMinutes(58)), 7, 7, 7, 7, 1);
    Candle second = new Candle(first.openAt().plus(hour), 7, 7, 7, 7, 1);
    Call call = call(Side.LONG);
    List<Candles> runs = List.of(Candles.of(hour, List.of(first, second)));
    Call late = Schedule.learn(call, RULES, runs, TOLD, Schedule.due(call, RULES));
    assertThat(late.track().entry())
        .isEqualTo(
            new Entry.Unpriced(
                "the first price is 58 min after the entry's instant, tolerated 30 min"));
    Duration seconds = Duration.ofSeconds(15);
    List<Candle> fine = new ArrayList<>();
    fine.add(new Candle(ENTRY.plusSeconds(45), 7, 7, 7, 7, 1));
    Call tooLate =
        Schedule.learn(
            call, RULES, List.of(Candles.of(seconds, fine)), TOLD, Schedule.due(call, RULES));
    assertThat(tooLate.track().entry())
        .isEqualTo(
            new Entry.Unpriced(
                "the first price is 45 s after the entry's instant, tolerated 30 s"));
  }

  @Test
  void entry_noCandleAtAll_isUnpriceableAndNeverZero() {
    Call nothing = follow(call(Side.LONG));
    assertThat(nothing.state()).isEqualTo(CallState.UNPRICEABLE);
    assertThat(nothing.track().exit(Barrier.REFERENCE)).isEqualTo(new Exit.Unknown());
    assertThat(nothing.track().at(Horizon.DAY_7)).isEqualTo(new Checkpoint.Missing());
  }

  @Test
  void exit_fiftyUpNet_needsTheCostsOnTop() {
    flat(0, 10, 100);
    candle(10, 100, 150, 100, 100); // 150 · 0.994 is 1.491: not yet
    flat(11, 20, 100);
    candle(20, 100, 151, 100, 100); // 151 · 0.994 is 1.501
    flat(21, 40, 100);
    Exit.Done exit = reference(call(Side.LONG));
    assertThat(exit.reason()).isEqualTo(Exit.Reason.TAKE_PROFIT);
    assertThat(exit.gross()).isEqualTo(1.5);
    assertThat(exit.at()).isEqualTo(ENTRY.plus(MINUTE.multipliedBy(21)));
  }

  @Test
  void exit_bothBarriersInOneCandle_isTheLoss() {
    flat(0, 10, 100);
    candle(10, 100, 160, 40, 100);
    Exit.Done exit = reference(call(Side.LONG));
    assertThat(exit.reason()).isEqualTo(Exit.Reason.AMBIGUOUS);
    assertThat(exit.isWin()).isFalse();
    assertThat(exit.gross()).isEqualTo(0.5, within(1e-12));
  }

  @Test
  void exit_aGapThroughTheStop_isFilledAtTheOpen() {
    flat(0, 10, 100);
    candle(10, 30, 35, 28, 32);
    Exit.Done exit = reference(call(Side.LONG));
    assertThat(exit.reason()).isEqualTo(Exit.Reason.STOP);
    assertThat(exit.gross()).isEqualTo(0.3 * LEFT, within(1e-12));
  }

  @Test
  void exit_aRugInsideOneCandle_isFilledAtItsClose() {
    flat(0, 10, 100);
    candle(10, 100, 100, 1, 2);
    Exit.Done exit = reference(call(Side.LONG));
    assertThat(exit.gross()).isEqualTo(0.02 * LEFT, within(1e-12));
  }

  @Test
  void exit_nothingHappensForSevenDays_isTheTimeOut() {
    flat(0, 8 * 24 * 60, 100);
    Exit.Done exit = reference(call(Side.LONG));
    assertThat(exit.reason()).isEqualTo(Exit.Reason.TIME_OUT);
    assertThat(exit.gross()).isEqualTo(LEFT, within(1e-12));
    assertThat(exit.at()).isEqualTo(POSTED.plus(Duration.ofDays(7)));
  }

  @Test
  void exit_aShort_winsOnTheWayDown() {
    flat(0, 10, 100);
    candle(10, 100, 100, 40, 45);
    Exit.Done exit = reference(call(Side.SHORT));
    assertThat(exit.reason()).isEqualTo(Exit.Reason.TAKE_PROFIT);
    candles.clear();
    flat(0, 10, 100);
    candle(10, 100, 500, 100, 400);
    assertThat(reference(call(Side.SHORT)).gross()).isZero();
  }

  @Test
  void checkpoints_eachAtItsOwnTimeAfterThePost() {
    for (int minute = 0; minute < 5 * 60; minute++) {
      double price = 100 + minute * 0.01;
      candle(minute, price, price, price, price);
    }
    Track track = follow(call(Side.LONG)).track();
    Checkpoint.Reached hour = (Checkpoint.Reached) track.at(Horizon.HOUR_1);
    assertThat(hour.at()).isEqualTo(POSTED.plus(Duration.ofHours(1)));
    assertThat(hour.ratio()).isEqualTo(1.0058, within(1e-12)); // 58 minutes after the entry
    assertThat(hour.late()).isFalse();
    assertThat(track.at(Horizon.HOUR_24)).isEqualTo(new Checkpoint.Missing());
  }

  @Test
  void dead_threeDaysOfCandlesWithoutATrade_isEvidence() {
    flat(0, 60, 100);
    for (int minute = 60; minute < 60 + 73 * 60; minute++) {
      traded(minute, 90, 90, 90, 90, 0);
    }
    Call followed = follow(call(Side.LONG));
    assertThat(followed.state()).isEqualTo(CallState.DEAD);
    assertThat(((Exit.Done) followed.track().exit(Barrier.REFERENCE)).reason())
        .isEqualTo(Exit.Reason.DEAD);
  }

  @Test
  void dead_aGapOrAnUntoldVolume_isNone() {
    flat(0, 60, 100);
    for (int minute = 60; minute < 60 + 73 * 60; minute++) {
      if (minute != 2000) { // one candle is missing, and the silence begins anew
        traded(minute, 90, 90, 90, 90, 0);
      }
    }
    assertThat(follow(call(Side.LONG)).state()).isEqualTo(CallState.UNPRICEABLE);
    candles.clear();
    for (int minute = 0; minute < 90 * 60; minute++) {
      traded(minute, 90, 90, 90, 90, Double.NaN);
    }
    assertThat(follow(call(Side.LONG)).state()).isNotEqualTo(CallState.DEAD);
  }

  /// A path with gaps, silence and jumps.
  private void walk(Random random) {
    candles.clear();
    double price = 100;
    for (int minute = -70; minute < 12_000; minute++) {
      if (random.nextInt(50) > 0) {
        double close = price * Math.exp(random.nextGaussian() * 0.02);
        double high = Math.max(price, close) * (1 + random.nextDouble() * 0.01);
        double low = Math.min(price, close) * (1 - random.nextDouble() * 0.01);
        traded(minute, price, high, low, close, random.nextInt(3));
        price = close;
      }
    }
  }

  /// Those of the candles that open within what was asked, in pieces cut anywhere.
  private List<Candles> asked(Call call, Random random) {
    var question = Schedule.question(call, RULES);
    List<Candle> within =
        candles.stream()
            .filter(it -> !it.openAt().isBefore(question.from()))
            .filter(it -> it.openAt().isBefore(question.to()))
            .toList();
    List<Candles> pieces = new ArrayList<>();
    int from = 0;
    while (from < within.size()) {
      int to = Math.min(within.size(), from + 1 + random.nextInt(700));
      pieces.add(Candles.of(MINUTE, within.subList(from, to)));
      from = to;
    }
    return pieces;
  }

  private static Call random(Random random) {
    Plan plan =
        random.nextBoolean()
            ? Plan.NONE
            : new Plan(
                List.of(level(true, "0.1"), level(true, "0.4"), level(false, "170")),
                level(true, "0.35"));
    Asset asset = new Asset.Coin("bitcoin", "BTC");
    CallId id = new CallId(new MessageRef(new ChannelId(1), 2), 0, 0);
    Side side = random.nextBoolean() ? Side.LONG : Side.SHORT;
    Call call =
        Call.opened(id, new Call.Claim(asset, side, POSTED, Evidence.IMPORTED, false, plan));
    return random.nextBoolean() ? call : call.in(CallScene.market(POSTED, 30_000), RULES);
  }

  private static Plan.Level level(boolean relative, String value) {
    return new Plan.Level(relative, new BigDecimal(value));
  }

  @Test
  void learn_inOnePieceOrInMany_inTimeOrLate_isTheSameCall() {
    Random random = new Random(3);
    int stopped = 0;
    for (int round = 0; round < 40; round++) {
      walk(random);
      List<Candles> whole = List.of(Candles.of(MINUTE, candles));
      Call once = random(random);
      Call many = once;
      while (!once.state().isOver()) {
        Instant due = Schedule.due(once, RULES);
        Instant late = due.plus(Duration.ofMinutes(random.nextInt(100_000)));
        List<Candles> asked = asked(many, random);
        once = Schedule.learn(once, RULES, whole, TOLD, due);
        many = Schedule.learn(Call.ofBytes(many.toBytes()), RULES, asked, TOLD, late);
        assertThat(many.track()).isEqualTo(once.track());
        assertThat(many.state()).isEqualTo(once.state());
        assertThat(Call.ofBytes(many.toBytes())).isEqualTo(many);
      }
      stopped += once.track().exit(Policy.TRAILING_STOP) instanceof Exit.Done ? 1 : 0;
    }
    assertThat(stopped).as("paths on which something happens").isGreaterThan(20);
  }

  /// Barriers by the book, candle by candle.
  private static double slowGross(List<Candle> path, double entry) {
    double take = entry * 1.5 / LEFT;
    double stop = entry * 0.5 / LEFT;
    for (Candle candle : path) {
      if (candle.open() >= take) {
        return 1.5;
      }
      if (candle.low() <= stop) {
        double fill = Math.min(stop, candle.open());
        double filled = candle.close() < stop / 2 ? Math.min(fill, candle.close()) : fill;
        return filled / entry * LEFT;
      }
      if (candle.high() >= take) {
        return 1.5;
      }
    }
    return Double.NaN;
  }

  @Test
  void exit_randomWalks_areWhatTheBookSays() {
    Random random = new Random(4);
    int decided = 0;
    for (int round = 0; round < 100; round++) {
      candles.clear();
      double price = 1;
      for (int minute = 0; minute < 2000; minute++) {
        double open = price * Math.exp(random.nextGaussian() * 0.03);
        double close = open * Math.exp(random.nextGaussian() * 0.05);
        double high = Math.max(open, close) * (1 + random.nextDouble() * 0.05);
        double low = Math.min(open, close) * (1 - random.nextDouble() * 0.05);
        candle(minute, open, high, low, close);
        price = close;
      }
      double expected = slowGross(candles, candles.getFirst().open());
      if (!Double.isNaN(expected)) {
        decided++;
        assertThat(reference(call(Side.LONG)).gross()).isEqualTo(expected, within(1e-9));
      }
    }
    assertThat(decided).isGreaterThan(80);
  }
}
