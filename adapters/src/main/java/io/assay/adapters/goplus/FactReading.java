package io.assay.adapters.goplus;

import io.assay.adapters.provider.Body;
import io.assay.core.market.Safety;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Reads the facts about a token. Flags are "0" and "1", shares are ratios as text; null and an
/// empty text say that nobody knows.
final class FactReading {
  /// Where tokens go that nobody shall have.
  private static final Set<String> BURNT =
      Set.of(
          "0x0000000000000000000000000000000000000000",
          "0x000000000000000000000000000000000000dead",
          "1nc1nerator11111111111111111111111111111111");

  private static final double BASIS_POINTS = 10_000;
  private static final double ROUNDING = 1e-6;

  private FactReading() {}

  static Safety evm(JsonNode told) {
    return new Safety(
        GoPlus.NAME,
        Body.flag(told, "is_honeypot"),
        Body.flag(told, "is_mintable"),
        freezable(told),
        Body.ratio(told, "buy_tax"),
        Body.ratio(told, "sell_tax"),
        topHolders(told, pools(told, "pair")),
        lockedLiquidity(told),
        holders(told));
  }

  /// All transfers, or those of somebody on a list.
  private static Optional<Boolean> freezable(JsonNode told) {
    Optional<Boolean> pausable = Body.flag(told, "transfer_pausable");
    Optional<Boolean> listed = Body.flag(told, "is_blacklisted");
    return listed.orElse(false) ? listed : pausable;
  }

  /// On Solana nobody tries a sale; what cannot be transferred cannot be sold.
  static Safety solana(JsonNode told) {
    OptionalDouble fee = fee(told.path("transfer_fee"));
    return new Safety(
        GoPlus.NAME,
        Body.flag(told, "non_transferable").filter(yes -> yes),
        Body.flag(told.path("mintable"), "status"),
        Body.flag(told.path("freezable"), "status"),
        fee,
        fee,
        topHolders(told, pools(told, "id")),
        lockedLiquidity(told),
        holders(told));
  }

  /// An empty object says that there is none.
  private static OptionalDouble fee(JsonNode told) {
    if (told.isObject() && told.isEmpty()) {
      return OptionalDouble.of(0);
    }
    OptionalDouble rate = Body.amount(told.path("current_fee_rate"), "fee_rate");
    return rate.isPresent() && rate.getAsDouble() <= BASIS_POINTS
        ? OptionalDouble.of(rate.getAsDouble() / BASIS_POINTS)
        : OptionalDouble.empty();
  }

  private static Set<String> pools(JsonNode told, String field) {
    Set<String> pools = new HashSet<>();
    told.path("dex").forEach(dex -> pools.add(plain(Body.text(dex, field))));
    return pools;
  }

  private static OptionalDouble topHolders(JsonNode told, Set<String> pools) {
    double sum = 0;
    int known = 0;
    for (JsonNode holder : told.path("holders")) {
      OptionalDouble share = Body.ratio(holder, "percent");
      if (share.isPresent()) {
        known++;
        boolean nobody = isKept(holder) || pools.contains(who(holder));
        sum += nobody ? 0 : share.getAsDouble();
      }
    }
    return ratio(sum, known);
  }

  private static OptionalDouble lockedLiquidity(JsonNode told) {
    double sum = 0;
    int known = 0;
    for (JsonNode holder : told.path("lp_holders")) {
      OptionalDouble share = Body.ratio(holder, "percent");
      if (share.isPresent()) {
        known++;
        sum += isKept(holder) ? share.getAsDouble() : 0;
      }
    }
    return ratio(sum, known);
  }

  /// Shares are rounded, so that their sum may exceed the whole by a little.
  private static OptionalDouble ratio(double sum, int known) {
    return known > 0 && sum <= 1 + ROUNDING
        ? OptionalDouble.of(Math.min(1, sum))
        : OptionalDouble.empty();
  }

  /// Locked, or burnt.
  private static boolean isKept(JsonNode holder) {
    return Body.flag(holder, "is_locked").orElse(false) || BURNT.contains(who(holder));
  }

  private static String who(JsonNode holder) {
    String address = Body.text(holder, "address");
    return plain(address.isEmpty() ? Body.text(holder, "account") : address);
  }

  private static String plain(String address) {
    return address.startsWith("0x") ? address.toLowerCase(Locale.ROOT) : address;
  }

  private static OptionalInt holders(JsonNode told) {
    OptionalDouble count = Body.amount(told, "holder_count");
    return count.isPresent() ? OptionalInt.of((int) count.getAsDouble()) : OptionalInt.empty();
  }
}
