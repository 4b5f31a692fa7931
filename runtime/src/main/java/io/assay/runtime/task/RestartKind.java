package io.assay.runtime.task;

/// Which ends of a task call for a new one.
public enum RestartKind {
  /// Any: it is not meant to end.
  PERMANENT,
  /// Only one that it did not choose.
  TRANSIENT,
  /// None: it runs once.
  TEMPORARY
}
