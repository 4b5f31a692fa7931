package io.assay.core.asset;

import io.assay.core.canon.CanonException;
import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;

/// The canonical bytes of an asset.
public final class AssetBytes {
  private static final Chain[] CHAINS = Chain.values();

  private AssetBytes() {}

  public static void write(Asset asset, CanonWriter out) {
    switch (asset) {
      case Asset.Token(Chain chain, String address) -> out.u8(0).one(chain).text(address);
      case Asset.Coin(String id, String symbol) -> out.u8(1).text(id).text(symbol);
      case Asset.Listing(String exchange, String symbol) -> out.u8(2).text(exchange).text(symbol);
    }
  }

  public static Asset read(CanonReader in) {
    int form = in.u8();
    return switch (form) {
      case 0 -> new Asset.Token(in.one(CHAINS), in.text());
      case 1 -> new Asset.Coin(in.text(), in.text());
      case 2 -> new Asset.Listing(in.text(), in.text());
      default -> throw new CanonException("no asset of form " + form);
    };
  }
}
