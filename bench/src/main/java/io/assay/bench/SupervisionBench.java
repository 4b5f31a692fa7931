package io.assay.bench;

import com.google.common.util.concurrent.Service;
import com.google.common.util.concurrent.ServiceManager;
import io.assay.runtime.Time;
import io.assay.runtime.task.Crew;
import io.assay.runtime.task.Supervisor;
import io.assay.runtime.task.TaskSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What it costs to start a thousand tasks that do nothing and to stop them again, a task: under
/// supervision, as plain threads, and as services of Guava's, on virtual and on platform threads.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@OperationsPerInvocation(SupervisionBench.TASKS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class SupervisionBench {
  static final int TASKS = 1_000;

  @Setup
  public void hush() {
    Trivial.hush();
  }

  @Benchmark
  public void assayOnVirtualThreads() throws InterruptedException {
    supervise(true);
  }

  @Benchmark
  public void assayOnPlatformThreads() throws InterruptedException {
    supervise(false);
  }

  private static void supervise(boolean virtual) throws InterruptedException {
    CountDownLatch running = new CountDownLatch(TASKS);
    Supervisor supervisor =
        new Supervisor(Time.SYSTEM, new Random(7), Supervisor.Settings.DEFAULT, Trivial.NOBODY);
    List<TaskSpec> tasks = new ArrayList<>();
    for (int i = 0; i < TASKS; i++) {
      TaskSpec spec = TaskSpec.of("task" + i, () -> Trivial.counting(running));
      tasks.add(virtual ? spec.onVirtualThread() : spec);
    }
    supervisor.start();
    supervisor.start(new Crew("bench", Crew.Strategy.ONE_FOR_ONE, tasks));
    running.await();
    List<String> flaws = supervisor.stop("bench", Duration.ofMinutes(1));
    supervisor.close();
    if (!flaws.isEmpty()) {
      throw new IllegalStateException(flaws.getFirst());
    }
  }

  @Benchmark
  public void plainVirtualThreads() throws InterruptedException {
    run(Thread.ofVirtual());
  }

  @Benchmark
  public void plainPlatformThreads() throws InterruptedException {
    run(Thread.ofPlatform().daemon());
  }

  private static void run(Thread.Builder builder) throws InterruptedException {
    CountDownLatch running = new CountDownLatch(TASKS);
    CountDownLatch stop = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < TASKS; i++) {
      threads.add(
          builder.start(() -> {
            running.countDown();
            try {
              stop.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }));
    }
    running.await();
    stop.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
  }

  @Benchmark
  public void guavaOnVirtualThreads() {
    manage(true);
  }

  @Benchmark
  public void guavaOnPlatformThreads() {
    manage(false);
  }

  private static void manage(boolean virtual) {
    List<Service> services = new ArrayList<>();
    for (int i = 0; i < TASKS; i++) {
      services.add(new Trivial.Counting(virtual));
    }
    ServiceManager manager = new ServiceManager(services);
    manager.startAsync().awaitHealthy();
    manager.stopAsync().awaitStopped();
  }
}
