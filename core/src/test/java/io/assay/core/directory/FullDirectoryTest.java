package io.assay.core.directory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.asset.ListedToken;
import io.assay.core.asset.Majors;
import io.assay.core.asset.Meaning;
import io.assay.core.asset.Meaning.Reason;
import io.assay.core.canon.CanonException;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FullDirectoryTest {
  private static final byte[] MAJORS = "id,symbol,name\nbitcoin,BTC,Bitcoin\n".getBytes(UTF_8);

  private final DirectoryDraft draft = new DirectoryDraft(MAJORS);

  private static Asset.Token token(int number) {
    return new Asset.Token(Chain.BASE, "0x" + "%040x".formatted(number));
  }

  private FullDirectoryTest coin(String id, String symbol, String name, Asset.Token... contracts) {
    draft.coin(id, symbol, name, List.of(contracts));
    return this;
  }

  private FullDirectoryTest listed(int number, String symbol, String name) {
    draft.token(token(number), symbol, name, OptionalInt.of(18));
    return this;
  }

  private FullDirectory directory() {
    return FullDirectory.parse(draft.text());
  }

  private Meaning meaning(String symbol) {
    return directory().meaning(symbol);
  }

  @Test
  void meaning_ofAMajor_isTheMajorWhoeverElseCarriesItsSymbol() {
    coin("batcat", "btc", "batcat").listed(1, "BTC", "Bitcoin Classic");
    Asset.Coin bitcoin = new Asset.Coin("bitcoin", "BTC");
    assertThat(meaning("btc")).isEqualTo(new Meaning.One(bitcoin, Reason.MAJOR));
    assertThat(directory().candidates("BTC")).containsExactly(bitcoin);
  }

  @Test
  void meaning_ofAnOnlyCoin_isThatCoin() {
    coin("pep-2", "pep", "Pep");
    assertThat(meaning("PEP"))
        .isEqualTo(new Meaning.One(new Asset.Coin("pep-2", "PEP"), Reason.ONLY_COIN));
  }

  @Test
  void meaning_ofTwoCoins_isAmbiguousWithBoth() {
    coin("pep-2", "pep", "Pep").coin("pep-1", "PEP", "Another");
    assertThat(meaning("pep"))
        .isEqualTo(
            new Meaning.Several(
                List.of(new Asset.Coin("pep-1", "PEP"), new Asset.Coin("pep-2", "PEP"))));
    assertThat(meaning("pep").why()).isEqualTo("the directory has 2 coins of that symbol");
  }

  @Test
  void meaning_ofACoinAndItsOwnContracts_isTheCoin() {
    coin("pep-2", "pep", "Pep", token(1)).listed(1, "PEP", "Pep Token").listed(2, "PEP", "pep");
    assertThat(meaning("pep").candidates()).containsExactly(new Asset.Coin("pep-2", "PEP"));
  }

  @Test
  void meaning_ofACoinAndAForeignToken_isAmbiguous() {
    coin("pep-2", "pep", "Pep", token(1)).listed(2, "PEP", "Peperoni");
    assertThat(meaning("pep").candidates())
        .containsExactly(new Asset.Coin("pep-2", "PEP"), token(2));
    assertThat(meaning("pep").why())
        .isEqualTo("the directory has 1 coin and 1 token of that symbol");
  }

  @Test
  void meaning_ofAnOnlyToken_isNamedAndOpensNothing() {
    listed(1, "PEP", "Pep");
    assertThat(meaning("pep")).isEqualTo(new Meaning.One(token(1), Reason.ONLY_TOKEN));
    assertThat(meaning("pep").candidates()).isEmpty();
  }

  @Test
  void meaning_ofNoSymbol_isNothing() {
    assertThat(meaning("NOBODY")).isEqualTo(new Meaning.Nothing());
    assertThat(meaning("")).isEqualTo(new Meaning.Nothing());
    assertThat(meaning("BTC\tBitcoin")).isEqualTo(new Meaning.Nothing());
  }

  @Test
  void meaning_ofAThousand_showsAHundredAndStaysAmbiguous() {
    for (int i = 1; i <= 5_000; i++) {
      listed(i, "PEP", "Pep " + i);
    }
    assertThat(meaning("pep").candidates()).hasSize(100);
  }

  @Test
  void token_ofAList_hasNameSymbolAndDecimals() {
    coin("pep-2", "pep", "Pep", token(1), token(2)).listed(1, "$Pep", "Pep of Base");
    assertThat(directory().token(token(1)))
        .contains(new ListedToken(token(1), "PEP", "Pep of Base", OptionalInt.of(18)));
    assertThat(directory().token(token(2)))
        .as("known as a contract of a coin alone")
        .contains(new ListedToken(token(2), "PEP", "Pep", OptionalInt.empty()));
    assertThat(directory().token(token(3))).isEmpty();
  }

  @Test
  void token_whoseDecimalsTwoListsContradict_hasNone() {
    draft.token(token(1), "PEP", "Pep", OptionalInt.of(18));
    draft.token(token(1), "PEP", "Pep", OptionalInt.of(6));
    draft.token(token(2), "PEP", "Pep", OptionalInt.empty());
    draft.token(token(2), "PEP", "Pep", OptionalInt.of(6));
    assertThat(directory().token(token(1)).orElseThrow().decimals()).isEmpty();
    assertThat(directory().token(token(2)).orElseThrow().decimals()).hasValue(6);
  }

  @Test
  void coin_byItsId_isFound() {
    coin("pep-2", "pep", "Pep");
    assertThat(directory().coin("pep-2")).contains(new Asset.Coin("pep-2", "PEP"));
    assertThat(directory().coin("bitcoin")).contains(new Asset.Coin("bitcoin", "BTC"));
    assertThat(directory().coin("pep")).isEmpty();
  }

  @Test
  void parse_whatIsNoDirectory_isRefusedByName() {
    String good = new String(draft.text(), UTF_8);
    assertThatThrownBy(() -> FullDirectory.parse(Majors.shippedText()))
        .isInstanceOf(CanonException.class);
    assertThatThrownBy(
            () -> FullDirectory.parse(good.substring(0, good.length() - 1).getBytes(UTF_8)))
        .isInstanceOf(CanonException.class)
        .hasMessageContaining("cut off");
    assertThatThrownBy(() -> FullDirectory.parse((good + "coin\tx\n").getBytes(UTF_8)))
        .isInstanceOf(CanonException.class)
        .hasMessageContaining("line 3");
    assertThatThrownBy(() -> FullDirectory.parse((good + "\n").getBytes(UTF_8)))
        .isInstanceOf(CanonException.class);
  }

  @Test
  void weight_ofAsManyAsThereAre_isSmall() {
    for (int i = 1; i <= 20_000; i++) {
      coin("some-coin-number-" + i, "SYM" + i, "Some coin number " + i, token(i), token(-i));
      listed(i, "SYM" + i, "Some token number " + i);
    }
    assertThat(directory().weight()).isLessThan(15 << 20);
    assertThat(directory().coins()).isEqualTo(20_001);
    assertThat(directory().tokens()).isEqualTo(20_000);
  }
}
