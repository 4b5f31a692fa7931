package io.assay.adapters.coingecko;

import io.assay.adapters.provider.Ask;
import io.assay.adapters.provider.Bar;
import io.assay.adapters.provider.Contracts;
import io.assay.adapters.provider.ListedCoin;
import io.assay.adapters.provider.Profile;
import io.assay.adapters.provider.Provider;
import io.assay.adapters.provider.Rows;
import io.assay.adapters.provider.Span;
import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.market.AllTime;
import io.assay.core.price.Pool;
import io.assay.core.price.Quote;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// CoinGecko's API: prices of coins by their id there and of tokens by their contract, averaged
/// over exchanges, so that no quote has a pool; points of the past, all-time high and low, and the
/// list of all coins.
///
/// Points come every hour where less than 90 days are asked for, and every day at midnight UTC
/// beyond that; the part that is less than a day old comes every 5 minutes.
///
/// Source: docs.coingecko.com; 30 requests a minute with a demo key, 5 to 15 without one, the
/// latest 365 days without a plan.
///
/// @param profile how it is reached
public record CoinGecko(Profile profile)
    implements Provider.Quotes,
        Provider.History,
        Provider.Spots,
        Provider.Extremes,
        Provider.CoinList {
  public static final String NAME = "coingecko";
  public static final String BASE_URL = "https://api.coingecko.com";
  public static final int PER_MINUTE = 30;

  /// The address that a key of a paid plan goes with.
  public static final String PRO_BASE_URL = "https://pro-api.coingecko.com";

  private static final String PRO_HEADER = "x-cg-pro-api-key";
  private static final Duration FREE_REACH = Duration.ofDays(365);
  private static final int BATCH = 100;
  private static final Duration FINE = Duration.ofHours(1);
  private static final Duration COARSE = Duration.ofDays(1);
  private static final int MOST = 90 * 24;
  private static final String TOLD =
      "&vs_currencies=usd&include_market_cap=true&include_24hr_vol=true"
          + "&include_24hr_change=true&include_last_updated_at=true&precision=full";
  private static final Map<Chain, String> PLATFORMS =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(Chain.ETHEREUM, "ethereum"),
              Map.entry(Chain.BSC, "binance-smart-chain"),
              Map.entry(Chain.BASE, "base"),
              Map.entry(Chain.ARBITRUM, "arbitrum-one"),
              Map.entry(Chain.POLYGON, "polygon-pos"),
              Map.entry(Chain.AVALANCHE, "avalanche"),
              Map.entry(Chain.OPTIMISM, "optimistic-ethereum"),
              Map.entry(Chain.FANTOM, "fantom"),
              Map.entry(Chain.CRONOS, "cronos"),
              Map.entry(Chain.LINEA, "linea"),
              Map.entry(Chain.BLAST, "blast"),
              Map.entry(Chain.SONIC, "sonic"),
              Map.entry(Chain.HYPEREVM, "hyperevm"),
              Map.entry(Chain.PULSECHAIN, "pulsechain"),
              Map.entry(Chain.SOLANA, "solana"),
              Map.entry(Chain.TRON, "tron"),
              Map.entry(Chain.TON, "the-open-network"),
              Map.entry(Chain.SUI, "sui"),
              Map.entry(Chain.APTOS, "aptos"),
              Map.entry(Chain.CARDANO, "cardano"),
              Map.entry(Chain.XRP, "xrp")));
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd-MM-uuuu", Locale.ROOT);

  /// A demo key, as it goes into a request.
  public static Profile.Key key(String key) {
    return new Profile.Key("x-cg-demo-api-key", key);
  }

  /// The key of a paid plan, which [#PRO_BASE_URL] takes.
  public static Profile.Key proKey(String key) {
    return new Profile.Key(PRO_HEADER, key);
  }

  @Override
  public boolean prices(Asset asset) {
    return switch (asset) {
      case Asset.Coin _ -> true;
      case Asset.Token token -> PLATFORMS.containsKey(token.chain());
      case Asset.Listing _ -> false;
    };
  }

  @Override
  public int batch() {
    return BATCH;
  }

  /// Coins go together; a token goes alone, since without a plan only one contract may be asked
  /// for.
  @Override
  public String lot(Asset asset) {
    return asset instanceof Asset.Coin ? "coins" : asset.id();
  }

  @Override
  public Ask<Map<Asset, Quote>> quotes(List<Asset> lot) {
    if (lot.getFirst() instanceof Asset.Token token) {
      return new Ask<>(
          "/api/v3/simple/token_price/"
              + PLATFORMS.get(token.chain())
              + "?contract_addresses="
              + escaped(Contracts.written(token))
              + TOLD,
          (body, at) -> CoinReading.tokenQuotes(body, token, at),
          Map.of());
    }
    Map<String, Asset> byId =
        lot.stream().collect(Collectors.toMap(CoinGecko::directoryId, coin -> coin, (a, _) -> a));
    String ids =
        lot.stream()
            .map(CoinGecko::directoryId)
            .map(CoinGecko::escaped)
            .collect(Collectors.joining(","));
    return new Ask<>(
        "/api/v3/simple/price?ids=" + ids + TOLD,
        (body, at) -> CoinReading.coinQuotes(body, byId, at));
  }

  @Override
  public List<Duration> steps(Asset asset) {
    return prices(asset) ? List.of(FINE, COARSE) : List.of();
  }

  @Override
  public int most() {
    return MOST;
  }

  @Override
  public Ask<List<Bar>> bars(Asset asset, @Nullable Pool pool, Span span) {
    return new Ask<>(
            coin(asset)
                + "/market_chart/range?vs_currency=usd&from="
                + span.from().getEpochSecond()
                + "&to="
                + span.to().getEpochSecond()
                + "&precision=full",
            (body, _) -> Rows.oneEachStep(span, CoinReading.points(body, span)),
            List.<Bar>of())
        .absentWhere(CoinReading::isBeyondPlan);
  }

  @Override
  public boolean reaches(Instant from, Instant now) {
    return isPaid() || !from.isBefore(now.minus(FREE_REACH));
  }

  @Override
  public String reach() {
    return isPaid() ? "" : NAME + " has the latest 365 days without a key of a paid plan";
  }

  private boolean isPaid() {
    Profile.Key key = profile.key();
    return key != null && key.header().equals(PRO_HEADER);
  }

  @Override
  public boolean recalls(Asset asset, Instant at) {
    return asset instanceof Asset.Coin && at.equals(at.truncatedTo(ChronoUnit.DAYS));
  }

  /// Asks for that of the first of the instants: it has one of each day, and one in a request.
  @Override
  public Ask<List<Bar>> spots(Asset asset, List<Instant> instants) {
    LocalDate day = LocalDate.ofInstant(instants.getFirst(), ZoneOffset.UTC);
    return atMidnight((Asset.Coin) asset, day).then(told -> told.stream().toList());
  }

  /// Asks what a coin was worth when that day began, UTC; empty where nobody knows.
  public Ask<Optional<Bar>> atMidnight(Asset.Coin coin, LocalDate day) {
    return new Ask<>(
            coin(coin) + "/history?localization=false&date=" + DAY.format(day),
            (body, _) -> CoinReading.atMidnight(body, coin, day),
            Optional.<Bar>empty())
        .absentWhere(CoinReading::isBeyondPlan);
  }

  @Override
  public boolean remembers(Asset asset) {
    return prices(asset);
  }

  @Override
  public Ask<Optional<AllTime>> extremes(Asset asset) {
    return new Ask<>(
        coin(asset)
            + "?localization=false&tickers=false&market_data=true&community_data=false"
            + "&developer_data=false&sparkline=false",
        (body, _) -> CoinReading.extremes(body, asset, PLATFORMS),
        Optional.empty());
  }

  @Override
  public Ask<List<ListedCoin>> coins() {
    return new Ask<>(
        "/api/v3/coins/list?include_platform=true",
        (body, _) -> CoinReading.coins(body, PLATFORMS));
  }

  /// Where a coin is, or what stands for a contract.
  private static String coin(Asset asset) {
    return asset instanceof Asset.Token token
        ? "/api/v3/coins/"
            + PLATFORMS.get(token.chain())
            + "/contract/"
            + escaped(Contracts.written(token))
        : "/api/v3/coins/" + escaped(directoryId(asset));
  }

  private static String directoryId(Asset asset) {
    return ((Asset.Coin) asset).directoryId();
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
