package io.assay.app.record;

import io.assay.core.asset.Address;
import io.assay.core.asset.AddressCheck;
import io.assay.core.asset.Addresses;
import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import java.util.Locale;

/// An asset as an operator types it, to be looked for among those that were called:
/// `solana:So111…`, an address alone, `coin:bitcoin`, `binance:BTC`, or a symbol with or without
/// its `$`.
public final class AssetWords {
  private final String words;
  private final String symbol;

  /// The word of the chain; empty where none is named.
  private final String chain;

  /// In normal form; empty where the words are no address.
  private final String address;

  /// Takes the words as they are; what they name nobody may have called.
  public AssetWords(String typed) {
    words = typed.strip();
    symbol = words.startsWith("$") ? words.substring(1) : words;
    String prefix = words.substring(0, Math.max(0, words.indexOf(':'))).toLowerCase(Locale.ROOT);
    Chain named = null;
    for (Chain one : Chain.values()) {
      named = one.word().equals(prefix) ? one : named;
    }
    chain = named == null ? "" : prefix;
    AddressCheck check =
        named == null
            ? Addresses.recognise(words)
            : Addresses.check(named, words.substring(prefix.length() + 1));
    address = check instanceof Address found ? found.normal() : "";
  }

  /// Whether the words can be nothing but an asset: an address, or one with its market before it.
  public boolean isExact() {
    return !address.isEmpty() || words.startsWith("$") || words.indexOf(':') > 0;
  }

  /// Whether they name this asset.
  public boolean name(Asset asset, Symbols symbols) {
    if (asset.id().equalsIgnoreCase(words) && !(asset instanceof Asset.Token)) {
      return true;
    }
    if (asset instanceof Asset.Token token && !address.isEmpty()) {
      String place = token.chain().word();
      boolean there = chain.isEmpty() || chain.equals(place) || chain.equals(Chain.EVM.word());
      return there && token.address().equals(address);
    }
    return asset.id().equals(words) || (!symbol.isEmpty() && symbols.isCalled(asset, symbol));
  }
}
