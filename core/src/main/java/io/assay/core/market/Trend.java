package io.assay.core.market;

import io.assay.core.price.Candles;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// Where one price goes, by its distance to its moving average and that average's slope, and what
/// two trends come to. The rule of the 200-day average is that of practice (Faber, "A quantitative
/// approach to tactical asset allocation", 2007); that such averages tell something about Bitcoin
/// is shown in Detzel et al., "Learning and predictability via technical analysis: evidence from
/// bitcoin and stocks with hard-to-value fundamentals", 2021. The band keeps a price that lies on
/// its average from changing the trend every day (Brock, Lakonishok and LeBaron, 1992, take 1 % for
/// stocks; the price of a coin moves some five times as far).
///
/// A rise begins with a close above the average by the band, while the average is higher than it
/// was; it ends with a close below the average. A fall is the mirror. Only closes that are known
/// count, and of these only the last year and what its averages need, so that older history changes
/// nothing.
///
/// @param average days in the average
/// @param slope days over which the average must have risen or fallen
/// @param band ratio of the average by which a trend must begin beyond it
public record Trend(int average, int slope, double band) {
  /// 200 days, 20 days, 5 %.
  public static final Trend USUAL = new Trend(200, 20, 0.05);

  private static final int MEMORY_DAYS = 365;

  /// How many of ten days of an average must be held.
  private static final int TENTHS_HELD = 9;

  /// A last close older than this is not one of now.
  private static final int OLDEST_DAYS = 3;

  private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

  /// What a price does.
  public enum Direction {
    UP,
    DOWN,
    SIDEWAYS,
    /// Too few closes are known.
    UNKNOWN
  }

  public Trend {
    if (average < 2 || slope < 1 || !(band >= 0)) {
      throw new IllegalArgumentException("no trend by " + average + ", " + slope + ", " + band);
    }
  }

  /// What the market does.
  ///
  /// @param bitcoin candles of a day in USD, in time order
  /// @param ether the same
  /// @param known no candle that closes later is looked at
  public Regime market(List<Candles> bitcoin, List<Candles> ether, Instant known) {
    Direction one = direction(bitcoin, known);
    Direction other = direction(ether, known);
    if (one == Direction.UNKNOWN || other == Direction.UNKNOWN) {
      return Regime.UNKNOWN;
    }
    if (one != other || one == Direction.SIDEWAYS) {
      return Regime.FLAT;
    }
    return one == Direction.UP ? Regime.BULL : Regime.BEAR;
  }

  /// What one price does.
  ///
  /// @param runs candles of a day, in time order
  /// @param known no candle that closes later is looked at
  public Direction direction(List<Candles> runs, Instant known) {
    long today = Math.floorDiv(known.toEpochMilli(), DAY_MILLIS);
    int warmUp = average + slope;
    double[] closes = closes(runs, today - MEMORY_DAYS - warmUp, known);
    double[] means = means(closes);
    Direction direction = Direction.UNKNOWN;
    int age = OLDEST_DAYS + 1;
    for (int day = warmUp; day < closes.length; day++) {
      boolean isHeld = !Double.isNaN(closes[day]);
      age = isHeld ? 0 : age + 1;
      direction = isHeld ? next(direction, closes[day], means[day], means[day - slope]) : direction;
    }
    return age > OLDEST_DAYS ? Direction.UNKNOWN : direction;
  }

  /// The closes of the days from the first on; NaN where none is held.
  private double[] closes(List<Candles> runs, long first, Instant known) {
    double[] closes = new double[MEMORY_DAYS + average + slope + 1];
    Arrays.fill(closes, Double.NaN);
    for (Candles run : runs) {
      if (run.step().toMillis() != DAY_MILLIS) {
        throw new IllegalArgumentException("a trend is of days, not of " + run.step());
      }
      for (int i = 0; i < run.size() && run.closeMillis(i) <= known.toEpochMilli(); i++) {
        long day = Math.floorDiv(run.openMillis(i), DAY_MILLIS) - first;
        boolean isPrice = run.close(i) > 0 && Double.isFinite(run.close(i));
        if (day >= 0 && isPrice) {
          closes[(int) day] = run.close(i);
        }
      }
    }
    return closes;
  }

  /// The average that ends with each day; NaN where too few days are held.
  private double[] means(double[] closes) {
    double[] means = new double[closes.length];
    for (int day = 0; day < closes.length; day++) {
      double sum = 0;
      int held = 0;
      for (int i = Math.max(0, day - average + 1); i <= day; i++) {
        sum += Double.isNaN(closes[i]) ? 0 : closes[i];
        held += Double.isNaN(closes[i]) ? 0 : 1;
      }
      means[day] = held * 10 >= average * TENTHS_HELD ? sum / held : Double.NaN;
    }
    return means;
  }

  private Direction next(Direction before, double close, double mean, double meanBefore) {
    if (Double.isNaN(mean) || Double.isNaN(meanBefore)) {
      return Direction.UNKNOWN;
    }
    if (close > mean * (1 + band) && mean > meanBefore) {
      return Direction.UP;
    }
    if (close < mean * (1 - band) && mean < meanBefore) {
      return Direction.DOWN;
    }
    boolean lasts =
        (before == Direction.UP && close >= mean) || (before == Direction.DOWN && close <= mean);
    return lasts ? before : Direction.SIDEWAYS;
  }
}
