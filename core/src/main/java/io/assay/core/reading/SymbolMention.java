package io.assay.core.reading;

import java.util.Objects;

/// A ticker that a message mentions.
///
/// @param symbol upper case, without `$` or `#`; in the letters that it is written in
/// @param exchange lower case, where the message names the exchange it is listed on; else empty
public record SymbolMention(String symbol, Form form, String exchange, int start, int end) {
  public SymbolMention {
    Objects.requireNonNull(symbol, "symbol");
    Objects.requireNonNull(form, "form");
    Objects.requireNonNull(exchange, "exchange");
  }

  /// How it is written.
  public enum Form {
    CASHTAG,
    HASHTAG,
    /// `SNGLS/BTC`, `BTCUSDT`.
    PAIR,
    /// The coin that an announcement reveals.
    ANNOUNCED,
    /// The coin of an exchange's news of a listing: `Frax Share (FXS)`.
    LISTED,
    /// A coin that everybody knows, unmarked beside the side of a trade: `LONG BTC`.
    BARE,
    /// The one word that the message is, `ABC`: a coin only for who knows what was said before.
    ALONE;

    /// Whether it names what an exchange trades, rather than a coin wherever it is traded.
    public boolean isOfAnExchange() {
      return switch (this) {
        case PAIR, ANNOUNCED, LISTED -> true;
        case CASHTAG, HASHTAG, BARE, ALONE -> false;
      };
    }
  }
}
