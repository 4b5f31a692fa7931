package io.assay.app.doctor;

import java.util.Objects;

/// What one trial came to.
///
/// @param tried such as `dexscreener`
/// @param found what came back, in one line, without keys
/// @param advice what to do; empty where there is nothing to do
public record Finding(Grade grade, String tried, String found, String advice) {
  public Finding {
    Objects.requireNonNull(grade, "grade");
    Objects.requireNonNull(tried, "tried");
    Objects.requireNonNull(found, "found");
    Objects.requireNonNull(advice, "advice");
  }

  /// How bad it is.
  public enum Grade {
    /// As it should be.
    FINE,
    /// Not used, by choice.
    OFF,
    /// It works, and something about it wants a look.
    ODD,
    /// It does not work.
    BAD
  }

  static Finding fine(String tried, String found) {
    return new Finding(Grade.FINE, tried, found, "");
  }

  static Finding bad(String tried, String found, String advice) {
    return new Finding(Grade.BAD, tried, found, advice);
  }
}
