package io.assay.adapters.cryptocompare;

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
import io.assay.runtime.ErrorKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// CryptoCompare's API: coins by their symbol alone, so only those that everybody means by it;
/// averaged over exchanges. It refuses with status 200, in a body of its own. Minutes go back a
/// week.
///
/// Source: min-api.cryptocompare.com/documentation; 2,000 candles in an answer.
///
/// @param profile how it is reached
public record CryptoCompare(Profile profile) implements Provider.Quotes, Provider.History {
  public static final String NAME = "cryptocompare";
  public static final String BASE_URL = "https://min-api.cryptocompare.com";
  public static final int PER_MINUTE = 300;

  private static final int BATCH = 50;
  private static final int MOST = 2000;
  private static final int RATE_LIMIT = 99;
  private static final List<String> UNKNOWN =
      List.of("market does not exist", "There is no data for the symbol");
  private static final Map<Duration, String> STEPS =
      Map.of(
          Duration.ofMinutes(1), "histominute",
          Duration.ofHours(1), "histohour",
          Duration.ofDays(1), "histoday");
  private static final List<Duration> FINEST_FIRST = STEPS.keySet().stream().sorted().toList();

  private static final Tickers TICKERS = new Tickers();

  /// The key, as it goes into a request.
  public static Profile.Key key(String key) {
    return new Profile.Key("authorization", "Apikey " + key);
  }

  @Override
  public boolean prices(Asset asset) {
    return TICKERS.of(asset) != null;
  }

  @Override
  public int batch() {
    return BATCH;
  }

  @Override
  public Ask<Map<Asset, Quote>> quotes(List<Asset> lot) {
    Map<String, Asset> bySymbol =
        lot.stream().collect(Collectors.toMap(CryptoCompare::symbol, coin -> coin, (a, _) -> a));
    String symbols = lot.stream().map(CryptoCompare::symbol).collect(Collectors.joining(","));
    return new Ask<>(
        "/data/pricemultifull?tsyms=USD&fsyms=" + symbols,
        (body, at) -> isUnknown(body) ? Map.of() : quotes(body, bySymbol, at));
  }

  private static Map<Asset, Quote> quotes(JsonNode body, Map<String, Asset> bySymbol, Instant at) {
    JsonNode raw = Body.object(NAME, body, "RAW");
    Map<Asset, Quote> quotes = new LinkedHashMap<>();
    bySymbol.forEach((symbol, asset) -> {
      if (raw.has(symbol)) {
        JsonNode told = Body.object(NAME, raw.path(symbol), "USD");
        BigDecimal usd = Body.toldPrice(NAME, told, "PRICE");
        Instant updated = Body.instant(told, "LASTUPDATE");
        if (usd != null) {
          Instant observed = updated == null ? at : updated;
          quotes.put(asset, new Quote(asset, usd, NAME, observed, null, facts(symbol, told)));
        }
      }
    });
    return quotes;
  }

  private static Facts facts(String symbol, JsonNode told) {
    OptionalDouble untold = OptionalDouble.empty();
    OptionalDouble value = Body.amount(told, "CIRCULATINGSUPPLYMKTCAP");
    return new Facts(
        symbol,
        "",
        untold,
        value.orElse(0) > 0 ? value : untold,
        untold,
        Body.amount(told, "TOTALVOLUME24HTO"),
        Body.number(told, "CHANGEPCT24HOUR"),
        null);
  }

  @Override
  public List<Duration> steps(Asset asset) {
    return prices(asset) ? FINEST_FIRST : List.of();
  }

  @Override
  public int most() {
    return MOST;
  }

  /// What it answers reaches up to `toTs` and holds one more candle than it was asked for.
  @Override
  public Ask<List<Bar>> bars(Asset asset, @Nullable Pool pool, Span span) {
    return new Ask<>(
        "/data/v2/"
            + STEPS.get(span.step())
            + "?tsym=USD&fsym="
            + symbol(asset)
            + "&limit="
            + Math.min(span.candles(), MOST)
            + "&toTs="
            + span.to().getEpochSecond(),
        (body, _) -> isUnknown(body) ? List.of() : bars(body, span));
  }

  private static List<Bar> bars(JsonNode body, Span span) {
    JsonNode rows = Body.object(NAME, body, "Data").path("Data");
    return Rows.read(NAME, rows, span, "time", "open", "high", "low", "close", "volumefrom");
  }

  /// Whether it says that it does not know the coin.
  ///
  /// @throws io.assay.runtime.Fault if it refuses for any other reason
  private static boolean isUnknown(JsonNode body) {
    if (!Body.text(body, "Response").equals("Error")) {
      return false;
    }
    String message = Body.text(body, "Message");
    if (UNKNOWN.stream().anyMatch(message::contains)) {
      return true;
    }
    JsonNode type = body.path("Type");
    int number = type.isInt() ? type.intValue() : 0;
    ErrorKind kind = number == RATE_LIMIT ? ErrorKind.TEMPORARY : ErrorKind.BAD_ITEM;
    throw Body.refused(kind, NAME, "error of type " + number);
  }

  private static String symbol(Asset asset) {
    return Objects.requireNonNull(TICKERS.of(asset), "a coin that it prices");
  }
}
