package io.assay.adapters.geckoterminal;

import static io.assay.adapters.provider.Answers.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.adapters.provider.Answers;
import io.assay.adapters.provider.Bar;
import io.assay.adapters.provider.Profile;
import io.assay.adapters.provider.Span;
import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.price.Pool;
import io.assay.core.price.Quote;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class GeckoTerminalTest {
  private static final Asset.Token TOKEN =
      new Asset.Token(Chain.POLYGON, "0x1234567890123456789012345678901234567890");
  private static final Asset.Token OTHER =
      new Asset.Token(Chain.POLYGON, "0x2234567890123456789012345678901234567890");
  private static final Span SPAN =
      new Span(Instant.ofEpochSecond(600), Instant.ofEpochSecond(1500), Duration.ofMinutes(5));
  private static final Pool POOL =
      new Pool(Chain.POLYGON, "0xAA", "", OptionalDouble.empty(), null);

  private final GeckoTerminal provider =
      new GeckoTerminal(
          new Profile(GeckoTerminal.NAME, GeckoTerminal.BASE_URL, GeckoTerminal.PER_MINUTE, null));

  @Test
  void quotes_ofABatch_areAskedInOneRequest() {
    assertThat(provider.quotes(List.of(TOKEN, OTHER)).path())
        .isEqualTo(
            "/api/v2/networks/polygon_pos/tokens/multi/%s,%s?include=top_pools"
                .formatted(TOKEN.address(), OTHER.address()));
    assertThat(provider.lot(TOKEN)).isEqualTo(provider.lot(OTHER));
    assertThat(provider.prices(new Asset.Token(Chain.EVM, TOKEN.address()))).isFalse();
    assertThat(provider.prices(new Asset.Coin("bitcoin", "BTC"))).isFalse();
  }

  @Test
  void quotes_ofATokenInCapitals_haveItsTopPool() {
    String price = "0." + "0".repeat(58) + "1234567890";
    String body =
        """
        {"data":[%s],"included":[{"id":"polygon_pos_0xAA","type":"pool",
          "attributes":{"reserve_in_usd":"5000.25","pool_created_at":"2025-10-15T18:50:43Z"},
          "relationships":{"dex":{"data":{"id":"uniswap_v3"}}}}],"unforeseen":[1]}\
        """
            .formatted(
                token(
                    "0x" + TOKEN.address().substring(2).toUpperCase(java.util.Locale.ROOT),
                    "\"" + price + "\""));
    Quote quote = Answers.of(read(provider.quotes(List.of(TOKEN)), body), TOKEN);
    assertThat(quote.usd()).isEqualByComparingTo(price);
    assertThat(Answers.pool(quote).address()).isEqualTo("0xaa");
    assertThat(Answers.pool(quote).exchange()).isEqualTo("uniswap_v3");
    assertThat(quote.facts().liquidityUsd()).hasValue(5000.25);
    assertThat(quote.facts().marketCapUsd()).isEmpty();
    assertThat(quote.facts().tradedSince()).isEqualTo("2025-10-15T18:50:43Z");
    assertThat(quote.observedAt()).isEqualTo(Answers.AT);
  }

  @Test
  void quotes_withoutAPrice_orOfAnotherToken_areNone() {
    for (String price : List.of("null", "\"0.0\"", "\"-3\"", "\"NaN\"", "1e300", "[]")) {
      String body = "{\"data\":[" + token(TOKEN.address(), price) + "]}";
      assertThat(read(provider.quotes(List.of(TOKEN)), body)).as(price).isEmpty();
    }
    String other = "{\"data\":[" + token(OTHER.address(), "\"1\"") + "]}";
    assertThat(read(provider.quotes(List.of(TOKEN)), other)).isEmpty();
  }

  @Test
  void tokenOf_aPool_isItsBase_andWhereThatIsMoneyTheOther() {
    Asset.Token pool = new Asset.Token(Chain.POLYGON, "0xaa");
    String money = "0x0d500b1d8e8ef31e21c99d1db9a6444d3adf1270";
    assertThat(provider.tokenOf(pool).path()).isEqualTo("/api/v2/networks/polygon_pos/pools/0xaa");
    assertThat(read(provider.tokenOf(pool), onePool(TOKEN.address(), money))).contains(TOKEN);
    assertThat(read(provider.tokenOf(pool), onePool(money, TOKEN.address()))).contains(TOKEN);
    assertThat(read(provider.tokenOf(pool), onePool(TOKEN.address(), OTHER.address())))
        .contains(TOKEN);
    Asset.Token another = new Asset.Token(Chain.POLYGON, "0xbb");
    Answers.areNamed(
        provider.tokenOf(another),
        GeckoTerminal.NAME,
        onePool(TOKEN.address(), money),
        "{}",
        "[]",
        "{\"data\":{\"id\":\"polygon_pos_0xbb\"}}");
    assertThat(provider.pairs(Chain.EVM)).isFalse();
  }

  private static String onePool(String base, String other) {
    return """
    {"data":{"id":"polygon_pos_0xAA","type":"pool","attributes":{"address":"0xAA"},
     "relationships":{"base_token":{"data":{"id":"polygon_pos_%s"}},
      "quote_token":{"data":{"id":"polygon_pos_%s"}}}}}\
    """
        .formatted(base, other);
  }

  @Test
  void poolsOf_aToken_areThoseThatHoldIt_deepestFirst() {
    String body =
        "{\"data\":["
            + pool("0x01", TOKEN, OTHER, "\"5.5\"")
            + ","
            + pool("0x02", OTHER, TOKEN, "\"70\"")
            + ","
            + pool("0x03", OTHER, OTHER, "\"900\"")
            + ","
            + pool("0x04", TOKEN, OTHER, "null")
            + "]}";
    assertThat(read(provider.poolsOf(TOKEN), body))
        .extracting(Pool::address)
        .containsExactly("0x02", "0x01", "0x04");
  }

  @Test
  void bars_comeNewestFirst_andAreTurnedAround() {
    String body =
        bars(
            TOKEN,
            "[1500,9,9,9,9,1],[1200,2,1.9,0.5,1,0],[600,\"1e-9\",2,1,1,3.5],[300,7,7,7,7,1]");
    assertThat(read(provider.bars(TOKEN, POOL, SPAN), body))
        .extracting(Bar::line)
        .containsExactly("600,0.000000001,2,1,1,3.5", "1200,2,1.9,0.5,1,0");
    assertThat(provider.bars(TOKEN, POOL, SPAN).path())
        .isEqualTo(
            "/api/v2/networks/polygon_pos/pools/0xaa/ohlcv/minute?aggregate=5"
                + "&before_timestamp=1500&limit=4&currency=usd&token="
                + TOKEN.address());
    assertThat(provider.wantsPool()).isTrue();
  }

  @Test
  void body_ofAnotherShape_isNamed() {
    Answers.areNamed(
        provider.quotes(List.of(TOKEN)),
        "geckoterminal",
        "[]",
        "null",
        "7",
        "{}",
        "{\"data\":{}}",
        "{\"data\":[null]}",
        "{\"data\":[{\"attributes\":[]}]}",
        "{\"data\":[{\"attributes\":{\"address\":\"" + TOKEN.address() + "\"}}]}",
        "{\"errors\":[{\"status\":\"429\"}]}");
    Answers.areNamed(provider.poolsOf(TOKEN), "geckoterminal", "{}", "{\"data\":[7]}");
    Answers.areNamed(
        provider.bars(TOKEN, POOL, SPAN),
        "geckoterminal",
        "{}",
        "[]",
        bars(OTHER, "[600,1,1,1,1,1]"),
        bars(TOKEN, "[600,1]"),
        bars(TOKEN, "{\"time\":600}"),
        "{\"data\":{\"attributes\":{\"ohlcv_list\":{}}}}");
  }

  private static String bars(Asset.Token base, String rows) {
    return """
    {"data":{"attributes":{"ohlcv_list":[%s]}},
     "meta":{"base":{"address":"%s"},"quote":{"address":"0x3234567890123456789012345678901234567890"}}}\
    """
        .formatted(rows, base.address());
  }

  private static String token(String address, String price) {
    return """
    {"id":"polygon_pos_x","type":"token","attributes":{"address":"%s","name":"Token","symbol":"TKN",
      "price_usd":%s,"total_reserve_in_usd":"9","market_cap_usd":null,"volume_usd":{"h24":"0.0"}},
     "relationships":{"top_pools":{"data":[{"id":"polygon_pos_0xAA","type":"pool"}]}}}\
    """
        .formatted(address, price);
  }

  private static String pool(String address, Asset.Token base, Asset.Token quote, String reserve) {
    return """
    {"id":"polygon_pos_%s","attributes":{"reserve_in_usd":%s},"relationships":{
      "base_token":{"data":{"id":"polygon_pos_%s"}},"quote_token":{"data":{"id":"polygon_pos_%s"}}}}\
    """
        .formatted(address, reserve, base.address(), quote.address());
  }
}
