package io.assay.bench;

import io.assay.runtime.Criticality;
import io.assay.runtime.Time;
import io.assay.runtime.health.CheckResult;
import io.assay.runtime.health.HealthBoard;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// What a health round over a thousand components costs, beside asking the same checks on virtual
/// threads with nothing kept of the answers.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SupervisionHealthBench {
  private static final int COMPONENTS = 1_000;

  private final HealthBoard board = new HealthBoard(Time.SYSTEM, HealthBoard.Settings.DEFAULTS);
  private final ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Callable<CheckResult>> checks = new ArrayList<>();

  @Setup
  public void register() {
    for (int i = 0; i < COMPONENTS; i++) {
      board.register("component" + i, Criticality.DEGRADABLE, CheckResult::up);
      checks.add(CheckResult::up);
    }
  }

  @TearDown
  public void close() {
    board.close();
    virtual.close();
  }

  @Benchmark
  public void assayRound() throws InterruptedException {
    board.round();
  }

  @Benchmark
  public void virtualThreadsAlone() throws InterruptedException {
    virtual.invokeAll(checks);
  }
}
