package io.assay.runtime.life;

import io.assay.runtime.ErrorKind;

/// How the process ends, by the numbers of `sysexits.h`.
public enum ExitStatus {
  CLEAN(0),
  /// Nobody foresaw it.
  BUG(70),
  /// Something could not be written, or would not stop.
  NOT_FLUSHED(74),
  /// It may work later as it is.
  TRY_AGAIN(75),
  /// An operator has to change something first.
  CONFIGURATION(78);

  private final int code;

  ExitStatus(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /// Whether this is to be told first where several parts failed: what an operator must mend, then
  /// what nobody foresaw, since waiting helps neither.
  boolean isGraverThan(ExitStatus other) {
    return gravity() > other.gravity();
  }

  private int gravity() {
    return switch (this) {
      case CLEAN -> 0;
      case TRY_AGAIN, NOT_FLUSHED -> 1;
      case BUG -> 2;
      case CONFIGURATION -> 3;
    };
  }

  /// How a start ends that failed like this.
  public static ExitStatus of(ErrorKind kind) {
    return switch (kind) {
      case TEMPORARY -> TRY_AGAIN;
      case OPERATIONAL, FATAL -> CONFIGURATION;
      case BAD_ITEM, BUG -> BUG;
    };
  }
}
