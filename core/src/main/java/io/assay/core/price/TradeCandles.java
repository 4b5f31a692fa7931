package io.assay.core.price;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Candles in the making out of trades, exact: open, high, low and close are the decimals of trades
/// as they were said, the volume is their amounts' sum without rounding. Trades may come in any
/// order and more than once, and the same trades always give the same bytes. A stretch without a
/// trade has no candle. Not safe for use by several threads; remembers every trade.
public final class TradeCandles {
  private final Duration step;
  private final Map<String, Trade> taken = new HashMap<>();
  private final Map<Long, Stretch> stretches = new TreeMap<>();
  private int repeated;
  private int contradicted;

  /// No trades yet.
  ///
  /// @param step length of each candle, whole seconds; candles open at multiples of it since 1970
  public TradeCandles(Duration step) {
    if (step.toSeconds() <= 0 || !step.equals(Duration.ofSeconds(step.toSeconds()))) {
      throw new IllegalArgumentException("a candle lasts whole seconds, not " + step);
    }
    this.step = step;
  }

  /// Takes a trade. Of several with one id the first taken counts.
  ///
  /// @return whether it counts
  public boolean add(Trade trade) {
    Trade before = taken.putIfAbsent(trade.id(), trade);
    if (before != null) {
      repeated++;
      contradicted += isSame(before, trade) ? 0 : 1;
      return false;
    }
    long seconds = trade.at().getEpochSecond();
    long openAt = seconds - seconds % step.toSeconds();
    stretches.computeIfAbsent(openAt, _ -> new Stretch(trade)).take(trade);
    return true;
  }

  private static boolean isSame(Trade one, Trade other) {
    return one.at().equals(other.at())
        && one.priceValue().compareTo(other.priceValue()) == 0
        && one.amountValue().compareTo(other.amountValue()) == 0;
  }

  /// Trades that count.
  public int size() {
    return taken.size();
  }

  /// Trades that were taken before.
  public int repeated() {
    return repeated;
  }

  /// How many of these said something else under the same id.
  public int contradicted() {
    return contradicted;
  }

  /// The candles that are whole.
  ///
  /// @param known up to when trades have been told: a candle that closes later is not done yet
  public CandleBlock seal(Instant known) {
    List<String> lines = new ArrayList<>(stretches.size());
    for (Map.Entry<Long, Stretch> entry : stretches.entrySet()) {
      if (entry.getKey() + step.toSeconds() <= known.getEpochSecond()) {
        lines.add(entry.getKey() + "," + entry.getValue().told());
      }
    }
    return CandleBlock.of(step, lines);
  }

  /// What was traded in one candle's time.
  private static final class Stretch {
    private Trade open;
    private Trade high;
    private Trade low;
    private Trade close;
    private @Nullable BigDecimal volume;

    Stretch(Trade first) {
      open = first;
      high = first;
      low = first;
      close = first;
    }

    void take(Trade trade) {
      BigDecimal amount = trade.amountValue();
      volume = volume == null ? amount : volume.add(amount);
      open = Trade.IN_ORDER.compare(trade, open) < 0 ? trade : open;
      close = Trade.IN_ORDER.compare(trade, close) > 0 ? trade : close;
      high = isBeyond(trade, high, true) ? trade : high;
      low = isBeyond(trade, low, false) ? trade : low;
    }

    /// Of equal prices the earlier trade's text stands, so that the order of arrival leaves no
    /// trace.
    private static boolean isBeyond(Trade trade, Trade best, boolean above) {
      int order = trade.priceValue().compareTo(best.priceValue());
      boolean earlier = Trade.IN_ORDER.compare(trade, best) < 0;
      return order == 0 ? earlier : order > 0 == above;
    }

    String told() {
      String total = volume == null ? "" : volume.toPlainString();
      return String.join(",", open.price(), high.price(), low.price(), close.price(), total);
    }
  }
}
