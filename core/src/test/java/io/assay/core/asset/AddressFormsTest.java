package io.assay.core.asset;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.asset.AddressCheck.Fault;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressFormsTest {
  private static final String A32 =
      "aabf25b0c115130a4ad88bfa08627c5a103b7851e90869c23fadaf0512dd5133";

  private static Address address(AddressCheck check) {
    assertThat(check).isInstanceOf(Address.class);
    return (Address) check;
  }

  @ParameterizedTest
  @CsvSource({
    "BITCOIN, 12KYrjTdVGjFMtaxERSk3gphreJ5US8aUP",
    "BITCOIN, 3FyVFsEyyBPzHjD3qUEgX7Jsn4tcHNZFkn",
    "BITCOIN, bc1q2t63ewm3mvh0ztmnmezxm7s0tefknenxlrlwrk",
    "BITCOIN, bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
    "LITECOIN, LVg2kJoFNg45Nbpy53h7Fe1wKyeXVRhMH9",
    "LITECOIN, MQMcJhpWHYVeQArcZR3sBgyPZxxRtnH441",
    "LITECOIN, ltc1qg42tkwuuxefutzxezdkdel39gfstuap288mfea",
    "DOGECOIN, DPpJVPpvPNP6i6tMj4rTycAGh8wReTqaSU",
    "DOGECOIN, A7JjzK9k9x5b2MkkQzqt91WZsuu7wTu6iS",
    "TRON, TNDzfERDpxLDS2w1q6yaFC7pzqaSQ3Bg3r",
    "XRP, rG1QQv2nh2gr7RCZ1P8YYcBUKCCN633jCn",
    "CARDANO, Ae2tdPwUPEYzs5BRbGcoS3DXvK8mwgggmESz4HqUwMyaS9eNksZGz1LMS9v",
    "CARDANO, DdzFFzCqrhsfdzUZxvuBkhV8Lpm9p43p9ubh79GCTkxJikAjKh51qhtCFMqUniC5tv5ZExyvSmAte2Du2tG"
        + "imavSo6qSgXbjiy8qZRTg",
    "CARDANO, addr1qxy3w62dupy9pzmpdfzxz4k240w5vawyagl5m9djqquyymrtm3grn7gpnjh7rwh2dy62hk8639lt6k"
        + "zn32yxq960usnq9pexvt",
    "SOLANA, 6ZRCB7AAqGre6c72PRz3MHLC73VMYvJ8bi9KHf1HFpNk",
    "SOLANA, So11111111111111111111111111111111111111112",
    "EVM, 0xd1220a0cf47c7b9be7a2e6ba89f429762e7b9adb"
  })
  void recognise_anAddress_isOfItsChainAndItsOwnNormalForm(Chain chain, String text) {
    Address address = address(Addresses.recognise(text));
    assertThat(address.chain()).isEqualTo(chain);
    assertThat(address.normal()).isEqualTo(text);
    assertThat(Addresses.check(chain, text)).isEqualTo(address);
  }

  @ParameterizedTest
  @CsvSource({
    "EVM, 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed, 0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed",
    "BASE, 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed, 0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed",
    "BITCOIN, BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4, bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
    "XRP, X7AcgcsBL6XDcUb289X4mJ8djcdyKaB5hJDWMArnXr61cqZ, r9cZA1mLK5R5Am25ArfXFmqgNwjZgnfk59",
    "XRP, X7AcgcsBL6XDcUb289X4mJ8djcdyKaGZMhc9YTE92ehJ2Fu, r9cZA1mLK5R5Am25ArfXFmqgNwjZgnfk59",
    "TON, EQAs9VlT6S776tq3unJcP5Ogsj-ELLunLXuOb1EKcOQi4wJB, "
        + "0:2cf55953e92efbeadab7ba725c3f93a0b23f842cbba72d7b8e6f510a70e422e3",
    "TON, UQAs9VlT6S776tq3unJcP5Ogsj+ELLunLXuOb1EKcOQi41+E, "
        + "0:2cf55953e92efbeadab7ba725c3f93a0b23f842cbba72d7b8e6f510a70e422e3",
    "APTOS, 0x1, 0x1",
    "APTOS, 0x1::aptos_coin::AptosCoin, 0x1::aptos_coin::AptosCoin"
  })
  void check_otherWritings_haveOneNormalForm(Chain chain, String text, String normal) {
    Address address = address(Addresses.check(chain, text));
    assertThat(address.normal()).isEqualTo(normal);
    assertThat(address.display()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "EVM, 0x5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAed, CHECKSUM",
    "EVM, 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe, LENGTH",
    "EVM, 0X5AAEB6053F3E94C9B9A09F33669435E7EF1BEAED, LETTER",
    "EVM, 0x0000000000000000000000000000000000000000, PLACEHOLDER",
    "EVM, 0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE, PLACEHOLDER",
    "SOLANA, 6ZRCB7AAQGRE6C72PRZ3MHLC73VMYVJ8B19KHF1HFPNK, CASE",
    "SOLANA, 11111111111111111111111111111111, PLACEHOLDER",
    "SOLANA, 6ZRCB7AAqGre6c72PRz3MHLC73VMYvJ8bi9KHf1HFp, LENGTH",
    "SOLANA, 6ZRCB7AAqGre6c72PRz3MHLC73VMYvJ8bi9KHf1HF0Nk, LETTER",
    "BITCOIN, 12KYrjTdVGjFMtaxERSk3gphreJ5US8aUQ, CHECKSUM",
    "BITCOIN, mzBc4XEFSdzCDcTxAgf6EZXgsZWpztRhef, NETWORK",
    "BITCOIN, LVg2kJoFNg45Nbpy53h7Fe1wKyeXVRhMH9, KIND",
    "BITCOIN, bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5, CHECKSUM",
    "TRON, TNDzfERDpxLDS2w1q6yaFC7pzqaSQ3Bg31, CHECKSUM",
    "XRP, rG1QQv2nh2gr7RCZ1P8YYcBUKCCN633jCN, CHECKSUM",
    "TON, kQAs9VlT6S776tq3unJcP5Ogsj-ELLunLXuOb1EKcOQi47nL, NETWORK",
    "TON, EQAs9VlT6S776tq3unJcP5Ogsj-ELLunLXuOb1EKcOQi4wJC, CHECKSUM",
    "TON, EQAs9VlT6S776tq3unJcP5Ogsj-ELLunLXuOb1EKcOQi4wJ, LENGTH",
    "TON, 5:2cf55953e92efbeadab7ba725c3f93a0b23f842cbba72d7b8e6f510a70e422e3, KIND",
    "CARDANO, addr_test1vppht3ffmu4rerk4r50h6447stfhkm86ttc64ghza7wx8mg225lw4, NETWORK",
    "CARDANO, Ae2tdPwUPEYxYNJw1He1esdZYvjmr4NtPzUsGTiqL9zd8ohjZYQcwu6kom8, CHECKSUM",
    "SUI, 0x2, LENGTH",
    "SUI, 0x2::sui, FORM",
    "SUI, 0x2::1sui::SUI, FORM"
  })
  void check_whatIsNone_isRejectedByName(Chain chain, String text, Fault fault) {
    assertThat(Addresses.check(chain, text)).isEqualTo(AddressCheck.rejected(fault));
  }

  @Test
  void check_moveAddresses_areWrittenInFull() {
    assertThat(address(Addresses.check(Chain.SUI, "0x" + A32)).normal()).isEqualTo("0x" + A32);
    assertThat(address(Addresses.check(Chain.SUI, "0x2::sui::SUI")).normal())
        .isEqualTo("0x" + "0".repeat(63) + "2::sui::SUI");
    assertThat(Addresses.check(Chain.SUI, "0x" + "0".repeat(64)))
        .isEqualTo(AddressCheck.rejected(Fault.PLACEHOLDER));
  }

  @Test
  void check_aCoinTypeWithParameters_isReadToItsEnd() {
    String pair = "0x" + A32 + "::pool::LP<0x1::aptos_coin::AptosCoin, vector<u8>>";
    assertThat(address(Addresses.check(Chain.APTOS, pair)).normal())
        .isEqualTo(pair.replace(", ", ","));
    assertThat(Addresses.check(Chain.APTOS, pair.substring(0, pair.length() - 1)))
        .isInstanceOf(AddressCheck.Rejected.class);
    String deep = "0x1::a::B" + "<0x1::a::B".repeat(20) + ">".repeat(20);
    assertThat(Addresses.check(Chain.APTOS, deep)).isInstanceOf(AddressCheck.Rejected.class);
  }

  @Test
  void recognise_aCoinNamedAsItsModuleInCapitals_isOfSui() {
    assertThat(address(Addresses.recognise("0x" + A32 + "::pepe::PEPE")).chain())
        .isEqualTo(Chain.SUI);
    assertThat(address(Addresses.recognise("0x" + A32 + "::moon::MoonCoin")).chain())
        .isEqualTo(Chain.APTOS);
  }

  @Test
  void recognise_sixtyFourDigits_tellsNoChain() {
    assertThat(Addresses.recognise("0x" + A32)).isInstanceOf(AddressCheck.Rejected.class);
  }

  @Test
  void checkAndRecognise_anyText_neverFail() {
    Random random = new Random(11);
    String letters = "01xXTEQUQrLMDAbc1addr1ltc1:-_/+<>, zZ9é\u4e00fF::";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(70); i >= 0; i--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      assertThat(Addresses.recognise(text.toString())).isNotNull();
      for (Chain chain : Chain.values()) {
        assertThat(Addresses.check(chain, text.toString())).isNotNull();
      }
    }
    for (Chain chain : Chain.values()) {
      assertThat(Addresses.check(chain, "")).isInstanceOf(AddressCheck.Rejected.class);
    }
    assertThat(Addresses.recognise("")).isInstanceOf(AddressCheck.Rejected.class);
  }
}
