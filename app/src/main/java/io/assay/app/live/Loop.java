package io.assay.app.live;

import io.assay.runtime.task.Task;
import io.assay.runtime.task.TaskContext;
import java.time.Duration;
import java.util.function.Supplier;

/// A task that does the same thing again and again.
///
/// @param round what it does; told whether it is alive through the context
/// @param rest how long it rests in between, as configured at that moment
public record Loop(Round round, Supplier<Duration> rest) implements Task {

  /// One time.
  @FunctionalInterface
  public interface Round {
    void run(TaskContext context) throws Exception;
  }

  @Override
  public void run(TaskContext context) throws Exception {
    boolean more = true;
    while (more) {
      round.run(context);
      context.worked(1);
      more = context.rest(rest.get());
    }
  }
}
