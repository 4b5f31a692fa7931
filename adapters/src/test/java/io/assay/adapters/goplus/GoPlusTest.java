package io.assay.adapters.goplus;

import static io.assay.adapters.provider.Answers.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.adapters.provider.Answers;
import io.assay.adapters.provider.Profile;
import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.market.Safety;
import io.assay.runtime.ErrorKind;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class GoPlusTest {
  private static final Asset.Token TOKEN =
      new Asset.Token(Chain.BSC, "0xabcdef7890123456789012345678901234567890");
  private static final Asset.Token MINT =
      new Asset.Token(Chain.SOLANA, "DezXAZ8z7PnrnRJjz3wXBoRgixCa6xjnB7YaB1pPB263");

  private final GoPlus provider =
      new GoPlus(new Profile(GoPlus.NAME, GoPlus.BASE_URL, GoPlus.PER_MINUTE, null));

  @Test
  void safety_isAskedByTheChainsNumber() {
    assertThat(provider.safety(TOKEN).path())
        .isEqualTo("/api/v1/token_security/56?contract_addresses=" + TOKEN.address());
    assertThat(provider.safety(MINT).path())
        .isEqualTo("/api/v1/solana/token_security?contract_addresses=" + MINT.address());
    assertThat(provider.examines(new Asset.Token(Chain.EVM, TOKEN.address()))).isFalse();
  }

  @Test
  void safety_ofAnEvmToken_leavesOutPoolsLocksAndWhatIsBurnt() {
    Safety safety =
        of(
            TOKEN,
            "0xABCDEF7890123456789012345678901234567890",
            """
            {"is_honeypot":"1","is_mintable":"0","transfer_pausable":"0","is_blacklisted":"1",
             "buy_tax":"0.05","sell_tax":"1","holder_count":"1200",
             "dex":[{"name":"PancakeV2","liquidity":"10","pair":"0xAAAA"}],
             "holders":[{"address":"0xaaaa","percent":"0.5","is_locked":0},
               {"address":"0xBBBB","percent":"0.2","is_locked":0},
               {"address":"0xcccc","percent":"0.1","is_locked":1},
               {"address":"0x000000000000000000000000000000000000dEaD","percent":"0.1","is_locked":0},
               {"address":"0xdddd","percent":"0.05"}],
             "lp_holders":[{"address":"0x1","percent":"0.75","is_locked":1},
               {"address":"0x0000000000000000000000000000000000000000","percent":"0.125","is_locked":0},
               {"address":"0x2","percent":"0.125","is_locked":0}]}\
            """);
    assertThat(safety.honeypot()).hasValue(true);
    assertThat(safety.mintable()).hasValue(false);
    assertThat(safety.freezable()).hasValue(true);
    assertThat(safety.buyTax()).hasValue(0.05);
    assertThat(safety.sellTax()).hasValue(1);
    assertThat(safety.topHolders().orElseThrow()).isCloseTo(0.25, within(1e-12));
    assertThat(safety.lockedLiquidity()).hasValue(0.875);
    assertThat(safety.holders()).hasValue(1200);
  }

  @Test
  void safety_whatIsNullOrEmpty_isNotTold() {
    Safety safety =
        of(
            TOKEN,
            TOKEN.address(),
            """
            {"is_honeypot":"","is_mintable":null,"buy_tax":"","sell_tax":"12","holders":[],
             "holder_count":"","unforeseen":{}}\
            """);
    assertThat(safety.honeypot()).isEmpty();
    assertThat(safety.mintable()).isEmpty();
    assertThat(safety.freezable()).isEmpty();
    assertThat(safety.buyTax()).isEmpty();
    assertThat(safety.sellTax()).isEmpty();
    assertThat(safety.topHolders()).isEmpty();
    assertThat(safety.lockedLiquidity()).isEmpty();
    assertThat(safety.holders()).isEmpty();
  }

  @Test
  void safety_ofASolanaToken_isReadFromItsAuthorities() {
    Safety safety =
        of(
            MINT,
            MINT.address(),
            """
            {"mintable":{"authority":[],"status":"0"},"freezable":{"authority":[{}],"status":"1"},
             "non_transferable":"0","transfer_fee":{"current_fee_rate":{"fee_rate":"250"}},
             "dex":[{"id":"Pool111"}],
             "holders":[{"account":"Pool111","percent":"0.4","is_locked":0},
               {"account":"Who11","percent":"0.3","is_locked":0}]}\
            """);
    assertThat(safety.honeypot()).isEmpty();
    assertThat(safety.mintable()).hasValue(false);
    assertThat(safety.freezable()).hasValue(true);
    assertThat(safety.sellTax()).hasValue(0.025);
    assertThat(safety.topHolders()).hasValue(0.3);
  }

  @Test
  void safety_ofWhatItDoesNotKnow_isEmpty() {
    String other =
        "{\"code\":1,\"result\":{\"0x2222227890123456789012345678901234567890\":{\"is_honeypot\":\"0\"}}}";
    assertThat(read(provider.safety(TOKEN), other)).isEmpty();
    assertThat(read(provider.safety(TOKEN), "{\"code\":1,\"result\":{}}")).isEmpty();
    assertThat(read(provider.safety(TOKEN), "{\"code\":1,\"result\":null}")).isEmpty();
    assertThat(read(provider.safety(TOKEN), "{\"code\":2020,\"result\":{}}")).isEmpty();
    String lower =
        "{\"code\":1,\"result\":{\"dezxaz8z7pnrnrjjz3wxborgixca6xjnb7yab1ppb263\":{\"holder_count\":\"1\"}}}";
    assertThat(read(provider.safety(MINT), lower)).isEmpty();
  }

  @Test
  void refusal_inABody_hasAKind() {
    assertThat(Answers.kind(provider.safety(TOKEN), "{\"code\":4029,\"message\":\"x\"}"))
        .isEqualTo(ErrorKind.TEMPORARY);
    assertThat(Answers.kind(provider.safety(TOKEN), "{\"code\":4012}")).isEqualTo(ErrorKind.FATAL);
    assertThat(Answers.kind(provider.safety(TOKEN), "{\"code\":2022}"))
        .isEqualTo(ErrorKind.BAD_ITEM);
  }

  @Test
  void body_ofAnotherShape_isNamed() {
    Answers.areNamed(
        provider.safety(TOKEN),
        "goplus",
        "[]",
        "null",
        "{}",
        "{\"code\":\"ok\"}",
        "{\"code\":1}",
        "{\"code\":1,\"result\":[]}",
        "{\"code\":1,\"result\":{\"" + TOKEN.address() + "\":[1]}}");
  }

  private Safety of(Asset.Token token, String key, String facts) {
    Map<Asset.Token, Safety> read =
        read(
            provider.safety(token),
            "{\"code\":1,\"message\":\"OK\",\"result\":{\"" + key + "\":" + facts + "}}");
    return Objects.requireNonNull(read.get(token));
  }
}
