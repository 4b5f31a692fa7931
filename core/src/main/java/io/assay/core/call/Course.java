package io.assay.core.call;

import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import io.assay.core.market.Costs;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/// The course of the price since the entry, as ratios of it before costs. For display only: nobody
/// sells at the top, so no judgement uses it.
///
/// @param high the raw all-time high since the entry
/// @param highAt close of the candle in which it was
/// @param low the lowest
/// @param second the highest that two different candles have reached; 0 until there are two
/// @param dip the lowest until the high, the candle of the high included, since its low comes first
/// @param inProfit how long the closes were above the entry after costs: the lengths of the candles
/// @param fell whether the price was at a tenth of the entry or under it within a day of the call
public record Course(
    double high,
    Instant highAt,
    double low,
    float second,
    float dip,
    Duration inProfit,
    boolean fell) {
  /// The most that selling may move the price at a high that counts as exitable.
  public static final double MOST_IMPACT = 0.10;

  /// What is left of the entry price after a rug, at most.
  static final double RUG = 0.10;

  /// In which time a rug is one.
  static final Horizon RUG_WITHIN = Horizon.HOUR_24;

  private static final float NO_CANDLE = -1;

  /// Where everything begins: the entry itself.
  static Course atEntry(Instant at) {
    return new Course(1, at, 1, NO_CANDLE, 1, Duration.ZERO, false);
  }

  /// The highest ratio that was seen in two different candles and at which the ticket could be sold
  /// with an impact of a tenth at most; empty where there is none, or too few candles.
  public OptionalDouble exitableHigh(Costs costs) {
    double within = Math.min(second, costs.ratioWithin(MOST_IMPACT));
    return second > 0 && within >= low ? OptionalDouble.of(within) : OptionalDouble.empty();
  }

  /// What was lost, from the entry, before the high: ratio in 0..1.
  public double drawdownBeforePeak() {
    return Math.max(0, 1 - (double) dip);
  }

  /// Bytes of it; its instant as a distance from the call's.
  void write(CanonWriter out, Instant called) {
    out.f64(high).signed(highAt.toEpochMilli() - called.toEpochMilli()).f64(low);
    write(second, out);
    write(dip, out);
    out.count(inProfit.toMillis()).bool(fell);
  }

  static Course read(CanonReader in, Instant called) {
    double high = in.f64();
    Instant highAt = called.plusMillis(in.signed());
    double low = in.f64();
    float second = readFloat(in);
    float dip = readFloat(in);
    return new Course(high, highAt, low, second, dip, Duration.ofMillis(in.count()), in.bool());
  }

  /// A float with its bits turned round: round numbers end in zeros, and are short so.
  static void write(float value, CanonWriter out) {
    out.count(Integer.toUnsignedLong(Integer.reverse(Float.floatToIntBits(value))));
  }

  static float readFloat(CanonReader in) {
    return Float.intBitsToFloat(Integer.reverse((int) in.count()));
  }

  /// A course in the making.
  static final class Draft {
    private final boolean mirrored;
    private final double breakEven;
    private final long rugUntil;
    private double high;
    private long highAt;
    private double low;
    private float second;
    private float dip;
    private long inProfit;
    private boolean fell;

    /// Goes on from a course.
    ///
    /// @param breakEven the ratio from which on a follower is in profit
    Draft(Call call, double breakEven) {
      Course begun = call.track().course();
      mirrored = call.isShort();
      this.breakEven = breakEven;
      rugUntil = call.claim().at().plus(RUG_WITHIN.after()).toEpochMilli();
      high = begun.high;
      highAt = begun.highAt.toEpochMilli();
      low = begun.low;
      second = begun.second;
      dip = begun.dip;
      inProfit = begun.inProfit.toMillis();
      fell = begun.fell;
    }

    /// The follower is in from here on.
    void enter(long at) {
      highAt = at;
    }

    /// Goes through a whole candle.
    void see(Position.Bar bar) {
      low = Math.min(low, bar.worst);
      if (second == NO_CANDLE) {
        second = 0;
      } else {
        second = Math.max(second, (float) Math.min(high, bar.best));
      }
      if (bar.best > high) {
        high = bar.best;
        highAt = bar.closeAt;
        dip = (float) low;
      }
      if (bar.close > breakEven) {
        inProfit += bar.closeAt - bar.openAt;
      }
      if (bar.closeAt <= rugUntil) {
        fell |= mirrored ? bar.best >= 2 - RUG : bar.worst <= RUG;
      }
    }

    /// Nothing is left to be sold into but this.
    void drain(double ratio) {
      fell |= ratio <= RUG;
    }

    Course course() {
      return new Course(
          high, Instant.ofEpochMilli(highAt), low, second, dip, Duration.ofMillis(inProfit), fell);
    }
  }
}
