package io.assay.runtime.task;

import io.assay.runtime.Criticality;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;

/// What a supervisor must know of a task.
///
/// @param name as the operator says it, such as `message_processing`
/// @param factory makes a new task for every generation
/// @param role what depends on it
/// @param heartbeat longest silence before it counts as stuck
/// @param policy how it is started again
public record TaskSpec(
    String name, Supplier<Task> factory, Role role, Duration heartbeat, RestartPolicy policy) {
  private static final Duration HEARTBEAT = Duration.ofSeconds(30);

  /// What depends on a task, when it is to be started again, and on what kind of thread.
  ///
  /// @param virtual whether it only waits on the network: a virtual thread that computes or blocks
  ///   in native code would keep a processor from all others
  public record Role(Criticality criticality, RestartPolicy.Kind restart, boolean virtual) {
    public Role {
      Objects.requireNonNull(criticality, "criticality");
      Objects.requireNonNull(restart, "restart");
    }
  }

  public TaskSpec {
    Objects.requireNonNull(factory, "factory");
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(policy, "policy");
    if (name.isBlank() || heartbeat.isNegative() || heartbeat.isZero()) {
      throw new IllegalArgumentException("a task has a name and a heartbeat");
    }
  }

  /// A critical, permanent task on a platform thread.
  public static TaskSpec of(String name, Supplier<Task> factory) {
    Role role = new Role(Criticality.CRITICAL, RestartPolicy.Kind.PERMANENT, false);
    return new TaskSpec(name, factory, role, HEARTBEAT, RestartPolicy.DEFAULT);
  }

  public TaskSpec with(Criticality criticality) {
    return with(new Role(criticality, role.restart, role.virtual));
  }

  public TaskSpec with(RestartPolicy.Kind restart) {
    return with(new Role(role.criticality, restart, role.virtual));
  }

  /// The same on a virtual thread.
  public TaskSpec onVirtualThread() {
    return with(new Role(role.criticality, role.restart, true));
  }

  public TaskSpec with(Duration longestSilence) {
    return new TaskSpec(name, factory, role, longestSilence, policy);
  }

  public TaskSpec with(RestartPolicy restarts) {
    return new TaskSpec(name, factory, role, heartbeat, restarts);
  }

  private TaskSpec with(Role changed) {
    return new TaskSpec(name, factory, changed, heartbeat, policy);
  }
}
