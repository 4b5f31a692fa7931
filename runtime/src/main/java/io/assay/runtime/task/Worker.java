package io.assay.runtime.task;

import io.assay.runtime.Backoff;
import io.assay.runtime.Criticality;
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
import org.slf4j.event.Level;

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
  private final long heartbeat;
  private RestartPolicy policy;
  private State state = new State.New();
  private Instant since;
  private @Nullable Attempt attempt;
  private long generation;
  private long crashes;
  private long waitings;
  private String lastFailure = "";
  private Moment due = new Moment.Never();
  private Moment fell = new Moment.Never();
  private boolean onTrial;
  private boolean leaving;

  /// A moment on the steady clock, or none.
  sealed interface Moment {
    record Never() implements Moment {}

    record At(long nanos) implements Moment {}
  }

  Worker(TaskSpec spec, Crew crew, Time time, RandomGenerator random) {
    this.spec = spec;
    this.crew = crew;
    this.time = time;
    policy = spec.policy();
    heartbeat = spec.heartbeat().toNanos();
    waits = new Backoff(policy.backoff(), random);
    restarts = new Backoff(policy.backoff(), random);
    since = time.instant();
  }

  TaskSpec spec() {
    return spec;
  }

  String name() {
    return spec.name();
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

  long generation() {
    return generation;
  }

  boolean isCritical() {
    return spec.role().criticality() == Criticality.CRITICAL;
  }

  /// Whether it runs once and is never started again.
  boolean runsOnce() {
    return spec.role().restart() == RestartPolicy.Kind.TEMPORARY;
  }

  /// Whether it has ended, and nothing is to come.
  boolean isOver() {
    return state instanceof State.Stopped || state instanceof State.Failed;
  }

  /// Nanoseconds of silence that it is still allowed; none left: it is stuck.
  long breath(Attempt running) {
    return heartbeat - running.context().silence();
  }

  boolean isToStart() {
    return due instanceof Moment.At;
  }

  boolean isDue() {
    return due instanceof Moment.At(long nanos) && time.nanos() - nanos >= 0;
  }

  /// Nanoseconds until it is due.
  ///
  /// @param never what to say where it is not
  long untilDue(long never) {
    return due instanceof Moment.At(long nanos) ? nanos - time.nanos() : never;
  }

  /// Goes on counting where an earlier task of the same name ended, so that none of its generations
  /// is taken for one of this.
  void follow(Worker earlier) {
    generation = earlier.generation;
  }

  void follow(RestartPolicy next) {
    policy = next;
    waits.follow(next.backoff());
    restarts.follow(next.backoff());
  }

  void become(State next) {
    if (!next.equals(state)) {
      tell(next);
      state = next;
      since = time.instant();
    }
  }

  /// What an operator should know is said aloud; a first start, and an end that was asked for, are
  /// as planned.
  private void tell(State next) {
    boolean routine = generation <= 1 && waitings == 0 && crashes == 0;
    switch (next) {
      case State.GaveUp _, State.Failed _ ->
          LOG.warn("task {}: {}{}", name(), next.word(), words(next));
      case State.Degraded _, State.Backoff _ ->
          LOG.info("task {}: {}{}", name(), next.word(), words(next));
      case State.New _, State.Starting _, State.Running _ ->
          LOG.atLevel(routine ? Level.DEBUG : Level.INFO).log("task {}: {}", name(), next.word());
      case State.Stopping _, State.Stopped _ -> LOG.debug("task {}: {}", name(), next.word());
    }
  }

  private static String words(State state) {
    return state.next().isEmpty() ? "" : ", " + state.next();
  }

  /// A new generation, which has yet to be put on a thread.
  Attempt next(Attempt.Ear ear) {
    generation++;
    due = new Moment.Never();
    TaskContext context = new TaskContext(name(), generation, time, worked, ear);
    Attempt fresh = new Attempt(this, context, time, ear);
    attempt = fresh;
    become(new State.Starting());
    return fresh;
  }

  /// It works.
  ///
  /// @return when it had crashed, if this is the first since
  Moment resumed() {
    Moment back = fell;
    fell = new Moment.Never();
    become(new State.Running());
    return back;
  }

  /// Its attempt is over, or is not waited for any longer.
  void ended() {
    if (attempt != null) {
      attempt.context().end();
      attempt = null;
    }
  }

  /// Notes something temporary.
  ///
  /// @param healthy how long it had gone well before
  /// @return how long it is to wait
  Duration waits(Exception failure, Duration healthy) {
    waitings++;
    lastFailure = Fault.lineOf(failure);
    Duration wait = waits.failed(healthy, Fault.leastWaitOf(failure));
    become(new State.Backoff(waits.failures(), time.instant().plus(wait), lastFailure));
    return wait;
  }

  /// Notes a crash.
  void crashed(String cause) {
    crashes++;
    lastFailure = cause;
    fell = new Moment.At(time.nanos());
  }

  /// Whether this crash is one too many.
  boolean hasCrashedTooOften() {
    return intensity.exceeds(time.nanos(), policy.maxRestarts(), policy.window());
  }

  /// Whether it had given up before it was tried once more, and has not yet proved itself.
  boolean isOnTrial(Duration healthy) {
    onTrial &= !restarts.isStable(healthy);
    return onTrial;
  }

  /// Asks to be started again after the wait that its crashes call for.
  void restartAfterCrash(Duration healthy) {
    Duration wait = restarts.failed(healthy, Duration.ZERO);
    restartAfter(wait);
    become(new State.Backoff(restarts.failures(), time.instant().plus(wait), lastFailure));
  }

  void restartAfter(Duration wait) {
    due = new Moment.At(time.nanos() + wait.toNanos());
  }

  /// Is started along with another.
  void restartWith(Worker other) {
    due = other.due;
  }

  void giveUp(String cause) {
    lastFailure = cause;
    due = new Moment.Never();
    become(new State.GaveUp(cause, Instant.MAX));
  }

  /// Gives up, and tries once more at the cap of its waits.
  void giveUpForNow(String cause) {
    Duration cap = policy.backoff().cap();
    lastFailure = cause;
    onTrial = true;
    restarts.waited(cap);
    restartAfter(cap);
    become(new State.GaveUp(cause, time.instant().plus(cap)));
  }

  /// Is not started any more, whatever comes.
  void leave() {
    leaving = true;
    due = new Moment.Never();
  }

  boolean isLeaving() {
    return leaving;
  }

  /// Begins as if nothing had ever failed.
  void absolve() {
    onTrial = false;
    intensity.reset();
    restarts.reset();
    waits.reset();
  }

  TaskView view() {
    Attempt running = attempt;
    long silence = running == null ? 0 : running.context().silence();
    var tally = new TaskView.Tally(generation, crashes, waitings, worked.sum());
    return new TaskView(
        name(),
        crew.name(),
        spec.role().criticality(),
        state,
        since,
        tally,
        Duration.ofNanos(silence),
        lastFailure);
  }
}
