package io.assay.runtime.health;

import io.assay.runtime.Fault;
import io.assay.runtime.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes the vital signs of the system, one sample at a time, into its history, and says in the log
/// how it is: every quarter of an hour, and whenever that changes. A sign that cannot be read does
/// not cost the others. Runs in a task of its own, never inside what it watches.
public final class HealthMonitor {
  private final Time time;
  private final Pace pace;
  private final Signs signs;
  private final HealthHistory history;
  private final Logger log;
  private final Instant startedAt;
  private final long startedNanos;
  private long sampledNanos;
  private long saidNanos;
  private CheckResult.@Nullable Status said;

  /// How often.
  ///
  /// @param interval from one sample to the next, > 0; the caller keeps it
  /// @param summaryEvery from one summary in the log to the next, > 0
  public record Pace(Duration interval, Duration summaryEvery) {
    /// A sample a minute, a summary every quarter of an hour.
    public static final Pace DEFAULTS = new Pace(Duration.ofMinutes(1), Duration.ofMinutes(15));

    public Pace {
      if (!interval.isPositive() || !summaryEvery.isPositive()) {
        throw new IllegalArgumentException("the intervals of the health monitor are above zero");
      }
    }
  }

  /// Where the signs are read. Figures that are not finite mean that nothing was measured and are
  /// left out.
  ///
  /// @param ready whether the system is ready for work
  /// @param cpu share of all processors, 0..1
  public record Signs(
      HealthBoard board,
      BooleanSupplier ready,
      Callable<Vitals.Memory> memory,
      Callable<Double> cpu,
      Callable<Map<String, Long>> queues,
      Callable<Map<String, Double>> performance,
      Callable<Map<String, Double>> errorRates) {
    public Signs {
      Objects.requireNonNull(board, "board");
      Objects.requireNonNull(ready, "ready");
      Objects.requireNonNull(memory, "memory");
      Objects.requireNonNull(cpu, "cpu");
      Objects.requireNonNull(queues, "queues");
      Objects.requireNonNull(performance, "performance");
      Objects.requireNonNull(errorRates, "errorRates");
    }
  }

  /// A monitor of a run that begins now.
  public HealthMonitor(Time time, Pace pace, Signs signs, HealthHistory history) {
    this(time, pace, signs, history, LoggerFactory.getLogger(HealthMonitor.class));
  }

  HealthMonitor(Time time, Pace pace, Signs signs, HealthHistory history, Logger log) {
    this.time = Objects.requireNonNull(time, "time");
    this.pace = Objects.requireNonNull(pace, "pace");
    this.signs = Objects.requireNonNull(signs, "signs");
    this.history = Objects.requireNonNull(history, "history");
    this.log = log;
    startedAt = time.instant();
    startedNanos = time.nanos();
    sampledNanos = startedNanos;
  }

  /// Takes one sample, into the history and, where it is due, into the log.
  public Vitals sample() {
    Vitals sample = read();
    history.add(sample);
    if (isDue(sample.overall())) {
      say(sample);
    }
    return sample;
  }

  private Vitals read() {
    Map<String, String> unread = new LinkedHashMap<>();
    Vitals.Memory memory = read("memory", signs.memory(), unread);
    Double cpu = finite(read("cpu", signs.cpu(), unread));
    Boolean ready = read("ready", signs.ready()::getAsBoolean, unread);
    Map<String, Long> queues = orEmpty(read("queues", signs.queues(), unread));
    Map<String, Double> performance = orEmpty(read("performance", signs.performance(), unread));
    Map<String, Double> errorRates = orEmpty(read("error rates", signs.errorRates(), unread));
    return new Vitals(
        moment(),
        signs.board().overall(),
        ready != null && ready,
        memory,
        cpu,
        queues,
        signs.board().statuses(),
        finite(performance),
        finite(errorRates),
        unread);
  }

  /// A sample vouches for the time since the one before it, but for no more than two intervals:
  /// what was longer was not watched.
  private synchronized Vitals.Moment moment() {
    long now = time.nanos();
    Duration since = Duration.ofNanos(now - sampledNanos);
    Duration most = pace.interval().multipliedBy(2);
    sampledNanos = now;
    return new Vitals.Moment(
        time.instant(),
        startedAt,
        Duration.ofNanos(now - startedNanos),
        since.compareTo(most) < 0 ? since : most);
  }

  private synchronized boolean isDue(CheckResult.Status overall) {
    long now = time.nanos();
    boolean due = said != overall || now - saidNanos >= pace.summaryEvery().toNanos();
    if (due) {
      said = overall;
      saidNanos = now;
    }
    return due;
  }

  private void say(Vitals sample) {
    if (sample.overall() == CheckResult.Status.UP) {
      log.info("health: {}", sample.summary());
    } else {
      log.warn("health: {}", sample.summary());
    }
  }

  private static <T> @Nullable T read(String name, Callable<T> sign, Map<String, String> unread) {
    try {
      return Objects.requireNonNull(sign.call(), "nothing was read");
    } catch (Exception failure) {
      if (failure instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      unread.put(name, Fault.lineOf(failure));
      return null;
    }
  }

  private static <V> Map<String, V> orEmpty(@Nullable Map<String, V> figures) {
    return figures == null ? Map.of() : figures;
  }

  private static @Nullable Double finite(@Nullable Double figure) {
    return figure != null && Double.isFinite(figure) ? figure : null;
  }

  private static Map<String, Double> finite(Map<String, Double> figures) {
    Map<String, Double> known = new LinkedHashMap<>(figures);
    known.values().removeIf(figure -> !Double.isFinite(figure));
    return known;
  }
}
