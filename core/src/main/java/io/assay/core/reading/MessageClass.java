package io.assay.core.reading;

import java.util.Locale;

/// What a message is.
public enum MessageClass {
  /// Says that something is worth buying (or shorting) now.
  CALL,
  /// A coordinated pump: its countdown, its rules, or the reveal of the coin.
  PUMP,
  /// How an earlier call is doing.
  UPDATE,
  /// Boasts of past gains.
  BRAG,
  /// Warns of something.
  WARNING,
  /// Says to get out.
  EXIT,
  /// A list of several things.
  DIGEST,
  /// Advertises something that is no token.
  AD,
  QUESTION,
  /// Everything else.
  CHATTER;

  private final String word = name().toLowerCase(Locale.ROOT);

  /// The name in lower case, for counting.
  public String word() {
    return word;
  }
}
