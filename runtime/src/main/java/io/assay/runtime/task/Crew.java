package io.assay.runtime.task;

import java.util.List;
import java.util.Objects;

/// Tasks that are started in order and share a fate.
///
/// @param name as the operator says it, such as `intake`
/// @param strategy which of them go down together
/// @param tasks in the order of the flow, upstream first
public record Crew(String name, Strategy strategy, List<TaskSpec> tasks) {
  public Crew {
    Objects.requireNonNull(strategy, "strategy");
    tasks = List.copyOf(tasks);
    if (name.isBlank()) {
      throw new IllegalArgumentException("a crew has a name");
    }
    if (tasks.stream().map(TaskSpec::name).distinct().count() < tasks.size()) {
      throw new IllegalArgumentException("crew " + name + " has two tasks of one name");
    }
  }

  /// Which tasks of a crew are started again when one of them ends abnormally.
  public enum Strategy {
    /// That one.
    ONE_FOR_ONE,
    /// That one and those after it: the later stages of a pipeline depend on it.
    REST_FOR_ONE,
    /// All of them.
    ONE_FOR_ALL
  }
}
