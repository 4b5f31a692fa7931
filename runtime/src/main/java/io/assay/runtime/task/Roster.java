package io.assay.runtime.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The tasks of a supervisor, in the order in which they came. Guarded by its lock.
final class Roster {
  private final Map<String, Worker> workers = new LinkedHashMap<>();
  private List<Worker> inOrder = List.of();

  /// Takes a crew on.
  ///
  /// @throws IllegalArgumentException if a crew or a task of one of the names is at work already
  void add(Crew crew, List<Worker> fresh) {
    if (crew(crew.name()).stream().anyMatch(worker -> !worker.isOver())) {
      throw new IllegalArgumentException("there is a crew " + crew.name() + " already");
    }
    for (Worker worker : fresh) {
      Worker there = workers.get(worker.name());
      if (there != null && !there.isOver()) {
        throw new IllegalArgumentException("there is a task " + worker.name() + " already");
      }
    }
    fresh.forEach(this::add);
    inOrder = List.copyOf(workers.values());
  }

  private void add(Worker worker) {
    Worker earlier = workers.remove(worker.name()); // so that its place is a new one
    if (earlier != null) {
      worker.follow(earlier);
    }
    workers.put(worker.name(), worker);
  }

  @Nullable Worker find(String task) {
    return workers.get(task);
  }

  /// All of them; walking it makes nothing.
  List<Worker> all() {
    return inOrder;
  }

  /// Those of a crew, by its name.
  List<Worker> crew(String name) {
    return inOrder.stream().filter(worker -> worker.crew().name().equals(name)).toList();
  }

  /// Those that go down with it, in order.
  List<Worker> sharing(Worker fallen) {
    List<Worker> sharing = new ArrayList<>();
    boolean shares = fallen.crew().strategy() == Crew.Strategy.ONE_FOR_ALL;
    for (Worker other : crew(fallen.crew().name())) {
      if (other.equals(fallen)) {
        shares |= fallen.crew().strategy() == Crew.Strategy.REST_FOR_ONE;
      } else if (shares) {
        sharing.add(other);
      }
    }
    return sharing;
  }

  /// Whether one that is due has to wait: for those before it to begin, and for those after it,
  /// which go down with it, to end.
  boolean mustWait(Worker worker) {
    if (worker.crew().strategy() == Crew.Strategy.ONE_FOR_ONE) {
      return false;
    }
    boolean before = true;
    for (Worker other : crew(worker.crew().name())) {
      if (other.equals(worker)) {
        before = false;
      } else if (isMakingRoom(other) || (before && other.attempt() == null && other.isDue())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMakingRoom(Worker worker) {
    Attempt attempt = worker.attempt();
    return attempt != null && attempt.standing() == Attempt.Standing.RETIRING;
  }
}
