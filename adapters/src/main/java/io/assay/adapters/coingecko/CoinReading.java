package io.assay.adapters.coingecko;

import io.assay.adapters.provider.Bar;
import io.assay.adapters.provider.Body;
import io.assay.adapters.provider.Contracts;
import io.assay.adapters.provider.ListedCoin;
import io.assay.adapters.provider.Rows;
import io.assay.adapters.provider.Span;
import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.market.AllTime;
import io.assay.core.price.Facts;
import io.assay.core.price.Quote;
import io.assay.runtime.ErrorKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads answers about coins. A coin that is no longer listed has neither price nor `market_data`.
final class CoinReading {
  private static final String WHO = CoinGecko.NAME;
  private static final int TOO_MANY = 429;

  /// The time range is one that the plan does not include; it comes with status 401.
  private static final int BEYOND_PLAN = 10_012;

  private CoinReading() {}

  static Map<Asset, Quote> coinQuotes(JsonNode body, Map<String, Asset> byId, Instant at) {
    Map<Asset, Quote> quotes = new LinkedHashMap<>();
    object(body)
        .properties()
        .forEach(entry -> put(quotes, byId.get(entry.getKey()), entry.getValue(), at));
    return quotes;
  }

  /// The keys are addresses as they were asked for, or in lower case.
  static Map<Asset, Quote> tokenQuotes(JsonNode body, Asset.Token token, Instant at) {
    Map<Asset, Quote> quotes = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : object(body).properties()) {
      if (token.equals(Contracts.token(token.chain(), entry.getKey()))) {
        put(quotes, token, entry.getValue(), at);
      }
    }
    return quotes;
  }

  private static void put(
      Map<Asset, Quote> quotes, @Nullable Asset asset, JsonNode told, Instant at) {
    if (!told.isObject()) {
      throw Body.unread(WHO, "no object for an asset");
    }
    BigDecimal usd = Body.price(told, "usd");
    if (asset == null || usd == null) {
      return;
    }
    Instant updated = Body.instant(told, "last_updated_at");
    OptionalDouble untold = OptionalDouble.empty();
    Facts facts =
        new Facts(
            asset instanceof Asset.Coin coin ? coin.symbol() : "",
            "",
            untold,
            positive(told, "usd_market_cap"),
            untold,
            Body.amount(told, "usd_24h_vol"),
            Body.number(told, "usd_24h_change"),
            null);
    quotes.put(asset, new Quote(asset, usd, WHO, updated == null ? at : updated, null, facts));
  }

  /// A market value of zero says that nobody knows the supply.
  private static OptionalDouble positive(JsonNode told, String field) {
    OptionalDouble read = Body.amount(told, field);
    return read.orElse(0) > 0 ? read : OptionalDouble.empty();
  }

  static List<Bar> points(JsonNode body, Span span) {
    return Rows.read(WHO, object(body).path("prices"), span, "0", "1");
  }

  static Optional<Bar> atMidnight(JsonNode body, Asset.Coin coin, LocalDate day) {
    of(coin, body);
    BigDecimal usd = Body.price(body.path("market_data").path("current_price"), "usd");
    long midnight = day.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    return Optional.ofNullable(usd).map(price -> Bar.sampled(midnight, price.toPlainString()));
  }

  private static void of(Asset.Coin coin, JsonNode body) {
    if (!Body.text(object(body), "id").equals(coin.directoryId())) {
      throw Body.unread(WHO, "another coin");
    }
  }

  static Optional<AllTime> extremes(JsonNode body, Asset asset, Map<Chain, String> platforms) {
    if (asset instanceof Asset.Coin coin) {
      of(coin, body);
    } else if (asset instanceof Asset.Token token) {
      String address =
          Body.text(object(body).path("platforms"), platforms.getOrDefault(token.chain(), ""));
      if (!token.equals(Contracts.token(token.chain(), address))) {
        throw Body.unread(WHO, "another token");
      }
    }
    JsonNode told = body.path("market_data");
    BigDecimal high = Body.price(told.path("ath"), "usd");
    BigDecimal low = Body.price(told.path("atl"), "usd");
    Instant highAt = Body.instant(told.path("ath_date"), "usd");
    Instant lowAt = Body.instant(told.path("atl_date"), "usd");
    if (high == null || low == null || highAt == null || lowAt == null) {
      return Optional.empty();
    }
    return low.compareTo(high) <= 0
        ? Optional.of(new AllTime(high, highAt, low, lowAt, WHO))
        : Optional.empty();
  }

  /// Those that have an id and a symbol; some have none.
  static List<ListedCoin> coins(JsonNode body, Map<Chain, String> platforms) {
    if (!body.isArray()) {
      throw Body.unread(WHO, "no list of coins");
    }
    List<ListedCoin> coins = new ArrayList<>();
    for (JsonNode row : body) {
      String id = Body.text(row, "id");
      String symbol = Body.text(row, "symbol");
      if (!id.isEmpty() && !symbol.isEmpty()) {
        List<Asset.Token> tokens = new ArrayList<>();
        platforms.forEach(
            (chain, word) -> add(tokens, chain, Body.text(row.path("platforms"), word)));
        coins.add(new ListedCoin(id, symbol, Body.text(row, "name"), tokens));
      }
    }
    if (coins.isEmpty()) {
      throw Body.unread(WHO, "no coin in the list");
    }
    return List.copyOf(coins);
  }

  private static void add(List<Asset.Token> tokens, Chain chain, String address) {
    Asset.Token token = Contracts.known(chain, address);
    if (token != null) {
      tokens.add(token);
    }
  }

  /// Whether a refusal says that the plan does not go back so far. The status lies in `error` or
  /// not.
  static boolean isBeyondPlan(int status, JsonNode body) {
    JsonNode outer = body.path("error").isObject() ? body.path("error") : body;
    return outer.path("status").path("error_code").asInt(0) == BEYOND_PLAN;
  }

  /// A body that is an object and no refusal, of which there are two forms.
  private static JsonNode object(JsonNode body) {
    JsonNode code = body.path("status").path("error_code");
    if (code.isMissingNode() && !body.path("error").isString() && body.isObject()) {
      return body;
    }
    if (!body.isObject()) {
      throw Body.unread(WHO, "no object");
    }
    int number = code.isInt() ? code.intValue() : 0;
    ErrorKind kind = number == TOO_MANY ? ErrorKind.TEMPORARY : ErrorKind.BAD_ITEM;
    throw Body.refused(kind, WHO, "error " + number);
  }
}
