package io.assay.sim;

import io.assay.core.asset.Asset;
import java.util.List;

/// A token's price from the beginning of the market to its end, candle by candle: a geometric
/// random walk with jumps, pushed by what channels know or do. Some tokens are rugged: their price
/// falls by nine tenths and nobody trades them again. Always the same for the same token.
final class Course {
  private static final double DAY = 86_400;
  private static final double JUMPS_A_DAY = 0.3;
  private static final double JUMP = 0.25;
  private static final double RUGGED = 0.12;
  private static final double WICK = 0.4;
  private static final int DIGITS = 6;

  private final Chance chance;
  private final List<Push> pushes;
  private final long step;
  private final double volatility;
  private final long rugAt;
  private final int decimals;
  private final double scale;
  private double log;
  private long close;
  private boolean dead;

  /// One candle, prices in whole units of `10^-decimals`.
  record Bar(long openAt, long open, long high, long low, long close, long volume) {}

  Course(long seed, Token token, List<Push> pushes, HistoryPlan plan) {
    this.chance = Chance.of(seed, 2_000_000L + token.number());
    this.pushes = pushes;
    this.step = plan.step().toSeconds();
    boolean small = token.asset() instanceof Asset.Token;
    this.volatility = small ? chance.between(0.6, 1.0) : chance.between(0.2, 0.4);
    boolean rugged = chance.happens(RUGGED);
    long begin = plan.from().getEpochSecond();
    long end = plan.end().getEpochSecond();
    this.rugAt = rugged ? begin + (long) chance.between(0, (double) (end - begin)) : Long.MAX_VALUE;
    double first = StrictMath.pow(10, small ? chance.between(-5, 0) : chance.between(0, 2));
    this.decimals = DIGITS - (int) StrictMath.ceil(StrictMath.log10(first));
    this.scale = StrictMath.pow(10, decimals);
    this.log = StrictMath.log(first);
    this.close = units();
  }

  /// Digits behind the point of all prices.
  int decimals() {
    return decimals;
  }

  /// The candle that opens at the time; to be asked for one after the other.
  Bar next(long openAt) {
    long open = close;
    if (!dead && openAt >= rugAt) {
      dead = true;
      log += StrictMath.log(0.1);
      close = units();
      return new Bar(openAt, open, open, close, close, 1000);
    }
    if (dead) {
      return new Bar(openAt, close, close, close, close, 0);
    }
    double days = step / DAY;
    double spread = volatility * StrictMath.sqrt(days);
    double jump = chance.happens(JUMPS_A_DAY * days) ? JUMP * chance.normal() : 0;
    log += spread * chance.normal() - spread * spread / 2 + jump + push(openAt);
    close = units();
    double wick = StrictMath.exp(WICK * spread * StrictMath.abs(chance.normal()));
    long high = (long) (Math.max(open, close) * wick);
    long low = Math.max(1, (long) (Math.min(open, close) / wick));
    return new Bar(openAt, open, high, low, close, 1 + chance.below(100_000));
  }

  private double push(long openAt) {
    double sum = 0;
    for (Push push : pushes) {
      sum += push.within(openAt, openAt + step);
    }
    return sum;
  }

  private long units() {
    return Math.max(1, (long) StrictMath.rint(StrictMath.exp(log) * scale));
  }

  /// Writes a candle as a line of a candle file.
  void write(Bar bar, StringBuilder line) {
    line.append(bar.openAt);
    number(bar.open, line);
    number(bar.high, line);
    number(bar.low, line);
    number(bar.close, line);
    line.append(',').append(bar.volume).append('\n');
  }

  private void number(long units, StringBuilder line) {
    String digits = Long.toString(units);
    int whole = digits.length() - decimals;
    line.append(',');
    if (whole <= 0) {
      line.append("0.").repeat("0", -whole).append(digits);
    } else {
      line.append(digits, 0, whole).append('.').append(digits, whole, digits.length());
    }
  }
}
