package io.assay.app.api;

import io.assay.runtime.Criticality;
import io.assay.runtime.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the running system tells of itself. Every answer is as it is when asked; none waits for
/// anything outside the process. Safe for any thread.
public interface SystemView {
  Identity identity();

  /// Has the start come to its end?
  Verdict startup();

  /// Would a restart of the process help nobody? Asks nothing of any outside system.
  Verdict live();

  /// Does it do its work and take more?
  Verdict ready();

  Components components();

  Tasks tasks();

  Resources resources();

  Alerts alerts();

  Statistics statistics();

  /// Over the last 24 hours.
  Availability availability();

  Performance performance();

  /// How the whole stands.
  enum Condition {
    READY,
    /// Ready, but not all of it works.
    DEGRADED,
    NOT_READY
  }

  /// Who it is.
  ///
  /// @param name as configured
  /// @param systemId of this one run of the process
  /// @param simulated whether messages and prices are made up, as in the demonstration
  /// @param phase of its life, such as `RUN`
  /// @param reasons why it is not READY; empty where it is
  record Identity(
      String name,
      String systemId,
      String version,
      boolean simulated,
      String phase,
      Instant started,
      Duration uptime,
      Condition condition,
      List<String> reasons) {
    public Identity {
      reasons = List.copyOf(reasons);
    }
  }

  /// The answer of a probe.
  ///
  /// @param reasons why not; empty exactly where it is `ok`
  record Verdict(boolean ok, List<String> reasons) {
    public Verdict {
      reasons = List.copyOf(reasons);
    }
  }

  /// Where something stands.
  ///
  /// @param state such as `BACKOFF`, see [State#word()]
  /// @param next what happens next; empty where nothing is to come
  record Standing(String state, Instant since, String next) {
    public static Standing of(State state, Instant since) {
      return new Standing(state.word(), since, state.next());
    }
  }

  record Components(List<Component> components) {
    public Components {
      components = List.copyOf(components);
    }
  }

  /// A part of the system.
  ///
  /// @param phase in which it starts
  /// @param health what its check found; null where nothing checks it
  record Component(
      String name,
      String phase,
      Criticality criticality,
      Standing standing,
      @Nullable Checked health) {}

  /// What a check found.
  ///
  /// @param status UP, DEGRADED, DOWN or UNKNOWN, after hysteresis
  /// @param detail one line; empty where there is nothing to say
  /// @param age how long ago it was checked; null before the first time
  /// @param stale true: too long ago for the status to be relied on
  /// @param figures what goes with it, such as `queue`
  record Checked(
      String status,
      String detail,
      @Nullable Duration age,
      boolean stale,
      Map<String, Object> figures) {}

  record Tasks(List<Task> tasks) {
    public Tasks {
      tasks = List.copyOf(tasks);
    }
  }

  /// A loop that is supervised.
  ///
  /// @param crew the tasks that stand and fall together with it
  /// @param heartbeat how long ago it last said that it gets on; null where it does not run
  /// @param lastFailure one line; empty where nothing ever failed
  record Task(
      String name,
      String crew,
      Criticality criticality,
      Standing standing,
      Tally tally,
      @Nullable Duration heartbeat,
      String lastFailure) {}

  /// What a task has been through.
  ///
  /// @param generation 1 for the first, one more for each that took its place; 0 before the first
  /// @param restarts after a crash
  /// @param waits for something temporary
  /// @param worked items, as the task itself tells
  record Tally(long generation, long restarts, long waits, long worked) {}

  /// What the process uses of itself and of its container. A figure is null where it cannot be had.
  ///
  /// @param cpu ratio of the cores that it may use
  /// @param lag entries journaled and not folded yet
  record Resources(
      Memory memory,
      @Nullable Double cpu,
      Disk disk,
      Files files,
      Pressure pressure,
      List<Queue> queues,
      @Nullable Long lag) {
    public Resources {
      queues = List.copyOf(queues);
    }
  }

  /// Bytes; each is null where it cannot be had.
  ///
  /// @param used what the process holds of real memory (RSS)
  /// @param limit what it may hold, configured or of its container, whichever is less
  /// @param heapUsed after the last collection
  record Memory(
      @Nullable Long used,
      @Nullable Long limit,
      @Nullable Long heapUsed,
      @Nullable Long heapLimit) {}

  /// Bytes where the data is; null where they cannot be had.
  record Disk(@Nullable Long free, @Nullable Long total) {}

  /// File descriptors; null where they are not counted.
  record Files(@Nullable Long open, @Nullable Long limit) {}

  /// What is done about memory and disk, by name of the stage.
  record Pressure(String memory, String disk, Instant since) {}

  /// Something that waits in line.
  ///
  /// @param capacity null where it has no end
  record Queue(String name, long waiting, @Nullable Long capacity) {}

  /// What is or was the matter, the loudest first, and what is not said at present.
  record Alerts(List<Alert> alerts, List<Controls.Silence> silences) {
    public Alerts {
      alerts = List.copyOf(alerts);
      silences = List.copyOf(silences);
    }
  }

  /// One thing that is the matter.
  ///
  /// @param key its rule, and after a dot its instance where the rule watches several things
  /// @param severity CRITICAL, WARNING or INFO
  /// @param phase PENDING, FIRING or RESOLVED
  /// @param value as last seen, such as `87.3 %`
  /// @param summary what is wrong and what to do
  /// @param flapping true: it comes and goes
  record Alert(
      String key,
      String severity,
      String phase,
      Instant since,
      String value,
      String summary,
      boolean flapping,
      boolean acknowledged,
      boolean silenced) {}

  /// What was counted, the latest period first.
  record Statistics(List<Period> hourly, List<Period> daily) {
    public Statistics {
      hourly = List.copyOf(hourly);
      daily = List.copyOf(daily);
    }
  }

  /// An hour or a day.
  ///
  /// @param figures by name, such as `messages`
  record Period(Instant from, Map<String, Double> figures) {
    public Period {
      figures = Map.copyOf(figures);
    }
  }

  /// The share of the time for which it was ready.
  ///
  /// @param ratio null where nothing was seen yet
  /// @param seen for how long there is knowledge
  /// @param target that was set; null where none was
  record Availability(
      Instant from,
      Instant until,
      @Nullable Double ratio,
      Duration seen,
      @Nullable Double target) {}

  /// How fast, how well, and what to do about it.
  ///
  /// @param trends by figure, the relative change against the period before: 0.12 is 12 % more
  /// @param recommendations in plain words
  record Performance(
      List<Stage> stages,
      List<Target> targets,
      Map<String, Double> trends,
      List<String> recommendations) {
    public Performance {
      stages = List.copyOf(stages);
      targets = List.copyOf(targets);
      trends = Map.copyOf(trends);
      recommendations = List.copyOf(recommendations);
    }
  }

  /// How long a stage of the flow took of late. Times are null where nothing went through.
  ///
  /// @param count how often it ended, well or not
  /// @param failures how often not well
  record Stage(
      String name,
      long count,
      long failures,
      @Nullable Duration p50,
      @Nullable Duration p95,
      @Nullable Duration p99,
      @Nullable Duration max) {}

  /// A target and how it stands.
  ///
  /// @param direction AT_MOST or AT_LEAST
  /// @param unit of both numbers: `count`, `ratio`, `s` or `bytes`
  /// @param actual null where nothing was measured yet
  /// @param met null where nothing was measured yet
  record Target(
      String name,
      String direction,
      double bound,
      String unit,
      @Nullable Double actual,
      @Nullable Boolean met) {}
}
