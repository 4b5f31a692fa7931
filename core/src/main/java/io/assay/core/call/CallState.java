package io.assay.core.call;

/// Where a call stands. The order is part of the ledger's format.
public enum CallState {
  /// Being followed.
  OPEN,
  /// Followed to its last checkpoint.
  RESOLVED,
  /// Positive evidence that nobody trades the asset any more.
  DEAD,
  /// Nobody has prices for it, or they end before the last checkpoint.
  UNPRICEABLE;

  public boolean isOver() {
    return this != OPEN;
  }

  /// Whether there is an outcome to the end: the word *settled* of the reports.
  public boolean isSettled() {
    return this == RESOLVED || this == DEAD;
  }
}
