package io.assay.core.call;

import java.time.Duration;

/// The checkpoints of a call, each at its own time after the post. The order is part of the
/// ledger's format.
public enum Horizon {
  HOUR_1("1h", Duration.ofHours(1)),
  HOUR_4("4h", Duration.ofHours(4)),
  HOUR_24("24h", Duration.ofDays(1)),
  DAY_3("3d", Duration.ofDays(3)),
  DAY_7("7d", Duration.ofDays(7)),
  DAY_30("30d", Duration.ofDays(30));

  private final String word;
  private final Duration after;

  Horizon(String word, Duration after) {
    this.word = word;
    this.after = after;
  }

  /// As it is written in tables: `1h`, `7d`.
  public String word() {
    return word;
  }

  /// Which of the checkpoints it is, from 0: the stage of the question that brings it.
  @SuppressWarnings("EnumOrdinal") // it is the format
  int place() {
    return ordinal();
  }

  public Duration after() {
    return after;
  }
}
