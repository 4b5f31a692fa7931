package io.assay.runtime.measure;

import io.assay.runtime.Fault;
import io.assay.runtime.Time;
import io.assay.runtime.measure.PerformanceReport.Overview;
import io.assay.runtime.measure.PerformanceReport.Span;
import io.assay.runtime.measure.PerformanceReport.Trend;
import io.assay.runtime.measure.StatisticsStore.Bucket;
import io.assay.runtime.measure.StatisticsStore.Resolution;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/// What the system has counted: since it was started, and hour by hour and day by day across
/// restarts. Counting takes no lock.
public final class Statistics {
  public static final String MESSAGES_PROCESSED = "messages_processed";
  public static final String SIGNALS_DETECTED = "signals_detected";
  public static final String DATA_WRITTEN = "data_written";
  public static final String ERRORS = "errors";

  /// A rate over less than this says nothing.
  private static final Duration MEASURABLE = Duration.ofMinutes(1);

  private static final List<Ratio> RATIOS =
      List.of(
          new Ratio("error_rate", ERRORS, MESSAGES_PROCESSED),
          new Ratio("signal_detection_rate", SIGNALS_DETECTED, MESSAGES_PROCESSED));

  private final MeterRegistry registry;
  private final Time time;
  private final Instant startedAt;
  private final long started;
  private final Map<String, Counter> counters = new ConcurrentHashMap<>();
  private final Map<String, Supplier<Map<String, Object>>> components = new ConcurrentHashMap<>();
  private final History history;
  private final Object rolling = new Object();
  private long rolled;

  private record Ratio(String name, String part, String whole) {
    private Trend.Rate rate(History.Sum sum, boolean told) {
      return new Trend.Rate(sum.count(part), told ? sum.count(whole) : 0);
    }
  }

  /// Something that is counted. Only ever goes up, and starts at 0 with the process.
  public static final class Counter {
    private final LongAdder sum = new LongAdder();
    private long rolled;

    private Counter() {}

    public void increment() {
      sum.increment();
    }

    /// Counts so many more.
    ///
    /// @throws IllegalArgumentException if that is below 0
    public void add(long more) {
      if (more < 0) {
        throw new IllegalArgumentException("a counter does not go down: " + more);
      }
      sum.add(more);
    }

    /// How many since the start.
    public long count() {
      return sum.sum();
    }

    /// What came since it was last asked; by one thread at a time.
    private long take() {
      long now = count();
      long more = now - rolled;
      rolled = now;
      return more;
    }
  }

  /// Goes on with the hours and days that the store holds. The usual counters are there at once;
  /// each is in the registry as `assay_*_total`.
  public Statistics(MeterRegistry registry, Time time, StatisticsStore store) {
    this.registry = registry;
    this.time = time;
    startedAt = time.instant();
    started = time.nanos();
    rolled = started;
    history = new History(store);
    List.of(MESSAGES_PROCESSED, SIGNALS_DETECTED, DATA_WRITTEN, ERRORS).forEach(this::counter);
  }

  /// The counter of that name, made when first asked for.
  ///
  /// @param name in snake_case
  public Counter counter(String name) {
    Counter known = counters.get(name);
    return known != null ? known : counters.computeIfAbsent(name, this::register);
  }

  private Counter register(String name) {
    Counter counter = new Counter();
    FunctionCounter.builder("assay." + name, counter, Counter::count).register(registry);
    return counter;
  }

  /// Has a component say more of itself than counters can; the same name again takes the place of
  /// the earlier one.
  public void component(String name, Supplier<Map<String, Object>> figures) {
    components.put(name, figures);
  }

  /// Puts what was counted since the last time into the running hour and day, and stores them. To
  /// be called about once a minute, and at the end.
  ///
  /// @throws RuntimeException as the store says; nothing is lost, the next call stores it too
  public void roll() {
    synchronized (rolling) {
      long now = time.nanos();
      Map<String, Long> counts = new TreeMap<>();
      counters.forEach((name, counter) -> counts.put(name, counter.take()));
      history.add(time.instant(), Duration.ofNanos(now - rolled), counts);
      rolled = now;
      history.save();
    }
  }

  /// The last hours that the system ran in, up to the running one, oldest first; as of the last
  /// roll.
  public List<Bucket> hourly() {
    return history.list(Resolution.HOUR);
  }

  /// The last days that the system ran in, up to the running one, oldest first; as of the last
  /// roll.
  public List<Bucket> daily() {
    return history.list(Resolution.DAY);
  }

  /// What was counted since the start.
  public Overview overview() {
    Map<String, Long> counts = new TreeMap<>();
    counters.forEach((name, counter) -> counts.put(name, counter.count()));
    Duration uptime = time.since(started);
    Map<String, Figure> perHour = new TreeMap<>();
    counts.forEach((name, count) -> perHour.put(name, perHour(count, uptime)));
    Map<String, Figure> ratios = new TreeMap<>();
    for (Ratio ratio : RATIOS) {
      ratios.put(
          ratio.name,
          share(counts.getOrDefault(ratio.part, 0L), counts.getOrDefault(ratio.whole, 0L)));
    }
    return new Overview(time.instant(), startedAt, uptime, counts, perHour, ratios);
  }

  /// How often a counter counted in an hour of running, of late.
  ///
  /// @param hours that many, the running one included
  public Figure perHour(String counter, int hours) {
    History.Sum sum = recent(hours);
    return perHour(sum.count(counter), sum.covered());
  }

  /// The share of one counter in another, of late.
  ///
  /// @param hours that many, the running one included
  public Figure share(String part, String whole, int hours) {
    History.Sum sum = recent(hours);
    return share(sum.count(part), sum.count(whole));
  }

  private static Figure perHour(long count, Duration covered) {
    return covered.compareTo(MEASURABLE) < 0
        ? Figure.absent("less than a minute was measured")
        : Figure.of(count * 3.6e12 / covered.toNanos());
  }

  private static Figure share(long part, long whole) {
    return Figure.share(part, whole, "nothing to have a share of yet");
  }

  History.Sum recent(int hours) {
    return history.sum(Resolution.HOUR, time.instant(), hours, 0);
  }

  /// Every counter per hour of running, and every ratio: the last day against the one before, the
  /// last week against the one before; the running hour and day included.
  public List<Trend> trends() {
    Instant now = time.instant();
    List<Trend> trends = new ArrayList<>();
    for (Span span : Span.values()) {
      History.Sum late = history.sum(span.resolution(), now, span.buckets(), 0);
      History.Sum early = history.sum(span.resolution(), now, span.buckets(), span.buckets());
      boolean told = span.isTold(late.covered()) && span.isTold(early.covered());
      for (String name : new TreeSet<>(counters.keySet())) {
        Trend.Rate lately = new Trend.Rate(late.count(name), told ? late.hours() : 0);
        Trend.Rate earlier = new Trend.Rate(early.count(name), told ? early.hours() : 0);
        trends.add(Trend.of(name + "_per_hour", span, lately, earlier));
      }
      for (Ratio ratio : RATIOS) {
        trends.add(Trend.of(ratio.name, span, ratio.rate(late, told), ratio.rate(early, told)));
      }
    }
    return trends;
  }

  /// What the components say of themselves, by their names. One that fails says how.
  public Map<String, Map<String, Object>> components() {
    Map<String, Map<String, Object>> all = new TreeMap<>();
    components.forEach((name, figures) -> {
      try {
        all.put(name, figures.get());
      } catch (RuntimeException failure) {
        all.put(name, Map.of("failure", Fault.lineOf(failure)));
      }
    });
    return all;
  }
}
