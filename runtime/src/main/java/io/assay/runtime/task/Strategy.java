package io.assay.runtime.task;

/// Which tasks of a crew are started again when one of them ends abnormally.
public enum Strategy {
  /// That one.
  ONE_FOR_ONE,
  /// That one and those after it: the later stages of a pipeline depend on it.
  REST_FOR_ONE,
  /// All of them.
  ONE_FOR_ALL
}
