package io.assay.core.market;

import io.assay.core.price.Candles;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The highest and lowest prices in candles, for where no provider tells them. Not for several
/// threads.
public final class Extremes {
  private double high = Double.NaN;
  private double low = Double.NaN;
  private long highAt;
  private long lowAt;

  private Extremes() {}

  /// The extremes of the candles held, each at the open of the first candle that reached it.
  ///
  /// @param runs in time order; lengths may differ
  /// @param known of a candle that closes later only the open counts, of one that opens later
  ///   nothing
  /// @return null where no candle counts
  public static @Nullable AllTime of(List<Candles> runs, Instant known) {
    Extremes found = new Extremes();
    for (Candles run : runs) {
      found.look(run, known.toEpochMilli());
    }
    return Double.isNaN(found.high) || Double.isNaN(found.low)
        ? null
        : new AllTime(
            BigDecimal.valueOf(found.high),
            Instant.ofEpochMilli(found.highAt),
            BigDecimal.valueOf(found.low),
            Instant.ofEpochMilli(found.lowAt),
            AllTime.FROM_CANDLES);
  }

  private void look(Candles run, long known) {
    for (int i = 0; i < run.size() && run.openMillis(i) <= known; i++) {
      boolean whole = run.closeMillis(i) <= known;
      see(whole ? run.high(i) : run.open(i), run.openMillis(i));
      see(whole ? run.low(i) : run.open(i), run.openMillis(i));
    }
  }

  private void see(double price, long at) {
    if (!(price > 0) || Double.isInfinite(price)) {
      return;
    }
    if (!(price <= high)) {
      high = price;
      highAt = at;
    }
    if (!(price >= low)) {
      low = price;
      lowAt = at;
    }
  }
}
