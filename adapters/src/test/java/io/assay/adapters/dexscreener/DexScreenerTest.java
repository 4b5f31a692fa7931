package io.assay.adapters.dexscreener;

import static io.assay.adapters.provider.Answers.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.adapters.provider.Answers;
import io.assay.adapters.provider.Profile;
import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.price.Quote;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DexScreenerTest {
  private static final Asset.Token TOKEN =
      new Asset.Token(Chain.BASE, "0x1111111111111111111111111111111111111111");
  private static final Asset.Token WETH =
      new Asset.Token(Chain.BASE, "0x4200000000000000000000000000000000000006");

  private final DexScreener provider =
      new DexScreener(
          new Profile(DexScreener.NAME, DexScreener.BASE_URL, DexScreener.PER_MINUTE, null));

  @Test
  void quotes_ofABatch_areAskedInOneRequest() {
    assertThat(provider.quotes(List.of(TOKEN, WETH)).path())
        .isEqualTo("/tokens/v1/base/" + TOKEN.address() + "," + WETH.address());
    assertThat(provider.prices(new Asset.Token(Chain.EVM, TOKEN.address()))).isFalse();
    assertThat(provider.lot(TOKEN)).isEqualTo(provider.lot(WETH));
  }

  @Test
  void quotes_ofSeveralPairs_areOfTheDeepest() {
    Map<Asset, Quote> quotes =
        read(
            provider.quotes(List.of(TOKEN)),
            "["
                + pair("0xaa", "\"liquidity\":{\"usd\":90.5},\"priceUsd\":\"7\"")
                + ","
                + pair("0xBB", "\"liquidity\":{\"usd\":5000},\"priceUsd\":\"0.000000012300\"")
                + ","
                + pair("0xcc", "\"priceUsd\":\"9\"")
                + "]");
    Quote quote = Answers.of(quotes, TOKEN);
    assertThat(quote.usd()).isEqualByComparingTo("0.0000000123");
    assertThat(Answers.pool(quote).address()).isEqualTo("0xbb");
    assertThat(quote.facts().liquidityUsd()).hasValue(5000);
    assertThat(quote.facts().symbol()).isEqualTo("TKN");
    assertThat(quote.observedAt()).isEqualTo(Answers.AT);
  }

  @Test
  void quotes_ofTheOtherSide_followFromThePair() {
    Map<Asset, Quote> quotes =
        read(
            provider.quotes(List.of(WETH)),
            "[" + pair("0xaa", "\"priceUsd\":\"6\",\"priceNative\":\"0.002\"") + "]");
    assertThat(Answers.of(quotes, WETH).usd()).isEqualByComparingTo("3000");
  }

  @Test
  void quotes_whatIsNoPrice_isNone() {
    for (String price : List.of("\"0\"", "null", "\"-1\"", "\"NaN\"", "\"1e999\"", "{}")) {
      assertThat(
              read(
                  provider.quotes(List.of(TOKEN)),
                  "[" + pair("0xaa", "\"priceUsd\":" + price) + "]"))
          .as(price)
          .isEmpty();
    }
  }

  @Test
  void tokenOf_aPair_isItsBase_andWhereThatIsMoneyTheOther() {
    Asset.Token pair = new Asset.Token(Chain.BASE, "0xaa");
    assertThat(provider.tokenOf(pair).path()).isEqualTo("/latest/dex/pairs/base/0xaa");
    String sides = sides(TOKEN.address(), WETH.address());
    assertThat(read(provider.tokenOf(pair), sides)).contains(TOKEN);
    assertThat(read(provider.tokenOf(pair), sides(WETH.address(), TOKEN.address())))
        .contains(TOKEN);
    assertThat(read(provider.tokenOf(new Asset.Token(Chain.BASE, "0xbb")), sides)).isEmpty();
    assertThat(read(provider.tokenOf(new Asset.Token(Chain.BSC, "0xaa")), sides)).isEmpty();
    assertThat(read(provider.tokenOf(pair), "{\"schemaVersion\":\"1.0.0\",\"pairs\":null}"))
        .isEmpty();
  }

  @Test
  void tokenOf_aPairOfUnknownChain_isFoundByItsAddress() {
    Asset.Token pair = new Asset.Token(Chain.EVM, "0xaa");
    assertThat(provider.tokenOf(pair).path()).isEqualTo("/latest/dex/search?q=0xaa");
    assertThat(read(provider.tokenOf(pair), sides(TOKEN.address(), WETH.address())))
        .contains(TOKEN);
    assertThat(provider.pairs(Chain.EVM)).isTrue();
  }

  private static String sides(String base, String other) {
    return """
    {"schemaVersion":"1.0.0","pairs":[{"chainId":"base","pairAddress":"0xAA","priceUsd":"1",
     "baseToken":{"address":"%s","symbol":"A"},"quoteToken":{"address":"%s","symbol":"B"}}]}\
    """
        .formatted(base, other);
  }

  @Test
  void quotes_ofAnotherToken_areNone() {
    Asset.Token other = new Asset.Token(Chain.BASE, "0x2222222222222222222222222222222222222222");
    String body = "[" + pair("0xaa", "\"priceUsd\":\"6\"") + "]";
    assertThat(read(provider.quotes(List.of(other)), body)).isEmpty();
  }

  @Test
  void search_byAddress_findsOnlyThatAddress() {
    String body = "{\"pairs\":[" + pair("0xaa", "\"priceUsd\":\"6\"") + "]}";
    assertThat(read(provider.search(TOKEN.address()), body))
        .extracting(Quote::asset)
        .containsExactly(TOKEN);
    assertThat(read(provider.search("TK"), body)).isEmpty();
    assertThat(provider.search("a b/&").path()).isEqualTo("/latest/dex/search?q=a+b%2F%26");
  }

  @Test
  void search_bySymbol_aPoolOfItsOwnTokenAloneComesLast() {
    String shown = "0x2222222222222222222222222222222222222222";
    String body =
        "["
            + pair(
                    "0xaa",
                    "\"liquidity\":{\"usd\":3900000000,\"quote\":43},\"priceUsd\":\"4\",\"priceNative\":\"4\"")
                .replace(TOKEN.address(), shown)
            + ","
            + pair(
                "0xbb",
                "\"liquidity\":{\"usd\":5000,\"quote\":600},\"priceUsd\":\"1\",\"priceNative\":\"1\"")
            + "]";
    assertThat(read(provider.search("tkn"), body))
        .extracting(Quote::asset)
        .containsExactly(TOKEN, new Asset.Token(Chain.BASE, shown));
  }

  @Test
  void search_byTheFriendlyFormOfATonAddress_findsIt() {
    String friendly = "EQCxE6mUtQJKFnGfaROTKOt1lZbDiiX1kCixRv7Nw2Id_sDs";
    String body =
        "["
            + pair("0xaa", "\"priceUsd\":\"6\"")
                .replace(TOKEN.address(), friendly)
                .replace("\"base\"", "\"ton\"")
            + "]";
    Asset.Token token =
        new Asset.Token(
            Chain.TON, "0:b113a994b5024a16719f69139328eb759596c38a25f59028b146fecdc3621dfe");
    assertThat(read(provider.search(friendly), body))
        .extracting(Quote::asset)
        .containsExactly(token);
    assertThat(read(provider.quotes(List.of(token)), body)).containsOnlyKeys(token);
    assertThat(provider.quotes(List.of(token)).path()).endsWith("/ton/" + friendly);
  }

  @Test
  void body_ofAnotherShape_isNamed() {
    Answers.areNamed(
        provider.quotes(List.of(TOKEN)),
        "dexscreener",
        "null",
        "7",
        "[7]",
        "[{\"chainId\":\"base\"}]");
    assertThatThrownBy(() -> read(provider.quotes(List.of(TOKEN)), "{\"error\":\"x\"}"))
        .hasMessage("dexscreener answers in an unknown form: no list of pairs");
    assertThat(read(provider.search("X"), "{\"schemaVersion\":\"1.0.0\",\"pairs\":null}"))
        .isEmpty();
  }

  private static String pair(String address, String rest) {
    return """
    {"chainId":"base","dexId":"uniswap","pairAddress":"%s",%s,
     "baseToken":{"address":"%s","name":"Token","symbol":"TKN"},
     "quoteToken":{"address":"%s","name":"Wrapped Ether","symbol":"WETH"}}\
    """
        .formatted(address, rest, TOKEN.address(), WETH.address());
  }
}
