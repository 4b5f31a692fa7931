package io.assay.runtime.alert;

import io.assay.runtime.Fault;
import io.assay.runtime.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notices on their way to an operator. Every notice goes by each of the routes that always take
/// part, and by the first of the others that delivers it. A route that fails rests before it is
/// tried again, and the next one takes its place; a notice waits until it is delivered or too old,
/// then it goes to the dead letters.
///
/// Taking notices never waits; delivering does, on a thread of its own. The queue is bounded: the
/// oldest notice makes room, is counted, and a notice says how many did. Safe for any thread.
public final class Routing implements Consumer<Notice> {
  private static final Logger LOG = LoggerFactory.getLogger(Routing.class);

  private final Time time;
  private final Settings settings;
  private final Consumer<Notice> delivered;
  private final Consumer<Undelivered> deadLetters;
  private final List<Leg> always;
  private final List<Leg> inTurn;
  private final Deque<Letter> queue = new ArrayDeque<>();
  private long dropped;
  private long droppedSaid;
  private @Nullable Letter droppedLetter;

  /// Routes by how they are used.
  ///
  /// @param always take every notice, such as the log
  /// @param inTurn the first that delivers is enough; may be empty
  public record Routes(List<Route> always, List<Route> inTurn) {
    public Routes {
      always = List.copyOf(always);
      inTurn = List.copyOf(inTurn);
      Set<String> names = new HashSet<>();
      Stream.concat(always.stream(), inTurn.stream())
          .forEach(route -> {
            if (!names.add(route.name())) {
              throw new IllegalArgumentException("there are two routes named " + route.name());
            }
          });
      if (names.isEmpty()) {
        throw new IllegalArgumentException("alerts need one route at least, such as the log");
      }
    }
  }

  /// Bounds of the queue.
  ///
  /// @param capacity notices that wait at most, ≥ 1
  /// @param keep how long a notice is tried, > 0
  /// @param rest how long a route rests, from how often it has failed in a row (≥ 1)
  public record Settings(int capacity, Duration keep, IntFunction<Duration> rest) {
    public Settings {
      Objects.requireNonNull(rest, "rest");
      if (capacity < 1 || !keep.isPositive()) {
        throw new IllegalArgumentException("a queue holds at least one notice for some time");
      }
    }
  }

  /// A notice that reached nobody.
  ///
  /// @param attempts how often it was tried, ≥ 0
  /// @param cause one line: why the last attempt failed
  public record Undelivered(Notice notice, int attempts, String cause) {}

  /// How a route fares.
  ///
  /// @param busy whether a delivery is under way
  /// @param failures in a row, ≥ 0
  /// @param cause of the last one, in one line; empty where there is none
  /// @param rest until it is tried again; zero where it need not wait
  public record Standing(String name, boolean busy, int failures, String cause, Duration rest) {}

  /// An empty queue before these routes.
  ///
  /// @param delivered told of each notice that has reached somebody
  /// @param deadLetters keeps what could not be delivered
  public Routing(
      Time time,
      Settings settings,
      Routes routes,
      Consumer<Notice> delivered,
      Consumer<Undelivered> deadLetters) {
    this.time = Objects.requireNonNull(time, "time");
    this.settings = Objects.requireNonNull(settings, "settings");
    this.delivered = Objects.requireNonNull(delivered, "delivered");
    this.deadLetters = Objects.requireNonNull(deadLetters, "deadLetters");
    always = routes.always().stream().map(route -> new Leg(route, time)).toList();
    inTurn = routes.inTurn().stream().map(route -> new Leg(route, time)).toList();
  }

  /// Takes a notice, and returns at once.
  @Override
  public synchronized void accept(Notice notice) {
    if (queue.size() >= settings.capacity()) {
      queue.removeFirst();
      dropped++;
    }
    queue.addLast(new Letter(notice, time.nanos()));
  }

  /// Delivers what can be delivered now, oldest first. May wait for routes; one that hangs is
  /// stepped around by the next call.
  ///
  /// @param beat called before each notice: many that are slow are not one that hangs
  /// @return how many notices are done with
  /// @throws InterruptedException what was not delivered stays
  public int deliverDue(Runnable beat) throws InterruptedException {
    int done = 0;
    for (Letter letter : due()) {
      beat.run();
      offer(letter);
      if (isSettled(letter) || letter.isOlder(settings.keep(), time)) {
        done += close(letter) ? 1 : 0;
      }
    }
    return done;
  }

  int deliverDue() throws InterruptedException {
    return deliverDue(() -> {});
  }

  /// Delivers what can be delivered now, or until interrupted, and puts the rest among the dead
  /// letters: nobody delivers any more.
  ///
  /// @throws IllegalStateException if some could be neither delivered nor kept
  public void settle() {
    try {
      deliverDue();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    long lost = due().stream().filter(letter -> !close(letter)).count();
    if (lost > 0) {
      throw new IllegalStateException(lost + " notices could be neither delivered nor kept");
    }
  }

  private synchronized List<Letter> due() {
    if (droppedLetter == null && dropped > droppedSaid) {
      droppedLetter = new Letter(droppedNotice(dropped - droppedSaid), time.nanos());
      droppedSaid = dropped;
    }
    return Stream.concat(Stream.ofNullable(droppedLetter), queue.stream()).toList();
  }

  private Notice droppedNotice(long count) {
    Instant now = time.instant();
    String summary =
        "%d notices were dropped, because more than %d waited: see that a route works again"
            .formatted(count, settings.capacity());
    Alert alert =
        new Alert(
            new Alert.Id("notices_dropped", ""),
            Alert.Severity.WARNING,
            Alert.State.FIRING,
            now,
            Long.toString(count),
            summary,
            false,
            null,
            null);
    String key = "notices_dropped-%d-%d".formatted(now.toEpochMilli(), dropped);
    return Notice.of(key, Notice.Kind.FIRING, List.of(alert), now);
  }

  private void offer(Letter letter) throws InterruptedException {
    for (Leg leg : always) {
      attempt(letter, leg);
    }
    for (Leg leg : inTurn) {
      if (letter.isTakenByOneOf(inTurn)) {
        return;
      }
      attempt(letter, leg);
    }
  }

  private void attempt(Letter letter, Leg leg) throws InterruptedException {
    if (!letter.isOpenTo(leg) || !leg.claim()) {
      return;
    }
    try {
      letter.attempt();
      leg.route().deliver(letter.notice());
      letter.taken(leg);
      if (leg.worked() > 0) {
        LOG.info("route {} delivers again", leg.route().name());
      }
    } catch (InterruptedException interrupted) {
      throw interrupted;
    } catch (Exception | LinkageError failure) {
      failed(letter, leg, failure);
    } finally {
      leg.release();
    }
  }

  /// A bad item is the fault of the notice, and the route goes on; anything else is the route's,
  /// which rests. What nobody foresaw may be either: the route rests, but not for ever for one
  /// notice.
  private void failed(Letter letter, Leg leg, Throwable failure) {
    String why = leg.route().name() + ": " + Fault.lineOf(failure);
    switch (Fault.kindOf(failure)) {
      case BAD_ITEM -> letter.refused(leg, why);
      case BUG -> {
        letter.stumbled(leg, why);
        rest(leg, why, Duration.ZERO);
      }
      case TEMPORARY, OPERATIONAL, FATAL -> {
        letter.failed(why);
        rest(leg, why, Fault.leastWaitOf(failure));
      }
    }
  }

  private void rest(Leg leg, String why, Duration least) {
    int failures =
        leg.failed(
            why,
            inARow -> {
              Duration wait = settings.rest().apply(inARow);
              return wait.compareTo(least) > 0 ? wait : least;
            });
    if (failures == 1) {
      LOG.warn("a route fails and rests: {}", why);
    }
  }

  /// Whether nothing is left to try.
  private boolean isSettled(Letter letter) {
    boolean turn = letter.isTakenByOneOf(inTurn) || inTurn.stream().noneMatch(letter::isOpenTo);
    return turn && always.stream().noneMatch(letter::isOpenTo);
  }

  private boolean isDelivered(Letter letter) {
    return letter.isTakenByOneOf(inTurn.isEmpty() ? always : inTurn);
  }

  /// Takes a letter out of the queue, to the dead letters where it reached nobody.
  ///
  /// @return false: what became of it could not be kept, so it stays
  private boolean close(Letter letter) {
    try {
      if (isDelivered(letter)) {
        delivered.accept(letter.notice());
      } else {
        Undelivered undelivered = letter.undelivered();
        deadLetters.accept(undelivered);
        LOG.error("not delivered: {} ({})", letter.notice().title(), undelivered.cause());
      }
    } catch (RuntimeException failure) {
      LOG.error("what became of a notice could not be kept: {}", Fault.lineOf(failure));
      return false;
    }
    forget(letter);
    return true;
  }

  private synchronized void forget(Letter letter) {
    if (droppedLetter == letter) {
      droppedLetter = null;
    } else {
      boolean _ = queue.remove(letter);
    }
  }

  /// Notices that wait.
  public synchronized int waiting() {
    return queue.size();
  }

  /// Notices that had to make room, since the start.
  public synchronized long dropped() {
    return dropped;
  }

  /// How every route fares.
  public List<Standing> routes() {
    return Stream.concat(always.stream(), inTurn.stream()).map(Leg::standing).toList();
  }
}
