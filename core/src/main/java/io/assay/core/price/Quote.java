package io.assay.core.price;

import io.assay.core.asset.Asset;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What one source says that an asset is worth. Zero is never "no price": a price is above zero.
///
/// @param usd per token, to every decimal that the source gave
/// @param source the provider's name, such as `dexscreener`
/// @param observedAt when the source saw the price, UTC; when its answer came, where it does not
///   tell
/// @param pool the price is of; null where the source has no pool, or does not tell
public record Quote(
    Asset asset,
    BigDecimal usd,
    String source,
    Instant observedAt,
    @Nullable Pool pool,
    Facts facts) {
  public Quote {
    Objects.requireNonNull(asset, "asset");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(observedAt, "observedAt");
    Objects.requireNonNull(facts, "facts");
    if (usd.signum() <= 0) {
      throw new IllegalArgumentException("a price of " + usd + " USD is none");
    }
  }
}
