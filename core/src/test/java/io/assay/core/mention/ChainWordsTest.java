package io.assay.core.mention;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.asset.Chain;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChainWordsTest {
  @Test
  void chain_ofTheWordsThatPeopleWrite_isFound() {
    Map<String, Chain> written =
        Map.ofEntries(
            Map.entry("eth", Chain.ETHEREUM),
            Map.entry("SOL", Chain.SOLANA),
            Map.entry("bnb", Chain.BSC),
            Map.entry("bsc", Chain.BSC),
            Map.entry("arb", Chain.ARBITRUM),
            Map.entry("base", Chain.BASE),
            Map.entry("avax", Chain.AVALANCHE),
            Map.entry("Matic", Chain.POLYGON),
            Map.entry("pol", Chain.POLYGON),
            Map.entry("polygon", Chain.POLYGON),
            Map.entry("op", Chain.OPTIMISM),
            Map.entry("ftm", Chain.FANTOM),
            Map.entry("hype", Chain.HYPEREVM),
            Map.entry("pls", Chain.PULSECHAIN),
            Map.entry("trx", Chain.TRON),
            Map.entry("apt", Chain.APTOS));
    written.forEach((word, chain) -> assertThat(ChainWords.chain(word)).as(word).contains(chain));
  }

  @Test
  void chain_ofItsOwnWord_isItself_andOfAnyOtherNone() {
    for (Chain chain : Chain.values()) {
      assertThat(ChainWords.chain(chain.word())).contains(chain);
    }
    assertThat(ChainWords.chain("etherum")).isEmpty();
    assertThat(ChainWords.chain("")).isEmpty();
    assertThat(ChainWords.all()).hasSizeGreaterThan(70);
  }
}
