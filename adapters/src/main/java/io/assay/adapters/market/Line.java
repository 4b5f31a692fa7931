package io.assay.adapters.market;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// What waits for one provider. The most urgent goes first, of these what is due first, and takes
/// with it whatever else fits into the same request, the less urgent too; each eighth request goes
/// to whatever has waited longest, so that nothing starves. What nobody waits for lingers a few
/// seconds until its request is full. Not for several threads.
final class Line {
  /// The wait of a line in which nobody stands.
  static final long FOR_EVER = Long.MAX_VALUE;

  private static final int TURN_OF_THE_OLDEST = 8;

  /// What nobody waits for waits that long for others to share its request.
  private static final long LINGER_MILLIS = 4_000;

  private static final Comparator<Job> DUE_FIRST = Comparator.comparingLong(Job::deadline);

  private final Turnstile turnstile;
  private final int batch;
  private final Map<Priority, Map<String, Queue<Job>>> waiting = new EnumMap<>(Priority.class);
  private int turns;
  private int size;

  /// Who may go now, in one request; nobody, and how long to wait.
  ///
  /// @param waitMillis 0 where somebody may go
  record Turn(List<Job> jobs, long waitMillis) {}

  /// An empty line.
  ///
  /// @param batch most jobs in one request
  Line(Turnstile turnstile, int batch) {
    this.turnstile = turnstile;
    this.batch = batch;
    for (Priority priority : Priority.values()) {
      waiting.put(priority, new LinkedHashMap<>());
    }
  }

  void add(Job job) {
    lots(job.priority()).computeIfAbsent(job.lot(), _ -> new PriorityQueue<>(DUE_FIRST)).add(job);
    size++;
  }

  /// How many wait, those included that nobody wants any more.
  int size() {
    return size;
  }

  /// Takes out everybody.
  List<Job> leave() {
    List<Job> all = new ArrayList<>();
    waiting.values().forEach(lots -> lots.values().forEach(all::addAll));
    waiting.values().forEach(Map::clear);
    size = 0;
    all.removeIf(Job::isOver);
    return all;
  }

  /// Lets the next ones go, if the provider may be asked.
  Turn next() {
    boolean oldestFirst = turns % TURN_OF_THE_OLDEST == TURN_OF_THE_OLDEST - 1;
    Job head = head(oldestFirst);
    if (head == null) {
      return new Turn(List.of(), FOR_EVER);
    }
    boolean urgent = head.priority() == Priority.LIVE;
    long linger = urgent || isFull(head.lot()) ? 0 : head.since() + LINGER_MILLIS - turnstile.now();
    if (linger > 0) {
      Job live = first(Priority.LIVE);
      return live == null ? new Turn(List.of(), linger) : let(live);
    }
    return let(head);
  }

  /// Lets the job go, with whatever fits into its request.
  private Turn let(Job head) {
    boolean urgent = head.priority() == Priority.LIVE;
    if (!turnstile.enter(urgent)) {
      return new Turn(List.of(), Math.max(1, turnstile.waitMillis(urgent)));
    }
    turns++;
    return new Turn(head.lot().isEmpty() ? alone(head) : together(head.lot()), 0);
  }

  /// Whether a request of that lot would be full, or cannot be shared at all.
  private boolean isFull(String word) {
    int together = 0;
    for (Priority priority : Priority.values()) {
      Queue<Job> lot = lots(priority).get(word);
      together += lot == null ? 0 : lot.size();
    }
    return word.isEmpty() || together >= batch;
  }

  private @Nullable Job head(boolean oldestFirst) {
    Job oldest = null;
    for (Priority priority : Priority.values()) {
      Job first = first(priority);
      if (first != null && !oldestFirst) {
        return first;
      }
      if (first != null && (oldest == null || first.since() < oldest.since())) {
        oldest = first;
      }
    }
    return oldest;
  }

  private @Nullable Job first(Priority priority) {
    Job first = null;
    for (Queue<Job> lot : lots(priority).values()) {
      Job head = wanted(lot);
      if (head != null && (first == null || DUE_FIRST.compare(head, first) < 0)) {
        first = head;
      }
    }
    return first;
  }

  /// The first of the lot that somebody still wants.
  private @Nullable Job wanted(Queue<Job> lot) {
    Job head = lot.peek();
    while (head != null && head.isOver()) {
      lot.poll();
      size--;
      head = lot.peek();
    }
    return head;
  }

  private List<Job> alone(Job head) {
    Queue<Job> lot = lots(head.priority()).get(head.lot());
    if (lot != null && lot.poll() != null) {
      size--;
    }
    return List.of(head);
  }

  private List<Job> together(String word) {
    List<Job> jobs = new ArrayList<>();
    for (Priority priority : Priority.values()) {
      Queue<Job> lot = lots(priority).get(word);
      while (lot != null && jobs.size() < batch && wanted(lot) != null) {
        jobs.add(lot.remove());
        size--;
      }
    }
    return jobs;
  }

  private Map<String, Queue<Job>> lots(Priority priority) {
    return waiting.getOrDefault(priority, Map.of());
  }
}
