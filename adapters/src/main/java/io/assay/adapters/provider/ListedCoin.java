package io.assay.adapters.provider;

import io.assay.core.asset.Asset;
import java.util.List;
import java.util.Objects;

/// A coin in a provider's list.
///
/// @param id the provider's own
/// @param symbol as it writes it
/// @param tokens its contracts, on the chains that we know
public record ListedCoin(String id, String symbol, String name, List<Asset.Token> tokens) {
  public ListedCoin {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(symbol, "symbol");
    Objects.requireNonNull(name, "name");
    tokens = List.copyOf(tokens);
  }
}
