package io.assay.adapters.birdeye;

import io.assay.adapters.provider.Ask;
import io.assay.adapters.provider.Bar;
import io.assay.adapters.provider.Contracts;
import io.assay.adapters.provider.Profile;
import io.assay.adapters.provider.Provider;
import io.assay.adapters.provider.Span;
import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.market.Safety;
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

/// Birdeye's API: prices of up to a hundred tokens of one chain in a request, a token's markets and
/// all that is known about it, candles from a minute up, and what a contract allows. The liquidity
/// of its quotes is that of all pools together. The chain goes in a header.
///
/// Source: docs.birdeye.so; one request a second on the standard plan, a thousand candles in an
/// answer.
///
/// @param profile how it is reached
public record Birdeye(Profile profile)
    implements Provider.Quotes,
        Provider.Pools,
        Provider.History,
        Provider.Overviews,
        Provider.SafetyFacts {
  public static final String NAME = "birdeye";
  public static final String BASE_URL = "https://public-api.birdeye.so";
  public static final int PER_MINUTE = 60;

  private static final int BATCH = 100;
  private static final int MOST = 1000;
  private static final String CHAIN_HEADER = "x-chain";
  private static final Map<Duration, String> STEPS =
      Map.of(
          Duration.ofMinutes(1), "1m",
          Duration.ofMinutes(5), "5m",
          Duration.ofMinutes(15), "15m",
          Duration.ofHours(1), "1H",
          Duration.ofHours(4), "4H",
          Duration.ofDays(1), "1D");
  private static final List<Duration> FINEST_FIRST = STEPS.keySet().stream().sorted().toList();
  private static final Map<Chain, String> CHAINS =
      new EnumMap<>(
          Map.of(
              Chain.SOLANA, "solana",
              Chain.ETHEREUM, "ethereum",
              Chain.BSC, "bsc",
              Chain.BASE, "base",
              Chain.ARBITRUM, "arbitrum",
              Chain.POLYGON, "polygon",
              Chain.AVALANCHE, "avalanche",
              Chain.OPTIMISM, "optimism",
              Chain.SUI, "sui"));

  /// The key, as it goes into a request.
  public static Profile.Key key(String key) {
    return new Profile.Key("X-API-KEY", key);
  }

  @Override
  public boolean prices(Asset asset) {
    return asset instanceof Asset.Token token && CHAINS.containsKey(token.chain());
  }

  @Override
  public int batch() {
    return BATCH;
  }

  @Override
  public Ask<Map<Asset, Quote>> quotes(List<Asset> lot) {
    List<Asset.Token> tokens = lot.stream().map(Asset.Token.class::cast).toList();
    String addresses = tokens.stream().map(Birdeye::escaped).collect(Collectors.joining(","));
    return on(
        tokens.getFirst(),
        new Ask<>(
            "/defi/multi_price?include_liquidity=true&list_address=" + addresses,
            (body, at) -> TokenReading.quotes(body, tokens, at)));
  }

  @Override
  public boolean describes(Asset.Token token) {
    return prices(token);
  }

  @Override
  public Ask<Optional<Quote>> overview(Asset.Token token) {
    return on(
        token,
        new Ask<>(
            "/defi/token_overview?address=" + escaped(token),
            (body, at) -> TokenReading.overview(body, token, at),
            Optional.empty()));
  }

  @Override
  public boolean pools(Asset.Token token) {
    return prices(token);
  }

  @Override
  public Ask<List<Pool>> poolsOf(Asset.Token token) {
    return on(
        token,
        new Ask<>(
            "/defi/v2/markets?sort_by=liquidity&sort_type=desc&limit=20&address=" + escaped(token),
            (body, _) -> TokenReading.pools(body, token),
            List.of()));
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
    Asset.Token token = (Asset.Token) asset;
    return on(
        token,
        new Ask<>(
            "/defi/ohlcv?address=" + escaped(token) + within(span),
            (body, _) -> TokenReading.bars(body, token, span)));
  }

  @Override
  public Optional<Ask<List<Bar>>> points(Asset asset, Span span) {
    Asset.Token token = (Asset.Token) asset;
    return Optional.of(
        on(
            token,
            new Ask<>(
                "/defi/history_price?address_type=token&address=" + escaped(token) + within(span),
                (body, _) -> TokenReading.points(body, token, span))));
  }

  private static String within(Span span) {
    String type = Objects.requireNonNull(STEPS.get(span.step()), "a step that it has");
    return "&type="
        + type
        + "&time_from="
        + span.from().getEpochSecond()
        + "&time_to="
        + (span.to().getEpochSecond() - 1);
  }

  @Override
  public boolean examines(Asset.Token token) {
    return prices(token) && token.chain() != Chain.SUI;
  }

  @Override
  public Ask<Map<Asset.Token, Safety>> safety(Asset.Token token) {
    return on(
        token,
        new Ask<>(
            "/defi/token_security?address=" + escaped(token),
            (body, _) -> SecurityReading.safety(body, token),
            Map.of()));
  }

  private static <T> Ask<T> on(Asset.Token token, Ask<T> ask) {
    String word = Objects.requireNonNull(CHAINS.get(token.chain()), "a chain that it knows");
    return ask.with(CHAIN_HEADER, word);
  }

  private static String escaped(Asset.Token token) {
    return URLEncoder.encode(Contracts.written(token), StandardCharsets.UTF_8);
  }
}
