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

  /// Whether it takes a key.
  boolean takesKey() {
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
