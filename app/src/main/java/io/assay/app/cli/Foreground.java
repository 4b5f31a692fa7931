package io.assay.app.cli;

import io.assay.app.system.Assay;
import io.assay.runtime.Fault;
import io.assay.runtime.life.ExitStatus;
import io.assay.runtime.life.Signals;
import io.assay.runtime.life.StartFailure;
import io.assay.runtime.life.StopReport;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A system in the foreground: it runs until a signal stops it in order, a second one at once, or
/// it collapses.
final class Foreground {
  private static final Logger LOG = LoggerFactory.getLogger(Foreground.class);

  private final Assay assay;
  private final Consumer<String> out;
  private final Consumer<String> err;
  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicReference<@Nullable ExitStatus> status = new AtomicReference<>();

  /// A system that is open and not started.
  ///
  /// @param out told that it is ready
  /// @param err told what went wrong
  Foreground(Assay assay, Consumer<String> out, Consumer<String> err) {
    this.assay = assay;
    this.out = out;
    this.err = err;
  }

  /// Runs it to its end.
  ///
  /// @return how the process should end
  ExitStatus run() throws InterruptedException {
    try (Signals _ = Signals.listen(() -> stop(ExitStatus.CLEAN), this::stopNow, this::reload)) {
      assay.start();
      out.accept("assay is ready on " + assay.url() + " (Ctrl-C stops it)");
      var _ =
          assay
              .collapse()
              .thenAccept(end -> Thread.ofPlatform().name("assay-stop").start(() -> stop(end)));
      over.await();
      return Objects.requireNonNull(status.get(), "it is over");
    } catch (StartFailure e) {
      err.accept(e.getMessage());
      assay.close();
      return e.status();
    }
  }

  /// Stops it in order.
  ///
  /// @param end how the process ends if the stop is clean
  private void stop(ExitStatus end) {
    try {
      StopReport report = assay.stop();
      for (StopReport.Step step : report.steps()) {
        if (!step.flaw().isEmpty()) {
          err.accept(step.name() + ": " + step.flaw());
        }
      }
      end(report.isClean() ? end : worse(end, report.status()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      end(ExitStatus.NOT_FLUSHED);
    }
  }

  /// A collapse stays one, however its stop went.
  private static ExitStatus worse(ExitStatus end, ExitStatus stop) {
    return end == ExitStatus.CLEAN ? stop : end;
  }

  private void stopNow() {
    err.accept("stopped at once; what is journaled is safe");
    end(ExitStatus.NOT_FLUSHED);
  }

  private void end(ExitStatus with) {
    status.compareAndSet(null, with);
    over.countDown();
  }

  private void reload() {
    try {
      assay.controls().reload();
    } catch (Fault e) {
      LOG.error("{}", e.getMessage());
    }
  }
}
