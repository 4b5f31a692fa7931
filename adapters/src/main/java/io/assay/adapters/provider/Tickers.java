package io.assay.adapters.provider;

import io.assay.core.asset.Asset;
import io.assay.core.asset.Majors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Symbols by which those vendors are asked who know coins by nothing else. Only a coin that
/// everybody means by its symbol has one: any other ticker would lead to some other coin.
public final class Tickers {
  private final Majors majors = Majors.parse(Majors.shippedText());

  /// The symbol of a coin, upper case; null where it could mean another one.
  public @Nullable String of(Asset asset) {
    return asset instanceof Asset.Coin coin
            && majors.candidates(coin.symbol()).equals(List.of(coin))
        ? coin.symbol()
        : null;
  }
}
