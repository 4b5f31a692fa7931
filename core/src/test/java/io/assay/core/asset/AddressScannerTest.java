package io.assay.core.asset;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.asset.AddressScanner.Found;
import io.assay.core.asset.AddressScanner.Kind;
import io.assay.core.asset.AddressScanner.Make;
import io.assay.core.text.Folded;
import io.assay.core.text.Words;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressScannerTest {
  private static final String EVM = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
  private static final String LOWER = "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed";
  private static final String MINT = "3TYgKwkE2Y3rxdw9osLRSpxpXmSC1C1oo19W9KHspump";
  private static final String FRIENDLY = "EQAs9VlT6S776tq3unJcP5Ogsj-ELLunLXuOb1EKcOQi4wJB";
  private static final String RAW =
      "0:2cf55953e92efbeadab7ba725c3f93a0b23f842cbba72d7b8e6f510a70e422e3";
  private static final String HASH = "7e5c67489791d0a1b2c3".repeat(4).substring(0, 64);

  private static List<Found> scan(String text) {
    Folded folded = Folded.of(text);
    return AddressScanner.scan(folded, Words.of(folded));
  }

  private static Found only(String text) {
    List<Found> found = scan(text);
    assertThat(found).as(text).hasSize(1);
    return found.getFirst();
  }

  private static void isWhole(String text, String address) {
    Found found = only(text);
    assertThat(found.address().display()).isEqualTo(address);
    assertThat(found.kind()).isEqualTo(Kind.ADDRESS);
    assertThat(text.substring(found.start(), found.end())).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(strings = {EVM, LOWER, MINT, FRIENDLY, RAW, "rG1QQv2nh2gr7RCZ1P8YYcBUKCCN633jCn"})
  void scan_anAddressAmongMarks_isFoundWhereItStands(String address) {
    isWhole(address, address);
    isWhole("CA: " + address + ".", address);
    isWhole("\n(" + address + ")", address);
    isWhole("合约" + address + "买", address);
    isWhole("https://x.io/a?b=" + address + "&c=d", address);
    isWhole("#" + address, address);
  }

  @Test
  void scan_namesGluedToAnEvmAddress_areCutOff() {
    for (String text : List.of("/token" + EVM, "NAME_" + EVM, EVM + "now", "0x" + EVM)) {
      assertThat(only(text).address().display()).as(text).isEqualTo(EVM);
    }
    assertThat(only("token" + EVM).make()).isEqualTo(Make.GLUED);
  }

  @Test
  void scan_lettersOfOtherAlphabets_areNotRepairedIntoAnAddress() {
    for (String pair : List.of("aа", "eе", "Aᴀ", "AΑ", "xх")) {
      String letter = pair.substring(0, 1);
      String looksLikeIt = pair.substring(1);
      assertThat(scan(EVM.replaceFirst(letter, looksLikeIt))).as(pair).isEmpty();
      assertThat(scan("https://x.io/" + EVM.replaceFirst(letter, looksLikeIt))).isEmpty();
    }
    assertThat(scan(MINT.replace("o", "о"))).isEmpty();
    assertThat(only("монета" + EVM).address().display()).isEqualTo(EVM);
  }

  @Test
  void scan_moreHexBehind_isNoAddress() {
    assertThat(scan(LOWER + "a")).isEmpty();
    assertThat(scan(LOWER.substring(0, 41))).isEmpty();
    assertThat(scan(EVM.replace("5aA", "5AA"))).isEmpty();
    assertThat(scan("0x5aAe…BeAed 0x5aAe...BeAed")).isEmpty();
  }

  @Test
  void scan_aNameGluedToAMint_isCutOffOnlyWhereOneEndFits() {
    String glued = "js71zMNmZ9EMvgyKtoafAxgqALKjdmM8qzTJGHB4EEbonk";
    assertThat(scan(glued)).isEmpty();
    assertThat(scan("ufxNwEGJWEz4f8Lf9xqx32J75i3QsMUwAWLeDsK8Lc7gamble")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", " ", " \n", "\r\n"})
  void scan_anAddressInPieces_isPutTogether(String gap) {
    for (String address : List.of(EVM, LOWER, MINT, "TNDzfERDpxLDS2w1q6yaFC7pzqaSQ3Bg3r")) {
      String text = "CA " + address.substring(0, 18) + gap + address.substring(18) + " now";
      Found found = only(text);
      assertThat(found.address().display()).isEqualTo(address);
      assertThat(found.make()).isEqualTo(Make.SPLIT);
      assertThat(text.substring(found.start(), found.end())).contains(gap);
    }
    String three = EVM.substring(0, 14) + gap + EVM.substring(14, 28) + gap + EVM.substring(28);
    assertThat(only(three).address().display()).isEqualTo(EVM);
  }

  @Test
  void scan_wordsBehindABrokenAddress_areNoPieces() {
    assertThat(scan(LOWER.substring(0, 40) + " be")).isEmpty();
    assertThat(scan(LOWER.substring(0, 38) + " dead0")).isEmpty();
    assertThat(scan(LOWER.substring(0, 20) + "\n\n\n\n\n" + LOWER.substring(20))).isEmpty();
  }

  @Test
  void scan_sixtyFourDigits_areAHash() {
    assertThat(only("0x" + HASH).kind()).isEqualTo(Kind.HASH);
    assertThat(only(HASH).kind()).isEqualTo(Kind.HASH);
    assertThat(scan("0".repeat(64))).isEmpty();
    assertThat(scan(HASH + "ab")).isEmpty();
  }

  @Test
  void scan_fortyDigitsWithoutTheirPrefix_areBare() {
    Found bare = only(EVM.substring(2));
    assertThat(bare.kind()).isEqualTo(Kind.BARE);
    assertThat(bare.address().normal()).isEqualTo(LOWER);
  }

  @Test
  void scan_nobodysAddress_isToldAsSuch() {
    assertThat(only("0x000000000000000000000000000000000000dEaD").kind()).isEqualTo(Kind.NOBODYS);
  }

  @Test
  void scan_aCoinType_isOneAddressWithItsParameters() {
    String pair = "0x" + HASH + "::pool::LP<0x2::sui::SUI, 0x2::a::A>";
    isWhole("buy " + pair + "!", pair);
    isWhole("type 0x2::sui::SUI: now", "0x2::sui::SUI");
    isWhole("0x2::sui::SUI<no type", "0x2::sui::SUI");
  }

  @Test
  void scan_aMegabyteOfWhatBeginsLikeAddresses_takesNoTime() {
    for (String part :
        List.of(
            "0x",
            "0x5aAe ",
            "EQ",
            "EQ-",
            "1",
            "3 ",
            LOWER + " ",
            MINT,
            "0x2::a::B<",
            HASH,
            "abc1DEF2 ",
            "0x12345678 ",
            "b",
            "0:",
            "0x0x ")) {
      String text = part.repeat((1 << 20) / part.length());
      Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> scan(text), part);
    }
  }
}
