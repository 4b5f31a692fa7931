package io.assay.adapters.sqlite;

/// Says whether whoever writes is still the one who should: asked after a transaction has begun and
/// right before it is committed, on the writer's thread. Where it does not hold any more, the
/// transaction is rolled back and refused.
@FunctionalInterface
public interface Fence {
  /// Holds for ever.
  Fence NONE = () -> true;

  boolean holds();
}
