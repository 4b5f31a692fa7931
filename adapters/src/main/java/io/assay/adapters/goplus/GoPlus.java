package io.assay.adapters.goplus;

import io.assay.adapters.provider.Ask;
import io.assay.adapters.provider.Body;
import io.assay.adapters.provider.Contracts;
import io.assay.adapters.provider.Profile;
import io.assay.adapters.provider.Provider;
import io.assay.adapters.provider.WellKnown;
import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.market.Safety;
import io.assay.runtime.ErrorKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// GoPlus' API: what the contract of one EVM or Solana token allows, its taxes, its largest holders
/// and who holds its liquidity. It refuses with status 200, in a code of its own.
///
/// Source: docs.gopluslabs.io/reference/token-security-api and the same of Solana; 30 requests a
/// minute without a key.
///
/// @param profile how it is reached
public record GoPlus(Profile profile) implements Provider.SafetyFacts {
  public static final String NAME = "goplus";
  public static final String BASE_URL = "https://api.gopluslabs.io";
  public static final int PER_MINUTE = 30;

  /// All is told, and what is known so far.
  private static final Set<Integer> TOLD = Set.of(1, 2);

  /// It is no contract, and nothing is known about the contract.
  private static final Set<Integer> UNKNOWN = Set.of(2020, 2021);

  /// Too many requests, and an error of its own.
  private static final Set<Integer> PASSING = Set.of(4029, 5000);

  /// No such application, and signatures and tokens that do not hold.
  private static final Set<Integer> CREDENTIALS = Set.of(4010, 4011, 4012, 4023);

  private static final Map<Chain, String> CHAINS =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(Chain.ETHEREUM, "1"),
              Map.entry(Chain.BSC, "56"),
              Map.entry(Chain.BASE, "8453"),
              Map.entry(Chain.ARBITRUM, "42161"),
              Map.entry(Chain.POLYGON, "137"),
              Map.entry(Chain.AVALANCHE, "43114"),
              Map.entry(Chain.OPTIMISM, "10"),
              Map.entry(Chain.FANTOM, "250"),
              Map.entry(Chain.CRONOS, "25"),
              Map.entry(Chain.LINEA, "59144"),
              Map.entry(Chain.BLAST, "81457"),
              Map.entry(Chain.SONIC, "146"),
              Map.entry(Chain.HYPEREVM, "999")));

  /// An access token, as it goes into a request.
  public static Profile.Key key(String key) {
    return new Profile.Key("Authorization", key);
  }

  @Override
  public Ask<?> probe() {
    return safety(WellKnown.WETH);
  }

  @Override
  public boolean examines(Asset.Token token) {
    return token.chain() == Chain.SOLANA || CHAINS.containsKey(token.chain());
  }

  @Override
  public Ask<Map<Asset.Token, Safety>> safety(Asset.Token token) {
    boolean solana = token.chain() == Chain.SOLANA;
    String place =
        solana
            ? "/api/v1/solana/token_security"
            : "/api/v1/token_security/" + CHAINS.get(token.chain());
    return new Ask<>(
        place + "?contract_addresses=" + URLEncoder.encode(token.address(), StandardCharsets.UTF_8),
        (body, _) -> read(body, token));
  }

  /// The keys of the result are addresses in the request's case, or in lower case.
  private static Map<Asset.Token, Safety> read(JsonNode body, Asset.Token token) {
    JsonNode code = body.path("code");
    if (!code.isInt()) {
      throw Body.unread(NAME, "no code");
    }
    int number = code.intValue();
    JsonNode result = body.path("result");
    if (UNKNOWN.contains(number) || (TOLD.contains(number) && result.isNull())) {
      return Map.of();
    }
    if (!TOLD.contains(number)) {
      throw Body.refused(kind(number), NAME, "code " + number);
    }
    for (Map.Entry<String, JsonNode> entry : Body.object(NAME, body, "result").properties()) {
      boolean same = token.equals(Contracts.token(token.chain(), entry.getKey()));
      if (same && !entry.getValue().isObject()) {
        throw Body.unread(NAME, "no facts");
      }
      if (same && !entry.getValue().isEmpty()) {
        boolean solana = token.chain() == Chain.SOLANA;
        JsonNode told = entry.getValue();
        return Map.of(token, solana ? FactReading.solana(told) : FactReading.evm(told));
      }
    }
    return Map.of();
  }

  private static ErrorKind kind(int code) {
    if (PASSING.contains(code)) {
      return ErrorKind.TEMPORARY;
    }
    return CREDENTIALS.contains(code) ? ErrorKind.FATAL : ErrorKind.BAD_ITEM;
  }
}
