package io.assay.runtime.task;

import io.assay.runtime.State;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The tasks of a supervisor, in the order in which they came. Guarded by its lock.
final class Roster {
  private final Map<String, Worker> workers = new LinkedHashMap<>();

  /// Takes them on.
  ///
  /// @throws IllegalArgumentException if a task of one of the names is at work already
  void add(List<Worker> fresh) {
    for (Worker worker : fresh) {
      Worker there = workers.get(worker.spec().name());
      if (there != null && !isOver(there)) {
        throw new IllegalArgumentException("there is a task " + there.spec().name() + " already");
      }
    }
    fresh.forEach(worker -> workers.put(worker.spec().name(), worker));
  }

  private static boolean isOver(Worker worker) {
    return worker.state() instanceof State.Stopped || worker.state() instanceof State.Failed;
  }

  @Nullable Worker find(String task) {
    return workers.get(task);
  }

  Collection<Worker> all() {
    return workers.values();
  }

  /// Those of a crew, by its name.
  List<Worker> crew(String name) {
    return workers.values().stream().filter(worker -> worker.crew().name().equals(name)).toList();
  }

  /// Those that go down with it, in order.
  List<Worker> sharing(Worker fallen) {
    List<Worker> crew = crew(fallen.crew().name());
    List<Worker> sharing = new ArrayList<>();
    boolean shares = fallen.crew().strategy() == Strategy.ONE_FOR_ALL;
    for (Worker other : crew) {
      if (other.equals(fallen)) {
        shares |= fallen.crew().strategy() == Strategy.REST_FOR_ONE;
      } else if (shares) {
        sharing.add(other);
      }
    }
    return sharing;
  }

  /// Whether one that comes before it in its crew has yet to be started again.
  boolean mustWait(Worker worker) {
    if (worker.crew().strategy() == Strategy.ONE_FOR_ONE) {
      return false;
    }
    for (Worker other : crew(worker.crew().name())) {
      if (other.equals(worker)) {
        return false;
      }
      boolean ending = other.attempt() != null && other.due() instanceof Worker.Due.At;
      if (ending || (other.attempt() == null && other.isDue())) {
        return true;
      }
    }
    return false;
  }
}
