package io.assay.adapters.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.adapters.binance.Binance;
import io.assay.adapters.birdeye.Birdeye;
import io.assay.adapters.coingecko.CoinGecko;
import io.assay.adapters.cryptocompare.CryptoCompare;
import io.assay.adapters.defillama.DefiLlama;
import io.assay.adapters.dexscreener.DexScreener;
import io.assay.adapters.geckoterminal.GeckoTerminal;
import io.assay.adapters.goplus.GoPlus;
import io.assay.adapters.moralis.Moralis;
import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.price.Pool;
import io.assay.runtime.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Every part of every kind of answer, with something else in its place or taken away: it is read,
/// or it is a failure with a name, and never anything else.
class OddShapesTest {
  private static final Asset.Token TOKEN =
      new Asset.Token(Chain.BSC, "0xabcdef7890123456789012345678901234567890");
  private static final Asset.Token MINT =
      new Asset.Token(Chain.SOLANA, "DezXAZ8z7PnrnRJjz3wXBoRgixCa6xjnB7YaB1pPB263");
  private static final Asset.Coin COIN = new Asset.Coin("bitcoin", "BTC");
  private static final Pool POOL = new Pool(Chain.BSC, "0xaa", "", OptionalDouble.empty(), null);
  private static final Span SPAN =
      new Span(
          Instant.ofEpochSecond(1_710_327_600),
          Instant.ofEpochSecond(1_710_334_800),
          Duration.ofHours(1));
  private static final List<JsonNode> ODD =
      List.of(
          node("null"),
          node("[]"),
          node("{}"),
          node("[null]"),
          node("[[1]]"),
          node("{\"a\":1}"),
          node("true"),
          node("0"),
          node("-1"),
          node("1e400"),
          node("99999999999999999999"),
          node("\"\""),
          node("\"x\""),
          node("\"NaN\""),
          node("\"0x\""),
          node("\"-1\""));

  private static JsonNode node(String json) {
    return Body.parse("a test", json.getBytes(StandardCharsets.UTF_8));
  }

  private static Profile profile(String name) {
    return new Profile(name, "", 1, null);
  }

  private record Case(Ask<?> ask, String body) {}

  private static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    addPools(cases);
    addBirdeye(cases);
    addCoins(cases);
    addSafety(cases);
    return cases;
  }

  private static void addPools(List<Case> cases) {
    DexScreener dexscreener = new DexScreener(profile("dexscreener"));
    String pairs =
        """
        {"pairs":[{"chainId":"bsc","dexId":"d","pairAddress":"0xaa","priceUsd":"2","priceNative":"1",
          "baseToken":{"address":"%s","symbol":"T","name":"N"},"quoteToken":{"address":"0xbb","symbol":"Q"},
          "liquidity":{"usd":5,"quote":1},"volume":{"h24":1},"priceChange":{"h24":1},
          "marketCap":1,"pairCreatedAt":1764180726000}]}\
        """
            .formatted(TOKEN.address());
    cases.add(new Case(dexscreener.quotes(List.of(TOKEN)), pairs));
    cases.add(new Case(dexscreener.search("T"), pairs));
    cases.add(new Case(dexscreener.poolsOf(TOKEN), pairs));
    cases.add(new Case(dexscreener.tokenOf(new Asset.Token(Chain.BSC, "0xaa")), pairs));
    GeckoTerminal terminal = new GeckoTerminal(profile("geckoterminal"));
    String sides =
        "\"relationships\":{\"base_token\":{\"data\":{\"id\":\"bsc_%1$s\"}},\"quote_token\":{\"data\":{\"id\":\"bsc_0x1\"}},\"top_pools\":{\"data\":[{\"id\":\"bsc_0xaa\"}]},\"dex\":{\"data\":{\"id\":\"d\"}}}"
            .formatted(TOKEN.address());
    String told =
        "\"attributes\":{\"address\":\"%s\",\"price_usd\":\"2\",\"reserve_in_usd\":\"5\",\"volume_usd\":{\"h24\":\"1\"},\"pool_created_at\":\"2025-10-15T18:50:43Z\"}"
            .formatted(TOKEN.address());
    String row = "{\"id\":\"bsc_0xaa\"," + told + "," + sides + "}";
    String body = "{\"data\":[" + row + "],\"included\":[" + row + "]}";
    cases.add(new Case(terminal.quotes(List.of(TOKEN)), body));
    cases.add(new Case(terminal.poolsOf(TOKEN), body));
    cases.add(
        new Case(terminal.tokenOf(new Asset.Token(Chain.BSC, "0xaa")), "{\"data\":" + row + "}"));
    String candles =
        "{\"data\":{\"attributes\":{\"ohlcv_list\":[[1710327600,1,2,1,2,5]]}},\"meta\":{\"base\":{\"address\":\"%s\"},\"quote\":{\"address\":\"0x1\"}}}"
            .formatted(TOKEN.address());
    cases.add(new Case(terminal.bars(TOKEN, POOL, SPAN), candles));
    String moralis =
        "{\"tokenAddress\":\"%s\",\"usdPrice\":2,\"blockTimestamp\":\"1733262623000\",\"pairAddress\":\"0xaa\",\"exchangeName\":\"e\",\"pairTotalLiquidityUsd\":\"5\"}"
            .formatted(TOKEN.address());
    cases.add(new Case(new Moralis(profile("moralis")).quotes(List.of(TOKEN)), moralis));
  }

  private static void addBirdeye(List<Case> cases) {
    Birdeye birdeye = new Birdeye(profile("birdeye"));
    cases.add(
        new Case(
            birdeye.quotes(List.of(TOKEN)),
            "{\"success\":true,\"data\":{\"%s\":{\"value\":2,\"updateUnixTime\":1726673192,\"liquidity\":5}}}"
                .formatted(TOKEN.address())));
    cases.add(
        new Case(
            birdeye.overview(TOKEN),
            "{\"success\":true,\"data\":{\"address\":\"%s\",\"price\":2,\"lastTradeUnixTime\":1726673192,\"marketCap\":5}}"
                .formatted(TOKEN.address())));
    cases.add(
        new Case(
            birdeye.poolsOf(TOKEN),
            "{\"success\":true,\"data\":{\"items\":[{\"address\":\"0xaa\",\"base\":{\"address\":\"%s\"},\"quote\":{\"address\":\"0x1\"},\"liquidity\":5,\"createdAt\":\"2025-10-15T18:50:43Z\"}]}}"
                .formatted(TOKEN.address())));
    String items =
        "{\"success\":true,\"data\":{\"items\":[{\"address\":\"%s\",\"unixTime\":1710327600,\"o\":1,\"h\":2,\"l\":1,\"c\":2,\"v\":5,\"value\":1}]}}"
            .formatted(TOKEN.address());
    cases.add(new Case(birdeye.bars(TOKEN, null, SPAN), items));
    cases.add(new Case(birdeye.points(TOKEN, SPAN).orElseThrow(), items));
  }

  private static void addCoins(List<Case> cases) {
    CoinGecko gecko = new CoinGecko(profile("coingecko"));
    cases.add(
        new Case(
            gecko.quotes(List.of(COIN)),
            "{\"bitcoin\":{\"usd\":2,\"usd_market_cap\":5,\"last_updated_at\":1711356300},\"status\":{\"usd\":1}}"));
    cases.add(
        new Case(gecko.quotes(List.of(TOKEN)), "{\"%s\":{\"usd\":2}}".formatted(TOKEN.address())));
    cases.add(new Case(gecko.bars(COIN, null, SPAN), "{\"prices\":[[1710327600000,2]]}"));
    String coin =
        "{\"id\":\"bitcoin\",\"market_data\":{\"current_price\":{\"usd\":2},\"ath\":{\"usd\":3},\"atl\":{\"usd\":1},\"ath_date\":{\"usd\":\"2024-03-14T07:10:36.635Z\"},\"atl_date\":{\"usd\":\"2024-03-14T07:10:36.635Z\"}}}";
    cases.add(new Case(gecko.atMidnight(COIN, LocalDate.EPOCH), coin));
    cases.add(new Case(gecko.extremes(COIN), coin));
    cases.add(
        new Case(
            gecko.coins(),
            "[{\"id\":\"a\",\"symbol\":\"s\",\"name\":\"n\",\"platforms\":{\"base\":\"%s\"}}]"
                .formatted(TOKEN.address())));
    DefiLlama llama = new DefiLlama(profile("defillama"));
    String llamas =
        "{\"coins\":{\"coingecko:bitcoin\":{\"price\":2,\"timestamp\":1726673192,\"confidence\":0.9,\"prices\":[{\"timestamp\":1710327600,\"price\":2}]}}}";
    cases.add(new Case(llama.quotes(List.of(COIN)), llamas));
    cases.add(new Case(llama.bars(COIN, null, SPAN), llamas));
    Binance binance = new Binance(profile("binance"));
    cases.add(
        new Case(
            binance.quotes(List.of(COIN)),
            "[{\"symbol\":\"BTCUSDT\",\"lastPrice\":\"2\",\"openPrice\":\"1\",\"closeTime\":1710331199999}]"));
    cases.add(
        new Case(
            binance.bars(COIN, null, SPAN), "[[1710327600000,\"1\",\"2\",\"1\",\"2\",\"5\"]]"));
    CryptoCompare compare = new CryptoCompare(profile("cryptocompare"));
    cases.add(
        new Case(
            compare.quotes(List.of(COIN)),
            "{\"RAW\":{\"BTC\":{\"USD\":{\"PRICE\":2,\"LASTUPDATE\":1711356300}}}}"));
    cases.add(
        new Case(
            compare.bars(COIN, null, SPAN),
            "{\"Response\":\"Success\",\"Data\":{\"Data\":[{\"time\":1710327600,\"open\":1,\"high\":2,\"low\":1,\"close\":2,\"volumefrom\":5}]}}"));
    cases.add(
        new Case(
            compare.quotes(List.of(COIN)),
            "{\"Response\":\"Error\",\"Message\":\"m\",\"Type\":99}"));
  }

  private static void addSafety(List<Case> cases) {
    GoPlus goplus = new GoPlus(profile("goplus"));
    String holders =
        "\"holder_count\":\"5\",\"holders\":[{\"address\":\"0x1\",\"account\":\"A\",\"percent\":\"0.5\",\"is_locked\":0}],\"lp_holders\":[{\"percent\":\"0.5\",\"is_locked\":1}],\"dex\":[{\"pair\":\"0xaa\",\"id\":\"P\"}]";
    cases.add(
        new Case(
            goplus.safety(TOKEN),
            "{\"code\":1,\"result\":{\"%s\":{\"is_honeypot\":\"0\",\"buy_tax\":\"0.1\",%s}}}"
                .formatted(TOKEN.address(), holders)));
    String solana =
        "\"mintable\":{\"status\":\"0\"},\"freezable\":{\"status\":\"1\"},\"transfer_fee\":{\"current_fee_rate\":{\"fee_rate\":\"1\"}}";
    cases.add(
        new Case(
            goplus.safety(MINT),
            "{\"code\":1,\"result\":{\"%s\":{%s,%s}}}".formatted(MINT.address(), solana, holders)));
    Birdeye birdeye = new Birdeye(profile("birdeye"));
    cases.add(
        new Case(
            birdeye.safety(TOKEN),
            "{\"success\":true,\"data\":{\"isHoneypot\":\"0\",\"buyTax\":\"0.1\",\"holderCount\":\"5\"}}"));
    cases.add(
        new Case(
            birdeye.safety(MINT),
            "{\"success\":true,\"data\":{\"ownerAddress\":\"A\",\"freezeable\":true,\"top10HolderPercent\":0.2}}"));
  }

  @Test
  void everyPart_withSomethingElseInItsPlace_isReadOrNamed() {
    int[] tried = new int[1];
    for (Case one : cases()) {
      JsonNode body = node(one.body);
      assertThat(readsOrNames(one.ask, body)).as(one.body).isTrue();
      ODD.forEach(odd -> readsOrNames(one.ask, odd));
      everyChange(
          body,
          () -> {
            tried[0]++;
            readsOrNames(one.ask, body);
          });
    }
    assertThat(tried[0]).isGreaterThan(2000);
  }

  /// Whether it was read; anything that is no [Fault] goes through.
  private static boolean readsOrNames(Ask<?> ask, JsonNode body) {
    try {
      assertThat((Object) ask.reading().read(body, Answers.AT)).isNotNull();
      return true;
    } catch (Fault named) {
      assertThat(named).hasMessageMatching("[a-z]+ (answers|refuses).*");
      return body.has("Response");
    }
  }

  private static void everyChange(JsonNode node, Runnable tryIt) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> entry : List.copyOf(object.properties())) {
        String name = entry.getKey();
        JsonNode was = entry.getValue();
        change(odd -> object.set(name, odd), was, tryIt);
        object.remove(name);
        tryIt.run();
        object.set(name, was);
        everyChange(was, tryIt);
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int place = i;
        JsonNode was = array.get(i);
        change(odd -> array.set(place, odd), was, tryIt);
        everyChange(was, tryIt);
      }
    }
  }

  private static void change(Consumer<JsonNode> put, JsonNode was, Runnable tryIt) {
    for (JsonNode odd : ODD) {
      put.accept(odd);
      tryIt.run();
    }
    put.accept(was);
  }
}
