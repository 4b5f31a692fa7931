package io.assay.core.asset;

import java.util.List;
import java.util.Optional;

/// Which coins and tokens there are, and what a symbol can mean. Port.
public interface TokenDirectory {
  /// What the symbol stands for.
  ///
  /// @param symbol without `$` or `#`, any case
  Meaning meaning(String symbol);

  /// The coin with that id of the directory.
  Optional<Asset.Coin> coin(String id);

  /// What is known of a token contract.
  Optional<ListedToken> token(Asset.Token token);

  /// What the symbol can mean, for whoever opens calls: empty where nothing that is alive carries
  /// it. More than one is an ambiguity, and the caller must not choose.
  ///
  /// @param symbol without `$` or `#`, any case
  default List<Asset> candidates(String symbol) {
    return meaning(symbol).candidates();
  }
}
