package io.assay.runtime.measure;

import io.assay.runtime.Time;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.HdrHistogram.AtomicHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/// How long the stages of the work take and how often they fail: ever since the start, and of late.
/// Recording takes no lock and, but for a few times in a window, no memory.
public final class Stages {
  private final MeterRegistry registry;
  private final Time time;
  private final Duration window;
  private final Map<String, Stage> stages = new ConcurrentHashMap<>();

  /// What a stage did.
  ///
  /// @param count how often it ended since the start, well or not
  /// @param failures how often not well
  public record Timing(String name, long count, long failures, Recent recent) {}

  /// What a stage did of late, in a sliding window of time.
  ///
  /// @param count how often it ended, well or not
  /// @param failures how often not well
  /// @param p50 seconds that half of those that went well took at most, within 1 %, as all here;
  ///   absent where none went well
  /// @param p95 seconds that 95 of 100 took at most
  /// @param p99 seconds that 99 of 100 took at most
  /// @param max seconds that the longest took
  public record Recent(long count, long failures, Figure p50, Figure p95, Figure p99, Figure max) {

    /// The share that went well; absent where nothing ended.
    public Figure successRate() {
      return Figure.share(count - failures, count, "nothing ended of late");
    }
  }

  /// Work that a stage times.
  ///
  /// @param <T> what it gives
  /// @param <E> how it fails
  @FunctionalInterface
  public interface Work<T extends @Nullable Object, E extends Exception> {
    T run() throws E;
  }

  /// No stages yet.
  ///
  /// @param window how far back `recent` goes, 6 s at least; it slides by a sixth of itself
  public Stages(MeterRegistry registry, Time time, Duration window) {
    if (window.compareTo(Duration.ofSeconds(6)) < 0) {
      throw new IllegalArgumentException("a window of stage timings is 6 s at least: " + window);
    }
    this.registry = registry;
    this.time = time;
    this.window = window;
  }

  /// The stage of that name, made when first asked for. Keep it where the path is hot.
  ///
  /// @param name in snake_case
  public Stage stage(String name) {
    Stage known = stages.get(name);
    return known != null ? known : stages.computeIfAbsent(name, this::register);
  }

  /// Every stage, by name.
  public List<Timing> timings() {
    return stages.values().stream()
        .map(Stage::timing)
        .sorted(Comparator.comparing(Timing::name))
        .toList();
  }

  private Stage register(String name) {
    Stage stage = new Stage(name, time, window);
    Tags tags = Tags.of("stage", name);
    FunctionTimer.builder(
            "assay.stage", stage, s -> s.good.sum(), s -> s.goodNanos.sum(), TimeUnit.NANOSECONDS)
        .tags(tags.and("outcome", "success"))
        .register(registry);
    FunctionTimer.builder(
            "assay.stage", stage, s -> s.bad.sum(), s -> s.badNanos.sum(), TimeUnit.NANOSECONDS)
        .tags(tags.and("outcome", "failure"))
        .register(registry);
    gauge("assay.stage.quantile", tags.and("quantile", "0.5"), stage, Recent::p50);
    gauge("assay.stage.quantile", tags.and("quantile", "0.95"), stage, Recent::p95);
    gauge("assay.stage.quantile", tags.and("quantile", "0.99"), stage, Recent::p99);
    gauge("assay.stage.max", tags, stage, Recent::max);
    return stage;
  }

  private void gauge(String name, Tags tags, Stage stage, Function<Recent, Figure> figure) {
    TimeGauge.builder(name, () -> figure.apply(stage.recent()).orNaN(), TimeUnit.SECONDS)
        .tags(tags)
        .register(registry);
  }

  /// One stage of the work. Safe for any thread.
  public static final class Stage {
    private final String name;
    private final Time time;
    private final Window window;
    private final LongAdder good = new LongAdder();
    private final LongAdder goodNanos = new LongAdder();
    private final LongAdder bad = new LongAdder();
    private final LongAdder badNanos = new LongAdder();

    private Stage(String name, Time time, Duration length) {
      this.name = name;
      this.time = time;
      window = new Window(time, length);
    }

    /// Counts one that went well.
    ///
    /// @param took 0 where it is negative, as it may be between the clocks of two machines
    public void record(Duration took) {
      record(took.toNanos());
    }

    /// Counts one that failed.
    public void fail(Duration took) {
      fail(took.toNanos());
    }

    /// Does the work and counts how it went.
    public <T extends @Nullable Object, E extends Exception> T time(Work<T, E> work) throws E {
      long began = time.nanos();
      boolean well = false;
      try {
        T result = work.run();
        well = true;
        return result;
      } finally {
        long took = time.nanos() - began;
        if (well) {
          record(took);
        } else {
          fail(took);
        }
      }
    }

    /// What it did.
    public Timing timing() {
      long failures = bad.sum();
      return new Timing(name, good.sum() + failures, failures, recent());
    }

    /// What it did of late.
    public Recent recent() {
      return window.recent();
    }

    private void record(long nanos) {
      good.increment();
      goodNanos.add(Math.max(0, nanos));
      window.record(nanos);
    }

    private void fail(long nanos) {
      bad.increment();
      badNanos.add(Math.max(0, nanos));
      window.fail();
    }
  }

  /// A ring of slices of time. Whoever comes first into a new slice puts a fresh one in the place
  /// of the oldest; one who comes late counts into what he finds there.
  private static final class Window {
    private static final int SLICES = 6;
    private static final long LONGEST_MICROS = TimeUnit.DAYS.toMicros(1);
    private static final int DIGITS = 2;

    private final Time time;
    private final long sliceNanos;
    private final AtomicReferenceArray<@Nullable Slice> ring = new AtomicReferenceArray<>(SLICES);

    private record Slice(long number, AtomicHistogram micros, LongAdder failures) {}

    Window(Time time, Duration length) {
      this.time = time;
      sliceNanos = length.toNanos() / SLICES;
    }

    void record(long nanos) {
      slice().micros.recordValue(Math.clamp(nanos / 1_000, 0, LONGEST_MICROS));
    }

    void fail() {
      slice().failures.increment();
    }

    private long number() {
      return Math.floorDiv(time.nanos(), sliceNanos);
    }

    private Slice slice() {
      long number = number();
      int place = Math.floorMod(number, SLICES);
      Slice slice = ring.get(place);
      return slice != null && slice.number >= number ? slice : turn(place, number);
    }

    private Slice turn(int place, long number) {
      Slice fresh = new Slice(number, new AtomicHistogram(LONGEST_MICROS, DIGITS), new LongAdder());
      while (true) {
        Slice held = ring.get(place);
        if (held != null && held.number >= number) {
          return held;
        }
        if (ring.compareAndSet(place, held, fresh)) {
          return fresh;
        }
      }
    }

    Recent recent() {
      long oldest = number() - SLICES;
      Histogram micros = new Histogram(LONGEST_MICROS, DIGITS);
      long failures = 0;
      for (int place = 0; place < SLICES; place++) {
        Slice slice = ring.get(place);
        if (slice != null && slice.number > oldest) {
          micros.add(slice.micros);
          failures += slice.failures.sum();
        }
      }
      long count = micros.getTotalCount();
      return new Recent(
          count + failures,
          failures,
          seconds(count, micros.getValueAtPercentile(50)),
          seconds(count, micros.getValueAtPercentile(95)),
          seconds(count, micros.getValueAtPercentile(99)),
          seconds(count, micros.getMaxValue()));
    }

    private static Figure seconds(long count, long micros) {
      return count == 0 ? Figure.absent("nothing went well of late") : Figure.of(micros / 1e6);
    }
  }
}
