package io.assay.core.directory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.asset.Majors;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DirectoryDraftTest {
  private static final byte[] MAJORS = "id,symbol,name\nbitcoin,BTC,Bitcoin\n".getBytes(UTF_8);
  private static final Asset.Token TOKEN = new Asset.Token(Chain.BASE, "0x" + "a".repeat(40));

  private final DirectoryDraft draft = new DirectoryDraft(MAJORS);

  private void coin(String id, String symbol, String name) {
    draft.coin(id, symbol, name, List.of());
  }

  private String text() {
    return new String(draft.text(), UTF_8);
  }

  @Test
  void text_isSortedAndTheSameInAnyOrder() {
    DirectoryDraft other = new DirectoryDraft(MAJORS);
    coin("b", "bee", "Bee");
    draft.coin(
        "a", "ay", "Ay", List.of(TOKEN, new Asset.Token(Chain.ARBITRUM, "0x" + "b".repeat(40))));
    draft.token(TOKEN, "AY", "Ay on Base", OptionalInt.of(6));
    other.token(TOKEN, "ay", "Ay on Base", OptionalInt.of(6));
    other.coin(
        "a",
        "AY",
        "Ay",
        List.of(new Asset.Token(Chain.ARBITRUM, "0x" + "b".repeat(40)), TOKEN, TOKEN));
    other.coin("b", "BEE", "Bee", List.of());
    assertThat(other.text()).isEqualTo(draft.text());
    assertThat(text())
        .isEqualTo(
            "kind\tid\tsymbol\tname\tdecimals\ttokens\n"
                + "major\tbitcoin\tBTC\tBitcoin\t\t\n"
                + ("coin\ta\tAY\tAy\t\tarbitrum:0x" + "b".repeat(40))
                + (" base:0x" + "a".repeat(40) + "\n")
                + "coin\tb\tBEE\tBee\t\t\n"
                + ("token\tbase:0x" + "a".repeat(40) + "\tAY\tAy on Base\t6\t\n"));
  }

  @Test
  void coin_thatIsAMajor_givesItContractsAndNothingElse() {
    draft.coin("bitcoin", "scam", "Scam", List.of(TOKEN));
    assertThat(text()).contains("major\tbitcoin\tBTC\tBitcoin\t\tbase:0x");
    assertThat(draft.coins()).isEqualTo(1);
  }

  @Test
  void rows_thatAreNone_areDroppedByName() {
    coin("", "X", "no id");
    coin("a\tb", "X", "an id with a tab");
    coin("x".repeat(101), "X", "a long id");
    coin("ünicode", "X", "an id of other letters");
    coin("a", " ", "no symbol");
    coin("b", "\u200e", "a symbol that nobody sees");
    coin("c", "$", "a mark alone");
    coin("d", "A\nB", "a line break");
    coin("e", "x".repeat(41), "a long symbol");
    coin("f", "=cmd|' /C calc'!A0", "a formula");
    coin("g", "@SUM(1)", "a formula");
    coin("h", "\ud83d", "half a letter");
    coin("i", "fine", "the first of two");
    coin("i", "fine", "the second of two");
    draft.token(
        new Asset.Token(Chain.SUI, "0x2::sui::SUI tail"), "SUI", "Sui", OptionalInt.empty());
    assertThat(draft.dropped())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                Drop.NO_ID, 4L,
                Drop.NO_SYMBOL, 3L,
                Drop.UNPRINTABLE, 2L,
                Drop.TOO_LONG, 1L,
                Drop.FORMULA, 2L,
                Drop.TWICE, 1L,
                Drop.NO_ADDRESS, 1L));
    assertThat(draft.coins()).isEqualTo(2);
    assertThat(text()).contains("the first of two").doesNotContain("the second of two");
  }

  @Test
  void words_ofStrangers_areKeptAsTheyLook() {
    coin("a", " $$wIf\u200b ", "dog\u0000wif\u202e\thu  at\n");
    coin("b", "b", "n".repeat(100_000));
    coin("c", "🫰", "公平的鼹鼠");
    assertThat(text())
        .contains("coin\ta\tWIF\tdog wif hu at\t\t\n")
        .contains("coin\tb\tB\t" + "n".repeat(100) + "\t\t\n")
        .contains("coin\tc\t🫰\t公平的鼹鼠\t\t\n");
  }

  @Test
  void rows_withoutEnd_areBoundedAndRefused() {
    for (int i = 0; i < 1_000_000; i++) {
      coin("coin-" + i, "SYM", "Coin");
    }
    assertThat(draft.coins()).isEqualTo(200_000);
    assertThat(draft.dropped()).containsEntry(Drop.CROWDED, 800_001L);
    assertThat(DirectoryChange.of(Majors.none(), draft))
        .isEqualTo(
            new DirectoryChange.Refused(
                "there are more than 200,000 coins and tokens in the lists"));
  }

  private DirectoryDraft some(int coins) {
    DirectoryDraft some = new DirectoryDraft(MAJORS);
    some.coin("bitcoin", "btc", "Bitcoin", List.of());
    for (int i = 1; i < coins; i++) {
      some.coin("coin-" + i, "SYM" + i, "Coin " + i, List.of(TOKEN));
    }
    return some;
  }

  @Test
  void change_ofTheSame_isNone() {
    FullDirectory inForce = FullDirectory.parse(some(100).text());
    assertThat(DirectoryChange.of(inForce, some(100))).isEqualTo(new DirectoryChange.None());
  }

  @Test
  void change_ofAFewCoins_isSane_ofManyIsRefused() {
    FullDirectory inForce = FullDirectory.parse(some(100).text());
    assertThat(DirectoryChange.of(inForce, some(80))).isInstanceOf(DirectoryChange.Sane.class);
    assertThat(DirectoryChange.of(inForce, some(79)))
        .isEqualTo(
            new DirectoryChange.Refused(
                "the lists have 79 coins, and 100 are in force: too few to believe;"
                    + " dropped: none"));
    assertThat(DirectoryChange.of(Majors.none(), some(79)))
        .isInstanceOf(DirectoryChange.Sane.class);
  }

  @Test
  void change_toAListThatLacksTheMajors_isRefused() {
    coin("some-coin", "ONE", "One");
    assertThat(DirectoryChange.of(Majors.none(), draft))
        .isEqualTo(
            new DirectoryChange.Refused(
                "the list of coins lacks most of the majors: it is not of all coins"));
  }

  @Test
  void change_fromMajorsToMajors_isNone() {
    assertThat(DirectoryChange.of(Majors.none(), draft)).isEqualTo(new DirectoryChange.None());
  }

  @Test
  void change_toNothing_isRefused() {
    DirectoryDraft empty = new DirectoryDraft("id,symbol,name\n".getBytes(UTF_8));
    assertThat(DirectoryChange.of(Majors.none(), empty))
        .isInstanceOf(DirectoryChange.Refused.class);
  }

  @Test
  void keepCoins_ofTheOneInForce_areTheSameCoins() {
    FullDirectory inForce = FullDirectory.parse(some(100).text());
    DirectoryDraft next = new DirectoryDraft(MAJORS);
    next.keepCoins(inForce);
    assertThat(next.text()).isEqualTo(inForce.text());
  }
}
