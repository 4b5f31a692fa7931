package io.assay.adapters.cryptocompare;

import static io.assay.adapters.provider.Answers.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.adapters.provider.Answers;
import io.assay.adapters.provider.Bar;
import io.assay.adapters.provider.Profile;
import io.assay.adapters.provider.Span;
import io.assay.core.asset.Asset;
import io.assay.core.price.Quote;
import io.assay.runtime.ErrorKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CryptoCompareTest {
  private static final Asset.Coin BITCOIN = new Asset.Coin("bitcoin", "BTC");
  private static final Asset.Coin ETHER = new Asset.Coin("ethereum", "ETH");
  private static final Span SPAN =
      new Span(Instant.ofEpochSecond(3600), Instant.ofEpochSecond(14_400), Duration.ofHours(1));

  private final CryptoCompare provider =
      new CryptoCompare(
          new Profile(CryptoCompare.NAME, CryptoCompare.BASE_URL, CryptoCompare.PER_MINUTE, null));

  @Test
  void quotes_areAskedBySymbol_ofCoinsThatEverybodyMeans() {
    assertThat(provider.quotes(List.of(BITCOIN, ETHER)).path())
        .isEqualTo("/data/pricemultifull?tsyms=USD&fsyms=BTC,ETH");
    assertThat(provider.prices(new Asset.Coin("another", "BTC"))).isFalse();
    assertThat(CryptoCompare.key("hush")).hasToString("authorization: <secret>");
    assertThat(CryptoCompare.key("hush").reveal()).isEqualTo("Apikey hush");
  }

  @Test
  void quotes_haveTheTimeOfTheLastTrade() {
    String body =
        """
        {"RAW":{"BTC":{"USD":{"PRICE":42280.14,"LASTUPDATE":1711356300,"CHANGEPCT24HOUR":-1.5,
            "TOTALVOLUME24HTO":839894208.67,"CIRCULATINGSUPPLYMKTCAP":0}},
          "DOGE":{"USD":{"PRICE":7}}},"DISPLAY":{}}\
        """;
    Map<Asset, Quote> quotes = read(provider.quotes(List.of(BITCOIN, ETHER)), body);
    assertThat(quotes).containsOnlyKeys(BITCOIN);
    Quote quote = Answers.of(quotes, BITCOIN);
    assertThat(quote.usd()).isEqualTo("42280.14");
    assertThat(quote.observedAt()).isEqualTo(Instant.ofEpochSecond(1_711_356_300));
    assertThat(quote.facts().marketCapUsd()).isEmpty();
  }

  @Test
  void bars_beforeTheFirstTrade_areNone() {
    String body =
        """
        {"Response":"Success","Type":100,"Data":{"Aggregated":false,"Data":[
          {"time":3600,"open":0,"high":0,"low":0,"close":0,"volumefrom":0},
          {"time":7200,"open":1.5,"high":2,"low":1,"close":1.75,"volumefrom":12.5,"volumeto":20},
          {"time":14400,"open":1,"high":1,"low":1,"close":1,"volumefrom":0}]}}\
        """;
    assertThat(read(provider.bars(BITCOIN, null, SPAN), body))
        .extracting(Bar::line)
        .containsExactly("7200,1.5,2,1,1.75,12.5");
    assertThat(provider.bars(BITCOIN, null, SPAN).path())
        .isEqualTo("/data/v2/histohour?tsym=USD&fsym=BTC&limit=3&toTs=14400");
  }

  @Test
  void refusal_inABody_hasAKind() {
    String unknown =
        "{\"Response\":\"Error\",\"Message\":\"cccagg_or_exchange market does not exist for this coin pair (BTC-USD)\",\"Type\":2}";
    assertThat(read(provider.quotes(List.of(BITCOIN)), unknown)).isEmpty();
    assertThat(read(provider.bars(BITCOIN, null, SPAN), unknown)).isEmpty();
    String untold =
        "{\"Response\":\"Error\",\"Message\":\"There is no data for the symbol BTC .\"}";
    assertThat(read(provider.bars(BITCOIN, null, SPAN), untold)).isEmpty();
    String limit =
        "{\"Response\":\"Error\",\"Message\":\"You are over your rate limit\",\"Type\":99,\"Data\":{}}";
    assertThat(Answers.kind(provider.quotes(List.of(BITCOIN)), limit))
        .isEqualTo(ErrorKind.TEMPORARY);
    assertThat(Answers.kind(provider.bars(BITCOIN, null, SPAN), limit))
        .isEqualTo(ErrorKind.TEMPORARY);
    assertThat(
            Answers.kind(provider.quotes(List.of(BITCOIN)), "{\"Response\":\"Error\",\"Type\":1}"))
        .isEqualTo(ErrorKind.BAD_ITEM);
  }

  @Test
  void body_ofAnotherShape_isNamed() {
    Answers.areNamed(
        provider.quotes(List.of(BITCOIN)),
        "cryptocompare",
        "[]",
        "null",
        "{}",
        "{\"RAW\":[]}",
        "{\"RAW\":{\"BTC\":5}}",
        "{\"RAW\":{\"BTC\":{\"USD\":{}}}}");
    Answers.areNamed(
        provider.bars(BITCOIN, null, SPAN),
        "cryptocompare",
        "{}",
        "{\"Data\":[]}",
        "{\"Data\":{}}",
        "{\"Data\":{\"Data\":[{\"time\":3600}]}}");
    for (String price : List.of("0", "-1", "null", "\"-\"")) {
      String body = "{\"RAW\":{\"BTC\":{\"USD\":{\"PRICE\":" + price + "}}}}";
      assertThat(read(provider.quotes(List.of(BITCOIN)), body)).as(price).isEmpty();
    }
  }
}
