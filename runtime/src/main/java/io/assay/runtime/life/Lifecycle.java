package io.assay.runtime.life;

import io.assay.runtime.Criticality;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.assay.runtime.State;
import io.assay.runtime.Time;
import io.assay.runtime.health.CheckResult;
import io.assay.runtime.health.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts the parts of a system in the order of what they need, in parallel where they need nothing
/// of each other, and stops them in reverse. Each step has its deadline. A critical part that does
/// not start takes down what had started; any other is tried again later, and the system says that
/// it is degraded.
///
/// Used once: started at most once, stopped as often as anybody likes. Safe for any thread.
public final class Lifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);
  private static final Duration NOTHING_DUE = Duration.ofSeconds(1);

  private final Settings settings;
  private final Time time;
  private final Watch watch;
  private final List<Plan.Rank> ranks;
  private final Map<String, Part> parts = new LinkedHashMap<>();
  private final CountDownLatch started = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile Phase phase = Phase.INITIALIZE;
  private volatile boolean stopping;
  private boolean begun;
  private @Nullable StopReport report;

  /// Deadlines.
  ///
  /// @param start of each component
  /// @param stop of the whole stop; every step has a share of it
  public record Settings(Duration start, Duration stop) {
    /// 30 s and 25 s.
    public static final Settings DEFAULT =
        new Settings(Duration.ofSeconds(30), Duration.ofSeconds(25));
  }

  /// Who is told how far it is.
  public interface Watch {
    /// Tells nobody.
    Watch NONE =
        new Watch() {
          @Override
          public void reached(Phase phase) {}

          @Override
          public void stopping() {}
        };

    /// A start has come to this phase.
    void reached(Phase phase);

    /// A stop begins: nobody should rely on the system any more.
    void stopping();
  }

  /// A life of these components.
  ///
  /// @throws Fault if they need each other in a circle, or need what is not there
  public Lifecycle(
      List<Component> components,
      Settings settings,
      Time time,
      RandomGenerator random,
      Watch watch) {
    this.settings = settings;
    this.time = time;
    this.watch = watch;
    Plan plan = Plan.of(components);
    ranks = plan.ranks();
    for (Component component : components) {
      parts.put(component.name(), new Part(component, plan.phase(component), time, random));
    }
  }

  /// How far the start has come, or had come before the stop.
  public Phase phase() {
    return phase;
  }

  /// The components as they stand.
  public List<ComponentView> components() {
    return parts.values().stream().map(Part::view).toList();
  }

  /// Starts everything.
  ///
  /// @throws StartFailure if a critical component does not start or is down at once; whatever had
  ///   started is stopped again
  /// @throws IllegalStateException if it was started before
  public void start() throws StartFailure, InterruptedException {
    synchronized (parts) {
      if (begun) {
        throw new IllegalStateException("a system is started once");
      }
      begun = true;
    }
    List<Part> up = new ArrayList<>();
    try {
      startRanks(up);
    } catch (StartFailure e) {
      rollBack(up, e);
      throw e;
    } catch (InterruptedException e) {
      StartFailure why = new StartFailure(ExitStatus.TRY_AGAIN, "interrupted while starting", e);
      rollBack(up, why);
      throw why;
    } finally {
      started.countDown();
    }
  }

  private void startRanks(List<Part> up) throws StartFailure, InterruptedException {
    boolean verified = false;
    for (Plan.Rank rank : ranks) {
      if (rank.phase() == Phase.RUN && !verified) {
        verify();
        verified = true;
      }
      reach(rank.phase());
      startRank(rank, up);
    }
    if (!verified) {
      verify();
    }
    reach(Phase.RUN);
  }

  private void reach(Phase next) throws StartFailure {
    if (stopping) {
      throw new StartFailure(ExitStatus.TRY_AGAIN, "stopped while starting");
    }
    if (phase != next || next == Phase.INITIALIZE) {
      phase = next;
      watch.reached(next);
    }
  }

  private void startRank(Plan.Rank rank, List<Part> up) throws StartFailure, InterruptedException {
    Map<Part, Bounded> running = new LinkedHashMap<>();
    for (Component component : rank.components()) {
      Part part = part(component.name());
      String missing = missing(component);
      if (missing.isEmpty()) {
        up.add(part);
        running.put(part, begin(part));
      } else {
        part.waitsFor(missing);
      }
    }
    StartFailure failure = null;
    long deadline = time.nanos() + settings.start.toNanos();
    for (Map.Entry<Part, Bounded> each : running.entrySet()) {
      Duration left = Duration.ofNanos(Math.max(0, deadline - time.nanos()));
      Throwable cause = conclude(each.getKey(), each.getValue().end(left));
      if (cause != null && isCritical(each.getKey())) {
        failure = join(failure, each.getKey(), cause);
      } else if (cause != null) {
        undo(each.getKey());
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private static boolean isCritical(Part part) {
    return part.component().criticality() == Criticality.CRITICAL;
  }

  /// Clears what a start that failed left behind, before it is tried again.
  private void undo(Part part) throws InterruptedException {
    Duration within = settings.stop.dividedBy(5);
    String name = "undo-" + part.component().name();
    Component.Ending ending = part.component().hooks().stop();
    if (Bounded.start(name, () -> ending.run(within), time).end(within)
        instanceof Bounded.End.Failed(Throwable cause)) {
      LOG.warn("component {}: undoing its start failed", part.component().name(), cause);
    }
  }

  private Part part(String name) {
    return Objects.requireNonNull(parts.get(name), name);
  }

  /// The first of its needs that is not up; empty if all are.
  private String missing(Component component) {
    return component.needs().stream().filter(need -> !part(need).isUp()).findFirst().orElse("");
  }

  private Bounded begin(Part part) {
    part.become(new State.Starting());
    Component component = part.component();
    return Bounded.start("start-" + component.name(), component.hooks().start(), time);
  }

  /// Notes how a start ended.
  ///
  /// @return why it failed; null if it did not
  private static @Nullable Throwable conclude(Part part, Bounded.End end) {
    Throwable cause =
        switch (end) {
          case Bounded.End.Done() -> null;
          case Bounded.End.Failed(Throwable why) -> why;
          case Bounded.End.Hung(String stack) -> {
            LOG.error("component {} does not end its start: {}", part.component().name(), stack);
            yield new Fault(ErrorKind.TEMPORARY, "did not start in time", null);
          }
        };
    if (cause == null) {
      part.become(new State.Running());
    } else {
      part.failed(cause);
    }
    return cause;
  }

  private static StartFailure join(@Nullable StartFailure first, Part part, Throwable cause) {
    String message = part.component().name() + ": " + Fault.lineOf(cause);
    ExitStatus status = ExitStatus.of(Fault.kindOf(cause));
    StartFailure failure = new StartFailure(status, message, cause);
    if (first == null) {
      return failure;
    }
    first.addSuppressed(failure);
    return first;
  }

  /// Checks every component once.
  private void verify() throws StartFailure, InterruptedException {
    reach(Phase.VERIFY);
    StartFailure failure = null;
    for (Part part : parts.values()) {
      if (part.isUp()) {
        Throwable flaw = check(part);
        if (flaw != null && isCritical(part)) {
          failure = join(failure, part, flaw);
        } else if (flaw != null) {
          part.become(new State.Degraded(Fault.lineOf(flaw)));
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private @Nullable Throwable check(Part part) throws InterruptedException {
    Component component = part.component();
    Bounded check =
        Bounded.start(
            "verify-" + component.name(),
            () -> {
              CheckResult result = component.hooks().check().check();
              if (result.status() == Status.DOWN) {
                throw new Fault(ErrorKind.TEMPORARY, "is down: " + result.detail(), null);
              }
            },
            time);
    return switch (check.end(settings.start)) {
      case Bounded.End.Done() -> null;
      case Bounded.End.Failed(Throwable cause) -> cause;
      case Bounded.End.Hung(String _) ->
          new Fault(ErrorKind.TEMPORARY, "does not answer its check", null);
    };
  }

  private void rollBack(List<Part> up, StartFailure failure) throws InterruptedException {
    LOG.error("the start failed, and is undone: {}", failure.getMessage());
    StopReport undone = new Shutdown(time, settings.stop).run(steps(up));
    for (StopReport.Step step : undone.steps()) {
      if (!step.flaw().isEmpty()) {
        failure.addSuppressed(new IllegalStateException(step.name() + ": " + step.flaw()));
      }
    }
    finish(undone);
  }

  private List<Shutdown.Step> steps(List<Part> up) {
    List<Shutdown.Step> steps = new ArrayList<>();
    for (Part part : up.reversed()) {
      String name = part.phase().undoing() + " " + part.component().name();
      steps.add(new Shutdown.Step(name, within -> end(part, within)));
    }
    return steps;
  }

  private static void end(Part part, Duration within) throws Exception {
    part.become(new State.Stopping());
    try {
      part.component().hooks().stop().run(within);
      part.become(new State.Stopped());
    } catch (Exception e) {
      part.become(new State.Failed(Fault.lineOf(e)));
      throw e;
    }
  }

  private void finish(StopReport how) {
    synchronized (parts) {
      if (report == null) {
        report = how;
      }
    }
    stopped.countDown();
  }

  /// Stops everything that runs, in the reverse order, and says how that went. A stop while the
  /// start is under way lets the current rank come up and then takes it down; a second stop waits
  /// for the first and says the same.
  public StopReport stop() throws InterruptedException {
    boolean first;
    boolean running;
    synchronized (parts) {
      first = !stopping;
      stopping = true;
      running = begun;
    }
    if (!first) {
      stopped.await();
      return outcome();
    }
    watch.stopping();
    if (running) {
      time.await(started, settings.start.plus(settings.stop));
    }
    if (stopped.getCount() > 0) {
      List<Part> up = new ArrayList<>();
      for (Plan.Rank rank : ranks) {
        rank.components().stream()
            .map(component -> part(component.name()))
            .filter(Part::wasTouched)
            .forEach(up::add);
      }
      finish(new Shutdown(time, settings.stop).run(steps(up)));
    }
    return outcome();
  }

  private StopReport outcome() {
    synchronized (parts) {
      return Objects.requireNonNull(report, "a stop has ended");
    }
  }

  /// Tries once more to start what is down and due, and what waits for what has come back; a task
  /// of its own calls this again and again.
  ///
  /// @return until when nothing is due
  public Duration revive() throws InterruptedException {
    for (Part part : parts.values()) {
      if (!stopping && part.isDue() && missing(part.component()).isEmpty()) {
        if (conclude(part, begin(part).end(settings.start)) != null) {
          undo(part);
        }
      }
    }
    return parts.values().stream()
        .filter(part -> missing(part.component()).isEmpty())
        .map(part -> part.untilDue(NOTHING_DUE))
        .min(Duration::compareTo)
        .orElse(NOTHING_DUE);
  }
}
