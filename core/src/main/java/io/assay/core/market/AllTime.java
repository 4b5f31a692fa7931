package io.assay.core.market;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.Objects;

/// The highest and the lowest price that a source has ever seen of an asset. For show only: no
/// score may use them.
///
/// @param athUsd USD per token
/// @param athAt UTC
/// @param atlUsd USD per token, above zero and at most the highest
/// @param atlAt UTC
/// @param source the provider's name
public record AllTime(
    BigDecimal athUsd, Instant athAt, BigDecimal atlUsd, Instant atlAt, String source) {
  /// The source of what was seen in candles held, which may begin long after trading did.
  public static final String FROM_CANDLES = "candles";

  public AllTime {
    Objects.requireNonNull(athAt, "athAt");
    Objects.requireNonNull(atlAt, "atlAt");
    Objects.requireNonNull(source, "source");
    if (atlUsd.signum() <= 0 || atlUsd.compareTo(athUsd) > 0) {
      throw new IllegalArgumentException(atlUsd + " to " + athUsd + " USD is no range of prices");
    }
  }

  /// How far a price lies from the highest: ratio, −0.9 a tenth of it, above zero beyond it.
  public double fromHigh(BigDecimal usd) {
    return ratio(usd, athUsd) - 1;
  }

  /// How far a price lies from the lowest: ratio, 1 twice as much, below zero under it.
  public double fromLow(BigDecimal usd) {
    return ratio(usd, atlUsd) - 1;
  }

  private static double ratio(BigDecimal usd, BigDecimal of) {
    return usd.divide(of, MathContext.DECIMAL64).doubleValue();
  }
}
