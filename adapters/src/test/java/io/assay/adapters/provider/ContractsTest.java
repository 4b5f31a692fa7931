package io.assay.adapters.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ContractsTest {
  @Test
  void token_inAnyForm_isTheOneInNormalForm() {
    Asset.Token ton = token(Chain.TON, "EQCxE6mUtQJKFnGfaROTKOt1lZbDiiX1kCixRv7Nw2Id_sDs");
    assertThat(ton.address())
        .startsWith("0:b113a994b5024a16719f69139328eb759596c38a25f59028b146fecdc3621dfe");
    assertThat(Contracts.written(ton))
        .isEqualTo("EQCxE6mUtQJKFnGfaROTKOt1lZbDiiX1kCixRv7Nw2Id_sDs");
    assertThat(token(Chain.SUI, "0x2::sui::SUI").address())
        .isEqualTo("0x" + "0".repeat(63) + "2::sui::SUI");
    assertThat(token(Chain.BSC, "0xABCDEF7890123456789012345678901234567890").address())
        .isEqualTo("0xabcdef7890123456789012345678901234567890");
  }

  @Test
  void token_ofNoKnownForm_keepsItsText_andIsNotKnown() {
    assertThat(token(Chain.XRP, "SOLO.rIssuer").address()).isEqualTo("SOLO.rIssuer");
    assertThat(Contracts.known(Chain.XRP, "SOLO.rIssuer")).isNull();
    assertThat(Contracts.token(Chain.BSC, "")).isNull();
    assertThat(Contracts.written(token(Chain.BSC, "0x12"))).isEqualTo("0x12");
  }

  private static Asset.Token token(Chain chain, String text) {
    return Objects.requireNonNull(Contracts.token(chain, text));
  }
}
