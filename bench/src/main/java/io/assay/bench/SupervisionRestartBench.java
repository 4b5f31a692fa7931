package io.assay.bench;

import com.google.common.util.concurrent.AbstractExecutionThreadService;
import com.google.common.util.concurrent.MoreExecutors;
import com.google.common.util.concurrent.Service;
import com.google.common.util.concurrent.ServiceManager;
import io.assay.runtime.Time;
import io.assay.runtime.task.Crew;
import io.assay.runtime.task.Supervisor;
import io.assay.runtime.task.TaskSpec;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executor;
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

/// From the order to crash until the next generation runs: under supervision, on a plain virtual
/// thread that starts its successor, and in a service of Guava's whose manager's listener starts
/// the next, since that restarts nothing by itself.
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
          new Crew("bench", Crew.Strategy.ONE_FOR_ONE, List.of(spec.with(Duration.ofDays(1)))));
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

  /// Services of Guava's, each started by the failure of the one before it.
  @State(Scope.Benchmark)
  public static class Guava {
    private final Stage stage = new Stage();

    /// A manager that nobody holds is forgotten with its listeners.
    private volatile ServiceManager current = new ServiceManager(List.of());

    private final class Playing extends AbstractExecutionThreadService {
      @Override
      protected void run() throws InterruptedException {
        stage.play();
      }

      @Override
      protected Executor executor() {
        return Thread::startVirtualThread;
      }
    }

    private void next() {
      ServiceManager manager = new ServiceManager(List.of(new Playing()));
      manager.addListener(
          new ServiceManager.Listener() {
            @Override
            public void failure(Service service) {
              next();
            }
          },
          MoreExecutors.directExecutor());
      current = manager;
      manager.startAsync();
    }

    @Setup
    public void start() throws InterruptedException {
      Trivial.hush();
      next();
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

  @Benchmark
  public void guava(Guava guava) throws InterruptedException {
    guava.stage.crash();
  }
}
