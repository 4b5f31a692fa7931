package io.assay.adapters.market;

import io.assay.core.asset.Asset;
import java.time.Duration;
import java.util.Objects;

/// What somebody wants to know: a price of now.
///
/// @param oldest age of an answer at hand that still does
/// @param patience after which any answer is better than waiting on
public record Order(Asset asset, Priority priority, Duration oldest, Duration patience) {
  public Order {
    Objects.requireNonNull(asset, "asset");
    Objects.requireNonNull(priority, "priority");
    if (oldest.isNegative() || patience.isNegative() || patience.isZero()) {
      throw new IllegalArgumentException("a price at most " + oldest + " old, within " + patience);
    }
  }

  /// An order of somebody who waits for it: of now, within ten seconds, from two sources where two
  /// know it.
  public static Order live(Asset asset) {
    return new Order(asset, Priority.LIVE, Duration.ofSeconds(15), Duration.ofSeconds(10));
  }
}
