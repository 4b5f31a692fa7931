package io.assay.adapters.provider;

import static io.assay.adapters.provider.Answers.read;
import static io.assay.adapters.provider.Answers.recorded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.adapters.binance.Binance;
import io.assay.adapters.birdeye.Birdeye;
import io.assay.adapters.coingecko.CoinGecko;
import io.assay.adapters.defillama.DefiLlama;
import io.assay.adapters.dexscreener.DexScreener;
import io.assay.adapters.geckoterminal.GeckoTerminal;
import io.assay.adapters.goplus.GoPlus;
import io.assay.adapters.moralis.Moralis;
import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.market.Safety;
import io.assay.core.price.Pool;
import io.assay.core.price.Quote;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What vendors really answered. Some bodies were recorded behind a client that had taken them out
/// of their envelope; they are put back into the documented one.
@Tag("data")
class RecordedAnswersDataIT {
  private static final Asset.Token RUG =
      new Asset.Token(Chain.BSC, "0xe8852d270294cc9a84fe73d5a434ae85a1c34444");
  private static final String OF_RUG = "-0xe8852d270294cc9a84fe73d5a434ae85a1c34444.json";
  private static final String BIRDEYE = "birdeye/bibbycodes/birdeye__";

  /// Coins of the recorded list without a symbol.
  private static final int NO_SYMBOL = 6;

  private static final DexScreener DEXSCREENER =
      new DexScreener(new Profile("dexscreener", "", 1, null));
  private static final GeckoTerminal GECKOTERMINAL =
      new GeckoTerminal(new Profile("geckoterminal", "", 1, null));
  private static final Birdeye EYE = new Birdeye(new Profile("birdeye", "", 1, null));
  private static final GoPlus GOPLUS = new GoPlus(new Profile("goplus", "", 1, null));

  private static String text(String name) throws IOException {
    return new String(recorded(name), StandardCharsets.UTF_8);
  }

  private static String success(String data) {
    return "{\"success\":true,\"data\":" + data + "}";
  }

  private static Asset.Token solana(String address) {
    return new Asset.Token(Chain.SOLANA, address);
  }

  @Test
  void dexscreener_search_sevenTokensOfOneSymbol_showsAreLast() throws IOException {
    List<Quote> found =
        read(
            DEXSCREENER.search("PENGU"),
            recorded("dexscreener/signalarraylabs/pengu-response.json"));
    // The seventh is on a chain that we do not know.
    assertThat(found)
        .extracting(Quote::asset)
        .containsExactly(
            solana("GNKvyP8fYgJRbfkv9J8CxNW7SGgX3AvriNQ2vRcuKhXD"),
            solana("2zMMhcVQEXDtdE6vsFS7S7D5oUodfJHE8vd1gnBouauv"),
            solana("CRAG5rhJqJCP8BDpm59QvAsxAPBD8uu5kbF3r9SLoJL8"),
            solana("G5CojRtbfoSgVdm8Ki3hu8BcpqY6WpKnWEnJDLDhFWf5"),
            solana("CdQCGbC57drZyMbRcbdWd3MMkRjLWRbvBzWkarFchMT7"),
            solana("9Qq3cwZkScM2TUXLHaMWJHxaJYaPEeG1uP1UmuFCCh7R"));
    Quote real = found.get(1);
    assertThat(real.usd()).isEqualByComparingTo("0.007817");
    assertThat(Answers.pool(real).address())
        .isEqualTo("DdMA1cHcHEqYfttc1z1sJEY978CcU1pyjNuTWTNmdvzU");
    assertThat(Answers.pool(real).createdAt()).isEqualTo(Instant.ofEpochSecond(1_764_180_726));
    assertThat(real.facts().liquidityUsd()).hasValue(3825793.27);
    assertThat(real.facts().marketCapUsd()).hasValue(491_390_827);
    assertThat(real.facts().dilutedUsd()).hasValue(694_857_604);
    assertThat(real.facts().volumeUsd()).hasValue(422536.51);
    assertThat(real.facts().changePercent()).hasValue(3.82);
  }

  @Test
  void dexscreener_pairsOfAToken() throws IOException {
    Asset.Token token = solana("7f2UGHAA75PMLCXnRbbcaEi2CP7xFXSCSrLZWbciefH3");
    byte[] body = recorded("dexscreener/signalarraylabs/token-pairs-sample.json");
    Quote quote = Answers.of(read(DEXSCREENER.quotes(List.of(token)), body), token);
    assertThat(quote.usd()).isEqualByComparingTo("0.00002045");
    assertThat(quote.facts().liquidityUsd()).hasValue(7294.9);
    assertThat(read(DEXSCREENER.poolsOf(token), body))
        .extracting(Pool::address)
        .containsExactly(
            "GJVJt99QmWDEaF3ZjvSFjtrUunjmL42riZrJBMwSJiee",
            "9nEJKiZeABkrbde2Xv5ocUGTe6t2qzPSEvMBeqmeasun",
            "8RN35JNuWs1sJg4yki6DEg5XYd1gUVEkv64tcKBFGLSW");
    String boosts = text("dexscreener/signalarraylabs/token-boosts-sample.json");
    Answers.areNamed(DEXSCREENER.quotes(List.of(token)), "dexscreener", boosts);
  }

  @Test
  void geckoterminal_tokenAndPools() throws IOException {
    String folder = "geckoterminal/bibbycodes/gecko-terminal__";
    String token = "{\"data\":[" + text(folder + "tokenDetails" + OF_RUG) + "]}";
    Quote quote = Answers.of(read(GECKOTERMINAL.quotes(List.of(RUG)), token), RUG);
    assertThat(quote.usd()).isEqualTo("0.000006559165138");
    assertThat(quote.facts().symbol()).isEqualTo("RUGSURVIVE");
    assertThat(quote.facts().dilutedUsd()).hasValue(6559.165138);
    assertThat(quote.facts().marketCapUsd()).isEmpty();
    assertThat(quote.facts().volumeUsd()).hasValue(0);
    assertThat(quote.facts().liquidityUsd()).hasValue(5247.332110547724);
    assertThat(Answers.pool(quote).id()).isEqualTo(RUG.id());
    String pools = "{\"data\":" + text(folder + "tokenPools" + OF_RUG) + "}";
    Pool pool = read(GECKOTERMINAL.poolsOf(RUG), pools).getFirst();
    assertThat(pool.exchange()).isEqualTo("four-meme");
    assertThat(pool.liquidityUsd()).hasValue(4987.5351);
    assertThat(pool.createdAt()).isEqualTo("2025-10-15T18:50:43Z");
  }

  @Test
  void birdeye_pricesOfTheDocumentation() throws IOException {
    Asset.Token sol = solana("So11111111111111111111111111111111111111112");
    Asset.Token bonk = solana("DezXAZ8z7PnrnRJjz3wXBoRgixCa6xjnB7YaB1pPB263");
    Map<Asset, Quote> quotes =
        read(
            EYE.quotes(List.of(sol, bonk)),
            recorded("birdeye/transcribed/multi_price_2024-09_official-doc.json"));
    assertThat(Answers.of(quotes, sol).usd()).isEqualTo("127.32916175338693");
    assertThat(Answers.of(quotes, sol).observedAt())
        .isEqualTo(Instant.ofEpochSecond(1_726_673_192));
    assertThat(Answers.of(quotes, sol).facts().liquidityUsd()).hasValue(7_026_264_396.0);
    assertThat(Answers.of(quotes, bonk).usd()).isEqualByComparingTo("0.00001598090539282");
    assertThat(Answers.of(quotes, bonk).facts().changePercent()).hasValue(-4.766925300538944);
  }

  @Test
  void birdeye_aTokenWithoutLiquidity_hasAPrice() throws IOException {
    JsonNode raw = Body.parse("a test", recorded(BIRDEYE + "raw-data" + OF_RUG));
    isRug(text(BIRDEYE + "getTokenOverview" + OF_RUG), 3.3775539286146843e-11);
    isRug(text(BIRDEYE + "tokenOverview" + OF_RUG), 3.331375326688465e-11);
    isRug(raw.path("tokenOverview").toString(), 3.331375326688465e-11);
    areRugs(text(BIRDEYE + "getMarkets" + OF_RUG), 3.3775539286146843e-11);
    areRugs(success(text(BIRDEYE + "markets" + OF_RUG)), 3.331375326688465e-11);
    areRugs(success(raw.path("markets").toString()), 3.331375326688465e-11);
  }

  private static void isRug(String told, double liquidity) {
    Quote quote = read(EYE.overview(RUG), success(told)).orElseThrow();
    assertThat(quote.usd()).isEqualByComparingTo("0.0000066279564202772125");
    assertThat(quote.facts().liquidityUsd()).hasValue(liquidity);
    assertThat(quote.facts().marketCapUsd()).hasValue(6627.956420277213);
    assertThat(quote.observedAt()).isEqualTo(Instant.ofEpochSecond(1_760_636_946));
  }

  private static void areRugs(String body, double liquidity) {
    List<Pool> pools = read(EYE.poolsOf(RUG), body);
    assertThat(pools).hasSize(1);
    assertThat(pools.getFirst().id()).isEqualTo(RUG.id());
    assertThat(pools.getFirst().liquidityUsd()).hasValue(liquidity);
    assertThat(pools.getFirst().createdAt()).isEqualTo("2025-10-15T18:50:41.739Z");
  }

  @Test
  void birdeye_history_isSampled() throws IOException {
    String rows = text(BIRDEYE + "getHistoricalPriceData" + OF_RUG);
    Instant first = Instant.ofEpochSecond(1_760_654_100);
    Span span = new Span(first, first.plusSeconds(3600), Duration.ofMinutes(5));
    List<Bar> bars = read(EYE.points(RUG, span).orElseThrow(), success("{\"items\":" + rows + "}"));
    assertThat(bars).hasSize(12);
    assertThat(bars.getLast()).isEqualTo(Bar.sampled(1_760_657_400, "0.0000066279564202772125"));
  }

  @Test
  void birdeye_pricesAsAClientReshapedThem_areNamed() throws IOException {
    String prices = text(BIRDEYE + "getMultiplePrices" + OF_RUG);
    Answers.areNamed(EYE.quotes(List.of(RUG)), "birdeye", prices, success(prices));
  }

  @Test
  void safety_asGoPlusAndBirdeyeTellIt() throws IOException {
    JsonNode raw = Body.parse("a test", recorded(BIRDEYE + "raw-data" + OF_RUG));
    for (String body :
        List.of(
            text(BIRDEYE + "getTokenSecurity" + OF_RUG),
            success(text(BIRDEYE + "tokenSecurity" + OF_RUG)),
            success(raw.path("tokenSecurity").toString()))) {
      isHarmless(Objects.requireNonNull(read(EYE.safety(RUG), body).get(RUG)));
    }
    Safety safety = goplus("tokenSecurity");
    isHarmless(safety);
    assertThat(safety.topHolders().orElseThrow()).isCloseTo(1, within(1e-12));
    assertThat(safety.lockedLiquidity()).isEmpty();
    Safety untold = goplus("rugpullDetection");
    assertThat(untold.honeypot()).isEmpty();
    assertThat(untold.mintable()).isEmpty();
    assertThat(untold.topHolders()).isEmpty();
  }

  private static Safety goplus(String name) throws IOException {
    String told = text("goplus/bibbycodes/goplus__" + name + OF_RUG);
    String body = "{\"code\":1,\"result\":{\"" + RUG.address() + "\":" + told + "}}";
    return Objects.requireNonNull(read(GOPLUS.safety(RUG), body).get(RUG));
  }

  private static void isHarmless(Safety safety) {
    assertThat(safety.honeypot()).hasValue(false);
    assertThat(safety.mintable()).hasValue(false);
    assertThat(safety.freezable()).hasValue(false);
    assertThat(safety.sellTax()).hasValue(0);
    assertThat(safety.buyTax()).hasValue(0);
    assertThat(safety.holders()).hasValue(5);
  }

  @Test
  void moralis_price() throws IOException {
    Asset.Token omira =
        new Asset.Token(Chain.ETHEREUM, "0x06113abcef9d163c026441b112e70c82ee1c4a79");
    Moralis moralis = new Moralis(new Profile("moralis", "", 1, null));
    byte[] body = recorded("moralis/erc20-price_OMIRA_bz-findata.json");
    Quote quote = Answers.of(read(moralis.quotes(List.of(omira)), body), omira);
    assertThat(quote.usd()).isEqualTo("0.008604496332884841");
    assertThat(quote.observedAt()).isEqualTo("2024-12-03T21:50:23Z");
    assertThat(Answers.pool(quote).address())
        .isEqualTo("0x279ba98e72f5bea8eda92f1bf0a449c32b7c420f");
    assertThat(Answers.pool(quote).exchange()).isEqualTo("Uniswap v2");
    assertThat(quote.facts().liquidityUsd()).hasValue(179968.20);
    assertThat(quote.facts().changePercent()).hasValue(40.94741756145716);
  }

  @Test
  void defillama_pointsOfSeveral() throws IOException {
    Asset.Token weth =
        new Asset.Token(Chain.ETHEREUM, "0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2");
    Asset.Coin ether = new Asset.Coin("ethereum", "ETH");
    DefiLlama llama = new DefiLlama(new Profile("defillama", "", 1, null));
    Instant first = Instant.ofEpochSecond(1_786_732_360);
    Span span = new Span(first, first.plus(Duration.ofDays(3)), Duration.ofDays(1));
    Map<Asset, List<Instant>> wanted = Map.of(weth, List.of(first), ether, List.of(first));
    byte[] body = recorded("defillama/yearn-prices/09_multi_coin.json");
    assertThat(read(llama.historical(wanted, span), body))
        .containsOnly(
            Map.entry(
                weth,
                List.of(
                    Bar.sampled(1_786_732_360, "1875.2603870925288"),
                    Bar.sampled(1_786_818_770, "1880.5762201386747"),
                    Bar.sampled(1_786_905_110, "1884.11130987538"))),
            Map.entry(
                ether,
                List.of(
                    Bar.sampled(1_786_732_360, "1873.8221841595919"),
                    Bar.sampled(1_786_818_770, "1880.8504171759732"),
                    Bar.sampled(1_786_905_110, "1884.1786395692006"))));
    assertThat(read(llama.bars(ether, null, span), body)).hasSize(3);
  }

  @Test
  void binance_candles() throws IOException {
    Binance binance = new Binance(new Profile("binance", "", 1, null));
    Instant open = Instant.ofEpochSecond(1_710_327_600);
    Span span = new Span(open, open.plusSeconds(3600), Duration.ofHours(1));
    assertThat(
            read(
                binance.bars(new Asset.Coin("bitcoin", "BTC"), null, span),
                recorded("binance/ccxt-binanceus/klines_BTCUSDT_1h.json")))
        .extracting(Bar::line)
        .containsExactly(
            "1710327600,73249.24000000,73394.30000000,73234.62000000,73347.62000000,0.23592000");
  }

  @Test
  void coingecko_coinsOfADay_someOfThemDelisted() throws IOException {
    CoinGecko gecko = new CoinGecko(new Profile("coingecko", "", 1, null));
    JsonNode bodies =
        Body.parse("a test", recorded("coingecko/bayihu-coin-history/coin_history.json"));
    int priced = 0;
    for (Map.Entry<String, JsonNode> entry : bodies.properties()) {
      String key = entry.getKey();
      String day = key.substring(key.lastIndexOf('_') + 1);
      JsonNode body = entry.getValue();
      Asset.Coin coin = new Asset.Coin(Body.text(body, "id"), Body.text(body, "symbol"));
      Optional<Bar> bar =
          read(
              gecko.atMidnight(coin, LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE)),
              body.toString());
      assertThat(bar.isPresent()).as(key).isEqualTo(body.has("market_data"));
      priced += bar.isPresent() ? 1 : 0;
      switch (key) {
        case "APPC_20190604" ->
            assertThat(bar).hasValue(Bar.sampled(1_559_606_400, "0.10859732677640205"));
        case "UNIC_20220108" ->
            assertThat(bar).hasValue(Bar.sampled(1_641_600_000, "0.0000004861696428216383"));
        case "DOX_20190213" -> assertThat(bar).isEmpty();
        default -> {}
      }
    }
    assertThat(bodies.size() - priced).isEqualTo(6);
    assertThat(priced).isEqualTo(376);
  }

  @Test
  void coingecko_listOfCoins() throws IOException {
    CoinGecko gecko = new CoinGecko(new Profile("coingecko", "", 1, null));
    List<ListedCoin> coins =
        read(gecko.coins(), recorded("../tokens/coingecko-coins-list-17413.json"));
    assertThat(coins)
        .hasSize(17_413 - NO_SYMBOL)
        .contains(new ListedCoin("0x", "zrx", "0x Protocol", List.of()));
  }
}
