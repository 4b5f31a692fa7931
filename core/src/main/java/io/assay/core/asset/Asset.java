package io.assay.core.asset;

import java.util.Locale;
import java.util.Objects;

/// What a call is about. Never a bare ticker: those mean several things.
public sealed interface Asset {
  /// How the asset is written in files, commands and keys: `solana:So111…`, `coin:bitcoin`,
  /// `binance:SNGLS`. Unique.
  String id();

  /// A token contract.
  ///
  /// @param address in normal form: EVM lower-cased, base58 with its case kept
  record Token(Chain chain, String address) implements Asset {
    public Token {
      Objects.requireNonNull(chain, "chain");
      if (address.isEmpty()) {
        throw new IllegalArgumentException("a token has an address");
      }
      if (chain.isEvm()) {
        address = address.toLowerCase(Locale.ROOT);
      }
    }

    /// Whether the chain is still to be found.
    public boolean isChainUnknown() {
      return chain == Chain.EVM;
    }

    @Override
    public String id() {
      return chain.word() + ":" + address;
    }
  }

  /// A coin of the token directory, by its id there (CoinGecko's).
  ///
  /// @param symbol upper case, for files and for show
  record Coin(String directoryId, String symbol) implements Asset {
    public Coin {
      Objects.requireNonNull(directoryId, "directoryId");
      symbol = symbol.toUpperCase(Locale.ROOT);
    }

    @Override
    public String id() {
      return "coin:" + directoryId;
    }
  }

  /// A pair's base symbol as one exchange lists it, named by an announcement or a pair.
  ///
  /// @param exchange lower case: `binance`, `kucoin`; `unnamed` where the announcement names none
  /// @param symbol upper case
  record Listing(String exchange, String symbol) implements Asset {
    /// The exchange word of an announcement that names none.
    public static final String UNNAMED = "unnamed";

    public Listing {
      exchange = exchange.toLowerCase(Locale.ROOT);
      symbol = symbol.toUpperCase(Locale.ROOT);
    }

    @Override
    public String id() {
      return exchange + ":" + symbol;
    }
  }
}
