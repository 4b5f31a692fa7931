package io.assay.adapters.provider;

import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import java.util.List;

/// What every provider must know if it knows anything: for trying whether it can be reached.
public final class WellKnown {
  /// The coin.
  public static final Asset.Coin BITCOIN = new Asset.Coin("bitcoin", "BTC");

  /// Solana's own coin as a token.
  public static final Asset.Token WRAPPED_SOL =
      new Asset.Token(Chain.SOLANA, "So11111111111111111111111111111111111111112");

  /// Ethereum's own coin as a token.
  public static final Asset.Token WETH =
      new Asset.Token(Chain.ETHEREUM, "0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2");

  private static final List<Asset> ALL = List.of(BITCOIN, WRAPPED_SOL, WETH);

  private WellKnown() {}

  /// Something that this provider should have a price of.
  static Asset of(Provider.Quotes provider) {
    return ALL.stream()
        .filter(provider::prices)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("it prices nothing that everybody knows"));
  }
}
