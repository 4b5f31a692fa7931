package io.assay.runtime.life;

import io.assay.runtime.Fault;
import io.assay.runtime.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Named steps under one deadline. None is skipped because an earlier one failed; what would not
/// end is left behind with its stack in the log.
final class Shutdown {
  private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);
  private static final Duration LEAST = Duration.ofMillis(100);

  private final Time time;
  private final Duration deadline;

  /// A step.
  record Step(String name, Component.Ending ending) {}

  Shutdown(Time time, Duration deadline) {
    this.time = time;
    this.deadline = deadline;
  }

  StopReport run(List<Step> steps) throws InterruptedException {
    long begin = time.nanos();
    List<StopReport.Step> done = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      Duration left = deadline.minus(time.since(begin));
      done.add(run(steps.get(i), share(left, steps.size() - i)));
    }
    return new StopReport(done);
  }

  /// Twice its even share, since most steps take none of theirs; never so much that nothing is left
  /// for the others.
  private static Duration share(Duration left, int steps) {
    Duration others = LEAST.multipliedBy(steps - 1L);
    Duration most = left.minus(others);
    Duration even = left.dividedBy(steps).multipliedBy(2);
    Duration share = even.compareTo(most) < 0 ? even : most;
    return share.compareTo(LEAST) < 0 ? LEAST : share;
  }

  private StopReport.Step run(Step step, Duration share) throws InterruptedException {
    long begin = time.nanos();
    Bounded running =
        Bounded.start("stop-" + step.name.replace(' ', '-'), () -> step.ending.run(share), time);
    String flaw =
        switch (running.end(share)) {
          case Bounded.End.Done() -> "";
          case Bounded.End.Failed(Throwable cause) -> {
            LOG.error("{} failed", step.name, cause);
            yield Fault.lineOf(cause);
          }
          case Bounded.End.Hung(String stack) -> {
            LOG.error("{} does not end, left behind: {}", step.name, stack);
            yield "did not end within " + share.toMillis() + " ms: " + firstLine(stack);
          }
        };
    Duration took = time.since(begin);
    LOG.info("{}: {} in {} ms", step.name, flaw.isEmpty() ? "done" : flaw, took.toMillis());
    return new StopReport.Step(step.name, took, flaw);
  }

  private static String firstLine(String stack) {
    return stack.lines().findFirst().orElse("");
  }
}
