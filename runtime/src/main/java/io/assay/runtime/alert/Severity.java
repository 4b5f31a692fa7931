package io.assay.runtime.alert;

/// How grave it is, from mild to grave.
public enum Severity {
  /// Worth knowing.
  INFO,
  /// Somebody should look today.
  WARNING,
  /// Somebody should look now.
  CRITICAL
}
