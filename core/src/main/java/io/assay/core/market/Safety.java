package io.assay.core.market;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.DoubleBinaryOperator;

/// What is known about the contract of a token and who holds it. What nobody told is empty: a token
/// of which nothing is known is not a safe one.
///
/// @param source the provider's name
/// @param honeypot whether it cannot be sold
/// @param mintable whether somebody can make more of it
/// @param freezable whether somebody can stop its transfers
/// @param buyTax ratio of a purchase that is kept back, 0 to 1
/// @param sellTax the same of a sale
/// @param topHolders share that the ten largest holders have who are no pool or lock, ratio
/// @param lockedLiquidity share of the liquidity that is locked or burnt, ratio
/// @param holders how many hold it
public record Safety(
    String source,
    Optional<Boolean> honeypot,
    Optional<Boolean> mintable,
    Optional<Boolean> freezable,
    OptionalDouble buyTax,
    OptionalDouble sellTax,
    OptionalDouble topHolders,
    OptionalDouble lockedLiquidity,
    OptionalInt holders) {
  public Safety {
    for (Object part :
        List.of(source, honeypot, mintable, freezable, buyTax, sellTax, topHolders)) {
      Objects.requireNonNull(part);
    }
    Objects.requireNonNull(lockedLiquidity, "lockedLiquidity");
    Objects.requireNonNull(holders, "holders");
  }

  /// What two sources say together: of each fact the worse, whoever told it; what neither tells
  /// stays untold.
  public Safety and(Safety other) {
    return new Safety(
        source + "+" + other.source,
        either(honeypot, other.honeypot),
        either(mintable, other.mintable),
        either(freezable, other.freezable),
        worse(buyTax, other.buyTax, Math::max),
        worse(sellTax, other.sellTax, Math::max),
        worse(topHolders, other.topHolders, Math::max),
        worse(lockedLiquidity, other.lockedLiquidity, Math::min),
        fewer(holders, other.holders));
  }

  private static Optional<Boolean> either(Optional<Boolean> one, Optional<Boolean> other) {
    return one.orElse(false) ? one : other.or(() -> one);
  }

  private static OptionalDouble worse(
      OptionalDouble one, OptionalDouble other, DoubleBinaryOperator worst) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    return OptionalDouble.of(worst.applyAsDouble(one.getAsDouble(), other.getAsDouble()));
  }

  private static OptionalInt fewer(OptionalInt one, OptionalInt other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    return OptionalInt.of(Math.min(one.getAsInt(), other.getAsInt()));
  }
}
