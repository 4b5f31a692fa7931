package io.assay.core.price;

import io.assay.core.asset.Chain;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Where a token is traded against another one.
///
/// @param address in normal form: EVM lower-cased, base58 with its case kept
/// @param exchange the venue in the source's words, such as `raydium`; empty where it tells none
/// @param liquidityUsd what lies in the pool, both sides, USD
/// @param createdAt UTC; null where the source does not tell
public record Pool(
    Chain chain,
    String address,
    String exchange,
    OptionalDouble liquidityUsd,
    @Nullable Instant createdAt) {
  public Pool {
    Objects.requireNonNull(chain, "chain");
    Objects.requireNonNull(exchange, "exchange");
    Objects.requireNonNull(liquidityUsd, "liquidityUsd");
    if (address.isEmpty()) {
      throw new IllegalArgumentException("a pool has an address");
    }
    if (chain.isEvm()) {
      address = address.toLowerCase(Locale.ROOT);
    }
  }

  /// How it is written in commands and tables: `base:0x12…`.
  public String id() {
    return chain.word() + ":" + address;
  }
}
