package io.assay.adapters.provider;

import java.util.Objects;

/// A candle as a provider tells it, its decimals as they were said.
///
/// @param openSeconds when it opens, seconds since 1970 UTC
/// @param volume as the source counts it; empty where it does not tell
public record Bar(
    long openSeconds, String open, String high, String low, String close, String volume) {
  public Bar {
    Objects.requireNonNull(open, "open");
    Objects.requireNonNull(high, "high");
    Objects.requireNonNull(low, "low");
    Objects.requireNonNull(close, "close");
    Objects.requireNonNull(volume, "volume");
  }

  /// A price at one instant, where the source has no candles: open, high, low and close are one.
  public static Bar sampled(long openSeconds, String price) {
    return new Bar(openSeconds, price, price, price, price, "");
  }

  /// The line of a candle file: `time,open,high,low,close,volume`.
  public String line() {
    return openSeconds + "," + open + "," + high + "," + low + "," + close + "," + volume;
  }
}
