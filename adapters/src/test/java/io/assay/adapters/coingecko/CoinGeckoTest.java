package io.assay.adapters.coingecko;

import static io.assay.adapters.provider.Answers.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.adapters.provider.Answers;
import io.assay.adapters.provider.Ask;
import io.assay.adapters.provider.Bar;
import io.assay.adapters.provider.ListedCoin;
import io.assay.adapters.provider.Profile;
import io.assay.adapters.provider.Span;
import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.market.AllTime;
import io.assay.core.price.Quote;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CoinGeckoTest {
  private static final Asset.Coin BITCOIN = new Asset.Coin("bitcoin", "BTC");
  private static final Asset.Coin STATUS = new Asset.Coin("status", "SNT");
  private static final Asset.Token TOKEN =
      new Asset.Token(Chain.BSC, "0xabcdef7890123456789012345678901234567890");
  private static final Asset.Token MINT =
      new Asset.Token(Chain.SOLANA, "DezXAZ8z7PnrnRJjz3wXBoRgixCa6xjnB7YaB1pPB263");
  private static final Span SPAN =
      new Span(
          Instant.ofEpochSecond(1_710_327_600),
          Instant.ofEpochSecond(1_710_334_800),
          Duration.ofHours(1));

  private final CoinGecko provider =
      new CoinGecko(
          new Profile(
              CoinGecko.NAME, CoinGecko.BASE_URL, CoinGecko.PER_MINUTE, CoinGecko.key("k")));

  @Test
  void quotes_ofCoins_areAskedTogether_andOfTokensAlone() {
    assertThat(provider.quotes(List.of(BITCOIN, STATUS)).path())
        .startsWith("/api/v3/simple/price?ids=bitcoin,status&vs_currencies=usd&");
    assertThat(provider.quotes(List.of(TOKEN)).path())
        .startsWith(
            "/api/v3/simple/token_price/binance-smart-chain?contract_addresses="
                + TOKEN.address()
                + "&");
    assertThat(provider.lot(BITCOIN))
        .isEqualTo(provider.lot(STATUS))
        .isNotEqualTo(provider.lot(TOKEN));
    assertThat(provider.lot(TOKEN)).isNotEqualTo(provider.lot(MINT));
  }

  @Test
  void key_goesIntoItsHeader_andIsNotPrinted() {
    assertThat(CoinGecko.key("hush")).hasToString("x-cg-demo-api-key: <secret>");
    assertThat(CoinGecko.proKey("hush").header()).isEqualTo("x-cg-pro-api-key");
  }

  @Test
  void quotes_ofCoins_haveTheirOwnTime() {
    Map<Asset, Quote> quotes =
        read(
            provider.quotes(List.of(BITCOIN, STATUS)),
            """
            {"bitcoin":{"usd":67187.3358936566,"usd_market_cap":1317802988326.25,
              "usd_24h_vol":31260929299.5,"usd_24h_change":-3.637,"last_updated_at":1711356300},
             "status":{"usd":8.1e-05,"usd_market_cap":0.0},
             "another":{"usd":5}}\
            """);
    Quote bitcoin = Answers.of(quotes, BITCOIN);
    assertThat(bitcoin.usd()).isEqualTo("67187.3358936566");
    assertThat(bitcoin.observedAt()).isEqualTo(Instant.ofEpochSecond(1_711_356_300));
    assertThat(bitcoin.facts().changePercent()).hasValue(-3.637);
    assertThat(bitcoin.pool()).isNull();
    Quote status = Answers.of(quotes, STATUS);
    assertThat(status.usd()).isEqualByComparingTo("0.000081");
    assertThat(status.facts().marketCapUsd()).isEmpty();
    assertThat(status.observedAt()).isEqualTo(Answers.AT);
    assertThat(quotes).hasSize(2);
  }

  @Test
  void quotes_ofATokenThatIsNotKnown_areNone() {
    assertThat(read(provider.quotes(List.of(TOKEN)), "{}")).isEmpty();
    for (String price :
        List.of("{}", "{\"usd\":0}", "{\"usd\":null}", "{\"usd\":-1}", "{\"usd\":{}}")) {
      assertThat(read(provider.quotes(List.of(BITCOIN)), "{\"bitcoin\":" + price + "}")).isEmpty();
    }
  }

  @Test
  void quotes_ofATokenInAnotherCase_areOfIt_whereCaseDoesNotMatter() {
    String evm = "{\"0xABCDEF7890123456789012345678901234567890\":{\"usd\":\"3\"}}";
    assertThat(read(provider.quotes(List.of(TOKEN)), evm)).containsOnlyKeys(TOKEN);
    String lower = "{\"dezxaz8z7pnrnrjjz3wxborgixca6xjnb7yab1ppb263\":{\"usd\":3}}";
    assertThat(read(provider.quotes(List.of(MINT)), lower)).isEmpty();
    String same = "{\"" + MINT.address() + "\":{\"usd\":3}}";
    assertThat(read(provider.quotes(List.of(MINT)), same)).containsOnlyKeys(MINT);
  }

  @Test
  void bars_areOnePointAStep_neverBeforeItsTime() {
    String body =
        """
        {"prices":[[1710327599000,1],[1710327600001,2.5],[1710327900000,3],
           [1710331200000,"4"],[1710331300000,null],[1710334800000,6]],
         "market_caps":[],"total_volumes":[]}\
        """;
    assertThat(read(provider.bars(BITCOIN, null, SPAN), body))
        .extracting(Bar::line)
        .containsExactly("1710327601,2.5,2.5,2.5,2.5,", "1710331200,4,4,4,4,");
    assertThat(provider.bars(TOKEN, null, SPAN).path())
        .isEqualTo(
            "/api/v3/coins/binance-smart-chain/contract/%s/market_chart/range?vs_currency=usd&from=1710327600&to=1710334800&precision=full"
                .formatted(TOKEN.address()));
  }

  @Test
  void history_beyondWhatThePlanIncludes_isNotThere_andNotForbidden() {
    String beyond =
        "{\"error\":{\"status\":{\"timestamp\":\"2024-04-20T22:00:05.123+00:00\",\"error_code\":10012,"
            + "\"error_message\":\"Your request exceeds the allowed time range.\"}}}";
    assertThat(Answers.isAbsence(provider.bars(BITCOIN, null, SPAN), 401, beyond)).isTrue();
    assertThat(Answers.isAbsence(provider.atMidnight(BITCOIN, LocalDate.EPOCH), 401, beyond))
        .isTrue();
    String noKey = "{\"status\":{\"error_code\":10002,\"error_message\":\"API Key Missing\"}}";
    assertThat(Answers.isAbsence(provider.bars(BITCOIN, null, SPAN), 401, noKey)).isFalse();
  }

  @Test
  void reach_isAYear_unlessTheKeyIsOfAPaidPlan() {
    Instant now = Instant.parse("2026-01-02T03:04:05Z");
    Instant year = now.minus(Duration.ofDays(365));
    assertThat(provider.reaches(year, now)).isTrue();
    assertThat(provider.reaches(year.minusSeconds(1), now)).isFalse();
    assertThat(provider.reach())
        .isEqualTo("coingecko has the latest 365 days without a key of a paid plan");
    CoinGecko paid =
        new CoinGecko(
            new Profile(
                CoinGecko.NAME, CoinGecko.PRO_BASE_URL, 500, CoinGecko.proKey("a-paid-key")));
    assertThat(paid.reaches(Instant.EPOCH, now)).isTrue();
    assertThat(paid.reach()).isEmpty();
  }

  @Test
  void spots_areThoseOfMidnight() {
    Instant midnight = Instant.parse("2019-06-04T00:00:00Z");
    assertThat(provider.recalls(BITCOIN, midnight)).isTrue();
    assertThat(provider.recalls(BITCOIN, midnight.plusSeconds(60))).isFalse();
    assertThat(provider.recalls(TOKEN, midnight)).isFalse();
    String listed = "{\"id\":\"bitcoin\",\"market_data\":{\"current_price\":{\"usd\":4.86e-07}}}";
    Ask<List<Bar>> ask = provider.spots(BITCOIN, List.of(midnight));
    assertThat(ask.path()).endsWith("&date=04-06-2019");
    assertThat(read(ask, listed)).containsExactly(Bar.sampled(1_559_606_400, "0.000000486"));
  }

  @Test
  void atMidnight_ofADelistedCoin_isEmpty() {
    LocalDate day = LocalDate.of(2019, 6, 4);
    assertThat(provider.atMidnight(BITCOIN, day).path()).endsWith("&date=04-06-2019");
    String delisted = "{\"id\":\"bitcoin\",\"symbol\":\"btc\",\"name\":\"B\"}";
    assertThat(read(provider.atMidnight(BITCOIN, day), delisted)).isEmpty();
    String listed = "{\"id\":\"bitcoin\",\"market_data\":{\"current_price\":{\"usd\":4.86e-07}}}";
    assertThat(read(provider.atMidnight(BITCOIN, day), listed))
        .hasValue(Bar.sampled(1_559_606_400, "0.000000486"));
    Answers.areNamed(provider.atMidnight(STATUS, day), "coingecko", listed, "[]", "{}");
  }

  @Test
  void extremes_areThoseOfTheAsset() {
    String told =
        """
        "market_data":{"ath":{"usd":73738},"ath_date":{"usd":"2024-03-14T07:10:36.635Z"},
          "atl":{"usd":67.81},"atl_date":{"usd":"2013-07-06T00:00:00.000Z"}}}\
        """;
    AllTime range =
        new AllTime(
            new BigDecimal("73738"),
            Instant.parse("2024-03-14T07:10:36.635Z"),
            new BigDecimal("67.81"),
            Instant.parse("2013-07-06T00:00:00Z"),
            "coingecko");
    assertThat(read(provider.extremes(BITCOIN), "{\"id\":\"bitcoin\"," + told)).hasValue(range);
    String token = "{\"platforms\":{\"binance-smart-chain\":\"" + TOKEN.address() + "\"}," + told;
    assertThat(read(provider.extremes(TOKEN), token)).hasValue(range);
    assertThat(read(provider.extremes(BITCOIN), "{\"id\":\"bitcoin\"}")).isEmpty();
    Answers.areNamed(provider.extremes(TOKEN), "coingecko", "{\"platforms\":{}," + told);
  }

  @Test
  void coins_haveTheirContractsOnChainsThatWeKnow() {
    List<ListedCoin> coins =
        read(
            provider.coins(),
            """
            [{"id":"a","symbol":"aa","name":"A","platforms":{"binance-smart-chain":"%s",
                "solana":"%s","ethereum":"","near":"a.near","base":"0x12"}},
             {"id":"b","symbol":"","name":"no symbol"},
             {"id":"c","symbol":"cc","name":"C"}]\
            """
                .formatted(TOKEN.address(), MINT.address()));
    assertThat(coins)
        .containsExactly(
            new ListedCoin("a", "aa", "A", List.of(TOKEN, MINT)),
            new ListedCoin("c", "cc", "C", List.of()));
  }

  @Test
  void body_ofAnotherShape_orARefusal_isNamed() {
    Answers.areNamed(
        provider.quotes(List.of(BITCOIN)),
        "coingecko",
        "[]",
        "null",
        "\"x\"",
        "{\"bitcoin\":67187}",
        "{\"bitcoin\":[1]}",
        "{\"error\":\"coin not found\"}",
        "{\"status\":{\"error_code\":10012,\"error_message\":\"x\"}}");
    Answers.areNamed(
        provider.bars(BITCOIN, null, SPAN), "coingecko", "{}", "[]", "{\"prices\":[[1]]}");
    Answers.areNamed(provider.coins(), "coingecko", "{}", "[]", "[1]");
    assertThat(Answers.kind(provider.quotes(List.of(BITCOIN)), "{\"status\":{\"error_code\":429}}"))
        .isEqualTo(ErrorKind.TEMPORARY);
  }

  @Test
  void coins_moreThanThereCanBe_areNoAnswerAndTakeLittleMemory() {
    String many = "[" + "{},".repeat(1_000_000) + "{}]";
    assertThatThrownBy(() -> read(provider.coins(), many))
        .isInstanceOf(Fault.class)
        .hasMessageEndingWith("no JSON");
  }
}
