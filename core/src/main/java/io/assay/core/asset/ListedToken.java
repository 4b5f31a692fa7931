package io.assay.core.asset;

import java.util.Objects;
import java.util.OptionalInt;

/// What lists say of a token contract. Anybody can call a contract anything: it is for show, and
/// proves nothing.
///
/// @param symbol upper case
/// @param name empty where none is told
/// @param decimals by which its smallest unit is one of it, 0 to 255; empty where no list says
public record ListedToken(Asset.Token token, String symbol, String name, OptionalInt decimals) {
  public ListedToken {
    Objects.requireNonNull(token, "token");
    Objects.requireNonNull(symbol, "symbol");
    Objects.requireNonNull(name, "name");
    if (decimals.isPresent() && (decimals.getAsInt() < 0 || decimals.getAsInt() > 255)) {
      throw new IllegalArgumentException("no token has " + decimals.getAsInt() + " decimals");
    }
  }
}
