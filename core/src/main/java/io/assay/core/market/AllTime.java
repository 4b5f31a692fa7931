package io.assay.core.market;

import java.math.BigDecimal;
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
  public AllTime {
    Objects.requireNonNull(athAt, "athAt");
    Objects.requireNonNull(atlAt, "atlAt");
    Objects.requireNonNull(source, "source");
    if (atlUsd.signum() <= 0 || atlUsd.compareTo(athUsd) > 0) {
      throw new IllegalArgumentException(atlUsd + " to " + athUsd + " USD is no range of prices");
    }
  }
}
