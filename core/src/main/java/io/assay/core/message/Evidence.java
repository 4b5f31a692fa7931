package io.assay.core.message;

/// How close to the moment a message was heard. The order is part of the journal's format.
public enum Evidence {
  /// Received within five minutes of sending.
  LIVE,
  /// Received later: gap repair or history. Judged apart until the operator opts it in.
  BACKFILL,
  /// Read from a file: time is virtual (received = sent), the file is judged in its own right.
  IMPORTED
}
