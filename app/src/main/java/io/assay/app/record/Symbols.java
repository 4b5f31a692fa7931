package io.assay.app.record;

import io.assay.core.asset.Asset;
import io.assay.core.asset.ListedToken;
import io.assay.core.asset.TokenDirectory;
import java.util.Locale;

/// What assets are called: coins and listings by their symbol, tokens by what the directory in
/// force says of them. Symbols are chosen by whoever makes a token, so they name nothing for
/// certain.
public final class Symbols {
  private static final int SHOWN_ENDS = 4;
  private static final int LONGEST = 13;

  private final TokenDirectory directory;

  /// By a directory.
  public Symbols(TokenDirectory directory) {
    this.directory = directory;
  }

  /// The symbol; empty where nobody tells any.
  public String of(Asset asset) {
    return switch (asset) {
      case Asset.Coin coin -> coin.symbol();
      case Asset.Listing listing -> listing.symbol();
      case Asset.Token token -> directory.token(token).map(ListedToken::symbol).orElse("");
    };
  }

  /// Whether it goes by that symbol, in any case.
  boolean isCalled(Asset asset, String symbol) {
    return of(asset).toUpperCase(Locale.ROOT).equals(symbol.toUpperCase(Locale.ROOT));
  }

  /// An asset in a narrow column: `LINK`, `binance:SNGLS`, `solana:So11…1112`, with a token's
  /// symbol before it where there is one.
  public String brief(Asset asset) {
    return switch (asset) {
      case Asset.Coin coin -> coin.symbol();
      case Asset.Listing listing -> listing.id();
      case Asset.Token token -> {
        String symbol = of(token);
        String place = token.chain().word() + ":" + ends(token.address());
        yield symbol.isEmpty() ? place : symbol + " " + place;
      }
    };
  }

  private static String ends(String address) {
    int length = address.length();
    return length <= LONGEST
        ? address
        : address.substring(0, SHOWN_ENDS + 2) + "…" + address.substring(length - SHOWN_ENDS);
  }
}
