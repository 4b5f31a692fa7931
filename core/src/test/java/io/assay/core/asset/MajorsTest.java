package io.assay.core.asset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MajorsTest {
  private static final String HEADER = "id,symbol,name\n";

  private static Majors parse(String rows) {
    return Majors.parse((HEADER + rows).getBytes(UTF_8));
  }

  @Test
  void shipped_someTwoHundred_andTheGreatOnesAreOneEach() {
    Majors majors = Majors.parse(Majors.shippedText());
    assertThat(majors.size()).isGreaterThanOrEqualTo(200);
    assertThat(majors.candidates("BTC")).containsExactly(new Asset.Coin("bitcoin", "BTC"));
    assertThat(majors.candidates("ETH")).containsExactly(new Asset.Coin("ethereum", "ETH"));
    assertThat(majors.candidates("SOL")).containsExactly(new Asset.Coin("solana", "SOL"));
  }

  @Test
  void shipped_everySymbol_isOfOneCoin() {
    Majors majors = Majors.parse(Majors.shippedText());
    assertThat(new String(Majors.shippedText(), UTF_8).lines().skip(1))
        .allSatisfy(line -> assertThat(majors.candidates(line.split(",", 3)[1])).hasSize(1));
    assertThat(majors.candidates("FRAX")).containsExactly(new Asset.Coin("frax-share", "FRAX"));
  }

  @Test
  void candidates_aSymbolOfTwo_areBoth() {
    Majors majors = parse("one,ABC,One\ntwo,ABC,Two\nthree,XYZ,Three\n");
    assertThat(majors.candidates("ABC")).hasSize(2);
    assertThat(majors.candidates("XYZ")).containsExactly(new Asset.Coin("three", "XYZ"));
    assertThat(majors.candidates("NOBODY")).isEmpty();
  }

  @Test
  void parse_whatIsNoDirectory_isRefused() {
    assertThatThrownBy(() -> Majors.parse("id;symbol\n".getBytes(UTF_8)))
        .isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> parse("bitcoin\n")).isInstanceOf(RuntimeException.class);
  }

  @Test
  void ids_ofKindsOfAssets_neverMeet() {
    Asset token = new Asset.Token(Chain.SOLANA, "So11111111111111111111111111111111111111112");
    Asset coin = new Asset.Coin("solana", "SOL");
    Asset listing = new Asset.Listing("binance", "SOL");
    assertThat(token.id()).isNotEqualTo(coin.id());
    assertThat(coin.id()).isNotEqualTo(listing.id());
    assertThat(new Asset.Listing("kucoin", "SOL").id()).isNotEqualTo(listing.id());
  }
}
