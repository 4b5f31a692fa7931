package io.assay.core.score;

/// A chance that was told and what came of it.
///
/// @param day days since 1970 in UTC on which the call matured; calls of one day share a market
/// @param chance of a win, 0 to 1
public record Forecast(long day, double chance, boolean win) {
  public Forecast {
    if (!(chance >= 0 && chance <= 1)) {
      throw new IllegalArgumentException("a chance is a ratio in 0..1, not " + chance);
    }
  }
}
