package io.assay.core.score;

import io.assay.core.canon.CanonException;
import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;

/// How likely a call was to win when it was made: +50 % before −50 %, at the human entry.
public sealed interface Chance {
  /// It was told.
  ///
  /// @param win probability, strictly between 0 and 1
  /// @param alike that of any channel's call with such a score: what the channel's own calls are
  ///   measured against
  record Told(double win, double alike) implements Chance {
    public Told {
      if (!(win > 0 && win < 1 && alike > 0 && alike < 1)) {
        throw new IllegalArgumentException("no probabilities: " + win + ", " + alike);
      }
    }
  }

  /// None was told, since it would have been hindsight: a backfilled call is heard of when later
  /// ones have been judged already.
  record Withheld() implements Chance {}

  /// Writes it down.
  default void write(CanonWriter out) {
    switch (this) {
      case Told(double win, double alike) -> out.u8(1).f64(win).f64(alike);
      case Withheld() -> out.u8(0);
    }
  }

  /// Reads one back.
  static Chance read(CanonReader in) {
    int form = in.u8();
    return switch (form) {
      case 0 -> new Withheld();
      case 1 -> new Told(in.f64(), in.f64());
      default -> throw new CanonException("no chance of form " + form);
    };
  }
}
