package io.assay.bench;

import io.assay.runtime.Time;
import io.assay.runtime.task.Crew;
import io.assay.runtime.task.Supervisor;
import io.assay.runtime.task.TaskSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// What a look at a thousand tasks costs of which none needs anything; the supervisor takes one a
/// second. Plain threads and Guava's services are not looked at, so there is nothing beside it.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SupervisionIdleBench {
  private static final int LOOKS = 1_000;

  private final Semaphore looks = new Semaphore(0);
  private final Semaphore looked = new Semaphore(0);
  private final CountDownLatch end = new CountDownLatch(1);
  private final Supervisor supervisor =
      new Supervisor(new Looking(), new Random(7), Supervisor.Settings.DEFAULT, Trivial.NOBODY);

  /// Time in which the supervisor sleeps no longer than it is let.
  private final class Looking implements Time {
    @Override
    public Instant instant() {
      return Instant.EPOCH;
    }

    @Override
    public long nanos() {
      return System.nanoTime();
    }

    @Override
    public boolean await(CountDownLatch latch, Duration atMost) throws InterruptedException {
      looked.release();
      looks.acquire();
      return false;
    }
  }

  @Setup
  public void start() {
    Trivial.hush();
    List<TaskSpec> tasks = new ArrayList<>();
    for (int i = 0; i < SupervisionBench.TASKS; i++) {
      TaskSpec spec = TaskSpec.of("task" + i, () -> _ -> end.await());
      tasks.add(spec.onVirtualThread().with(Duration.ofDays(1)));
    }
    supervisor.start(new Crew("bench", Crew.Strategy.ONE_FOR_ONE, tasks));
    supervisor.start();
  }

  @TearDown(Level.Trial)
  public void stop() {
    end.countDown();
    supervisor.close();
    looks.release(LOOKS);
  }

  @Benchmark
  @OperationsPerInvocation(LOOKS)
  public void assay() throws InterruptedException {
    looks.release(LOOKS);
    looked.acquire(LOOKS);
  }
}
