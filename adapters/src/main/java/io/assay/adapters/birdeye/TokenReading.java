package io.assay.adapters.birdeye;

import io.assay.adapters.provider.Bar;
import io.assay.adapters.provider.Body;
import io.assay.adapters.provider.Contracts;
import io.assay.adapters.provider.Rows;
import io.assay.adapters.provider.Span;
import io.assay.core.asset.Asset;
import io.assay.core.price.Facts;
import io.assay.core.price.Pool;
import io.assay.core.price.Quote;
import io.assay.runtime.ErrorKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads answers about tokens. Addresses of EVM chains come in a checksum's case, whatever was
/// asked.
final class TokenReading {
  private static final String WHO = Birdeye.NAME;
  private static final OptionalDouble UNTOLD = OptionalDouble.empty();

  private TokenReading() {}

  /// What lies in the envelope `{"success":true,"data":…}`.
  static JsonNode data(JsonNode body) {
    Optional<Boolean> success = Body.flag(body, "success");
    if (success.isEmpty() || (success.get() && !body.has("data"))) {
      throw Body.unread(WHO, "no data");
    }
    if (!success.get()) {
      throw Body.refused(ErrorKind.BAD_ITEM, WHO, "no success");
    }
    return body.path("data");
  }

  /// A token that it does not know is null.
  static Map<Asset, Quote> quotes(JsonNode body, List<Asset.Token> wanted, Instant at) {
    JsonNode data = data(body);
    if (!data.isObject()) {
      throw Body.unread(WHO, "no prices by address");
    }
    Map<Asset, Quote> quotes = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : data.properties()) {
      Asset.Token token = Contracts.token(wanted.getFirst().chain(), entry.getKey());
      JsonNode told = entry.getValue();
      BigDecimal usd = told.isNull() ? null : Body.toldPrice(WHO, told, "value");
      if (token != null && usd != null && wanted.contains(token)) {
        OptionalDouble change = Body.number(told, "priceChange24h");
        OptionalDouble liquidity = Body.amount(told, "liquidity");
        Facts facts = new Facts("", "", liquidity, UNTOLD, UNTOLD, UNTOLD, change, null);
        quotes.put(token, new Quote(token, usd, WHO, at(told, "updateUnixTime", at), null, facts));
      }
    }
    return quotes;
  }

  private static Instant at(JsonNode told, String field, Instant otherwise) {
    Instant read = Body.instant(told, field);
    return read == null ? otherwise : read;
  }

  static Optional<Quote> overview(JsonNode body, Asset.Token token, Instant at) {
    JsonNode told = data(body);
    if (told.isNull() || (told.isObject() && told.isEmpty())) {
      return Optional.empty();
    }
    isOf(token, told);
    BigDecimal usd = Body.toldPrice(WHO, told, "price");
    Facts facts =
        new Facts(
            Body.text(told, "symbol"),
            Body.text(told, "name"),
            Body.amount(told, "liquidity"),
            Body.amount(told, told.has("marketCap") ? "marketCap" : "mc"),
            Body.amount(told, "fdv"),
            Body.amount(told, "v24hUSD"),
            Body.number(told, "priceChange24hPercent"),
            null);
    return Optional.ofNullable(usd)
        .map(price -> new Quote(token, price, WHO, at(told, "lastTradeUnixTime", at), null, facts));
  }

  /// The markets that trade a token, deepest first.
  static List<Pool> pools(JsonNode body, Asset.Token token) {
    List<Pool> pools = new ArrayList<>();
    for (JsonNode row : Body.array(WHO, data(body), "items")) {
      String address = Body.text(row, "address");
      boolean trades = isSide(row.path("base"), token) || isSide(row.path("quote"), token);
      if (trades && !address.isEmpty()) {
        pools.add(
            new Pool(
                token.chain(),
                address,
                Body.text(row, "source"),
                Body.amount(row, "liquidity"),
                Body.instant(row, "createdAt")));
      }
    }
    pools.sort(
        Comparator.comparingDouble((Pool pool) -> pool.liquidityUsd().orElse(-1)).reversed());
    return List.copyOf(pools);
  }

  private static boolean isSide(JsonNode side, Asset.Token token) {
    return token.equals(said(token, side));
  }

  private static Asset.@Nullable Token said(Asset.Token token, JsonNode node) {
    return Contracts.token(token.chain(), Body.text(node, "address"));
  }

  private static void isOf(Asset.Token token, JsonNode node) {
    if (!token.equals(said(token, node))) {
      throw Body.unread(WHO, "another token");
    }
  }

  static List<Bar> bars(JsonNode body, Asset.Token token, Span span) {
    return Rows.read(WHO, items(body, token), span, "unixTime", "o", "h", "l", "c", "v");
  }

  static List<Bar> points(JsonNode body, Asset.Token token, Span span) {
    return Rows.read(WHO, items(body, token), span, "unixTime", "value");
  }

  /// The rows; where they say of which token they are, it is the one that was asked for.
  private static JsonNode items(JsonNode body, Asset.Token token) {
    JsonNode items = Body.array(WHO, data(body), "items");
    for (JsonNode row : items) {
      if (row.has("address")) {
        isOf(token, row);
      }
    }
    return items;
  }
}
