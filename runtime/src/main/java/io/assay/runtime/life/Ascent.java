package io.assay.runtime.life;

import io.assay.runtime.Fault;
import io.assay.runtime.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// A start on its way up: rank by rank, in parallel within each.
final class Ascent {
  private final Parts parts;
  private final Lifecycle.Settings settings;
  private final Time time;
  private final Consumer<Phase> reached;
  private final BooleanSupplier stopping;

  Ascent(
      Parts parts,
      Lifecycle.Settings settings,
      Time time,
      Consumer<Phase> reached,
      BooleanSupplier stopping) {
    this.parts = parts;
    this.settings = settings;
    this.time = time;
    this.reached = reached;
    this.stopping = stopping;
  }

  /// What went wrong with critical components.
  private static final class Failures {
    private final List<StartFailure> all = new ArrayList<>();

    void add(Part part, Throwable cause) {
      ExitStatus status = ExitStatus.of(Fault.kindOf(cause));
      all.add(new StartFailure(status, part.name() + ": " + Fault.lineOf(cause), cause));
    }

    /// Throws the gravest with the others suppressed on it, if there is any.
    void surface() throws StartFailure {
      StartFailure gravest = null;
      for (StartFailure each : all) {
        if (gravest == null || each.status().isGraverThan(gravest.status())) {
          gravest = each;
        }
      }
      if (gravest != null) {
        StartFailure first = gravest;
        all.stream().filter(each -> !each.equals(first)).forEach(first::addSuppressed);
        throw first;
      }
    }
  }

  void run() throws StartFailure, InterruptedException {
    boolean verified = false;
    for (Parts.Rank rank : parts.ranks()) {
      if (rank.phase() == Phase.RUN && !verified) {
        verify();
        verified = true;
      }
      reach(rank.phase());
      start(rank.parts());
    }
    if (!verified) {
      verify();
    }
    reach(Phase.RUN);
  }

  private void reach(Phase next) throws StartFailure {
    requireGoing();
    reached.accept(next);
  }

  private void requireGoing() throws StartFailure {
    if (stopping.getAsBoolean()) {
      throw new StartFailure(ExitStatus.CLEAN, "stopped while starting");
    }
  }

  private void start(List<Part> rank) throws StartFailure, InterruptedException {
    Failures failures = new Failures();
    List<Part> begun = new ArrayList<>();
    for (Part part : rank) {
      Part missing = parts.missing(part);
      if (missing == null) {
        part.begin();
        begun.add(part);
      } else if (part.isCritical()) {
        failures.add(part, missing.whyDown());
      } else {
        part.waitsFor(missing);
      }
    }
    List<Part> failed = conclude(begun, failures);
    requireGoing();
    failures.surface();
    for (Part part : failed) {
      part.undo(settings.undo());
    }
  }

  /// Waits for all of them.
  ///
  /// @return those that failed and can be done without
  private List<Part> conclude(List<Part> begun, Failures failures) throws InterruptedException {
    List<Part> failed = new ArrayList<>();
    long deadline = deadline();
    for (Part part : begun) {
      Throwable cause = part.started(until(deadline));
      if (cause != null && part.isCritical()) {
        failures.add(part, cause);
      } else if (cause != null) {
        failed.add(part);
      }
    }
    return failed;
  }

  private long deadline() {
    return time.nanos() + settings.start().toNanos();
  }

  private Duration until(long deadline) {
    return Duration.ofNanos(Math.max(0, deadline - time.nanos()));
  }

  /// Checks everything once that is up.
  private void verify() throws StartFailure, InterruptedException {
    reach(Phase.VERIFY);
    List<Part> up = parts.all().stream().filter(Part::isUp).toList();
    up.forEach(Part::ask);
    Failures failures = new Failures();
    long deadline = deadline();
    for (Part part : up) {
      Throwable flaw = part.answered(until(deadline));
      if (flaw != null && part.isCritical()) {
        failures.add(part, flaw);
      }
    }
    requireGoing();
    failures.surface();
  }
}
