package io.assay.core.directory;

import java.util.Locale;

/// Why a row of a list is not taken.
public enum Drop {
  /// It is no row at all.
  NO_ROW,
  /// Its id is missing, too long, or not made of plain letters.
  NO_ID,
  /// It has no symbol, or one of marks that nobody sees.
  NO_SYMBOL,
  /// Its symbol holds what cannot be printed.
  UNPRINTABLE,
  /// Its symbol is longer than any.
  TOO_LONG,
  /// Its symbol begins as a formula of a spreadsheet does.
  FORMULA,
  /// It is on a chain that we do not know.
  OTHER_CHAIN,
  /// Its address is none of its chain.
  NO_ADDRESS,
  /// It is there already.
  TWICE,
  /// There are too many before it.
  CROWDED;

  /// As it is told: `no symbol`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
