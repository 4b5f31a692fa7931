package io.assay.adapters.moralis;

import static io.assay.adapters.provider.Answers.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.adapters.provider.Answers;
import io.assay.adapters.provider.Profile;
import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.price.Quote;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MoralisTest {
  private static final Asset.Token TOKEN =
      new Asset.Token(Chain.ETHEREUM, "0xabcdef7890123456789012345678901234567890");

  private final Moralis provider =
      new Moralis(
          new Profile(Moralis.NAME, Moralis.BASE_URL, Moralis.PER_MINUTE, Moralis.key("hush")));

  @Test
  void quotes_areAskedOneByOne() {
    assertThat(provider.batch()).isEqualTo(1);
    assertThat(provider.quotes(List.of(TOKEN)).path())
        .isEqualTo(
            "/api/v2.2/erc20/" + TOKEN.address() + "/price?include=percent_change&chain=eth");
    assertThat(provider.prices(new Asset.Token(Chain.SOLANA, "x"))).isFalse();
    assertThat(Moralis.key("hush")).hasToString("X-API-Key: <secret>");
  }

  @Test
  void quotes_areOfThePool_whenItsPriceLastChanged() {
    String body =
        """
        {"tokenAddress":"0xABCDEF7890123456789012345678901234567890","tokenSymbol":"TKN",
         "usdPrice":0.008604496332884841,"blockTimestamp":"1733262623000","exchangeName":"Uniswap v2",
         "pairAddress":"0xAA","pairTotalLiquidityUsd":"179968.20","24hrPercentChange":"40.9"}\
        """;
    Quote quote = Answers.of(read(provider.quotes(List.of(TOKEN)), body), TOKEN);
    assertThat(quote.usd()).isEqualTo("0.008604496332884841");
    assertThat(quote.observedAt()).isEqualTo(Instant.ofEpochSecond(1_733_262_623));
    assertThat(Answers.pool(quote).id()).isEqualTo("ethereum:0xaa");
    assertThat(quote.facts().liquidityUsd()).hasValue(179968.20);
    assertThat(quote.facts().changePercent()).hasValue(40.9);
  }

  @Test
  void quotes_withoutAPrice_areNone() {
    for (String price : List.of("null", "0", "-1", "\"abc\"", "1e200")) {
      String body = "{\"tokenAddress\":\"" + TOKEN.address() + "\",\"usdPrice\":" + price + "}";
      assertThat(read(provider.quotes(List.of(TOKEN)), body)).as(price).isEmpty();
    }
  }

  @Test
  void body_ofAnotherShape_orOfAnotherToken_isNamed() {
    Answers.areNamed(
        provider.quotes(List.of(TOKEN)),
        "moralis",
        "[]",
        "null",
        "{}",
        "{\"message\":\"x\"}",
        "{\"tokenAddress\":\"" + TOKEN.address() + "\"}",
        "{\"tokenAddress\":\"0x2222227890123456789012345678901234567890\",\"usdPrice\":1}");
  }
}
