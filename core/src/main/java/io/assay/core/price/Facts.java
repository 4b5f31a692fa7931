package io.assay.core.price;

import java.time.Instant;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// What a source tells about a token beside its price. What it does not tell is empty, never zero.
///
/// @param symbol as the source writes it; empty where it tells none
/// @param name the same
/// @param liquidityUsd in the pool that the price is of, USD
/// @param marketCapUsd of the supply that circulates, USD
/// @param dilutedUsd the price times the whole supply, USD
/// @param volumeUsd traded in the last 24 h, USD
/// @param changePercent of the price over the last 24 h, percent
/// @param tradedSince when trading began, UTC; null where the source does not tell
public record Facts(
    String symbol,
    String name,
    OptionalDouble liquidityUsd,
    OptionalDouble marketCapUsd,
    OptionalDouble dilutedUsd,
    OptionalDouble volumeUsd,
    OptionalDouble changePercent,
    @Nullable Instant tradedSince) {
  private static final OptionalDouble UNTOLD = OptionalDouble.empty();

  /// Nothing told.
  public static final Facts NONE = new Facts("", "", UNTOLD, UNTOLD, UNTOLD, UNTOLD, UNTOLD, null);

  public Facts {
    Objects.requireNonNull(symbol, "symbol");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(liquidityUsd, "liquidityUsd");
    Objects.requireNonNull(marketCapUsd, "marketCapUsd");
    Objects.requireNonNull(dilutedUsd, "dilutedUsd");
    Objects.requireNonNull(volumeUsd, "volumeUsd");
    Objects.requireNonNull(changePercent, "changePercent");
  }
}
