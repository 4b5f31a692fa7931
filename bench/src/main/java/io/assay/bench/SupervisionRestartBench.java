package io.assay.bench;

import io.assay.runtime.Time;
import io.assay.runtime.task.Crew;
import io.assay.runtime.task.Strategy;
import io.assay.runtime.task.Supervisor;
import io.assay.runtime.task.TaskSpec;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// From the order to crash until the next generation runs: under supervision, and on a plain
/// virtual thread that starts its successor. Guava's service manager restarts nothing, so it is not
/// here.
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 2)
public class SupervisionRestartBench {

  /// Where whoever runs waits for its order to crash.
  private static final class Stage {
    private final SynchronousQueue<Boolean> orders = new SynchronousQueue<>();
    private final SynchronousQueue<Boolean> running = new SynchronousQueue<>();

    void play() throws InterruptedException {
      running.put(true);
      if (orders.take()) {
        throw new IllegalStateException("as ordered");
      }
    }

    void crash() throws InterruptedException {
      orders.put(true);
      running.take();
    }

    void begin() throws InterruptedException {
      running.take();
    }

    void end() throws InterruptedException {
      orders.put(false);
    }
  }

  /// Supervised.
  @State(Scope.Benchmark)
  public static class Supervised {
    private final Stage stage = new Stage();
    private final Supervisor supervisor =
        new Supervisor(Time.SYSTEM, new Random(7), Supervisor.Settings.DEFAULT, Trivial.NOBODY);

    @Setup
    public void start() throws InterruptedException {
      Trivial.hush();
      TaskSpec spec = TaskSpec.of("task", () -> _ -> stage.play()).with(Trivial.ALWAYS);
      supervisor.start();
      supervisor.start(
          new Crew("bench", Strategy.ONE_FOR_ONE, List.of(spec.with(Duration.ofDays(1)))));
      stage.begin();
    }

    @TearDown(Level.Trial)
    public void stop() throws InterruptedException {
      supervisor.stop("bench", Duration.ofSeconds(1));
      supervisor.close();
    }
  }

  /// A plain virtual thread that starts its successor.
  @State(Scope.Benchmark)
  public static class Plain {
    private final Stage stage = new Stage();

    private void run() {
      try {
        stage.play();
      } catch (IllegalStateException e) {
        Thread.startVirtualThread(this::run);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Setup
    public void start() throws InterruptedException {
      Thread.startVirtualThread(this::run);
      stage.begin();
    }

    @TearDown(Level.Trial)
    public void stop() throws InterruptedException {
      stage.end();
    }
  }

  @Benchmark
  public void assay(Supervised supervised) throws InterruptedException {
    supervised.stage.crash();
  }

  @Benchmark
  public void plainVirtualThread(Plain plain) throws InterruptedException {
    plain.stage.crash();
  }
}
