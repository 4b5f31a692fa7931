package io.assay.runtime.life;

import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// The order of a start: ranks of components that need nothing of each other.
final class Plan {
  private final Map<String, Component> components = new LinkedHashMap<>();
  private final Map<String, Place> places = new LinkedHashMap<>();

  /// Where a component stands.
  ///
  /// @param depth within the phase: 0 for what needs nothing of it
  record Place(Phase phase, int depth) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int byPhase = phase.compareTo(other.phase);
      return byPhase != 0 ? byPhase : Integer.compare(depth, other.depth);
    }
  }

  /// Components that are started together.
  record Rank(Phase phase, List<Component> components) {}

  private Plan(List<Component> all) {
    for (Component component : all) {
      if (components.put(component.name(), component) != null) {
        throw wrong("there are two components " + component.name());
      }
    }
    for (Component component : all) {
      place(component, new LinkedHashSet<>());
    }
  }

  /// The plan of a graph.
  ///
  /// @throws Fault if it has a cycle, which is named, or needs what is not there
  static Plan of(List<Component> components) {
    return new Plan(components);
  }

  private static Fault wrong(String message) {
    return new Fault(ErrorKind.FATAL, message, null);
  }

  private Place place(Component component, Set<String> above) {
    Place known = places.get(component.name());
    if (known != null) {
      return known;
    }
    if (!above.add(component.name())) {
      List<String> cycle = new ArrayList<>(above);
      List<String> part = cycle.subList(cycle.indexOf(component.name()), cycle.size());
      throw wrong("components need each other: " + String.join(" → ", part) + " → " + part.get(0));
    }
    Place place = new Place(component.phase(), 0);
    for (String need : component.needs()) {
      Component needed = components.get(need);
      if (needed == null) {
        throw wrong(component.name() + " needs " + need + ", which is not there");
      }
      Place below = place(needed, above);
      Place next = new Place(below.phase(), below.depth() + 1);
      place = next.compareTo(place) > 0 ? next : place;
    }
    above.remove(component.name());
    places.put(component.name(), place);
    return place;
  }

  Phase phase(Component component) {
    return places.getOrDefault(component.name(), new Place(component.phase(), 0)).phase();
  }

  /// First what is needed, then what needs it.
  List<Rank> ranks() {
    SortedMap<Place, List<Component>> ranks = new TreeMap<>();
    for (Component component : components.values()) {
      Place place = places.getOrDefault(component.name(), new Place(component.phase(), 0));
      ranks.computeIfAbsent(place, _ -> new ArrayList<>()).add(component);
    }
    List<Rank> ordered = new ArrayList<>();
    ranks.forEach((place, members) -> ordered.add(new Rank(place.phase(), members)));
    return ordered;
  }
}
