package io.assay.core.asset;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.asset.AddressScanner.Found;
import io.assay.core.text.Folded;
import io.assay.core.text.Words;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tokens that are written as two things joined: of XRP and of Cardano.
class NativeTokensTest {
  private static final String ISSUER = "rsoLo2S1kiGeCcn6hCUXVrCpGMWLrRrLZz";
  private static final String SOLO = "534F4C4F00000000000000000000000000000000";
  private static final String POLICY = "29d222ce763455e3d7a09a665ce554f00ac89d2e99a1a83d267170c6";

  private static List<Found> found(String text) {
    Folded folded = Folded.of(text);
    return AddressScanner.scan(folded, Words.of(folded));
  }

  private static Address only(String text) {
    assertThat(found(text)).as(text).hasSize(1);
    return found(text).getFirst().address();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISSUER/HEX", "HEX.ISSUER", "ISSUER.HEX", "HEX+ISSUER", "ISSUER:HEX"})
  void scan_aTokenOfXrp_isOneHoweverItIsJoined(String form) {
    String text = "CA: " + form.replace("ISSUER", ISSUER).replace("HEX", SOLO) + " now";
    Address token = only(text);
    assertThat(token.chain()).isEqualTo(Chain.XRP);
    assertThat(token.normal()).isEqualTo(ISSUER + "/" + SOLO);
    assertThat(text).contains(token.display());
    assertThat(token.isTokenOnly()).isTrue();
    assertThat(Addresses.check(Chain.XRP, token.normal())).isInstanceOf(Address.class);
  }

  @Test
  void scan_aTokenOfXrp_mayHaveACodeOfThreeCapitals() {
    assertThat(only("USD." + ISSUER).normal()).isEqualTo(ISSUER + "/USD");
    assertThat(only(ISSUER + "/SLT").normal()).isEqualTo(ISSUER + "/SLT");
    assertThat(only(SOLO.toLowerCase(Locale.ROOT) + "." + ISSUER).normal())
        .isEqualTo(ISSUER + "/" + SOLO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"XRP/%s", "XRP:%s", "TIP:%s", "to/%s", "%s.Now", "%s/XRP", "%s. USD"})
  void scan_anAccountBesideAWord_isAnAccount(String text) {
    Address account = only(text.formatted(ISSUER));
    assertThat(account.normal()).isEqualTo(ISSUER);
    assertThat(account.isTokenOnly()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "4d494e", "0014df105553444d", ".4d494e"})
  void scan_aTokenOfCardano_isAPolicyAndAName(String name) {
    Address token = only("token " + POLICY + name);
    assertThat(token.chain()).isEqualTo(Chain.CARDANO);
    assertThat(token.normal()).isEqualTo(POLICY + name.replace(".", ""));
    assertThat(token.isTokenOnly()).isTrue();
  }

  @Test
  void scan_whatIsAsLongAsAHash_isLeftToTheWords() {
    assertThat(found(POLICY + "534e454b").getFirst().kind()).isEqualTo(AddressScanner.Kind.HASH);
    assertThat(Addresses.check(Chain.CARDANO, POLICY + "534e454b")).isInstanceOf(Address.class);
    assertThat(Addresses.check(Chain.CARDANO, POLICY + "9a665ce5"))
        .isEqualTo(AddressCheck.rejected(AddressCheck.Fault.KIND));
    assertThat(found(POLICY + "ff00")).isEmpty();
    assertThat(found(POLICY + "4d4")).isEmpty();
  }

  @Test
  void scan_aFingerprint_isATokenWhereItsChecksumHolds() {
    // the first test vector of CIP-14
    Address token = only("asset1rjklcrnsdzqp65wjgrg55sy9723kw09mlgvlc3");
    assertThat(token.chain()).isEqualTo(Chain.CARDANO);
    assertThat(token.isTokenOnly()).isTrue();
    assertThat(found("asset1rjklcrnsdzqp65wjgrg55sy9723kw09mlgvlc4")).isEmpty();
  }
}
