package io.assay.app.config;

import java.util.Locale;

/// Who can be asked for prices, by the names that an operator sees and sets.
public enum ProviderName {
  DEXSCREENER,
  GECKOTERMINAL,
  BIRDEYE,
  MORALIS,
  BINANCE,
  COINGECKO,
  DEFILLAMA,
  CRYPTOCOMPARE,
  GOPLUS;

  /// The one that is written so.
  public static ProviderName of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /// Whether it takes a key.
  public boolean takesKey() {
    return switch (this) {
      case DEXSCREENER, GECKOTERMINAL, DEFILLAMA, BINANCE -> false;
      case BIRDEYE, MORALIS, COINGECKO, CRYPTOCOMPARE, GOPLUS -> true;
    };
  }

  /// As it is written and shown, such as `dexscreener`.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
