package io.assay.core.market;

import io.assay.core.price.Candles;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// How far a price moves in a day: the standard deviation of its logarithm, as a ratio; 0.6 is
/// usual for a young token.
///
/// @param daily above or at zero
/// @param evidence what it was taken from, for people
public record Volatility(double daily, String evidence) {
  private static final int FEWEST_RETURNS = 24;
  private static final double DAY_MILLIS = Duration.ofDays(1).toMillis();

  /// Of a normal variable the mean of |x| is σ·√(2/π), so one |x| estimates σ by this much of it.
  private static final double OF_ONE_MOVE = Math.sqrt(Math.PI / 2);

  public Volatility {
    if (!(daily >= 0) || Double.isInfinite(daily)) {
      throw new IllegalArgumentException("a volatility of " + daily + " is none");
    }
  }

  /// What candles say: the root of the mean squared logarithmic return from close to close, times
  /// the root of candles a day. The drift is left out, as is usual for short returns (RiskMetrics
  /// Technical Document, 1996). Returns over gaps do not count.
  ///
  /// @param runs in time order, one candle length throughout
  /// @param known no candle that closes later is looked at
  /// @return null where there are fewer than 24 returns
  public static @Nullable Volatility of(List<Candles> runs, Instant known) {
    double sum = 0;
    int returns = 0;
    double before = Double.NaN;
    long openAt = Long.MIN_VALUE;
    double step = 0;
    for (Candles run : runs) {
      step = run.step().toMillis();
      for (int i = 0; i < run.size() && run.closeMillis(i) <= known.toEpochMilli(); i++) {
        double move = Math.log(run.close(i) / before);
        if (run.openMillis(i) == openAt && Double.isFinite(move)) {
          sum += move * move;
          returns++;
        }
        before = run.close(i);
        openAt = run.closeMillis(i);
      }
    }
    return returns < FEWEST_RETURNS
        ? null
        : new Volatility(Math.sqrt(sum / returns * DAY_MILLIS / step), returns + " candles");
  }

  /// What the change of one day says; rough, but most sources tell no more.
  ///
  /// @param changePercent of the price over 24 h
  /// @return null where nothing usable is told
  public static @Nullable Volatility ofDay(OptionalDouble changePercent) {
    double move = Math.abs(Math.log1p(changePercent.orElse(Double.NaN) / 100));
    return Double.isFinite(move) ? new Volatility(move * OF_ONE_MOVE, "one day's change") : null;
  }
}
