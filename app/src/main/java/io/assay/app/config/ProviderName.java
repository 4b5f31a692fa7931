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

  /// As it is written and shown, such as `dexscreener`.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
