package io.assay.core.market;

import java.util.Locale;

/// What the whole market does.
public enum Regime {
  /// Bitcoin and Ether both rise.
  BULL,
  /// Both fall.
  BEAR,
  /// Neither of these.
  FLAT,
  /// One of the two is not known well enough.
  UNKNOWN;

  /// How it is written in tables: `bull`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
