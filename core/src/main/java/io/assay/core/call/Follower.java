package io.assay.core.call;

import io.assay.core.price.Candles;
import io.assay.core.reading.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Follows a call through candles: entry, checkpoints, barriers, death. Works in *ratios*: price
/// over entry price, mirrored for a SHORT ((p0 − p)/p0 is the return, so the ratio is 2 − p/p0).
///
/// What is known when: a candle's open at its open, the rest at its close. A candle that has opened
/// but not closed by the instant of the answer lends its open and is seen again, whole, later.
///
/// Inside one candle the adverse extreme comes first. A stop is filled at its barrier, or at the
/// open where the candle opens beyond it. A candle that goes through a stop and closes at less than
/// half of it is no path on which a stop could be filled: that is filled at the close.
///
/// Used once and thrown away.
final class Follower {
  private static final Horizon[] HORIZONS = Horizon.values();
  private static final Barrier[] BARRIERS = Barrier.values();
  private static final int LATEST_STEPS = 2;

  private final Call call;
  private final CallRules rules;
  private final Origin origin;
  private final boolean mirrored;
  private final double left;
  private final long entryDue;

  private Entry entry;
  private double entryPrice;
  private final Checkpoint[] checkpoints;
  private final Exit[] exits;
  private int nextCheckpoint;
  private boolean exitsAwaited;
  private double high;
  private long highAt;
  private double low;
  private long followedTo;
  private double last;
  private double traded;
  private long quietSince;
  private boolean dead;

  /// Follows a call on.
  ///
  /// @param origin of the candles that it is to see
  Follower(Call call, CallRules rules, Origin origin) {
    this.call = call;
    this.rules = rules;
    this.origin = origin;
    this.mirrored = call.claim().side() == Side.SHORT;
    this.left = 1 - rules.cost();
    this.entryDue = call.claim().at().plus(rules.latency()).toEpochMilli();
    Track track = call.track();
    entry = track.entry();
    entryPrice = entry instanceof Entry.Priced priced ? priced.usd() * origin.splice() : 0;
    checkpoints = track.checkpoints().toArray(Checkpoint[]::new);
    exits = track.exits().toArray(Exit[]::new);
    while (nextCheckpoint < checkpoints.length
        && !(checkpoints[nextCheckpoint] instanceof Checkpoint.Awaited)) {
      nextCheckpoint++;
    }
    exitsAwaited = areExitsAwaited();
    high = track.peak().high();
    highAt = track.peak().highAt().toEpochMilli();
    low = track.peak().low();
    followedTo = track.pulse().followedTo().toEpochMilli();
    last = track.pulse().lastRatio();
    traded = track.pulse().tradedRatio();
    quietSince = track.pulse().quietMillis();
  }

  /// Sees every candle that has opened before `known` and has not been seen whole.
  void see(List<Candles> runs, Instant known) {
    long until = known.toEpochMilli();
    for (Candles run : runs) {
      int size = run.size();
      for (int i = run.firstAtOrAfter(Instant.ofEpochMilli(followedTo)); i < size; i++) {
        if (isOver() || run.openMillis(i) >= until) {
          return;
        }
        seeOpen(run, i);
        if (run.closeMillis(i) <= until && !isOver()) {
          seeWhole(run, i);
        }
      }
    }
  }

  /// Whether an entry has been priced.
  boolean isEntered() {
    return entryPrice > 0;
  }

  boolean isDead() {
    return dead;
  }

  /// Whether nothing that is still to come can matter.
  private boolean isOver() {
    return dead || entry instanceof Entry.Unpriced;
  }

  Track track() {
    return new Track(
        entry,
        origin,
        List.of(checkpoints),
        List.of(exits),
        new Peak(high, Instant.ofEpochMilli(highAt), low),
        new Pulse(Instant.ofEpochMilli(followedTo), last, traded, Pulse.quiet(quietSince)));
  }

  private void seeOpen(Candles run, int i) {
    long at = run.openMillis(i);
    double price = run.open(i);
    long tolerated = Math.min(LATEST_STEPS * run.step().toMillis(), rules.lateness().toMillis());
    if (entry instanceof Entry.Awaited && !enter(at, price, tolerated)) {
      return;
    }
    while (nextCheckpoint < HORIZONS.length && at >= dueAt(HORIZONS[nextCheckpoint])) {
      reach(HORIZONS[nextCheckpoint], at, ratio(price), tolerated);
    }
  }

  private boolean enter(long at, double price, long tolerated) {
    if (at - entryDue > tolerated) {
      String late = words(at - entryDue) + " after the entry's instant";
      entry = new Entry.Unpriced("the first price is " + late + ", tolerated " + words(tolerated));
      return false;
    }
    entry = new Entry.Priced(Instant.ofEpochMilli(at), price);
    entryPrice = price;
    highAt = at;
    return true;
  }

  private static String words(long millis) {
    long minutes = Duration.ofMillis(millis).toMinutes();
    return minutes < 2 ? millis / 1000 + " s" : minutes + " min";
  }

  private void reach(Horizon horizon, long at, double ratio, long tolerated) {
    boolean late = at - dueAt(horizon) > tolerated;
    checkpoints[nextCheckpoint++] = new Checkpoint.Reached(Instant.ofEpochMilli(at), ratio, late);
    if (horizon == Barrier.TIME_OUT) {
      leave(Exit.Reason.TIME_OUT, at, ratio);
    }
  }

  private void seeWhole(Candles run, int i) {
    long openAt = run.openMillis(i);
    long closeAt = run.closeMillis(i);
    double best = mirrored ? ratio(run.low(i)) : ratio(run.high(i));
    double worst = mirrored ? ratio(run.high(i)) : ratio(run.low(i));
    double close = ratio(run.close(i));
    if (exitsAwaited) {
      meetBarriers(new Bar(closeAt, ratio(run.open(i)), best, worst, close));
    }
    if (best > high) {
      high = best;
      highAt = closeAt;
    }
    low = Math.min(low, worst);
    last = close;
    listen(openAt, closeAt, run.volume(i), close);
    followedTo = closeAt;
  }

  /// A candle in ratios, from the follower's side.
  private record Bar(long closeAt, double open, double best, double worst, double close) {}

  private void meetBarriers(Bar bar) {
    for (int b = 0; b < BARRIERS.length; b++) {
      if (exits[b] instanceof Exit.Awaited) {
        double take = (1 + BARRIERS[b].up()) / left;
        double stop = (1 - BARRIERS[b].down()) / left;
        if (bar.worst <= stop) {
          boolean both = bar.best >= take && bar.open < take;
          Exit.Reason reason = both ? Exit.Reason.AMBIGUOUS : Exit.Reason.STOP;
          exits[b] = bar.open >= take ? took(b, bar) : done(bar.closeAt, reason, fill(stop, bar));
        } else if (bar.best >= take) {
          exits[b] = took(b, bar);
        }
      }
    }
    exitsAwaited = areExitsAwaited();
  }

  private static Exit took(int barrier, Bar bar) {
    Instant at = Instant.ofEpochMilli(bar.closeAt);
    return new Exit.Done(at, Exit.Reason.TAKE_PROFIT, 1 + BARRIERS[barrier].up());
  }

  private static double fill(double stop, Bar bar) {
    double fill = Math.min(stop, bar.open);
    return bar.close < stop / 2 ? Math.min(fill, bar.close) : fill;
  }

  /// Listens for trades: unbroken candles without one for long enough are positive evidence of
  /// death.
  private void listen(long openAt, long closeAt, double volume, double close) {
    if (volume > 0 || Double.isNaN(volume)) {
      quietSince = Long.MAX_VALUE;
      traded = close;
      return;
    }
    if (quietSince == Long.MAX_VALUE || openAt > followedTo) {
      quietSince = openAt;
    }
    if (closeAt - quietSince >= rules.silence().toMillis()) {
      die(closeAt);
    }
  }

  private void die(long at) {
    dead = true;
    leave(Exit.Reason.DEAD, at, traded);
    Instant lastTrade = Instant.ofEpochMilli(quietSince);
    while (nextCheckpoint < HORIZONS.length) {
      checkpoints[nextCheckpoint++] = new Checkpoint.Reached(lastTrade, traded, false);
    }
  }

  private void leave(Exit.Reason reason, long at, double ratio) {
    for (int b = 0; b < exits.length; b++) {
      if (exits[b] instanceof Exit.Awaited) {
        exits[b] = done(at, reason, ratio);
      }
    }
    exitsAwaited = false;
  }

  private Exit done(long at, Exit.Reason reason, double ratio) {
    return new Exit.Done(Instant.ofEpochMilli(at), reason, ratio * left);
  }

  private boolean areExitsAwaited() {
    for (Exit exit : exits) {
      if (exit instanceof Exit.Awaited) {
        return true;
      }
    }
    return false;
  }

  private long dueAt(Horizon horizon) {
    return call.claim().at().toEpochMilli() + horizon.after().toMillis();
  }

  private double ratio(double price) {
    double ratio = price / entryPrice;
    return mirrored ? Math.max(0, 2 - ratio) : ratio;
  }
}
