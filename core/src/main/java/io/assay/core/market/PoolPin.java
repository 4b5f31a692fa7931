package io.assay.core.market;

import io.assay.core.price.Pool;
import io.assay.core.price.Quote;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The pool whose price a call is followed by: the deepest at its entry, until the liquidity moves
/// to another.
///
/// @param pool followed now
/// @param since when it was pinned, UTC
/// @param splice product of the splice ratios since the entry, above zero: a price here divided by
///   it continues the prices of the first pool
public record PoolPin(Pool pool, Instant since, double splice) {
  /// Prices in two pools that differ by more than a quarter are not of one market.
  public static final double MOST_DISAGREEMENT = 0.25;

  /// Prices seen further apart than this are not of one instant.
  public static final Duration SAME_INSTANT = Duration.ofMinutes(1);

  public PoolPin {
    Objects.requireNonNull(pool, "pool");
    Objects.requireNonNull(since, "since");
    if (!(splice > 0) || Double.isInfinite(splice)) {
      throw new IllegalArgumentException("a splice of " + splice + " joins nothing");
    }
  }

  /// The pin of a call at its entry.
  public static PoolPin at(Pool deepest, Instant entry) {
    return new PoolPin(deepest, entry, 1);
  }

  /// A price in the pool followed now, in terms of the pool at the entry.
  public double comparable(double usd) {
    return usd / splice;
  }

  /// Whether to follow another pool from now on.
  ///
  /// @param here the price in the pool that is pinned
  /// @param there the price in the deepest pool there is now
  public Migration meet(Quote here, Quote there) {
    Pool deepest = there.pool();
    if (deepest == null || !isPinned(here.pool())) {
      return new Migration.Undecided("a quote does not tell the pool that its price is of");
    }
    if (!here.asset().equals(there.asset()) || deepest.chain() != pool.chain()) {
      return new Migration.Undecided(deepest.id() + " is no pool of the same token");
    }
    if (isPinned(deepest)) {
      return new Migration.Stayed(pool.id() + " is the deepest still");
    }
    String unknown = undecided(here, there);
    if (unknown != null) {
      return new Migration.Undecided(unknown);
    }
    if (liquidity(there) <= liquidity(here)) {
      return new Migration.Stayed(deepest.id() + " is no deeper than " + pool.id());
    }
    return moved(here, there, deepest);
  }

  private boolean isPinned(@Nullable Pool other) {
    return other != null && other.chain() == pool.chain() && other.address().equals(pool.address());
  }

  private static @Nullable String undecided(Quote here, Quote there) {
    if (Double.isNaN(liquidity(here)) || Double.isNaN(liquidity(there))) {
      return "the liquidity of a pool is not told";
    }
    Duration apart = Duration.between(here.observedAt(), there.observedAt()).abs();
    return apart.compareTo(SAME_INSTANT) > 0
        ? "the two prices were seen " + apart.toSeconds() + " s apart"
        : null;
  }

  private static double liquidity(Quote quote) {
    double ofPrice = quote.facts().liquidityUsd().orElse(Double.NaN);
    Pool pool = quote.pool();
    return pool == null ? ofPrice : pool.liquidityUsd().orElse(ofPrice);
  }

  private Migration moved(Quote here, Quote there, Pool deepest) {
    double ratio = there.usd().divide(here.usd(), MathContext.DECIMAL64).doubleValue();
    String prices =
        String.format(
            Locale.ROOT,
            "%s at %s USD, %s at %s USD",
            pool.id(),
            here.usd().toPlainString(),
            deepest.id(),
            there.usd().toPlainString());
    BigDecimal most =
        here.usd().min(there.usd()).multiply(BigDecimal.valueOf(1 + MOST_DISAGREEMENT));
    if (here.usd().max(there.usd()).compareTo(most) > 0) {
      return new Migration.Refused(ratio, prices + ": no prices of one market");
    }
    Instant from =
        here.observedAt().isAfter(there.observedAt()) ? here.observedAt() : there.observedAt();
    return new Migration.Moved(new PoolPin(deepest, from, splice * ratio), ratio, prices);
  }
}
