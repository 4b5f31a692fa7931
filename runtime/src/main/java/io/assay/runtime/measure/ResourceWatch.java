package io.assay.runtime.measure;

import static java.util.Objects.requireNonNull;

import io.assay.runtime.Fault;
import io.assay.runtime.Time;
import io.assay.runtime.measure.Pressure.Standing;
import io.assay.runtime.measure.Reclaimable.Answer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// Watches what the process uses and has its components give back in stages, before memory, disk or
/// processor run out. It never collects garbage by itself: the virtual machine knows when.
///
/// A valve follows the state, not the change of it: one that was registered late, or that failed,
/// is put right at the next round.
public final class ResourceWatch implements MeterBinder {
  private static final Logger LOG = LoggerFactory.getLogger(ResourceWatch.class);
  private static final int HISTORY = 100;
  private static final int HOT_SAMPLES = 3;
  private static final Comparator<Reclaimable> ORDER =
      Comparator.comparing(Reclaimable::answer).thenComparing(Reclaimable::name);

  private final Supplier<Usage> probe;
  private final Time time;
  private final Map<String, Reclaimable> reclaimables = new ConcurrentHashMap<>();
  private final Set<Reclaimable.Valve> closed = new HashSet<>();
  private final Map<String, Gift> gifts = new TreeMap<>();
  private volatile Pressure.Limits limits;
  private volatile View view;
  private int hotSamples;

  /// A change of standing.
  ///
  /// @param why the figures it was decided by
  public record Change(Instant at, Standing before, Standing after, String why) {}

  /// What a reclaimable last did.
  public enum Deed {
    RELEASED,
    CLOSED,
    OPENED,
    FAILED
  }

  /// What a reclaimable last gave.
  ///
  /// @param bytes absent where it cannot know, where it gives none, and where it failed: then with
  ///   the cause
  public record Gift(String name, Answer answer, Deed deed, Figure bytes, Instant at) {
    /// Whether it is worth a line: a cache that is asked again and again mostly has nothing left.
    private boolean isNews() {
      return deed != Deed.RELEASED || !bytes.equals(Figure.of(0));
    }

    private String text() {
      return switch (deed) {
        case RELEASED -> name + " gave " + bytes.text(Figure.Unit.BYTES);
        case CLOSED -> name + " closed";
        case OPENED -> name + " opened";
        case FAILED -> name + " failed: " + bytes.text(Figure.Unit.BYTES);
      };
    }
  }

  /// What the watch last saw and did.
  ///
  /// @param limits in force at that round
  /// @param since when the process stands where it does
  /// @param history of the last 100 changes, oldest first
  /// @param gifts by name
  public record View(
      Usage usage,
      Pressure.Limits limits,
      Standing standing,
      Instant since,
      List<Change> history,
      List<Gift> gifts) {
    public View {
      history = List.copyOf(history);
      gifts = List.copyOf(gifts);
    }

    /// How full the memory is, a share of what may be used.
    public Figure load() {
      return limits.load(usage);
    }

    /// Whether nothing is to be taken in.
    public boolean refuses() {
      return limits.answers() && standing.answers().contains(Answer.REFUSE);
    }
  }

  /// Takes a first reading, and does nothing about it yet.
  public ResourceWatch(Supplier<Usage> probe, Time time, Pressure.Limits limits) {
    this.probe = probe;
    this.time = time;
    this.limits = limits;
    view = new View(probe.get(), limits, Standing.CALM, time.instant(), List.of(), List.of());
  }

  /// Has something asked from the next round on.
  public void register(Reclaimable reclaimable) {
    reclaimables.put(reclaimable.name(), reclaimable);
  }

  /// Puts other limits in force from the next round on.
  public void limits(Pressure.Limits changed) {
    limits = changed;
  }

  public View view() {
    return view;
  }

  /// Reads, so that what is shown is of now. Decides nothing and asks nobody.
  public synchronized void measure() {
    Usage usage = probe.get();
    View before = view;
    view = new View(usage, limits, before.standing, before.since, before.history, before.gifts);
  }

  /// Reads, decides, and has given back what is to be: what is over opens again, last closed first,
  /// then what is in force is asked. One that fails does not stop the others.
  public synchronized void round() {
    Pressure.Limits now = limits;
    Usage usage = probe.get();
    View before = view;
    Standing standing = standing(before.standing, usage, now);
    List<Gift> given = answer(now.answers() ? standing : Standing.CALM);
    given.forEach(gift -> gifts.put(gift.name, gift));
    view = next(before, usage, now, standing);
    if (given.stream().anyMatch(Gift::isNews) || !standing.equals(before.standing)) {
      say(before.standing, given);
    }
  }

  private View next(View before, Usage usage, Pressure.Limits now, Standing standing) {
    List<Gift> last = List.copyOf(gifts.values());
    if (standing.equals(before.standing)) {
      return new View(usage, now, standing, before.since, before.history, last);
    }
    List<Change> history = new ArrayList<>(before.history);
    history.add(new Change(usage.at(), before.standing, standing, figures(usage, now)));
    int old = Math.max(0, history.size() - HISTORY);
    return new View(usage, now, standing, usage.at(), history.subList(old, history.size()), last);
  }

  private Standing standing(Standing before, Usage usage, Pressure.Limits now) {
    if (usage.cpu().ratio() instanceof Figure.Known) {
      hotSamples = now.isHot(usage, before.hot()) ? hotSamples + 1 : 0;
    }
    return new Standing(
        before.memory().next(now.load(usage), now.steps()),
        before.disk().next(usage, now.disk()),
        hotSamples >= HOT_SAMPLES);
  }

  private List<Gift> answer(Standing standing) {
    Set<Answer> inForce = standing.answers();
    List<Reclaimable> asked = reclaimables.values().stream().sorted(ORDER).toList();
    closed.retainAll(Set.copyOf(asked));
    List<Gift> given = new ArrayList<>();
    for (Reclaimable over : asked.reversed()) {
      if (over instanceof Reclaimable.Valve valve
          && closed.contains(valve)
          && !inForce.contains(valve.answer())) {
        given.add(open(valve));
      }
    }
    for (Reclaimable due : asked) {
      if (inForce.contains(due.answer())) {
        ask(due, standing, given);
      }
    }
    return given;
  }

  private void ask(Reclaimable due, Standing standing, List<Gift> given) {
    switch (due) {
      case Reclaimable.Valve valve when !closed.contains(valve) -> given.add(close(valve));
      case Reclaimable.Cache cache when standing.isFor(cache) ->
          given.add(attempt(cache, Deed.RELEASED, () -> released(cache.release().getAsLong())));
      case Reclaimable.Valve _, Reclaimable.Cache _ -> {}
    }
  }

  private static Figure released(long bytes) {
    return bytes < 0 ? Figure.absent("an unknown amount") : Figure.of(bytes);
  }

  private Gift close(Reclaimable.Valve valve) {
    return attempt(
        valve,
        Deed.CLOSED,
        () -> {
          valve.close().run();
          closed.add(valve);
          return Figure.absent("a valve");
        });
  }

  private Gift open(Reclaimable.Valve valve) {
    return attempt(
        valve,
        Deed.OPENED,
        () -> {
          valve.open().run();
          closed.remove(valve);
          return Figure.absent("a valve");
        });
  }

  /// Short of memory, the one that is asked may be the one that runs out of it: the others still
  /// have to be asked.
  private Gift attempt(Reclaimable reclaimable, Deed deed, Supplier<Figure> doing) {
    try {
      Figure bytes = doing.get();
      return new Gift(reclaimable.name(), reclaimable.answer(), deed, bytes, time.instant());
    } catch (RuntimeException | OutOfMemoryError failure) {
      LOG.warn("{} could not answer {}", reclaimable.name(), reclaimable.answer(), failure);
      Figure cause = Figure.absent(Fault.lineOf(failure));
      return new Gift(reclaimable.name(), reclaimable.answer(), Deed.FAILED, cause, time.instant());
    }
  }

  private void say(Standing before, List<Gift> given) {
    View now = view;
    String what = given.stream().map(Gift::text).collect(Collectors.joining("; "));
    LOG.atLevel(now.standing.isWorseThan(before) ? Level.WARN : Level.INFO)
        .log("resources: {} ({}) {}", now.standing, figures(now.usage, now.limits), what);
  }

  private static String figures(Usage usage, Pressure.Limits limits) {
    return "heap %s, resident %s of %s, disk %s, CPU %s"
        .formatted(
            usage.heapLoad().text(Figure.Unit.RATIO),
            usage.memory().resident().text(Figure.Unit.BYTES),
            Figure.Unit.BYTES.text(limits.memoryFor(usage)),
            usage.diskLoad().text(Figure.Unit.RATIO),
            usage.cpu().ratio().text(Figure.Unit.RATIO));
  }

  /// Registers every figure of the usage as `assay_resource_*`, NaN while it is absent, and each
  /// stage of memory and disk: 1 where the process stands, else 0.
  @Override
  public void bindTo(MeterRegistry registry) {
    for (String name : view.usage.figures().keySet()) {
      Gauge.builder(
              "assay.resource." + name,
              () -> requireNonNull(view.usage.figures().get(name)).orNaN())
          .register(registry);
    }
    Gauge.builder("assay.resource.memory_ratio", () -> view.load().orNaN()).register(registry);
    for (Pressure stage : Pressure.values()) {
      stage(registry, "memory_stage", stage, () -> view.standing.memory());
    }
    for (Pressure.DiskStage stage : Pressure.DiskStage.values()) {
      stage(registry, "disk_stage", stage, () -> view.standing.disk());
    }
  }

  private static void stage(
      MeterRegistry registry, String name, Enum<?> stage, Supplier<Enum<?>> standing) {
    Gauge.builder("assay.resource." + name, () -> standing.get() == stage ? 1 : 0)
        .tag("stage", stage.name())
        .register(registry);
  }
}
