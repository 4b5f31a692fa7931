package io.assay.runtime.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The vital signs of the system at one moment. A sign that could not be read is absent, never
/// zero, and `unread` says why.
///
/// @param moment when, and what time it stands for
/// @param overall how the whole was
/// @param ready whether it was ready for work
/// @param memory null: could not be read
/// @param cpu share of all processors that the process used, 0..1; null: could not be read
/// @param queues how many items wait in each queue
/// @param components the status of every component
/// @param performance what performance comes to, by name; the name says the unit
/// @param errorRates share of attempts that failed, 0..1, by name
/// @param unread what could not be read → why, in one line
public record Vitals(
    Moment moment,
    CheckResult.Status overall,
    boolean ready,
    @Nullable Memory memory,
    @Nullable Double cpu,
    Map<String, Long> queues,
    Map<String, CheckResult.Status> components,
    Map<String, Double> performance,
    Map<String, Double> errorRates,
    Map<String, String> unread) {
  private static final long MIB = 1 << 20;

  public Vitals {
    Objects.requireNonNull(moment, "moment");
    Objects.requireNonNull(overall, "overall");
    queues = inOrder(queues);
    components = inOrder(components);
    performance = inOrder(performance);
    errorRates = inOrder(errorRates);
    unread = inOrder(unread);
    requireFinite("performance", performance);
    requireFinite("error rate", errorRates);
  }

  /// When a sample was taken. The wall clock may jump and orders nothing; what is measured is
  /// measured on the steady clock, inside one run of the process.
  ///
  /// @param at the wall clock, for people
  /// @param startedAt when this run of the process began, as it read the wall clock then; the same
  ///   in all samples of a run and so its name
  /// @param uptime since the run began, on the steady clock
  /// @param covers how much of the time before it the sample vouches for, ≤ uptime
  public record Moment(Instant at, Instant startedAt, Duration uptime, Duration covers) {
    public Moment {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(startedAt, "startedAt");
      if (covers.isNegative() || covers.compareTo(uptime) > 0) {
        throw new IllegalArgumentException("a sample covers a part of the uptime, not " + covers);
      }
    }

    /// Time from the sample before it to this one, the time between two runs included.
    ///
    /// @param before null: this is the first sample that is known
    Duration since(@Nullable Moment before) {
      if (before == null) {
        return covers;
      }
      Duration gap =
          startedAt.equals(before.startedAt)
              ? before.uptime.negated()
              : later(Duration.between(before.at, startedAt), Duration.ZERO);
      return later(uptime.plus(gap), Duration.ZERO);
    }

    private static Duration later(Duration one, Duration other) {
      return one.compareTo(other) > 0 ? one : other;
    }
  }

  /// Memory of this process, in bytes.
  ///
  /// @param heap in use after the last collection
  /// @param heapLimit to which the heap may grow
  /// @param resident of the whole process
  /// @param limit of its container, or of the machine where it has none
  public record Memory(long heap, long heapLimit, long resident, long limit) {
    public Memory {
      if (heap < 0 || heapLimit <= 0 || resident < 0 || limit <= 0) {
        throw new IllegalArgumentException("memory is counted in bytes, its limits above zero");
      }
    }

    private String words() {
      return String.format(
          Locale.ROOT,
          "heap %,d of %,d MiB, resident %,d of %,d MiB",
          heap / MIB,
          heapLimit / MIB,
          resident / MIB,
          limit / MIB);
    }
  }

  /// Whether the system was there for its users: UP, or DEGRADED and ready all the same.
  public boolean available() {
    return overall == CheckResult.Status.UP || (overall == CheckResult.Status.DEGRADED && ready);
  }

  /// Every number of the sample under one name, such as `queue.intake` or `memory.heap`.
  public Map<String, Double> figures() {
    Map<String, Double> figures = new LinkedHashMap<>();
    if (memory != null) {
      figures.put("memory.heap", (double) memory.heap());
      figures.put("memory.resident", (double) memory.resident());
      figures.put("memory.limit", (double) memory.limit());
    }
    if (cpu != null) {
      figures.put("cpu", cpu);
    }
    queues.forEach((name, size) -> figures.put("queue." + name, (double) size));
    performance.forEach((name, value) -> figures.put("performance." + name, value));
    errorRates.forEach((name, rate) -> figures.put("errors." + name, rate));
    return figures;
  }

  /// The sample in one line for the log.
  public String summary() {
    List<String> parts = new ArrayList<>();
    parts.add(
        "%s, %s, up %s".formatted(overall, ready ? "ready" : "not ready", plain(moment.uptime())));
    if (memory != null) {
      parts.add(memory.words());
    }
    if (cpu != null) {
      parts.add("cpu " + percent(cpu));
    }
    addAll(parts, "queues", named(queues, size -> String.format(Locale.ROOT, "%,d", size)));
    addAll(parts, "errors", named(errorRates, Vitals::percent));
    for (CheckResult.Status status :
        List.of(CheckResult.Status.DOWN, CheckResult.Status.DEGRADED, CheckResult.Status.UNKNOWN)) {
      addAll(parts, status.name().toLowerCase(Locale.ROOT), in(status));
    }
    addAll(parts, "unread", List.copyOf(unread.keySet()));
    return String.join("; ", parts);
  }

  /// Names of the components in that status.
  private List<String> in(CheckResult.Status status) {
    return components.entrySet().stream()
        .filter(component -> component.getValue() == status)
        .map(Map.Entry::getKey)
        .toList();
  }

  /// A duration as it is said: its two greatest units, such as `3 h 12 min`.
  static String plain(Duration duration) {
    if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
      return duration.toMillis() + " ms";
    }
    long[] amounts = {
      duration.toDaysPart(),
      duration.toHoursPart(),
      duration.toMinutesPart(),
      duration.toSecondsPart()
    };
    String[] units = {"d", "h", "min", "s"};
    List<String> said = new ArrayList<>();
    for (int i = 0; i < units.length && said.size() < 2; i++) {
      if (amounts[i] > 0) {
        said.add(amounts[i] + " " + units[i]);
      }
    }
    return String.join(" ", said);
  }

  private static void addAll(List<String> parts, String title, List<String> words) {
    if (!words.isEmpty()) {
      parts.add(title + " " + String.join(", ", words));
    }
  }

  private static <V> List<String> named(Map<String, V> figures, Function<V, String> words) {
    return figures.entrySet().stream()
        .map(figure -> figure.getKey() + " " + words.apply(figure.getValue()))
        .toList();
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private static void requireFinite(String what, Map<String, Double> figures) {
    figures.forEach((name, value) -> {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("%s %s is %s".formatted(what, name, value));
      }
    });
  }

  private static <V> Map<String, V> inOrder(Map<String, V> given) {
    return given.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(given));
  }
}
