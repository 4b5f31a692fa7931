package io.assay.adapters.birdeye;

import static io.assay.adapters.provider.Answers.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.adapters.provider.Answers;
import io.assay.adapters.provider.Bar;
import io.assay.adapters.provider.Profile;
import io.assay.adapters.provider.Span;
import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.market.Life;
import io.assay.core.market.LifeSigns;
import io.assay.core.market.Safety;
import io.assay.core.price.Pool;
import io.assay.core.price.Quote;
import io.assay.runtime.ErrorKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BirdeyeTest {
  private static final Asset.Token MINT =
      new Asset.Token(Chain.SOLANA, "DezXAZ8z7PnrnRJjz3wXBoRgixCa6xjnB7YaB1pPB263");
  private static final Asset.Token TOKEN =
      new Asset.Token(Chain.BSC, "0xabcdef7890123456789012345678901234567890");
  private static final String SHOUTED = "0xABCDEF7890123456789012345678901234567890";
  private static final Span SPAN =
      new Span(Instant.ofEpochSecond(600), Instant.ofEpochSecond(1200), Duration.ofMinutes(5));

  private final Birdeye provider =
      new Birdeye(
          new Profile(Birdeye.NAME, Birdeye.BASE_URL, Birdeye.PER_MINUTE, Birdeye.key("hush")));

  @Test
  void asks_nameTheChainInAHeader_andNoKey() {
    assertThat(provider.quotes(List.of(MINT)).headers())
        .containsExactly(Map.entry("x-chain", "solana"));
    assertThat(provider.bars(TOKEN, null, SPAN).headers())
        .containsExactly(Map.entry("x-chain", "bsc"));
    assertThat(provider.bars(TOKEN, null, SPAN).path())
        .isEqualTo(
            "/defi/ohlcv?address=" + TOKEN.address() + "&type=5m&time_from=600&time_to=1199");
    assertThat(provider.lot(MINT)).isNotEqualTo(provider.lot(TOKEN));
    assertThat(provider.profile().toString()).doesNotContain("hush").contains("X-API-KEY");
  }

  @Test
  void quotes_areOfTheTokensThatWereAsked() {
    String body =
        """
        {"success":true,"data":{"%s":{"value":1.598e-05,"updateUnixTime":1726673185,
           "priceChange24h":-4.76,"liquidity":1234414},
          "So11111111111111111111111111111111111111112":{"value":127.3}}}\
        """
            .formatted(MINT.address());
    Map<Asset, Quote> quotes = read(provider.quotes(List.of(MINT)), body);
    assertThat(quotes).containsOnlyKeys(MINT);
    Quote quote = Answers.of(quotes, MINT);
    assertThat(quote.usd()).isEqualByComparingTo("0.00001598");
    assertThat(quote.observedAt()).isEqualTo(Instant.ofEpochSecond(1_726_673_185));
    assertThat(quote.facts().liquidityUsd()).hasValue(1_234_414);
    assertThat(quote.facts().changePercent()).hasValue(-4.76);
  }

  @Test
  void quotes_whatItDoesNotKnow_isNull() {
    for (String told :
        List.of("null", "{\"value\":null}", "{\"value\":0}", "{\"value\":\"Infinity\"}")) {
      String body = "{\"success\":true,\"data\":{\"" + SHOUTED + "\":" + told + "}}";
      assertThat(read(provider.quotes(List.of(TOKEN)), body)).as(told).isEmpty();
    }
    String known = "{\"success\":true,\"data\":{\"" + SHOUTED + "\":{\"value\":\"2\"}}}";
    assertThat(read(provider.quotes(List.of(TOKEN)), known)).containsOnlyKeys(TOKEN);
  }

  @Test
  void overview_withNextToNoLiquidity_hasAPriceAllTheSame() {
    String body =
        """
        {"success":true,"data":{"address":"%s","symbol":"TKN","price":0.0000066,
          "liquidity":3.3775539286146843e-11,"marketCap":6627.9,"fdv":6627.9,
          "lastTradeUnixTime":1760636946,"v24hUSD":0}}\
        """
            .formatted(SHOUTED);
    Quote quote = read(provider.overview(TOKEN), body).orElseThrow();
    assertThat(quote.usd()).isEqualByComparingTo("0.0000066");
    assertThat(quote.facts().liquidityUsd()).hasValue(3.3775539286146843e-11);
    assertThat(quote.facts().volumeUsd()).hasValue(0);
    assertThat(quote.observedAt()).isEqualTo(Instant.ofEpochSecond(1_760_636_946));
    Instant monthLater = quote.observedAt().plus(Duration.ofDays(30));
    assertThat(new LifeSigns(List.of(quote), null).at(monthLater)).isInstanceOf(Life.Dead.class);
    assertThat(read(provider.overview(TOKEN), "{\"success\":true,\"data\":null}")).isEmpty();
    Answers.areNamed(
        provider.overview(MINT),
        "birdeye",
        body,
        "{\"success\":true,\"data\":[1]}",
        "{\"success\":true}");
  }

  @Test
  void poolsOf_aToken_areThoseThatTradeIt_deepestFirst() {
    String body =
        """
        {"success":true,"data":{"items":[%s,%s,%s],"total":3}}\
        """
            .formatted(
                market("0x01", SHOUTED, "0x2234567890123456789012345678901234567890", "4"),
                market("0x02", "0x2234567890123456789012345678901234567890", SHOUTED, "5e3"),
                market("0x03", MINT.address(), MINT.address(), "9e9"));
    assertThat(read(provider.poolsOf(TOKEN), body))
        .extracting(Pool::address)
        .containsExactly("0x02", "0x01");
  }

  @Test
  void bars_keepWhatWasSaid_andPointsAreSampled() {
    String candles =
        """
        {"success":true,"data":{"items":[
          {"o":9,"h":8,"l":7,"c":7.5,"v":12.5,"unixTime":900,"address":"%1$s"},
          {"o":1e-10,"h":1,"l":0.00000000001,"c":1,"v":0,"unixTime":600,"address":"%1$s"},
          {"o":1,"h":1,"l":1,"c":1,"v":1,"unixTime":1200,"address":"%1$s"}]}}\
        """
            .formatted(SHOUTED);
    assertThat(read(provider.bars(TOKEN, null, SPAN), candles))
        .extracting(Bar::line)
        .containsExactly("600,0.0000000001,1,0.00000000001,1,0", "900,9,8,7,7.5,12.5");
    String points = "{\"success\":true,\"data\":{\"items\":[{\"unixTime\":601,\"value\":2}]}}";
    assertThat(read(provider.points(TOKEN, SPAN).orElseThrow(), points))
        .containsExactly(Bar.sampled(601, "2"));
    Answers.areNamed(provider.bars(MINT, null, SPAN), "birdeye", candles, points);
  }

  @Test
  void safety_ofAnEvmToken_isReadFromItsFlags() {
    String body =
        """
        {"success":true,"data":{"isHoneypot":"0","isMintable":"1","transferPausable":null,
          "buyTax":"0.05","sellTax":"","holderCount":"5"}}\
        """;
    Safety safety = Objects.requireNonNull(read(provider.safety(TOKEN), body).get(TOKEN));
    assertThat(safety.honeypot()).hasValue(false);
    assertThat(safety.mintable()).hasValue(true);
    assertThat(safety.freezable()).isEmpty();
    assertThat(safety.buyTax()).hasValue(0.05);
    assertThat(safety.sellTax()).isEmpty();
    assertThat(safety.holders()).hasValue(5);
  }

  @Test
  void safety_ofASolanaToken_countsAuthoritiesThatAreNamed() {
    String body =
        """
        {"success":true,"data":{"ownerAddress":"4fvgYkfKhKRwBmEBVUaTjCTGzCZBHKX1Nnf5JVxWB6EE",
          "freezeAuthority":null,"freezeable":null,"top10HolderPercent":0.237,"nonTransferable":null}}\
        """;
    Safety safety = Objects.requireNonNull(read(provider.safety(MINT), body).get(MINT));
    assertThat(safety.mintable()).hasValue(true);
    assertThat(safety.freezable()).isEmpty();
    assertThat(safety.honeypot()).isEmpty();
    assertThat(safety.topHolders()).hasValue(0.237);
    assertThat(read(provider.safety(MINT), "{\"success\":true,\"data\":{}}")).isEmpty();
  }

  @Test
  void body_ofAnotherShape_orARefusal_isNamed() {
    Answers.areNamed(
        provider.quotes(List.of(MINT)),
        "birdeye",
        "[]",
        "null",
        "0.0000066",
        "{}",
        "{\"message\":\"Unauthorized\"}",
        "{\"success\":false,\"message\":\"x\"}",
        "{\"success\":true}",
        "{\"success\":true,\"data\":[]}",
        "{\"success\":true,\"data\":null}",
        "{\"success\":true,\"data\":{\"" + MINT.address() + "\":0.5}}",
        "{\"success\":true,\"data\":{\"" + MINT.address() + "\":{\"worth\":0.5}}}");
    Answers.areNamed(provider.safety(MINT), "birdeye", "{\"success\":true,\"data\":[]}", "{}");
    Answers.areNamed(provider.poolsOf(MINT), "birdeye", "{\"success\":true,\"data\":{}}");
    assertThat(Answers.kind(provider.quotes(List.of(MINT)), "{\"success\":false}"))
        .isEqualTo(ErrorKind.BAD_ITEM);
  }

  private static String market(String address, String base, String quote, String liquidity) {
    return "{\"address\":\"%s\",\"base\":{\"address\":\"%s\"},\"quote\":{\"address\":\"%s\"},\"liquidity\":%s}"
        .formatted(address, base, quote, liquidity);
  }
}
