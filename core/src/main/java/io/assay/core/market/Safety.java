package io.assay.core.market;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

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
}
