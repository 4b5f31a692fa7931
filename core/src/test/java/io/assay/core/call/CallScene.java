package io.assay.core.call;

import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.message.ChannelId;
import io.assay.core.message.Evidence;
import io.assay.core.message.MessageRef;
import io.assay.core.price.Candle;
import io.assay.core.price.Candles;
import io.assay.core.price.MarketSeen;
import io.assay.core.price.Provenance;
import io.assay.core.reading.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// One call and the candles of its token. Times are distances from the call, in minutes.
final class CallScene {
  static final Instant POSTED = Instant.parse("2024-03-01T12:00:00Z");
  static final Provenance TOLD = Provenance.of("files");
  static final Asset TOKEN =
      new Asset.Token(Chain.SOLANA, "TokenTokenTokenTokenTokenTokenTokenToken");

  /// What a round trip leaves of a stake where the fee is all: 0.997².
  static final double LEFT = 0.997 * 0.997;

  static final int HOUR = 60;
  static final int DAY = 24 * HOUR;

  CallRules rules = CallRules.DEFAULT;
  Side side = Side.LONG;
  Plan plan = Plan.NONE;
  Instant posted = POSTED;
  MarketSeen atCall = MarketSeen.NONE;
  final List<Candle> candles = new ArrayList<>();
  final Duration step;

  CallScene(Duration step) {
    this.step = step;
  }

  /// Candles of a minute.
  static CallScene ofMinutes() {
    return new CallScene(Duration.ofMinutes(1));
  }

  /// Candles of ten minutes: for calls that are followed to the end.
  static CallScene ofTenMinutes() {
    return new CallScene(Duration.ofMinutes(10));
  }

  CallScene candle(long minute, double open, double high, double low, double close) {
    return candle(minute, open, high, low, close, 1);
  }

  CallScene candle(long minute, double open, double high, double low, double close, double volume) {
    Instant at = POSTED.plus(Duration.ofMinutes(minute));
    candles.add(new Candle(at, open, high, low, close, volume));
    return this;
  }

  /// Trades at one price.
  CallScene flat(long from, long to, double price) {
    return flat(from, to, price, 1);
  }

  /// A price that nobody trades at.
  CallScene silent(long from, long to, double price) {
    return flat(from, to, price, 0);
  }

  private CallScene flat(long from, long to, double price, double volume) {
    for (long minute = from; minute < to; minute += step.toMinutes()) {
      candle(minute, price, price, price, price, volume);
    }
    return this;
  }

  Call opened() {
    CallId id = new CallId(new MessageRef(new ChannelId(1_349_910_648), 1234), 0, 0);
    Call.Claim claim = new Call.Claim(TOKEN, side, posted, Evidence.IMPORTED, false, plan);
    return Call.opened(id, claim).in(atCall, rules);
  }

  List<Candles> runs() {
    return List.of(Candles.of(step, candles));
  }

  /// The call when it is over, every question answered when it was due.
  Call over() {
    Call call = opened();
    while (!call.state().isOver()) {
      call = next(call, null);
    }
    return call;
  }

  /// The call after its next question has been answered.
  Call next(Call call, @Nullable MarketSeen market) {
    Instant due = Schedule.due(call, rules);
    return Schedule.learn(call, rules, new Schedule.Seen(runs(), TOLD, market), due);
  }

  Exit.Done done(Policy policy) {
    return (Exit.Done) over().track().exit(policy);
  }

  static MarketSeen market(Instant at, double liquidityUsd) {
    OptionalDouble untold = OptionalDouble.empty();
    OptionalDouble liquidity = OptionalDouble.of(liquidityUsd);
    return new MarketSeen(at, liquidity, untold, untold, null, Provenance.of("vendor"));
  }
}
