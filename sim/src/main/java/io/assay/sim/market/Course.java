package io.assay.sim.market;

import io.assay.sim.Chance;
import io.assay.sim.crowd.Archetype;
import io.assay.sim.crowd.Caller;
import java.util.ArrayList;
import java.util.List;

/// The course of one token's price. It holds what the token is like and where each chunk begins,
/// some twenty numbers; the inside of a chunk is a Brownian bridge, made anew from the seed when it
/// is asked for. So every question is answered from the same path, and no path is kept.
final class Course {
  private static final double DAY = 86_400;
  private static final int ANCHOR_AFTER = 1_800;
  private static final int HUMAN_SECONDS = 100;
  private static final int INSIDER_SECONDS = 1_200;
  private static final double INSIDER_PART = 0.25;
  private static final int RUN_UP_SECONDS = 3_600;
  private static final double DRAINED = 0.25;
  private static final long NEVER = Long.MAX_VALUE;

  private final long seed;
  private final long part;
  private final long anchor;
  private final long calledAge;
  private final double volatility;
  private final double first;
  private final double daily;
  private final long rugAge;
  private final boolean drained;
  private final List<Push> pushes;
  private final Jumps jumps;

  /// What becomes of each candle.
  interface Taker {
    /// Takes a candle.
    ///
    /// @param age at which it opens
    void take(long age, Bar bar);
  }

  /// A candle in the making, prices in USD, 0 for nothing; used again for the next one.
  static final class Bar {
    double open;
    double high;
    double low;
    double close;
    long volume;

    private void begin(double at, double best, double worst, double end, long traded) {
      open = at;
      high = best;
      low = worst;
      close = end;
      volume = traded;
    }

    private void extend(Bar more) {
      high = Math.max(high, more.high);
      low = Math.min(low, more.low);
      close = more.close;
      volume += more.volume;
    }
  }

  /// The course of a call's token.
  ///
  /// @param part of the seed that is this token's
  /// @param calledAt when the call was posted, seconds since 1970
  Course(long seed, long part, Caller caller, long calledAt) {
    this.seed = seed;
    this.part = part;
    anchor = calledAt / 60 * 60 + ANCHOR_AFTER;
    calledAge = calledAt - anchor;
    Chance chance = Chance.of(seed, part);
    double spread = Law.VOLATILITY_SHIFT + Law.VOLATILITY_SPREAD * chance.normal();
    volatility = caller.volatility() * StrictMath.exp(spread);
    double rugged = Law.rugAfter(chance.exponential()) * DAY;
    rugAge = rugged < 1e10 ? calledAge + (long) rugged + 2 * HUMAN_SECONDS : NEVER;
    drained = chance.happens(DRAINED);
    first = StrictMath.log(10) * chance.between(-6, 0);
    daily = StrictMath.exp(chance.between(StrictMath.log(2_000), StrictMath.log(2_000_000)));
    pushes = pushes(caller, chance);
    jumps = new Jumps(Chance.of(seed, part + 1));
  }

  private List<Push> pushes(Caller caller, Chance chance) {
    List<Push> made = new ArrayList<>();
    long known = calledAge + Caller.DRIFT_SECONDS;
    made.add(new Push(calledAge, known, caller.drift()));
    if (caller.lift() > 0) {
      double before = caller.lift() * INSIDER_PART;
      made.add(new Push(calledAge - INSIDER_SECONDS, calledAge, before));
      made.add(new Push(calledAge, calledAge + HUMAN_SECONDS, caller.lift() - before));
    }
    if (caller.archetype() == Archetype.LATE) {
      made.add(new Push(calledAge - RUN_UP_SECONDS, calledAge, chance.between(0.2, 0.5)));
    }
    return made;
  }

  /// Seconds since 1970 at which the token's age is 0.
  long anchor() {
    return anchor;
  }

  /// Natural logarithm of the price with which the record begins.
  double firstLog() {
    return first;
  }

  /// Gives the candles of a span.
  void candles(Zones.Span span, Taker taker) {
    Gathering gathering = new Gathering(span, taker);
    Zones.Chunk chunk = Zones.first();
    Chance boundaries = Chance.of(seed, part + 2);
    double diffusion = 0;
    while (chunk.from() < span.to()) {
      double days = (chunk.to() - chunk.from()) / DAY;
      double moved = volatility * StrictMath.sqrt(days) * boundaries.normal();
      if (chunk.to() > span.from()) {
        inside(chunk, diffusion, moved, gathering);
      }
      diffusion += moved;
      chunk = chunk.next();
    }
  }

  /// Puts short candles together to long ones.
  private static final class Gathering {
    private final Zones.Span span;
    private final Taker taker;
    private final Bar whole = new Bar();
    private boolean begun;
    private long opened;

    private Gathering(Zones.Span span, Taker taker) {
      this.span = span;
      this.taker = taker;
    }

    private boolean wants(long age) {
      return age >= span.from() && age < span.to();
    }

    private void add(long age, int step, Bar bar) {
      int length = span.step();
      if (step == length) {
        taker.take(age, bar);
        return;
      }
      if (begun) {
        whole.extend(bar);
      } else {
        whole.begin(bar.open, bar.high, bar.low, bar.close, bar.volume);
        begun = true;
      }
      opened = Math.floorDiv(age, (long) length) * length;
      if (Math.floorMod(age + step, length) == 0) {
        flush();
      }
    }

    private void flush() {
      if (begun) {
        taker.take(opened, whole);
        begun = false;
      }
    }
  }

  /// Makes a chunk: a random walk that is bent to end where the next chunk begins.
  private void inside(Zones.Chunk chunk, double start, double moved, Gathering gathering) {
    Chance chance = Chance.of(seed, part + 16 + chunk.number());
    int steps = chunk.steps();
    double unit = volatility * StrictMath.sqrt(chunk.step() / DAY);
    double[] walk = new double[steps + 1];
    for (int i = 0; i < steps; i++) {
      walk[i + 1] = walk[i] + unit * chance.polarNormal();
    }
    double bend = (moved - walk[steps]) / steps;
    Bar bar = new Bar();
    double lastEnd = Double.NaN;
    for (int i = 0; i < steps; i++) {
      long age = chunk.from() + (long) i * chunk.step();
      double highChance = chance.between(0, 1);
      double lowChance = chance.between(0, 1);
      double traded = chance.between(0.2, 1.8);
      if (!gathering.wants(age)) {
        continue;
      }
      long after = age + chunk.step();
      double jumped = first + start + jumps.by(age);
      double begin = jumped + walk[i] + bend * i + steady(age);
      double end = jumped + walk[i + 1] + bend * (i + 1) + steady(after);
      if (after <= rugAge) {
        double middle = (begin + end) / 2;
        double high = middle + reach(end - begin, unit, highChance);
        double low = middle - reach(end - begin, unit, lowChance);
        double open = begin == lastEnd ? bar.close : exp(begin); // where nothing jumped
        long volume = 1 + (long) (daily * traded * chunk.step() / DAY);
        bar.begin(open, exp(high), exp(low), exp(end), volume);
        lastEnd = end;
        gathering.add(age, chunk.step(), bar);
      } else if (!rugged(age, begin, chunk.step(), gathering, bar)) {
        return;
      }
    }
  }

  /// How far beyond the middle of its ends a Brownian bridge gets.
  ///
  /// @param unit standard deviation of what it moves
  /// @param chance uniform in 0..1
  private static double reach(double moved, double unit, double chance) {
    return StrictMath.sqrt(moved * moved - 2 * unit * unit * StrictMath.log(1 - chance)) / 2;
  }

  /// Candles of a pool from its rug on: the fall, and then nobody trades.
  ///
  /// @return false: the pool's liquidity is gone, and nobody tells a price any more
  private boolean rugged(long age, double begin, int step, Gathering gathering, Bar bar) {
    if (rugAge >= age && rugAge < age + step) {
      double open = exp(begin);
      bar.begin(open, open, 0, 0, 1 + (long) daily);
    } else if (drained) {
      gathering.flush();
      return false;
    } else {
      bar.begin(0, 0, 0, 0, 0);
    }
    gathering.add(age, step, bar);
    return true;
  }

  /// The log price without chance: what compensates, and what is pushed.
  private double steady(long age) {
    double sum = (age - Zones.BEGIN) / DAY * Law.compensation(volatility);
    sum += Law.hazard((age - calledAge) / DAY);
    for (Push push : pushes) {
      sum += push.by(age);
    }
    return sum;
  }

  private static double exp(double log) {
    return StrictMath.exp(log);
  }

  /// Jumps of the log price. Each counts from the first candle that opens after it: between two
  /// candles there is a gap, and nobody was filled inside it.
  private static final class Jumps {
    private final Chance chance;
    private final List<double[]> made = new ArrayList<>();
    private double until = Zones.BEGIN;
    private int next;
    private double sum;
    private long asked = Long.MIN_VALUE;

    private Jumps(Chance chance) {
      this.chance = chance;
    }

    private double by(long age) {
      if (age < asked) {
        next = 0;
        sum = 0;
      }
      asked = age;
      while (until <= age) {
        until += chance.exponential() / Law.JUMPS_A_DAY * DAY;
        made.add(new double[] {until, Law.JUMP * chance.normal()});
      }
      while (next < made.size() && made.get(next)[0] <= age) {
        sum += made.get(next++)[1];
      }
      return sum;
    }
  }
}
