package io.assay.runtime.life;

import io.assay.runtime.Time;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The components of a running system by name and by rank.
final class Parts {
  private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);

  private final Map<String, Part> byName = new LinkedHashMap<>();
  private final List<Rank> ranks = new ArrayList<>();

  /// Those that are started together.
  record Rank(Phase phase, List<Part> parts) {}

  Parts(List<Component> components, Time time, RandomGenerator random) {
    Plan plan = Plan.of(components);
    for (Component component : components) {
      Part part = new Part(component, plan.phase(component), time, random);
      byName.put(component.name(), part);
    }
    for (Plan.Rank rank : plan.ranks()) {
      List<Part> together = rank.components().stream().map(each -> find(each.name())).toList();
      ranks.add(new Rank(rank.phase(), together));
    }
  }

  private Part find(String name) {
    return Objects.requireNonNull(byName.get(name), name);
  }

  /// In the order in which they were named.
  List<Part> all() {
    return List.copyOf(byName.values());
  }

  /// First what is needed, then what needs it.
  List<Rank> ranks() {
    return ranks;
  }

  /// The first that a part needs and that is not up; null if all are.
  @Nullable Part missing(Part part) {
    for (String need : part.component().needs()) {
      Part needed = find(need);
      if (!needed.isUp()) {
        return needed;
      }
    }
    return null;
  }

  /// How to stop what runs, in the reverse order.
  List<Shutdown.Step> stops() {
    List<Part> touched = new ArrayList<>();
    for (Rank rank : ranks) {
      rank.parts.stream().filter(Part::wasTouched).forEach(touched::add);
    }
    return touched.reversed().stream().map(Part::stop).toList();
  }

  /// Nobody has time for what they are at.
  void cut() {
    byName.values().forEach(Part::cut);
  }

  /// Interrupts whatever they are still at, and waits a moment for it.
  void settle() {
    cut();
    try {
      for (Part part : byName.values()) {
        part.settle();
      }
    } catch (InterruptedException e) {
      LOG.warn("interrupted again while starting: nobody waits for what was begun");
      Thread.currentThread().interrupt();
    }
  }

  /// None is tried again.
  void rest() {
    byName.values().forEach(Part::rest);
  }
}
