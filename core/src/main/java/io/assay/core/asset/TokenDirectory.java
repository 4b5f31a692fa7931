package io.assay.core.asset;

import java.util.List;

/// Which coins a symbol can mean. Port.
public interface TokenDirectory {
  /// The live coins that carry the symbol, in directory order; empty where none does. More than one
  /// is an ambiguity, and the caller must not choose.
  ///
  /// @param symbol without `$` or `#`, any case
  List<Asset.Coin> candidates(String symbol);
}
