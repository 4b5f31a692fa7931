package io.assay.core.asset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MoneyTest {
  private static final Asset.Token TOKEN = new Asset.Token(Chain.BASE, "0x" + "1".repeat(40));
  private static final Asset.Token WETH =
      new Asset.Token(Chain.BASE, "0x4200000000000000000000000000000000000006");
  private static final Asset.Token USDC =
      new Asset.Token(Chain.BASE, "0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913");

  @Test
  void traded_ofAPair_isWhatIsNoMoney() {
    assertThat(Money.traded(TOKEN, WETH)).isEqualTo(TOKEN);
    assertThat(Money.traded(WETH, TOKEN)).isEqualTo(TOKEN);
    assertThat(Money.traded(USDC, TOKEN)).isEqualTo(TOKEN);
  }

  @Test
  void traded_ofMoneyForMoney_isTheBase() {
    assertThat(Money.traded(WETH, USDC)).isEqualTo(WETH);
    assertThat(Money.traded(USDC, WETH)).isEqualTo(USDC);
  }
}
