package io.assay.core.market;

import java.util.Locale;
import java.util.OptionalDouble;

/// How large a token is, by the market value of what circulates.
public enum SizeTier {
  /// Under 10 million USD.
  MICRO(10e6),
  /// Under 100 million USD.
  SMALL(100e6),
  /// Under a billion USD.
  MID(1e9),
  /// A billion USD or more.
  LARGE(Double.POSITIVE_INFINITY),
  /// Nobody tells the market value. The value of the whole supply is no substitute: it may be many
  /// times what can be bought.
  UNKNOWN(Double.NaN);

  private final double below;

  SizeTier(double below) {
    this.below = below;
  }

  /// The tier of a market value in USD. One that is not above zero was not told.
  public static SizeTier of(OptionalDouble marketCapUsd) {
    double value = marketCapUsd.orElse(Double.NaN);
    if (!(value > 0) || Double.isInfinite(value)) {
      return UNKNOWN;
    }
    return value < MICRO.below
        ? MICRO
        : value < SMALL.below ? SMALL : value < MID.below ? MID : LARGE;
  }

  /// How it is written in tables: `micro`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
