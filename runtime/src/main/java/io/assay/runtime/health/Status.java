package io.assay.runtime.health;

/// How a part, or the whole, is. From best to worst, so that the worst of several is the greatest.
public enum Status {
  /// Does what it is for.
  UP,
  /// Nothing has been decided yet, or what was known is too old. No check answers this.
  UNKNOWN,
  /// Works, but not as it should.
  DEGRADED,
  /// Does not work.
  DOWN
}
