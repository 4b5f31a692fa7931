package io.assay.adapters.defillama;

import io.assay.adapters.provider.Ask;
import io.assay.adapters.provider.Bar;
import io.assay.adapters.provider.Contracts;
import io.assay.adapters.provider.Profile;
import io.assay.adapters.provider.Provider;
import io.assay.adapters.provider.Span;
import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.price.Pool;
import io.assay.core.price.Quote;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// DefiLlama's API of coins: prices of many coins and tokens of any chains in a request, each with
/// the time it is of and how sure it is; and points of the past.
///
/// Source: api-docs.defillama.com (coins); no limit is stated, 300 requests a minute are borne.
///
/// @param profile how it is reached
public record DefiLlama(Profile profile)
    implements Provider.Quotes, Provider.History, Provider.Spots {
  public static final String NAME = "defillama";
  public static final String BASE_URL = "https://coins.llama.fi";
  public static final int PER_MINUTE = 300;

  private static final int BATCH = 50;
  private static final int MOST = 500;

  /// How far from an instant a price still says something about it.
  private static final Duration NEAR = Duration.ofMinutes(10);

  private static final Map<Duration, String> STEPS =
      Map.of(
          Duration.ofHours(1), "1h",
          Duration.ofHours(4), "4h",
          Duration.ofDays(1), "1d");
  private static final List<Duration> FINEST_FIRST = STEPS.keySet().stream().sorted().toList();
  private static final Map<Chain, String> CHAINS =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(Chain.ETHEREUM, "ethereum"),
              Map.entry(Chain.BSC, "bsc"),
              Map.entry(Chain.BASE, "base"),
              Map.entry(Chain.ARBITRUM, "arbitrum"),
              Map.entry(Chain.POLYGON, "polygon"),
              Map.entry(Chain.AVALANCHE, "avax"),
              Map.entry(Chain.OPTIMISM, "optimism"),
              Map.entry(Chain.FANTOM, "fantom"),
              Map.entry(Chain.CRONOS, "cronos"),
              Map.entry(Chain.LINEA, "linea"),
              Map.entry(Chain.BLAST, "blast"),
              Map.entry(Chain.SONIC, "sonic"),
              Map.entry(Chain.HYPEREVM, "hyperliquid"),
              Map.entry(Chain.PULSECHAIN, "pulse"),
              Map.entry(Chain.SOLANA, "solana"),
              Map.entry(Chain.TRON, "tron"),
              Map.entry(Chain.TON, "ton"),
              Map.entry(Chain.SUI, "sui"),
              Map.entry(Chain.APTOS, "aptos")));

  @Override
  public boolean prices(Asset asset) {
    return switch (asset) {
      case Asset.Coin _ -> true;
      case Asset.Token token -> CHAINS.containsKey(token.chain());
      case Asset.Listing _ -> false;
    };
  }

  @Override
  public int batch() {
    return BATCH;
  }

  @Override
  public String lot(Asset asset) {
    return NAME;
  }

  @Override
  public Ask<Map<Asset, Quote>> quotes(List<Asset> lot) {
    CoinReading reading = reading(lot);
    String keys = lot.stream().map(DefiLlama::key).collect(Collectors.joining(","));
    return new Ask<>("/prices/current/" + escaped(keys), reading::quotes);
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
    CoinReading reading = reading(List.of(asset));
    return new Ask<>(
        "/chart/"
            + escaped(key(asset))
            + "?start="
            + span.from().getEpochSecond()
            + "&span="
            + span.candles()
            + "&period="
            + STEPS.get(span.step()),
        (body, _) -> reading.points(body, span).getOrDefault(asset, List.of()));
  }

  /// Asks what assets were worth at instants of their own, at most a batch of them. A point has the
  /// time it is of, which may be some minutes from the instant.
  ///
  /// @param within the points that count
  public Ask<Map<Asset, List<Bar>>> historical(Map<Asset, List<Instant>> wanted, Span within) {
    CoinReading reading = reading(wanted.keySet());
    String coins =
        wanted.entrySet().stream()
            .map(entry -> "\"" + key(entry.getKey()) + "\":" + seconds(entry.getValue()))
            .collect(Collectors.joining(",", "{", "}"));
    return new Ask<>(
        "/batchHistorical?coins=" + escaped(coins), (body, _) -> reading.points(body, within));
  }

  @Override
  public boolean recalls(Asset asset, Instant at) {
    return prices(asset);
  }

  @Override
  public Ask<List<Bar>> spots(Asset asset, List<Instant> instants) {
    Instant first = Collections.min(instants);
    Instant last = Collections.max(instants);
    Span within = new Span(first.minus(NEAR), last.plus(NEAR), NEAR);
    return historical(Map.of(asset, instants), within)
        .then(told -> told.getOrDefault(asset, List.of()));
  }

  private static String seconds(List<Instant> instants) {
    return instants.stream()
        .map(instant -> Long.toString(instant.getEpochSecond()))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static CoinReading reading(Collection<Asset> assets) {
    return new CoinReading(
        assets.stream()
            .collect(
                Collectors.toMap(
                    asset -> CoinReading.plain(key(asset)), asset -> asset, (a, _) -> a)));
  }

  /// `chain:address`, or a coin by its id at CoinGecko.
  private static String key(Asset asset) {
    return switch (asset) {
      case Asset.Coin coin -> "coingecko:" + coin.directoryId();
      case Asset.Token token -> CHAINS.get(token.chain()) + ":" + Contracts.written(token);
      case Asset.Listing listing ->
          throw new IllegalArgumentException(listing.id() + " is no coin and no token");
    };
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
