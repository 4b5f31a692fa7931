package io.assay.adapters.moralis;

import io.assay.adapters.provider.Ask;
import io.assay.adapters.provider.Body;
import io.assay.adapters.provider.Contracts;
import io.assay.adapters.provider.Profile;
import io.assay.adapters.provider.Provider;
import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.price.Facts;
import io.assay.core.price.Pool;
import io.assay.core.price.Quote;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Moralis' API: the price of one EVM token in a request, with the pool it is of. It is that of the
/// block in which it last changed, so that of a token that nobody trades is old.
///
/// Source: docs.moralis.com/web3-data-api/evm/reference/price/get-token-price; the free plan is
/// bounded by the day, at some thousands of prices.
///
/// @param profile how it is reached
public record Moralis(Profile profile) implements Provider.Quotes {
  public static final String NAME = "moralis";
  public static final String BASE_URL = "https://deep-index.moralis.io";
  public static final int PER_MINUTE = 60;

  private static final Map<Chain, String> CHAINS =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(Chain.ETHEREUM, "eth"),
              Map.entry(Chain.BSC, "bsc"),
              Map.entry(Chain.BASE, "base"),
              Map.entry(Chain.ARBITRUM, "arbitrum"),
              Map.entry(Chain.POLYGON, "polygon"),
              Map.entry(Chain.AVALANCHE, "avalanche"),
              Map.entry(Chain.OPTIMISM, "optimism"),
              Map.entry(Chain.FANTOM, "fantom"),
              Map.entry(Chain.CRONOS, "cronos"),
              Map.entry(Chain.LINEA, "linea"),
              Map.entry(Chain.PULSECHAIN, "pulse")));

  /// The key, as it goes into a request.
  public static Profile.Key key(String key) {
    return new Profile.Key("X-API-Key", key);
  }

  @Override
  public boolean prices(Asset asset) {
    return asset instanceof Asset.Token token && CHAINS.containsKey(token.chain());
  }

  @Override
  public int batch() {
    return 1;
  }

  @Override
  public String lot(Asset asset) {
    return asset.id();
  }

  @Override
  public Ask<Map<Asset, Quote>> quotes(List<Asset> lot) {
    Asset.Token token = (Asset.Token) lot.getFirst();
    return new Ask<>(
        "/api/v2.2/erc20/"
            + token.address()
            + "/price?include=percent_change&chain="
            + CHAINS.get(token.chain()),
        (body, at) -> quote(body, token, at),
        Map.of());
  }

  private static Map<Asset, Quote> quote(JsonNode body, Asset.Token token, Instant at) {
    if (!token.equals(Contracts.token(token.chain(), Body.text(body, "tokenAddress")))) {
      throw Body.unread(NAME, "no price of the token");
    }
    BigDecimal usd = Body.toldPrice(NAME, body, "usdPrice");
    if (usd == null) {
      return Map.of();
    }
    Instant changed = Body.instant(body, "blockTimestamp");
    Pool pool = pool(body, token.chain());
    return Map.of(
        token, new Quote(token, usd, NAME, changed == null ? at : changed, pool, facts(body)));
  }

  private static @Nullable Pool pool(JsonNode body, Chain chain) {
    String address = Body.text(body, "pairAddress");
    return address.isEmpty()
        ? null
        : new Pool(chain, address, Body.text(body, "exchangeName"), liquidity(body), null);
  }

  private static OptionalDouble liquidity(JsonNode body) {
    return Body.amount(body, "pairTotalLiquidityUsd");
  }

  private static Facts facts(JsonNode body) {
    OptionalDouble untold = OptionalDouble.empty();
    return new Facts(
        Body.text(body, "tokenSymbol"),
        Body.text(body, "tokenName"),
        liquidity(body),
        untold,
        untold,
        untold,
        Body.number(body, "24hrPercentChange"),
        null);
  }
}
