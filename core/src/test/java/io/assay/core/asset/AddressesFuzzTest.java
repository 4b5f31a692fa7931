package io.assay.core.asset;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;

/// Any text at all, put to every chain's codec.
@Tag("fuzz")
class AddressesFuzzTest {
  @FuzzTest
  void check_anyText_saysWhatItIsAndTheNormalFormIsOne(FuzzedDataProvider data) {
    Chain chain = data.pickValue(Chain.values());
    String text = data.consumeRemainingAsString();
    if (Addresses.check(chain, text) instanceof Address address) {
      assertThat(Addresses.check(address.chain(), address.normal()))
          .isInstanceOfSatisfying(
              Address.class, again -> assertThat(again.normal()).isEqualTo(address.normal()));
    }
    if (!text.isEmpty() && Addresses.recognise(text) instanceof Address address) {
      assertThat(address.display()).isNotEmpty();
    }
  }
}
