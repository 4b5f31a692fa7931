package io.assay.core.message;

/// What happened to a message. The order is part of the journal's format: append only.
public enum EventKind {
  POSTED,
  EDITED,
  DELETED,
  ENGAGEMENT
}
