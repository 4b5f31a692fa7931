package io.assay.adapters.geckoterminal;

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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// GeckoTerminal's API: prices of up to thirty tokens of one network in a request, a token's pools,
/// and the candles of a pool. Its quotes do not say when they were true.
///
/// Source: apiguide.geckoterminal.com and api.geckoterminal.com/docs; 30 requests a minute, a
/// thousand candles in an answer, the latest half year without a plan.
///
/// @param profile how it is reached
public record GeckoTerminal(Profile profile)
    implements Provider.Quotes, Provider.Pools, Provider.Pairs, Provider.History {
  public static final String NAME = "geckoterminal";
  public static final String BASE_URL = "https://api.geckoterminal.com";
  public static final int PER_MINUTE = 30;

  private static final int BATCH = 30;

  /// One less than an answer holds: whether the candle at the end comes along is not documented.
  private static final int MOST = 999;

  private static final String ROOT = "/api/v2/networks/";
  private static final Map<Duration, String> STEPS =
      Map.of(
          Duration.ofMinutes(1), "minute?aggregate=1",
          Duration.ofMinutes(5), "minute?aggregate=5",
          Duration.ofMinutes(15), "minute?aggregate=15",
          Duration.ofHours(1), "hour?aggregate=1",
          Duration.ofHours(4), "hour?aggregate=4",
          Duration.ofHours(12), "hour?aggregate=12",
          Duration.ofDays(1), "day?aggregate=1");
  private static final List<Duration> FINEST_FIRST = STEPS.keySet().stream().sorted().toList();
  private static final Map<Chain, String> NETWORKS =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(Chain.ETHEREUM, "eth"),
              Map.entry(Chain.BSC, "bsc"),
              Map.entry(Chain.BASE, "base"),
              Map.entry(Chain.ARBITRUM, "arbitrum"),
              Map.entry(Chain.POLYGON, "polygon_pos"),
              Map.entry(Chain.AVALANCHE, "avax"),
              Map.entry(Chain.OPTIMISM, "optimism"),
              Map.entry(Chain.FANTOM, "ftm"),
              Map.entry(Chain.CRONOS, "cro"),
              Map.entry(Chain.LINEA, "linea"),
              Map.entry(Chain.BLAST, "blast"),
              Map.entry(Chain.SONIC, "sonic"),
              Map.entry(Chain.HYPEREVM, "hyperevm"),
              Map.entry(Chain.PULSECHAIN, "pulsechain"),
              Map.entry(Chain.SOLANA, "solana"),
              Map.entry(Chain.TRON, "tron"),
              Map.entry(Chain.TON, "ton"),
              Map.entry(Chain.SUI, "sui-network"),
              Map.entry(Chain.APTOS, "aptos"),
              Map.entry(Chain.XRP, "xrpl")));

  @Override
  public boolean prices(Asset asset) {
    return asset instanceof Asset.Token token && NETWORKS.containsKey(token.chain());
  }

  @Override
  public int batch() {
    return BATCH;
  }

  @Override
  public Ask<Map<Asset, Quote>> quotes(List<Asset> lot) {
    List<Asset.Token> tokens = lot.stream().map(Asset.Token.class::cast).toList();
    Chain chain = tokens.getFirst().chain();
    String addresses = tokens.stream().map(GeckoTerminal::escaped).collect(Collectors.joining(","));
    NetworkReading reading = reading(chain);
    return new Ask<>(
        network(chain) + "/tokens/multi/" + addresses + "?include=top_pools",
        (body, at) -> reading.quotes(body, tokens, at),
        Map.of());
  }

  @Override
  public boolean pools(Asset.Token token) {
    return prices(token);
  }

  @Override
  public Ask<List<Pool>> poolsOf(Asset.Token token) {
    NetworkReading reading = reading(token.chain());
    return new Ask<>(
        network(token.chain()) + "/tokens/" + escaped(token) + "/pools",
        (body, _) -> reading.pools(body, token),
        List.of());
  }

  @Override
  public boolean pairs(Chain chain) {
    return NETWORKS.containsKey(chain);
  }

  @Override
  public Ask<Optional<Asset.Token>> tokenOf(Asset.Token pool) {
    NetworkReading reading = reading(pool.chain());
    return new Ask<>(
        network(pool.chain()) + "/pools/" + escaped(pool),
        (body, _) -> reading.traded(body, pool),
        Optional.empty());
  }

  @Override
  public List<Duration> steps(Asset asset) {
    return prices(asset) ? FINEST_FIRST : List.of();
  }

  @Override
  public boolean wantsPool() {
    return true;
  }

  @Override
  public int most() {
    return MOST;
  }

  /// Asks for the token by its address, not for a side of the pool, which another may have turned.
  @Override
  public Ask<List<Bar>> bars(Asset asset, @Nullable Pool pool, Span span) {
    Asset.Token token = (Asset.Token) asset;
    String address = Objects.requireNonNull(pool, "pool").address();
    NetworkReading reading = reading(token.chain());
    return new Ask<>(
        network(token.chain())
            + "/pools/"
            + URLEncoder.encode(address, StandardCharsets.UTF_8)
            + "/ohlcv/"
            + STEPS.get(span.step())
            + "&before_timestamp="
            + span.to().getEpochSecond()
            + "&limit="
            + (Math.min(span.candles(), MOST) + 1)
            + "&currency=usd&token="
            + escaped(token),
        (body, _) -> reading.bars(body, token, span),
        List.of());
  }

  private static String network(Chain chain) {
    return ROOT + NETWORKS.get(chain);
  }

  private static NetworkReading reading(Chain chain) {
    return new NetworkReading(chain, Objects.requireNonNull(NETWORKS.get(chain), chain.word()));
  }

  private static String escaped(Asset.Token token) {
    return URLEncoder.encode(Contracts.written(token), StandardCharsets.UTF_8);
  }
}
