package io.assay.adapters.birdeye;

import io.assay.adapters.provider.Body;
import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.market.Safety;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/// Reads what a contract allows. The answer does not say of which token it is. On EVM chains it is
/// GoPlus's, its flags "0" and "1"; on Solana an authority that is null may be gone or not known,
/// so that it says nothing, and only one that is named counts.
final class SecurityReading {
  private static final OptionalDouble UNTOLD = OptionalDouble.empty();

  private SecurityReading() {}

  static Map<Asset.Token, Safety> safety(JsonNode body, Asset.Token token) {
    JsonNode told = TokenReading.data(body);
    if (told.isNull() || (told.isObject() && told.isEmpty())) {
      return Map.of();
    }
    if (!told.isObject()) {
      throw Body.unread(Birdeye.NAME, "no facts");
    }
    return Map.of(token, token.chain() == Chain.SOLANA ? solana(told) : evm(told));
  }

  private static Safety solana(JsonNode told) {
    Optional<Boolean> sticks = Body.flag(told, "nonTransferable").filter(yes -> yes);
    return new Safety(
        Birdeye.NAME,
        sticks,
        named(told, "mintAuthority").or(() -> named(told, "ownerAddress")),
        Body.flag(told, "freezeable").or(() -> named(told, "freezeAuthority")),
        UNTOLD,
        UNTOLD,
        Body.ratio(told, "top10HolderPercent"),
        UNTOLD,
        OptionalInt.empty());
  }

  private static Optional<Boolean> named(JsonNode told, String field) {
    return Body.text(told, field).isEmpty() ? Optional.empty() : Optional.of(true);
  }

  private static Safety evm(JsonNode told) {
    OptionalDouble holders = Body.amount(told, "holderCount");
    return new Safety(
        Birdeye.NAME,
        Body.flag(told, "isHoneypot"),
        Body.flag(told, "isMintable"),
        Body.flag(told, "transferPausable"),
        Body.ratio(told, "buyTax"),
        Body.ratio(told, "sellTax"),
        UNTOLD,
        UNTOLD,
        holders.isPresent() ? OptionalInt.of((int) holders.getAsDouble()) : OptionalInt.empty());
  }
}
