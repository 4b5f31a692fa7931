package io.assay.runtime.task;

/// Work that goes on until it is told to stop. Made anew for every generation, so that it begins
/// without the remains of the one that failed.
@FunctionalInterface
public interface Task {
  /// Works until [TaskContext#isStopping], beating meanwhile.
  ///
  /// @throws Exception whatever stands in its way: what [io.assay.runtime.Fault#kindOf] calls
  ///   temporary is waited for and tried again in place, anything else is the supervisor's to
  ///   decide
  void run(TaskContext context) throws Exception;
}
