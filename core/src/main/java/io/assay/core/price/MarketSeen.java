package io.assay.core.price;

import io.assay.core.canon.CanonException;
import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// What a source told of a token's market at one instant. What it does not tell is empty, never
/// zero; a liquidity of zero is told, and says that nothing is left.
///
/// @param at when that was so, UTC
/// @param liquidityUsd in the pool that the price is of, both sides, USD
/// @param marketCapUsd of the supply that circulates, USD
/// @param volumeUsd traded in the 24 h before, USD
/// @param firstSeenAt when the token or its pool began to be traded, UTC; null where not told
/// @param told who told it, and of which pool
public record MarketSeen(
    Instant at,
    OptionalDouble liquidityUsd,
    OptionalDouble marketCapUsd,
    OptionalDouble volumeUsd,
    @Nullable Instant firstSeenAt,
    Provenance told) {
  private static final OptionalDouble EMPTY = OptionalDouble.empty();

  /// Nobody told anything.
  public static final MarketSeen NONE =
      new MarketSeen(Instant.EPOCH, EMPTY, EMPTY, EMPTY, null, Provenance.UNTOLD);

  public MarketSeen {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(told, "told");
    requireAmount(liquidityUsd);
    requireAmount(marketCapUsd);
    requireAmount(volumeUsd);
  }

  private static void requireAmount(OptionalDouble usd) {
    double value = usd.orElse(0);
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException("no amount in USD: " + value);
    }
  }

  /// What a quote tells beside its price. Amounts that are none are not told.
  public static MarketSeen of(Quote quote) {
    Pool pool = quote.pool();
    Facts facts = quote.facts();
    OptionalDouble liquidity = amount(facts.liquidityUsd());
    if (liquidity.isEmpty() && pool != null) {
      liquidity = amount(pool.liquidityUsd());
    }
    return new MarketSeen(
        quote.observedAt(),
        liquidity,
        amount(facts.marketCapUsd()),
        amount(facts.volumeUsd()),
        earlier(facts.tradedSince(), pool == null ? null : pool.createdAt()),
        new Provenance(quote.source(), pool == null ? null : pool.address()));
  }

  private static OptionalDouble amount(OptionalDouble usd) {
    double value = usd.orElse(Double.NaN);
    return value >= 0 && !Double.isInfinite(value) ? OptionalDouble.of(value) : EMPTY;
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }

  /// Whether nobody told anything.
  public boolean isUntold() {
    return told.isUntold();
  }

  /// The same in the seven digits that are kept with a call, without the pool: that is the
  /// journal's to keep.
  public MarketSeen rounded() {
    return new MarketSeen(
        at,
        rounded(liquidityUsd),
        rounded(marketCapUsd),
        rounded(volumeUsd),
        firstSeenAt,
        Provenance.of(told.source()));
  }

  private static OptionalDouble rounded(OptionalDouble usd) {
    double value = usd.orElse(Double.NaN);
    return amount(OptionalDouble.of((float) value));
  }

  public void write(CanonWriter out) {
    Instant first = firstSeenAt;
    int flags = flag(liquidityUsd, 1) | flag(marketCapUsd, 2) | flag(volumeUsd, 4);
    out.instant(at).u8(flags | (first == null ? 0 : 8));
    liquidityUsd.ifPresent(out::f64);
    marketCapUsd.ifPresent(out::f64);
    volumeUsd.ifPresent(out::f64);
    if (first != null) {
      out.instant(first);
    }
    told.write(out);
  }

  private static int flag(OptionalDouble usd, int bit) {
    return usd.isPresent() ? bit : 0;
  }

  public static MarketSeen read(CanonReader in) {
    Instant at = in.instant();
    int flags = in.u8();
    if (flags > 15) {
      throw new CanonException("no market of form " + flags);
    }
    OptionalDouble liquidity = amount(in, flags & 1);
    OptionalDouble cap = amount(in, flags & 2);
    OptionalDouble volume = amount(in, flags & 4);
    Instant first = (flags & 8) == 0 ? null : in.instant();
    return new MarketSeen(at, liquidity, cap, volume, first, Provenance.read(in));
  }

  private static OptionalDouble amount(CanonReader in, int told) {
    return told == 0 ? EMPTY : OptionalDouble.of(in.f64());
  }
}
