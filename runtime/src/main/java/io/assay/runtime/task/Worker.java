package io.assay.runtime.task;

import io.assay.runtime.Backoff;
import io.assay.runtime.Fault;
import io.assay.runtime.State;
import io.assay.runtime.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A supervised task through all its generations: its state, its counts, when it is due. Guarded by
/// the supervisor's lock.
final class Worker {
  private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);

  private final TaskSpec spec;
  private final Crew crew;
  private final Time time;
  private final Backoff waits;
  private final Backoff restarts;
  private final Intensity intensity = new Intensity();
  private final LongAdder worked = new LongAdder();
  private RestartPolicy policy;
  private State state = new State.New();
  private Instant since;
  private @Nullable Attempt attempt;
  private long generation;
  private long crashes;
  private long waitings;
  private String lastFailure = "";
  private Due due = new Due.Never();

  /// When a task is to be started next.
  sealed interface Due {
    record Never() implements Due {}

    /// At that moment.
    ///
    /// @param nanos on the steady clock
    /// @param from when it went down
    record At(long nanos, long from) implements Due {}
  }

  Worker(TaskSpec spec, Crew crew, Time time, RandomGenerator random) {
    this.spec = spec;
    this.crew = crew;
    this.time = time;
    policy = spec.policy();
    waits = new Backoff(policy.backoff(), random);
    restarts = new Backoff(policy.backoff(), random);
    since = time.instant();
  }

  TaskSpec spec() {
    return spec;
  }

  Crew crew() {
    return crew;
  }

  State state() {
    return state;
  }

  @Nullable Attempt attempt() {
    return attempt;
  }

  Due due() {
    return due;
  }

  boolean isDue() {
    return due instanceof Due.At(long nanos, long _) && time.nanos() - nanos >= 0;
  }

  /// How long until it is due.
  ///
  /// @param never what to say where it is not
  Duration untilDue(Duration never) {
    return due instanceof Due.At(long nanos, long _)
        ? Duration.ofNanos(nanos - time.nanos())
        : never;
  }

  /// How long it has been down.
  Duration down() {
    return due instanceof Due.At(long _, long from) ? time.since(from) : Duration.ZERO;
  }

  void follow(RestartPolicy next) {
    policy = next;
    waits.follow(next.backoff());
    restarts.follow(next.backoff());
  }

  void become(State next) {
    if (!next.equals(state)) {
      boolean news = !(next instanceof State.Running) || generation > 1 || waitings > 0;
      if (news) {
        LOG.info("task {}: {}{}", spec.name(), next.word(), words(next));
      }
      state = next;
      since = time.instant();
    }
  }

  private static String words(State state) {
    return state.next().isEmpty() ? "" : ", " + state.next();
  }

  /// A new generation, which has yet to be put on a thread.
  Attempt next(Attempt.Ear ear) {
    generation++;
    due = new Due.Never();
    TaskContext context = new TaskContext(spec.name(), generation, time, worked, ear);
    Attempt fresh = new Attempt(this, context, waits, time, ear);
    attempt = fresh;
    become(new State.Starting());
    return fresh;
  }

  void ended() {
    attempt = null;
  }

  void waits(Exception failure, int failures, Duration wait) {
    waitings++;
    lastFailure = Fault.lineOf(failure);
    become(new State.Backoff(failures, time.instant().plus(wait), lastFailure));
  }

  /// Notes a crash.
  ///
  /// @return whether it may be started again
  boolean crashed(String cause) {
    crashes++;
    lastFailure = cause;
    return !intensity.exceeds(time.nanos(), policy.maxRestarts(), policy.window());
  }

  /// Asks to be started again after the wait that its crashes call for.
  ///
  /// @param age of the generation that crashed
  void restartAfterCrash(Duration age) {
    Duration wait = restarts.failed(age, Duration.ZERO);
    restartAfter(wait);
    become(new State.Backoff(restarts.failures(), time.instant().plus(wait), lastFailure));
  }

  void restartAfter(Duration wait) {
    due = new Due.At(time.nanos() + wait.toNanos(), time.nanos());
  }

  /// Is started along with another.
  void restartWith(Worker other) {
    due = other.due;
  }

  void giveUp(String cause) {
    lastFailure = cause;
    due = new Due.Never();
    become(new State.GaveUp(cause, Instant.MAX));
  }

  /// Gives up, and tries once more at the cap of its waits.
  void giveUpForNow(String cause) {
    Duration cap = policy.backoff().cap();
    lastFailure = cause;
    restartAfter(cap);
    become(new State.GaveUp(cause, time.instant().plus(cap)));
  }

  /// Is not started any more.
  void leave() {
    due = new Due.Never();
  }

  /// Its crashes so far are not counted any more.
  void pardon() {
    intensity.reset();
  }

  /// Begins as if nothing had ever failed.
  void absolve() {
    intensity.reset();
    restarts.reset();
    waits.reset();
  }

  TaskView view() {
    Attempt running = attempt;
    Duration silence = running == null ? Duration.ZERO : running.context().silence();
    var tally = new TaskView.Tally(generation, crashes, waitings, worked.sum());
    return new TaskView(
        spec.name(),
        crew.name(),
        spec.role().criticality(),
        state,
        since,
        tally,
        silence,
        lastFailure);
  }
}
