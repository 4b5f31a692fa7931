package io.assay.runtime;

/// What becomes of the system where one of its parts is down.
public enum Criticality {
  /// The system cannot do without: it does not start, is not ready, or goes down with it.
  CRITICAL,
  /// The system goes on and says that it is degraded.
  DEGRADABLE,
  /// The system goes on as if nothing were missing; the part alone says that it is down.
  OPTIONAL
}
