package io.assay.adapters.geckoterminal;

import io.assay.adapters.provider.Bar;
import io.assay.adapters.provider.Body;
import io.assay.adapters.provider.Contracts;
import io.assay.adapters.provider.Rows;
import io.assay.adapters.provider.Span;
import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.asset.Money;
import io.assay.core.price.Facts;
import io.assay.core.price.Pool;
import io.assay.core.price.Quote;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads answers about one network, in JSON:API form: `attributes` are what is told, and
/// `relationships` name others by network and address.
final class NetworkReading {
  private static final String WHO = GeckoTerminal.NAME;

  private final Chain chain;
  private final String prefix;

  NetworkReading(Chain chain, String network) {
    this.chain = chain;
    prefix = network + "_";
  }

  /// The quotes of these tokens. The first of a token's top pools is the one its price is of.
  Map<Asset, Quote> quotes(JsonNode body, List<Asset.Token> wanted, Instant at) {
    Map<String, JsonNode> included = new HashMap<>();
    body.path("included").forEach(node -> included.put(Body.text(node, "id"), node));
    Map<Asset, Quote> quotes = new LinkedHashMap<>();
    for (JsonNode row : Body.array(WHO, body, "data")) {
      JsonNode told = Body.object(WHO, row, "attributes");
      Asset.Token token = Contracts.token(chain, Body.text(told, "address"));
      BigDecimal usd = Body.toldPrice(WHO, told, "price_usd");
      if (token != null && usd != null && wanted.contains(token)) {
        String id = id(row.path("relationships").path("top_pools").path("data").path(0));
        Pool pool = pool(id, included.get(id));
        quotes.putIfAbsent(token, new Quote(token, usd, WHO, at, pool, facts(told, pool)));
      }
    }
    return quotes;
  }

  private static Facts facts(JsonNode told, @Nullable Pool pool) {
    OptionalDouble inPool = pool == null ? OptionalDouble.empty() : pool.liquidityUsd();
    return new Facts(
        Body.text(told, "symbol"),
        Body.text(told, "name"),
        inPool.isPresent() ? inPool : Body.amount(told, "total_reserve_in_usd"),
        Body.amount(told, "market_cap_usd"),
        Body.amount(told, "fdv_usd"),
        Body.amount(told.path("volume_usd"), "h24"),
        OptionalDouble.empty(),
        pool == null ? null : pool.createdAt());
  }

  /// The pools that hold a token, deepest first; those that tell no depth come last.
  List<Pool> pools(JsonNode body, Asset.Token token) {
    List<Pool> pools = new ArrayList<>();
    for (JsonNode row : Body.array(WHO, body, "data")) {
      JsonNode sides = Body.object(WHO, row, "relationships");
      Pool pool = holds(sides, token) ? pool(id(row), row) : null;
      if (pool != null) {
        pools.add(pool);
      }
    }
    pools.sort(
        Comparator.comparingDouble((Pool pool) -> pool.liquidityUsd().orElse(-1)).reversed());
    return List.copyOf(pools);
  }

  /// The token that is traded in that pool; empty where the answer tells no two tokens of it.
  Optional<Asset.Token> traded(JsonNode body, Asset.Token pool) {
    JsonNode row = Body.object(WHO, body, "data");
    if (!pool.equals(Contracts.token(chain, address(id(row))))) {
      throw Body.unread(WHO, "another pool");
    }
    JsonNode sides = Body.object(WHO, row, "relationships");
    Asset.Token base = token(sides.path("base_token"));
    Asset.Token other = token(sides.path("quote_token"));
    return base == null || other == null
        ? Optional.empty()
        : Optional.of(Money.traded(base, other));
  }

  private boolean holds(JsonNode sides, Asset.Token token) {
    return token.equals(token(sides.path("base_token")))
        || token.equals(token(sides.path("quote_token")));
  }

  private Asset.@Nullable Token token(JsonNode side) {
    return Contracts.token(chain, address(id(side.path("data"))));
  }

  private @Nullable Pool pool(String id, @Nullable JsonNode row) {
    String address = address(id);
    if (address.isEmpty()) {
      return null;
    }
    if (row == null) {
      return new Pool(chain, address, "", OptionalDouble.empty(), null);
    }
    JsonNode told = row.path("attributes");
    return new Pool(
        chain,
        address,
        id(row.path("relationships").path("dex").path("data")),
        Body.amount(told, "reserve_in_usd"),
        Body.instant(told, "pool_created_at"));
  }

  private static String id(JsonNode node) {
    return Body.text(node, "id");
  }

  private String address(String id) {
    return id.startsWith(prefix) ? id.substring(prefix.length()) : "";
  }

  /// The candles of a token, which come newest first. The answer names the pool's two tokens.
  List<Bar> bars(JsonNode body, Asset.Token token, Span span) {
    JsonNode sides = body.path("meta");
    if (sides.isObject()
        && !isSide(sides.path("base"), token)
        && !isSide(sides.path("quote"), token)) {
      throw Body.unread(WHO, "candles of another token");
    }
    JsonNode told = Body.object(WHO, Body.object(WHO, body, "data"), "attributes");
    return Rows.read(WHO, told.path("ohlcv_list"), span, "0", "1", "2", "3", "4", "5");
  }

  private boolean isSide(JsonNode side, Asset.Token token) {
    return token.equals(Contracts.token(chain, Body.text(side, "address")));
  }
}
