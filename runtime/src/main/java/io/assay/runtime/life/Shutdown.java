package io.assay.runtime.life;

import io.assay.runtime.Fault;
import io.assay.runtime.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Named steps under one deadline. None is skipped because an earlier one failed; what would not
/// end is left behind with its stack in the log. Used once.
final class Shutdown {
  private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);
  private static final Duration LEAST = Duration.ofMillis(500);
  private static final Duration HURRY = Duration.ofMillis(100);

  private final Time time;
  private final Duration deadline;
  private final List<Exception> flaws = new ArrayList<>();
  private boolean hurried;

  /// A step.
  ///
  /// @param ended hears what went wrong; empty if nothing did
  record Step(String name, Component.Ending ending, Consumer<String> ended) {}

  Shutdown(Time time, Duration deadline) {
    this.time = time;
    this.deadline = deadline;
  }

  /// Takes all steps. Where its thread is interrupted, it hurries: what is left has a moment each.
  StopReport run(List<Step> steps) {
    long begin = time.nanos();
    Duration half = deadline.dividedBy(Math.max(1, steps.size()) * 2L);
    Duration least = half.compareTo(LEAST) < 0 ? half : LEAST;
    List<StopReport.Step> done = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      Duration left = deadline.minus(time.since(begin));
      done.add(run(steps.get(i), hurried ? HURRY : share(left, steps.size() - i, least)));
    }
    if (hurried) {
      Thread.currentThread().interrupt();
    }
    return new StopReport(done);
  }

  /// What went wrong, step by step.
  List<Exception> flaws() {
    return flaws;
  }

  /// Twice its even share, since most steps take none of theirs; never so much that nothing is left
  /// for the others.
  private static Duration share(Duration left, int steps, Duration least) {
    Duration most = left.minus(least.multipliedBy(steps - 1L));
    Duration even = left.dividedBy(steps).multipliedBy(2);
    Duration share = even.compareTo(most) < 0 ? even : most;
    return share.compareTo(HURRY) < 0 ? HURRY : share;
  }

  private StopReport.Step run(Step step, Duration share) {
    long begin = time.nanos();
    Duration half = share.dividedBy(2);
    Duration patience = half.compareTo(Bounded.PATIENCE) < 0 ? half : Bounded.PATIENCE;
    Duration within = share.minus(patience);
    String name = "stop-" + step.name.replace(' ', '-');
    Bounded running = Bounded.start(name, () -> step.ending.run(within), time);
    String flaw =
        switch (end(running, within, patience)) {
          case Bounded.End.Done() -> "";
          case Bounded.End.Failed(Throwable cause) -> {
            LOG.error("{} failed", step.name, cause);
            yield flaw(step, Fault.lineOf(cause), cause);
          }
          case Bounded.End.Hung hung -> {
            LOG.error("{} does not end, left behind: {}", step.name, hung.stack());
            String words = "did not end within " + share.toMillis() + " ms: " + hung.thread();
            yield flaw(step, words, null);
          }
        };
    Duration took = time.since(begin);
    LOG.info("{}: {} in {} ms", step.name, flaw.isEmpty() ? "done" : flaw, took.toMillis());
    step.ended.accept(flaw);
    return new StopReport.Step(step.name, took, flaw);
  }

  private String flaw(Step step, String words, @Nullable Throwable cause) {
    flaws.add(new IllegalStateException(step.name + ": " + words, cause));
    return words;
  }

  private Bounded.End end(Bounded running, Duration within, Duration patience) {
    while (true) {
      try {
        return running.end(hurried ? Duration.ZERO : within, patience);
      } catch (InterruptedException e) {
        LOG.warn("interrupted while stopping: what is left is hurried");
        hurried = true;
      }
    }
  }
}
