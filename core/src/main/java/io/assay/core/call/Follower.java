package io.assay.core.call;

import io.assay.core.market.Costs;
import io.assay.core.market.LifeSigns;
import io.assay.core.price.Candles;
import io.assay.core.price.MarketSeen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// Follows a call through candles: entries, checkpoints, the panel of exits, the course, death.
/// Works in *ratios*: price over entry price, mirrored for a SHORT ((p0 − p)/p0 is the return, so
/// the ratio is 2 − p/p0).
///
/// What is known when: a candle's open at its open, the rest at its close. A candle that has opened
/// but not closed by the end of what was asked lends its open and is seen again, whole, later. Of
/// what was before the entry, only opens are looked at, and only for [Entry.Early].
///
/// Used once and thrown away.
final class Follower {
  private static final Horizon[] HORIZONS = Horizon.values();
  private static final Policy[] POLICIES = Policy.values();
  private static final int LATEST_STEPS = 2;

  private final Call call;
  private final CallRules rules;
  private final Origin origin;
  private final boolean mirrored;
  private final Costs costs;
  private final Entering entering;
  private final Course.Draft course;
  private final Position.Bar bar = new Position.Bar();

  private double entryPrice;
  private Position[] positions = {};
  private final int[] holding = new int[POLICIES.length];
  private int held;
  private double above;
  private double below;
  private final Checkpoint[] checkpoints;
  private int nextCheckpoint;
  private long nextDue;
  private long tolerated;
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
    mirrored = call.isShort();
    costs = call.costs(rules);
    entering = new Entering(call, rules);
    course = new Course.Draft(call, costs.ratio(1));
    Track track = call.track();
    checkpoints = track.checkpoints().toArray(Checkpoint[]::new);
    while (nextCheckpoint < checkpoints.length
        && !(checkpoints[nextCheckpoint] instanceof Checkpoint.Awaited)) {
      nextCheckpoint++;
    }
    nextDue = nextDue();
    if (track.entry() instanceof Entry.Priced(_, double usd)) {
      entryPrice = usd * origin.splice();
      hold(usd);
    }
    followedTo = track.pulse().followedTo().toEpochMilli();
    last = track.pulse().lastRatio();
    traded = track.pulse().tradedRatio();
    quietSince = track.pulse().quietMillis();
  }

  private void hold(double usd) {
    Call.Claim claim = call.claim();
    double high = call.track().course().high();
    positions =
        Policy.positions(
            new Policy.Setting(costs, claim.plan(), claim.side(), usd, high), call.track());
    for (int p = 0; p < positions.length; p++) {
      holding[held] = p;
      held += positions[p].isOpen() ? 1 : 0;
    }
    watch();
  }

  /// Sees every candle that has opened before `end` and has not been seen whole.
  void see(List<Candles> runs, Instant end) {
    long until = end.toEpochMilli();
    for (Candles run : runs) {
      int size = run.size();
      tolerated = Math.min(LATEST_STEPS * run.step().toMillis(), rules.lateness().toMillis());
      for (int i = run.firstAtOrAfter(Instant.ofEpochMilli(followedTo)); i < size; i++) {
        if (isOver() || run.openMillis(i) >= until) {
          return;
        }
        seeOpen(run, i);
        if (isEntered() && run.closeMillis(i) <= until && !isOver()) {
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
    return dead || entering.isRefused() || nextCheckpoint == HORIZONS.length;
  }

  Track track() {
    List<Exit> exits = new ArrayList<>(POLICIES.length);
    for (Position position : positions) {
      exits.add(position.exit());
    }
    return new Track(
        entering.entry(),
        entering.early(),
        origin,
        call.track().market(),
        List.of(checkpoints),
        positions.length == 0 ? call.track().exits() : exits,
        course.course(),
        new Pulse(Instant.ofEpochMilli(followedTo), last, traded, Pulse.quiet(quietSince)));
  }

  private void seeOpen(Candles run, int i) {
    long at = run.openMillis(i);
    double price = run.open(i);
    if (!entering.isComplete()) {
      enter(at, price);
    }
    while (at >= nextDue && isEntered()) {
      reach(HORIZONS[nextCheckpoint], at, ratio(price));
    }
  }

  private void enter(long at, double price) {
    if (entering.see(at, price, tolerated)) {
      entryPrice = price;
      followedTo = at;
      course.enter(at);
      hold(price);
    }
  }

  private void reach(Horizon horizon, long at, double ratio) {
    boolean late = at - nextDue > tolerated;
    checkpoints[nextCheckpoint++] = new Checkpoint.Reached(Instant.ofEpochMilli(at), ratio, late);
    nextDue = nextDue();
    for (int p = 0; p < POLICIES.length; p++) {
      if (POLICIES[p].timeOut() == horizon) {
        positions[p].leave(Exit.Reason.TIME_OUT, at, ratio);
      }
    }
  }

  private void seeWhole(Candles run, int i) {
    bar.openAt = run.openMillis(i);
    bar.closeAt = run.closeMillis(i);
    bar.best = mirrored ? ratio(run.low(i)) : ratio(run.high(i));
    bar.worst = mirrored ? ratio(run.high(i)) : ratio(run.low(i));
    bar.close = ratio(run.close(i));
    goOn(run.open(i));
    course.see(bar);
    last = bar.close;
    listen(run.volume(i));
    followedTo = bar.closeAt;
  }

  /// Has what is still held go through the candle. Most candles reach no level and no stop of any
  /// policy, and after the seventh day nothing is held.
  private void goOn(double open) {
    if (bar.best < above && bar.worst > below) {
      return;
    }
    bar.open = ratio(open);
    int still = 0;
    for (int i = 0; i < held; i++) {
      int which = holding[i];
      positions[which].see(bar);
      holding[still] = which;
      still += positions[which].isOpen() ? 1 : 0;
    }
    held = still;
    watch();
  }

  /// Notes between which ratios nothing happens to what is held.
  private void watch() {
    above = Double.POSITIVE_INFINITY;
    below = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < held; i++) {
      above = Math.min(above, positions[holding[i]].above());
      below = Math.max(below, positions[holding[i]].below());
    }
  }

  /// Listens for trades: unbroken candles without one for long enough are positive evidence of
  /// death.
  private void listen(double volume) {
    if (volume > 0 || Double.isNaN(volume)) {
      quietSince = Long.MAX_VALUE;
      traded = bar.close;
      return;
    }
    if (quietSince == Long.MAX_VALUE || bar.openAt > followedTo) {
      quietSince = bar.openAt;
    }
    if (bar.closeAt - quietSince >= rules.silence().toMillis()) {
      die(bar.closeAt, quietSince, traded);
    }
  }

  /// Hears what was seen of the market when the candles were asked for. Liquidity of next to
  /// nothing is positive evidence of death: what is left in the pool is all that can be had. It is
  /// heard only where the candles that were asked for reach to about then.
  void hear(MarketSeen seen, Instant end) {
    double liquidity = seen.liquidityUsd().orElse(Double.NaN);
    Duration apart = Duration.between(seen.at(), end).abs();
    boolean soon = apart.compareTo(rules.lateness()) <= 0;
    if (!isEntered() || isOver() || !soon || !(liquidity < LifeSigns.LEAST_LIQUIDITY_USD)) {
      return;
    }
    double ratio = mirrored ? traded : costs.ratio(costs.grossInto(traded, liquidity));
    if (call.stage() <= Course.RUG_WITHIN.place() && !mirrored) {
      course.drain(ratio);
    }
    long at = Math.max(seen.at().toEpochMilli(), followedTo);
    die(at, at, ratio);
  }

  private void die(long at, long sampledAt, double ratio) {
    dead = true;
    for (Position position : positions) {
      position.leave(Exit.Reason.DEAD, at, ratio);
    }
    Instant sampled = Instant.ofEpochMilli(sampledAt);
    while (nextCheckpoint < HORIZONS.length) {
      checkpoints[nextCheckpoint++] = new Checkpoint.Reached(sampled, ratio, false);
    }
  }

  private long nextDue() {
    return nextCheckpoint == HORIZONS.length
        ? Long.MAX_VALUE
        : call.claim().at().plus(HORIZONS[nextCheckpoint].after()).toEpochMilli();
  }

  private double ratio(double price) {
    double ratio = price / entryPrice;
    return mirrored ? Math.max(0, 2 - ratio) : ratio;
  }

  /// The entries, each at the first open at or after its instant.
  private static final class Entering {
    private final long calledAt;
    private final long botDue;
    private final long entryDue;
    private Entry claimed;
    private Entry bot;
    private Entry entry;
    private double before = Double.NaN;
    private boolean begun;
    private boolean complete;
    private OptionalDouble runUp;

    Entering(Call call, CallRules rules) {
      Track track = call.track();
      calledAt = call.claim().at().toEpochMilli();
      botDue = calledAt + Entry.Early.BOT_LATENCY.toMillis();
      entryDue = calledAt + rules.latency().toMillis();
      claimed = track.early().claimed();
      bot = track.early().bot();
      entry = track.entry();
      runUp = track.early().runUp();
      complete = !isAwaited(claimed) && !isAwaited(bot) && !isAwaited(entry);
    }

    Entry entry() {
      return entry;
    }

    Entry.Early early() {
      return new Entry.Early(claimed, bot, runUp);
    }

    boolean isRefused() {
      return entry instanceof Entry.Unpriced;
    }

    boolean isComplete() {
      return complete;
    }

    private static boolean isAwaited(Entry entry) {
      return entry instanceof Entry.Awaited;
    }

    /// Sees the open of a candle.
    ///
    /// @return whether it is the follower's entry
    boolean see(long at, double price, long tolerated) {
      if (at < calledAt) {
        boolean soon = at - calledAt + Entry.Early.RUN_UP.toMillis() <= tolerated;
        before = !begun && soon ? price : before;
        begun = true;
        return false;
      }
      if (isAwaited(claimed)) {
        claimed = enter(at, price, calledAt, tolerated);
        runUp = claimed instanceof Entry.Priced ? gained(price / before - 1) : runUp;
      }
      if (isAwaited(bot) && at >= botDue) {
        bot = enter(at, price, botDue, tolerated);
      }
      boolean first = isAwaited(entry) && at >= entryDue;
      entry = first ? enter(at, price, entryDue, tolerated) : entry;
      complete = !isAwaited(claimed) && !isAwaited(bot) && !isAwaited(entry);
      return first && entry instanceof Entry.Priced;
    }

    private static OptionalDouble gained(double gain) {
      return Double.isFinite(gain) ? OptionalDouble.of((float) gain) : OptionalDouble.empty();
    }

    private static Entry enter(long at, double price, long due, long tolerated) {
      if (at - due > tolerated) {
        String late = words(at - due) + " after the entry's instant";
        return new Entry.Unpriced("the first price is " + late + ", tolerated " + words(tolerated));
      }
      return new Entry.Priced(Instant.ofEpochMilli(at), price);
    }

    private static String words(long millis) {
      long minutes = Duration.ofMillis(millis).toMinutes();
      return minutes < 2 ? millis / 1000 + " s" : minutes + " min";
    }
  }
}
