package io.assay.runtime.life;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/// How a stop went, step by step.
public record StopReport(List<Step> steps) {
  public StopReport {
    steps = List.copyOf(steps);
  }

  /// One step.
  ///
  /// @param name such as `drain message_processing`
  /// @param flaw one line: what went wrong; empty if nothing did
  public record Step(String name, Duration took, String flaw) {
    public Step {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(took, "took");
      Objects.requireNonNull(flaw, "flaw");
    }
  }

  /// Whether every step did what it should.
  public boolean isClean() {
    return steps.stream().allMatch(step -> step.flaw.isEmpty());
  }

  public ExitStatus status() {
    return isClean() ? ExitStatus.CLEAN : ExitStatus.NOT_FLUSHED;
  }
}
