package io.assay.core.mention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class SitesTest {
  private static final String EVM = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
  private static final String SOLANA = "DezXAZ8z7PnrnRJjz3wXBoRgixCa6xjnB7YaB1pPB263";
  private static final Map<String, String> ADDRESSES =
      Map.of(
          "{evm}", EVM,
          "{low}", "0x95ad61b0a150d79219dcf64e1e6cc01f0b64c4ce",
          "{hash}", "0x" + "ab".repeat(32),
          "{sol}", SOLANA,
          "{btc}", "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2",
          "{tron}", "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t",
          "{ton}", "EQCxE6mUtQJKFnGfaROTKOt1lZbDiiX1kCixRv7Nw2Id_sDs",
          "{xrp}", "rsoLo2S1kiGeCcn6hCUXVrCpGMWLrRrLZz",
          "{ada}", "addr1qxck39n",
          "{doge}", "DH5yaieqoZN36fDVciNyRueRGvGLR3mr7L");

  /// The link of a line of examples, about the address in it; `{pool}` and `{mint}` are others.
  private static Link link(String written) {
    int position = -1;
    String link = written.replace("{pool}", EVM).replace("{mint}", SOLANA);
    for (Map.Entry<String, String> address : ADDRESSES.entrySet()) {
      int at = link.indexOf(address.getKey());
      position = at < 0 ? position : at;
      link = link.replace(address.getKey(), address.getValue());
    }
    return Link.at(link, position);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "site-links.csv", numLinesToSkip = 1)
  void judge_aLinkOfASite_isOfThatRoleAndChain(String written, String chain, Role role) {
    Sites.Judged judged = Sites.judge(link(written));
    assertThat(judged.role()).as(judged.why()).isEqualTo(role);
    assertThat(judged.chain()).isEqualTo(Site.chain(chain));
  }

  @Test
  void sites_everyRow_hasAnExample() {
    Set<Site> shown = new HashSet<>();
    Sites.rows(
        "site-links.csv",
        "link,chain,role",
        row -> {
          Link link = link(row.substring(0, row.indexOf(',')));
          shown.add(Sites.deciding(link));
          Sites.own(link.host()).stream().filter(site -> site.role() == null).forEach(shown::add);
        });
    List<Site> hidden = new ArrayList<>();
    String header = "host,path,chain,role,confidence,words";
    Sites.rows("sites.csv", header, row -> hidden.add(Site.parse(row)));
    assertThat(hidden).hasSizeGreaterThan(250);
    hidden.removeAll(shown);
    assertThat(hidden).isEmpty();
  }

  @Test
  void judge_aSwapOfTwoTokens_isSurerOfWhatItGets() {
    String link =
        "https://pancakeswap.finance/swap?inputCurrency=" + EVM + "&outputCurrency=" + EVM;
    Sites.Judged gives = Sites.judge(Link.at(link, link.indexOf(EVM)));
    Sites.Judged gets = Sites.judge(Link.at(link, link.lastIndexOf(EVM)));
    assertThat(gives.confidence()).isBetween(0.5, 0.7);
    assertThat(gets.confidence()).isGreaterThan(0.9);
  }

  @Test
  void judge_aGeneralRowOnAKnownSite_namesTheSite() {
    assertThat(Sites.judge(link("https://bscscan.com/token/{evm}")).why())
        .isEqualTo("a token, on BscScan");
  }

  @Test
  void judge_theSameChainInAWordOfTrade_isNotThatOfTheToken() {
    assertThat(Sites.judge(link("https://example.org/swap/ETH/{evm}")).chain().word())
        .isEqualTo("evm");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.io,/token/{a},,TOKEN,0.9",
        "a.io,/token/{a},,TOKEN,0.9,words,more",
        ",/token/{a},,TOKEN,0.9,words",
        "a.io,/token/,,TOKEN,0.9,words",
        "a.io,/token/{a},marsnet,TOKEN,0.9,words",
        "a.io,/token/{a},,COIN,0.9,words",
        "a.io,/token/{a},,TOKEN,1.5,words",
        "a.io,/token/{a},,TOKEN,high,words"
      })
  void parse_aRowThatIsNone_isRefused(String row) {
    assertThatThrownBy(() -> Site.parse(row)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void rows_anError_namesFileAndLine() {
    assertThatThrownBy(
            () -> Sites.rows("chain-words.csv", "word,chain", row -> Integer.parseInt(row)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("chain-words.csv, line 2");
    assertThatThrownBy(() -> Sites.rows("chain-words.csv", "other", _ -> {}))
        .hasMessageStartingWith("chain-words.csv, line 1");
    assertThatThrownBy(() -> Sites.rows("none.csv", "", _ -> {})).hasMessageContaining("none.csv");
  }
}
