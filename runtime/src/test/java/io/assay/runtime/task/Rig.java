package io.assay.runtime.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.runtime.Backoff;
import io.assay.runtime.Criticality;
import io.assay.runtime.ManualTime;
import io.assay.runtime.State;
import io.assay.runtime.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A supervisor without threads: attempts are launched when a test looks, run when it says so, on
/// its own thread, and decisions are made when it lets time pass.
final class Rig {
  static final Task THROWS =
      _ -> {
        throw new IllegalStateException("boom");
      };
  static final Duration HEARTBEAT = Duration.ofSeconds(10);
  private static final Duration STEP = Duration.ofMillis(100);
  private static final int MOST = 20; // so that a test that is red ends

  final ManualTime time = new ManualTime();
  final List<String> launches = new ArrayList<>();
  final List<String> collapses = new ArrayList<>();
  final List<String> recoveries = new ArrayList<>();
  final Supervisor supervisor;
  final List<String> rests = new ArrayList<>();
  Runnable whileWaiting = () -> {};
  @Nullable InterruptedException interruption;
  private final Map<String, Attempt> latest = new HashMap<>();
  private final Map<String, Thread> threads = new HashMap<>();
  private final Map<String, Task> scripts = new HashMap<>();

  private final Time waited =
      new Time() {
        @Override
        public Instant instant() {
          return time.instant();
        }

        @Override
        public long nanos() {
          return time.nanos();
        }

        @Override
        public boolean await(CountDownLatch latch, Duration atMost) throws InterruptedException {
          if (interruption != null) {
            throw interruption;
          }
          whileWaiting.run();
          if (latch.getCount() > 0) {
            rests.add(states() + " " + atMost.toMillis());
            assertThat(rests).as("waits of one test").hasSizeLessThan(10_000);
            time.pass(atMost);
          }
          return latch.getCount() == 0;
        }
      };

  /// Waits as long as full jitter allows at most, so that a test can tell when a restart is due.
  static final RandomGenerator LONGEST =
      new RandomGenerator() {
        @Override
        public long nextLong() {
          return Long.MAX_VALUE;
        }

        @Override
        public long nextLong(long bound) {
          return bound - 1;
        }
      };

  Rig() {
    this(Supervisor.Settings.DEFAULT);
  }

  Rig(Supervisor.Settings settings) {
    this(settings, LONGEST);
  }

  Rig(Supervisor.Settings settings, RandomGenerator random) {
    Supervisor.Watch watch =
        new Supervisor.Watch() {
          @Override
          public void recovered(String task, Duration took) {
            recoveries.add(task + " " + took.toMillis());
          }

          @Override
          public void collapsed(String cause) {
            collapses.add(cause);
          }
        };
    supervisor = new Supervisor(waited, random, settings, watch, this::hold);
  }

  private void hold(String name, boolean virtual, Attempt attempt) {
    String task = attempt.worker().name();
    Thread thread = new Thread(attempt, name); // never started: only to see it interrupted
    attempt.runsOn(thread);
    latest.put(task, attempt);
    threads.put(task, thread);
    launches.add(task + " " + attempt.context().generation());
  }

  /// Time that passes by being waited for.
  Time clock() {
    return waited;
  }

  /// A task that does what the test says last.
  TaskSpec task(String name) {
    return TaskSpec.of(name, () -> scripts.getOrDefault(name, _ -> {})).with(HEARTBEAT);
  }

  TaskSpec task(String name, Criticality criticality) {
    return task(name).with(criticality);
  }

  /// A task in a crew of its own, on its way.
  void start(TaskSpec task) {
    start(Crew.Strategy.ONE_FOR_ONE, task);
  }

  void start(Crew.Strategy strategy, TaskSpec... tasks) {
    supervisor.start(new Crew("crew of " + tasks[0].name(), strategy, List.of(tasks)));
  }

  Attempt attempt(String task) {
    return Objects.requireNonNull(latest.get(task), task);
  }

  TaskContext context(String task) {
    return attempt(task).context();
  }

  boolean isInterrupted(String task) {
    return Objects.requireNonNull(threads.get(task), task).isInterrupted();
  }

  /// Lets the latest attempt of a task run to its end, which it then has, unheard.
  void run(String task, Task script) {
    scripts.put(task, script);
    attempt(task).run();
  }

  void crash(String task) {
    fail(task, new IllegalStateException("boom"));
  }

  void fail(String task, Throwable failure) {
    run(
        task,
        _ -> {
          throw sneaky(failure);
        });
    tick();
  }

  void finish(String task) {
    run(task, _ -> {});
    tick();
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // so that errors can be thrown
  private static <E extends Throwable> RuntimeException sneaky(Throwable failure) throws E {
    throw (E) failure;
  }

  long tick() {
    return supervisor.tick();
  }

  /// Lets time pass in short steps, as the supervisor's own thread would see it.
  void pass(Duration by) {
    for (Duration left = by; left.isPositive(); left = left.minus(STEP)) {
      time.pass(left.compareTo(STEP) < 0 ? left : STEP);
      tick();
    }
  }

  private String states() {
    return String.join(" ", supervisor.tasks().stream().map(view -> view.state().word()).toList());
  }

  /// Lets a task be at rest for as long as a test may take, so that it is not taken for stuck.
  void calm(String task) {
    context(task).forgive(Duration.ofDays(365).toNanos());
  }

  TaskView view(String task) {
    return supervisor.tasks().stream()
        .filter(view -> view.name().equals(task))
        .findFirst()
        .orElseThrow();
  }

  State state(String task) {
    return view(task).state();
  }

  String word(String task) {
    return state(task).word();
  }

  long generation(String task) {
    return view(task).tally().generation();
  }

  /// Crashes it until it is not started again at once or after a wait.
  void crashUntilGivenUp(String task) {
    for (int i = 0; i < MOST && !word(task).equals("GAVE_UP"); i++) {
      crash(task);
      passUntilStarted(task);
    }
    assertThat(word(task)).isEqualTo("GAVE_UP");
  }

  /// Lets time pass until its restart is no longer waited for.
  void passUntilStarted(String task) {
    for (int i = 0; i < MOST * 200 && word(task).equals("BACKOFF"); i++) {
      pass(STEP);
    }
    assertThat(word(task)).isNotEqualTo("BACKOFF");
  }

  static RestartPolicy policy(int most, Duration window) {
    return new RestartPolicy(most, window, Backoff.Policy.DEFAULT);
  }
}
