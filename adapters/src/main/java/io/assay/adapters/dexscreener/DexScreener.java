package io.assay.adapters.dexscreener;

import io.assay.adapters.provider.Ask;
import io.assay.adapters.provider.Contracts;
import io.assay.adapters.provider.Profile;
import io.assay.adapters.provider.Provider;
import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.price.Pool;
import io.assay.core.price.Quote;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// DexScreener's API: prices of up to thirty tokens of one chain in a request, a token's pairs, and
/// a search over all chains. Its answers do not say when they were true.
///
/// Source: docs.dexscreener.com/api/reference; 300 requests a minute.
///
/// @param profile how it is reached
public record DexScreener(Profile profile)
    implements Provider.Quotes, Provider.Search, Provider.Pools, Provider.Pairs {
  public static final String NAME = "dexscreener";
  public static final String BASE_URL = "https://api.dexscreener.com";
  public static final int PER_MINUTE = 300;

  private static final int BATCH = 30;
  private static final Map<Chain, String> CHAINS =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(Chain.ETHEREUM, "ethereum"),
              Map.entry(Chain.BSC, "bsc"),
              Map.entry(Chain.BASE, "base"),
              Map.entry(Chain.ARBITRUM, "arbitrum"),
              Map.entry(Chain.POLYGON, "polygon"),
              Map.entry(Chain.AVALANCHE, "avalanche"),
              Map.entry(Chain.OPTIMISM, "optimism"),
              Map.entry(Chain.FANTOM, "fantom"),
              Map.entry(Chain.CRONOS, "cronos"),
              Map.entry(Chain.LINEA, "linea"),
              Map.entry(Chain.BLAST, "blast"),
              Map.entry(Chain.SONIC, "sonic"),
              Map.entry(Chain.HYPEREVM, "hyperevm"),
              Map.entry(Chain.PULSECHAIN, "pulsechain"),
              Map.entry(Chain.SOLANA, "solana"),
              Map.entry(Chain.TRON, "tron"),
              Map.entry(Chain.TON, "ton"),
              Map.entry(Chain.SUI, "sui"),
              Map.entry(Chain.APTOS, "aptos"),
              Map.entry(Chain.CARDANO, "cardano"),
              Map.entry(Chain.XRP, "xrpl")));

  private static final PairReading PAIRS = new PairReading(CHAINS);

  @Override
  public Ask<?> probe() {
    return search("WETH");
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
    String addresses =
        tokens.stream()
            .map(token -> escaped(Contracts.written(token)))
            .collect(Collectors.joining(","));
    return new Ask<>(
        "/tokens/v1/" + CHAINS.get(tokens.getFirst().chain()) + "/" + addresses,
        (body, at) -> PAIRS.quotes(body, tokens, at),
        Map.of());
  }

  @Override
  public Ask<List<Quote>> search(String text) {
    return new Ask<>(
        "/latest/dex/search?q=" + escaped(text), (body, at) -> PAIRS.found(body, text, at));
  }

  @Override
  public boolean pools(Asset.Token token) {
    return prices(token);
  }

  @Override
  public Ask<List<Pool>> poolsOf(Asset.Token token) {
    return new Ask<>(
        "/token-pairs/v1/" + CHAINS.get(token.chain()) + "/" + escaped(Contracts.written(token)),
        (body, at) -> PAIRS.pools(body, token, at),
        List.of());
  }

  @Override
  public boolean pairs(Chain chain) {
    return chain == Chain.EVM || CHAINS.containsKey(chain);
  }

  /// Asks for the pair on its chain; where that is unknown, for whatever goes by the address.
  @Override
  public Ask<Optional<Asset.Token>> tokenOf(Asset.Token pool) {
    String address = escaped(Contracts.written(pool));
    String path =
        pool.isChainUnknown()
            ? "/latest/dex/search?q=" + address
            : "/latest/dex/pairs/" + CHAINS.get(pool.chain()) + "/" + address;
    return new Ask<>(path, (body, _) -> PAIRS.traded(body, pool), Optional.empty());
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
