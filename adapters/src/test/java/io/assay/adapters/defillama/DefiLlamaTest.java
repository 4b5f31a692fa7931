package io.assay.adapters.defillama;

import static io.assay.adapters.provider.Answers.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.adapters.provider.Answers;
import io.assay.adapters.provider.Bar;
import io.assay.adapters.provider.Profile;
import io.assay.adapters.provider.Span;
import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.price.Quote;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DefiLlamaTest {
  private static final Asset.Coin COIN = new Asset.Coin("ethereum", "ETH");
  private static final Asset.Token TOKEN =
      new Asset.Token(Chain.AVALANCHE, "0xabcdef7890123456789012345678901234567890");
  private static final Asset.Token MINT =
      new Asset.Token(Chain.SOLANA, "DezXAZ8z7PnrnRJjz3wXBoRgixCa6xjnB7YaB1pPB263");
  private static final Span SPAN =
      new Span(Instant.ofEpochSecond(3600), Instant.ofEpochSecond(10_800), Duration.ofHours(1));

  private final DefiLlama provider =
      new DefiLlama(new Profile(DefiLlama.NAME, DefiLlama.BASE_URL, DefiLlama.PER_MINUTE, null));

  @Test
  void quotes_ofAnyChain_areAskedTogether() {
    assertThat(provider.quotes(List.of(COIN, TOKEN)).path())
        .isEqualTo("/prices/current/coingecko%3Aethereum%2Cavax%3A" + TOKEN.address());
    assertThat(provider.lot(COIN)).isEqualTo(provider.lot(TOKEN));
    assertThat(provider.prices(new Asset.Listing("binance", "X"))).isFalse();
  }

  @Test
  void quotes_keysInTheRequestsCaseOrAnother_areFound() {
    String body =
        """
        {"coins":{"avax:0xABCDEF7890123456789012345678901234567890":{"symbol":"TKN","price":1875.26,
            "timestamp":1786732360,"confidence":0.99,"decimals":18},
          "coingecko:ethereum":{"price":"1e-8","timestamp":1786732360},
          "solana:%s":{"price":3},"coingecko:other":{"price":4}}}\
        """
            .formatted(MINT.address().toLowerCase(java.util.Locale.ROOT));
    Map<Asset, Quote> quotes = read(provider.quotes(List.of(COIN, TOKEN, MINT)), body);
    assertThat(quotes).containsOnlyKeys(COIN, TOKEN);
    assertThat(Answers.of(quotes, TOKEN).usd()).isEqualTo("1875.26");
    assertThat(Answers.of(quotes, TOKEN).observedAt())
        .isEqualTo(Instant.ofEpochSecond(1_786_732_360));
    assertThat(Answers.of(quotes, COIN).usd()).isEqualByComparingTo("0.00000001");
  }

  @Test
  void quotes_thatItIsNotSureOf_orWithoutAPrice_areNone() {
    for (String told :
        List.of(
            "{\"price\":5,\"confidence\":0.2}",
            "{\"price\":0}",
            "{\"price\":null}",
            "{\"price\":[]}")) {
      String body = "{\"coins\":{\"coingecko:ethereum\":" + told + "}}";
      assertThat(read(provider.quotes(List.of(COIN)), body)).as(told).isEmpty();
    }
    assertThat(read(provider.quotes(List.of(COIN)), "{\"coins\":{}}")).isEmpty();
  }

  @Test
  void bars_arePointsAtTheirOwnTime() {
    String body =
        """
        {"coins":{"coingecko:ethereum":{"symbol":"ETH","confidence":0.99,"prices":[
          {"timestamp":3590,"price":1},{"timestamp":7205,"price":2.25},{"timestamp":3610,"price":2},
          {"timestamp":10800,"price":3}]}}}\
        """;
    assertThat(read(provider.bars(COIN, null, SPAN), body))
        .containsExactly(Bar.sampled(3610, "2"), Bar.sampled(7205, "2.25"));
    assertThat(read(provider.bars(COIN, null, SPAN), "{\"coins\":{}}")).isEmpty();
    assertThat(provider.bars(COIN, null, SPAN).path())
        .isEqualTo("/chart/coingecko%3Aethereum?start=3600&span=2&period=1h");
  }

  @Test
  void historical_asksForInstantsOfSeveralAssets() {
    Map<Asset, List<Instant>> wanted = Map.of(COIN, List.of(Instant.ofEpochSecond(3600)));
    assertThat(provider.historical(wanted, SPAN).path())
        .isEqualTo("/batchHistorical?coins=%7B%22coingecko%3Aethereum%22%3A%5B3600%5D%7D");
    String body =
        "{\"coins\":{\"coingecko:ethereum\":{\"prices\":[{\"timestamp\":3601,\"price\":9}]}}}";
    assertThat(read(provider.historical(wanted, SPAN), body))
        .containsExactly(Map.entry(COIN, List.of(Bar.sampled(3601, "9"))));
  }

  @Test
  void spots_areTheNearestInTime_andNoneFromFarAway() {
    String body =
        "{\"coins\":{\"coingecko:ethereum\":{\"prices\":[{\"timestamp\":3001,\"price\":9},"
            + "{\"timestamp\":2999,\"price\":8},{\"timestamp\":4200,\"price\":7}]}}}";
    assertThat(read(provider.spots(COIN, List.of(Instant.ofEpochSecond(3600))), body))
        .containsExactly(Bar.sampled(3001, "9"));
    assertThat(read(provider.spots(COIN, List.of(Instant.ofEpochSecond(3600))), "{\"coins\":{}}"))
        .isEmpty();
  }

  @Test
  void body_ofAnotherShape_isNamed() {
    Answers.areNamed(
        provider.quotes(List.of(COIN)),
        "defillama",
        "[]",
        "null",
        "{}",
        "{\"coins\":[]}",
        "{\"coins\":{\"coingecko:ethereum\":1875}}",
        "{\"message\":\"Internal Server Error\"}",
        "{\"coins\":{\"coingecko:ethereum\":{\"usd\":1}}}");
    Answers.areNamed(
        provider.bars(COIN, null, SPAN),
        "defillama",
        "{\"coins\":{\"coingecko:ethereum\":{}}}",
        "{\"coins\":{\"coingecko:ethereum\":{\"prices\":[[3600,1]]}}}");
  }
}
