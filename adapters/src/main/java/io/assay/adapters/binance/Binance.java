package io.assay.adapters.binance;

import io.assay.adapters.provider.Ask;
import io.assay.adapters.provider.Bar;
import io.assay.adapters.provider.Body;
import io.assay.adapters.provider.Profile;
import io.assay.adapters.provider.Provider;
import io.assay.adapters.provider.Rows;
import io.assay.adapters.provider.Span;
import io.assay.adapters.provider.Tickers;
import io.assay.core.asset.Asset;
import io.assay.core.price.Facts;
import io.assay.core.price.Pool;
import io.assay.core.price.Quote;
import java.math.BigDecimal;
import java.math.MathContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Binance's spot market: coins that everybody means by their symbol, and what an announcement
/// names as listed there. Prices are in USDT, which is taken for a dollar: where it is not worth
/// one, these prices are off by as much.
///
/// The prices of all pairs come in one request: of a list in which a single pair does not exist,
/// Binance refuses the whole. A pair that is no longer traded keeps its last price, and the time of
/// it.
///
/// Source: developers.binance.com/docs/binance-spot-api-docs/rest-api; 6,000 of weight a minute, of
/// which all prices weigh 80 and candles 2.
///
/// @param profile how it is reached
public record Binance(Profile profile) implements Provider.Quotes, Provider.History {
  public static final String NAME = "binance";
  public static final String BASE_URL = "https://api.binance.com";
  public static final int PER_MINUTE = 60;

  private static final int BATCH = 1000;
  private static final int MOST = 1000;
  private static final int UNKNOWN_PAIR = -1121;
  private static final String DOLLAR = "USDT";
  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);
  private static final Map<Duration, String> STEPS =
      Map.of(
          Duration.ofMinutes(1), "1m",
          Duration.ofMinutes(5), "5m",
          Duration.ofMinutes(15), "15m",
          Duration.ofHours(1), "1h",
          Duration.ofHours(4), "4h",
          Duration.ofDays(1), "1d");
  private static final List<Duration> FINEST_FIRST = STEPS.keySet().stream().sorted().toList();

  private static final Tickers TICKERS = new Tickers();

  @Override
  public Ask<?> probe() {
    return new Ask<>("/api/v3/time", (body, _) -> time(body));
  }

  private static Instant time(JsonNode body) {
    Instant time = Body.instant(body, "serverTime");
    if (time == null) {
      throw Body.unread(NAME, "no time");
    }
    return time;
  }

  @Override
  public boolean prices(Asset asset) {
    return pair(asset) != null;
  }

  @Override
  public int batch() {
    return BATCH;
  }

  @Override
  public Ask<Map<Asset, Quote>> quotes(List<Asset> lot) {
    Map<Asset, String> pairs = new LinkedHashMap<>();
    for (Asset asset : lot) {
      String pair = pair(asset);
      if (pair != null) {
        pairs.put(asset, pair);
      }
    }
    return new Ask<>("/api/v3/ticker/24hr?type=MINI", (body, at) -> quotes(body, pairs, at));
  }

  private static Map<Asset, Quote> quotes(JsonNode body, Map<Asset, String> pairs, Instant at) {
    if (!body.isArray()) {
      throw Body.unread(NAME, "no list of pairs");
    }
    Map<String, JsonNode> rows = new HashMap<>();
    body.forEach(row -> rows.put(Body.text(row, "symbol"), row));
    Map<Asset, Quote> quotes = new LinkedHashMap<>();
    pairs.forEach((asset, pair) -> {
      JsonNode told = rows.get(pair);
      BigDecimal usd = told == null ? null : Body.toldPrice(NAME, told, "lastPrice");
      if (told != null && usd != null) {
        Instant closed = Body.instant(told, "closeTime");
        Instant observed = closed == null ? at : closed;
        String symbol = pair.substring(0, pair.length() - DOLLAR.length());
        quotes.put(asset, new Quote(asset, usd, NAME, observed, null, facts(symbol, told, usd)));
      }
    });
    return quotes;
  }

  private static Facts facts(String symbol, JsonNode told, BigDecimal usd) {
    OptionalDouble untold = OptionalDouble.empty();
    BigDecimal before = Body.price(told, "openPrice");
    OptionalDouble change =
        before == null
            ? untold
            : OptionalDouble.of(
                usd.subtract(before)
                    .multiply(PERCENT)
                    .divide(before, MathContext.DECIMAL64)
                    .doubleValue());
    return new Facts(
        symbol, "", untold, untold, untold, Body.amount(told, "quoteVolume"), change, null);
  }

  @Override
  public List<Duration> steps(Asset asset) {
    return prices(asset) ? FINEST_FIRST : List.of();
  }

  @Override
  public int most() {
    return MOST;
  }

  @Override
  public Ask<List<Bar>> bars(Asset asset, @Nullable Pool pool, Span span) {
    String pair = pair(asset);
    if (pair == null) {
      throw new IllegalArgumentException(asset.id() + " has no pair");
    }
    return new Ask<>(
            "/api/v3/klines?symbol="
                + URLEncoder.encode(pair, StandardCharsets.UTF_8)
                + "&interval="
                + STEPS.get(span.step())
                + "&startTime="
                + span.from().toEpochMilli()
                + "&endTime="
                + (span.to().toEpochMilli() - 1)
                + "&limit="
                + MOST,
            (body, _) -> Rows.read(NAME, body, span, "0", "1", "2", "3", "4", "5"),
            List.<Bar>of())
        .absentWhere(Binance::isUnknownPair);
  }

  /// It says so with status 400 and a code of its own.
  private static boolean isUnknownPair(int status, JsonNode body) {
    return body.path("code").asInt(0) == UNKNOWN_PAIR;
  }

  private static @Nullable String pair(Asset asset) {
    String symbol =
        asset instanceof Asset.Listing listing && listing.exchange().equals(NAME)
            ? listing.symbol()
            : TICKERS.of(asset);
    return symbol == null || symbol.equals(DOLLAR) ? null : symbol + DOLLAR;
  }
}
