package io.assay.app.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.asset.Majors;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AssetWordsTest {
  private static final String EVM = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
  private static final String MINT = "So11111111111111111111111111111111111111112";
  private static final Symbols SYMBOLS = new Symbols(Majors.none());
  private static final Asset BASE = new Asset.Token(Chain.BASE, EVM);
  private static final Asset BSC = new Asset.Token(Chain.BSC, EVM);
  private static final Asset SOLANA = new Asset.Token(Chain.SOLANA, MINT);
  private static final Asset COIN = new Asset.Coin("chainlink", "LINK");
  private static final Asset LISTING = new Asset.Listing("binance", "LINK");
  private static final List<Asset> ALL = List.of(BASE, BSC, SOLANA, COIN, LISTING);

  private static List<Asset> named(String words) {
    AssetWords name = new AssetWords(words);
    return ALL.stream().filter(asset -> name.name(asset, SYMBOLS)).toList();
  }

  @Test
  void address_alone_namesItOnEveryChain() {
    assertThat(named(EVM)).containsExactly(BASE, BSC);
    assertThat(named(EVM.toLowerCase(Locale.ROOT))).containsExactly(BASE, BSC);
    assertThat(named(MINT)).containsExactly(SOLANA);
  }

  @Test
  void address_withItsChain_namesItThere() {
    assertThat(named("base:" + EVM)).containsExactly(BASE);
    assertThat(named("BSC:" + EVM)).containsExactly(BSC);
    assertThat(named("evm:" + EVM)).containsExactly(BASE, BSC);
    assertThat(named("solana:" + MINT)).containsExactly(SOLANA);
    assertThat(named("ethereum:" + EVM)).isEmpty();
  }

  @Test
  void address_inAnotherCase_isAnotherOnSolana() {
    assertThat(named(MINT.toLowerCase(Locale.ROOT))).isEmpty();
    assertThat(named("solana:" + MINT.toLowerCase(Locale.ROOT))).isEmpty();
  }

  @Test
  void symbol_namesAllThatGoByIt() {
    assertThat(named("link")).containsExactly(COIN, LISTING);
    assertThat(named("$LINK")).containsExactly(COIN, LISTING);
    assertThat(named("coin:chainlink")).containsExactly(COIN);
    assertThat(named("Binance:link")).containsExactly(LISTING);
  }

  @Test
  void nothing_namesNothing() {
    for (String words : List.of("", "$", ":", "coin:", "LINKS", "solana:", "0x")) {
      assertThat(named(words)).as(words).isEmpty();
    }
  }
}
