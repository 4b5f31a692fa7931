package io.assay.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.runtime.task.Task;
import io.assay.runtime.task.TaskContext;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A task that runs, and what a test wants to know of it.
final class Running implements Task {
  private final Task task;
  private final CompletableFuture<TaskContext> context = new CompletableFuture<>();
  private final BlockingQueue<Optional<Throwable>> ends = new LinkedBlockingQueue<>();

  Running(Task task) {
    this.task = task;
  }

  @Override
  public void run(TaskContext given) throws Exception {
    context.complete(given);
    Throwable failure = null;
    try {
      task.run(given);
    } catch (Exception | Error e) {
      failure = e;
      throw e;
    } finally {
      ends.add(Optional.ofNullable(failure));
    }
  }

  TaskContext context() {
    return context.join();
  }

  /// Waits for the end of a run.
  ///
  /// @return empty if it returned, else what it threw
  Optional<Throwable> awaitEnd() throws InterruptedException {
    Optional<Throwable> end = ends.poll(240, TimeUnit.SECONDS);
    assertThat(end).as("the task ends").isNotNull();
    return end;
  }
}
