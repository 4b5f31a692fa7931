package io.assay.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.google.common.util.concurrent.AbstractExecutionThreadService;
import io.assay.runtime.Backoff;
import io.assay.runtime.task.RestartPolicy;
import io.assay.runtime.task.Supervisor;
import io.assay.runtime.task.Task;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.logging.LogManager;
import org.slf4j.LoggerFactory;

/// What the benchmarks of supervision have in common: tasks that do nothing, in each manner.
final class Trivial {
  /// Bears any number of crashes and never waits, so that a latency is the supervisor's own.
  static final RestartPolicy ALWAYS =
      new RestartPolicy(
          Integer.MAX_VALUE,
          Duration.ofNanos(1),
          new Backoff.Policy(Duration.ZERO, false, Duration.ZERO));

  static final Supervisor.Watch NOBODY =
      new Supervisor.Watch() {
        @Override
        public void recovered(String task, Duration took) {}

        @Override
        public void collapsed(String cause) {}
      };

  private Trivial() {}

  /// A log line costs more than what is measured.
  static void hush() {
    LogManager.getLogManager().reset(); // Guava's
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
  }

  /// A task that counts down when it runs, and works until it is told to stop.
  static Task counting(CountDownLatch running) {
    return context -> {
      running.countDown();
      while (context.rest(Duration.ofDays(1))) {
        context.beat();
      }
    };
  }

  /// The same as a service of Guava's.
  static final class Counting extends AbstractExecutionThreadService {
    private final CountDownLatch stop = new CountDownLatch(1);
    private final boolean virtual;

    Counting(boolean virtual) {
      this.virtual = virtual;
    }

    @Override
    protected void run() throws InterruptedException {
      stop.await();
    }

    @Override
    protected void triggerShutdown() {
      stop.countDown();
    }

    @Override
    protected Executor executor() {
      return virtual ? Thread::startVirtualThread : super.executor();
    }
  }
}
