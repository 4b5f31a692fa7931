package io.assay.adapters.binance;

import static io.assay.adapters.provider.Answers.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.adapters.provider.Answers;
import io.assay.adapters.provider.Ask;
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

class BinanceTest {
  private static final Asset.Coin BITCOIN = new Asset.Coin("bitcoin", "BTC");
  private static final Asset.Listing LISTING = new Asset.Listing("binance", "SNGLS");
  private static final Span SPAN =
      new Span(
          Instant.ofEpochSecond(1_710_327_600),
          Instant.ofEpochSecond(1_710_334_800),
          Duration.ofHours(1));

  private final Binance provider =
      new Binance(new Profile(Binance.NAME, Binance.BASE_URL, Binance.PER_MINUTE, null));

  @Test
  void prices_areThoseOfCoinsThatEverybodyMeans_andOfItsOwnListings() {
    assertThat(provider.prices(BITCOIN)).isTrue();
    assertThat(provider.prices(LISTING)).isTrue();
    assertThat(provider.prices(new Asset.Coin("bitcoin-of-somebody", "BTC"))).isFalse();
    assertThat(provider.prices(new Asset.Coin("tether", "USDT"))).isFalse();
    assertThat(provider.prices(new Asset.Listing("kucoin", "SNGLS"))).isFalse();
    assertThat(provider.prices(new Asset.Token(Chain.BSC, "0xaa"))).isFalse();
  }

  @Test
  void bars_ofAPairThatItDoesNotKnow_areNone_andAnyOtherRefusalIsAFailure() {
    Ask<List<Bar>> ask = provider.bars(LISTING, null, SPAN);
    assertThat(Answers.isAbsence(ask, 400, "{\"code\":-1121,\"msg\":\"Invalid symbol.\"}"))
        .isTrue();
    assertThat(ask.ifNotFound()).isEmpty();
    assertThat(Answers.isAbsence(ask, 400, "{\"code\":-1100,\"msg\":\"Illegal characters\"}"))
        .isFalse();
    assertThat(Answers.isAbsence(ask, 451, "{\"code\":0,\"msg\":\"restricted location\"}"))
        .isFalse();
    assertThat(Answers.isAbsence(ask, 400, "[]")).isFalse();
  }

  @Test
  void quotes_areOfThePairInUsdt_andHaveTheTimeOfItsLastTrade() {
    String body =
        """
        [{"symbol":"BTCUSDT","openPrice":"50000.00","lastPrice":"55000.00000000","quoteVolume":"17.5",
          "volume":"1","closeTime":1710331199999,"count":55},
         {"symbol":"BTCEUR","lastPrice":"1.00","closeTime":1710331199999},
         {"symbol":"SNGLSUSDT","lastPrice":"0.00000000"},
         {"symbol":"ETHUSDT","lastPrice":"3.00"}]\
        """;
    Map<Asset, Quote> quotes = read(provider.quotes(List.of(BITCOIN, LISTING)), body);
    assertThat(quotes).containsOnlyKeys(BITCOIN);
    Quote quote = Answers.of(quotes, BITCOIN);
    assertThat(quote.usd()).isEqualByComparingTo("55000");
    assertThat(quote.observedAt()).isEqualTo(Instant.ofEpochMilli(1_710_331_199_999L));
    assertThat(quote.facts().changePercent()).hasValue(10);
    assertThat(quote.facts().volumeUsd()).hasValue(17.5);
    assertThat(quote.facts().symbol()).isEqualTo("BTC");
  }

  @Test
  void bars_areInMilliseconds_someOfThemAsText() {
    String body =
        """
        [[1710327600000,"73249.24000000","73394.30000000","73234.62000000","73347.62000000",
          "0.23592000",1710331199999,"17296.89",55,"0.2","16164.8","0"],
         ["1710331200000","5","4","6","5.50","0",1710334799999],
         [1710334800000,"1","1","1","1","1"]]\
        """;
    assertThat(read(provider.bars(BITCOIN, null, SPAN), body))
        .extracting(Bar::line)
        .containsExactly(
            "1710327600,73249.24000000,73394.30000000,73234.62000000,73347.62000000,0.23592000",
            "1710331200,5,4,6,5.50,0");
    assertThat(provider.bars(LISTING, null, SPAN).path())
        .isEqualTo(
            "/api/v3/klines?symbol=SNGLSUSDT&interval=1h&startTime=1710327600000"
                + "&endTime=1710334799999&limit=1000");
  }

  @Test
  void body_ofAnotherShape_isNamed() {
    Answers.areNamed(
        provider.quotes(List.of(BITCOIN)),
        "binance",
        "{}",
        "null",
        "{\"code\":-1121,\"msg\":\"Invalid symbol.\"}",
        "[{\"symbol\":\"BTCUSDT\"}]");
    Answers.areNamed(
        provider.bars(BITCOIN, null, SPAN),
        "binance",
        "{}",
        "{\"code\":-1121}",
        "[1,2]",
        "[[1710327600000,\"1\"]]",
        "[{\"o\":1}]");
    Answers.areNamed(provider.probe(), "binance", "{}", "[]");
  }
}
