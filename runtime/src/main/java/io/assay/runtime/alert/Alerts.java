package io.assay.runtime.alert;

import io.assay.runtime.Fault;
import io.assay.runtime.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Everything that is watched, and what an operator must be told of it. Each evaluation reads every
/// rule, moves its alerts (pending → firing → resolved) and hands on what there is to tell; it
/// delivers nothing itself. Times are measured on the steady clock; only a silence ends by the wall
/// clock. Safe for any thread: rules are read outside of the lock.
///
/// A firing alert is told once, after the group wait and together with the others of its rule;
/// again at every repeat interval until somebody acknowledges it; and its end is told if its
/// beginning was.
public final class Alerts {
  private static final Comparator<Alert> MATTERS_MOST =
      Comparator.comparing(Alert::state)
          .thenComparing(Alert::severity, Comparator.reverseOrder())
          .thenComparing(Alert::since, Comparator.reverseOrder());

  private final Time time;
  private final Settings settings;
  private final Consumer<Notice> notices;
  private final Map<String, AlertGroup> groups = new LinkedHashMap<>();
  private final Map<String, Silence> silences = new LinkedHashMap<>();
  private final Memory memory;

  /// Of what an earlier run told, for rules that are not there yet.
  private final List<Alert> inherited = new ArrayList<>();

  /// What is kept from one run to the next.
  ///
  /// @param told alerts that somebody knows of
  public record Memory(Silence.Store silences, Alert.Store told) {
    public Memory {
      Objects.requireNonNull(silences, "silences");
      Objects.requireNonNull(told, "told");
    }

    /// Remembers for as long as the process runs.
    public static Memory ofThisRun() {
      return new Memory(new Silence.InMemory(), new Alert.InMemory());
    }
  }

  /// When alerts are told, and how long they are shown.
  ///
  /// @param groupWait for others of the same rule to join, ≥ 0
  /// @param repeatEvery while nobody has acknowledged it, > 0
  /// @param keepResolved how long what is over is shown, at least the window of the damping
  public record Settings(
      Duration groupWait, Duration repeatEvery, Duration keepResolved, Damping damping) {
    /// Half a minute; four hours; one hour; more than four changes in half an hour.
    public static final Settings DEFAULTS =
        new Settings(
            Duration.ofSeconds(30),
            Duration.ofHours(4),
            Duration.ofHours(1),
            new Damping(4, Duration.ofMinutes(30)));

    public Settings {
      if (groupWait.isNegative() || !repeatEvery.isPositive()) {
        throw new IllegalArgumentException("alerts wait no less than no time and repeat later");
      }
      if (keepResolved.compareTo(damping.window()) < 0) {
        throw new IllegalArgumentException(
            "resolved alerts are kept for the window of the damping, %s, at least"
                .formatted(damping.window()));
      }
    }
  }

  /// When an alert flaps.
  ///
  /// @param changes how often firing may begin or end within the window, ≥ 1
  public record Damping(int changes, Duration window) {
    public Damping {
      if (changes < 1 || !window.isPositive()) {
        throw new IllegalArgumentException("an alert may change once in some time at least");
      }
    }
  }

  /// One moment on both clocks.
  record Now(Instant at, long nanos) {
    /// Whether at least so much time has passed between the two.
    boolean lasts(Duration duration, Now now) {
      return now.nanos - nanos >= duration.toNanos();
    }
  }

  /// Watches by these rules. What an earlier run told fires until it has been seen to be over.
  ///
  /// @param notices takes what there is to tell and returns at once
  /// @param memory whose silences are in force
  /// @throws IllegalArgumentException if two rules have one name
  public Alerts(
      Time time, Settings settings, List<Rule> rules, Consumer<Notice> notices, Memory memory) {
    this.time = Objects.requireNonNull(time, "time");
    this.settings = Objects.requireNonNull(settings, "settings");
    this.notices = Objects.requireNonNull(notices, "notices");
    this.memory = Objects.requireNonNull(memory, "memory");
    memory.silences().load().forEach(silence -> silences.put(silence.id(), silence));
    inherited.addAll(memory.told().load());
    follow(rules);
  }

  /// Reads every rule once. A rule that throws is an alert of its own, and its other alerts stay as
  /// they are. Interrupted while reading, it leaves everything as it was.
  public void evaluate() {
    Map<Rule, Rule.Reading> readings = new LinkedHashMap<>();
    for (Rule rule : rules()) {
      try {
        readings.put(rule, Objects.requireNonNull(rule.watch().read(), "nothing was read"));
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      } catch (Exception | LinkageError | StackOverflowError failure) {
        readings.put(rule, new Rule.Reading.Blind(Fault.lineOf(failure)));
      }
    }
    take(readings).forEach(notices);
  }

  private synchronized List<Rule> rules() {
    return groups.values().stream().map(AlertGroup::rule).toList();
  }

  private synchronized List<Notice> take(Map<Rule, Rule.Reading> readings) {
    Now now = now();
    endSilences(now.at());
    List<Notice> due = disinherit(now);
    for (AlertGroup group : groups.values()) {
      // None where the rule was replaced in the meantime: it is read next time.
      Rule.Reading reading = readings.get(group.rule());
      if (reading != null) {
        group.read(reading, now);
        due.addAll(group.notices(now, this::silenceOf));
      }
    }
    return due;
  }

  /// Puts other rules in force. Alerts of rules that stay, by name, stay as they are; those of
  /// rules that go are resolved.
  ///
  /// @throws IllegalArgumentException if two rules have one name; then nothing is changed
  public void replaceRules(List<Rule> rules) {
    follow(rules).forEach(notices);
  }

  private synchronized List<Notice> follow(List<Rule> rules) {
    Map<String, Rule> named = byName(rules);
    Now now = now();
    List<Notice> ended = new ArrayList<>();
    groups.forEach((name, group) -> {
      if (!named.containsKey(name)) {
        group.abandon(now);
        ended.addAll(group.notices(now, this::silenceOf));
      }
    });
    groups.keySet().retainAll(named.keySet());
    named.forEach((name, rule) -> groups.computeIfAbsent(name, _ -> group(rule, now)).follow(rule));
    return ended;
  }

  /// A group with what an earlier run told of its rule.
  private AlertGroup group(Rule rule, Now now) {
    AlertGroup group = new AlertGroup(rule, settings);
    inherited.removeIf(alert -> {
      boolean ours = alert.id().rule().equals(rule.name());
      if (ours) {
        group.restore(alert, now);
      }
      return ours;
    });
    return group;
  }

  /// Ends what an earlier run told by rules that are no more.
  private List<Notice> disinherit(Now now) {
    List<Notice> ended = new ArrayList<>();
    while (!inherited.isEmpty()) {
      Alert first = inherited.getFirst();
      Rule gone =
          new Rule(first.id().rule(), first.severity(), Duration.ZERO, Rule.Reading.Quiet::new);
      AlertGroup group = group(gone, now);
      group.abandon(now);
      ended.addAll(group.notices(now, this::silenceOf));
    }
    return ended;
  }

  /// Somebody has heard a notice: from now on the next run knows of it too. One that was not heard
  /// is told anew there.
  public synchronized void delivered(Notice notice) {
    for (Alert alert : notice.alerts()) {
      if (notice.kind() == Notice.Kind.RESOLVED) {
        memory.told().forget(alert.id());
      } else {
        memory.told().keep(asItStands(alert));
      }
    }
  }

  private Alert asItStands(Alert alert) {
    Tracked tracked = find(alert.id());
    return tracked != null && tracked.fires() ? tracked.alert(alert.severity(), null) : alert;
  }

  private @Nullable Tracked find(Alert.Id id) {
    AlertGroup group = groups.get(id.rule());
    return group == null ? null : group.find(id.instance());
  }

  private static Map<String, Rule> byName(List<Rule> rules) {
    Map<String, Rule> named = new LinkedHashMap<>();
    for (Rule rule : rules) {
      if (named.put(rule.name(), rule) != null) {
        throw new IllegalArgumentException("there are two rules named " + rule.name());
      }
    }
    return named;
  }

  /// Every alert that is not forgotten, those that matter most first: firing before pending before
  /// resolved, then the gravest, then the latest.
  public synchronized List<Alert> alerts() {
    return groups.values().stream()
        .flatMap(group -> group.alerts(this::silenceOf).stream())
        .sorted(MATTERS_MOST)
        .toList();
  }

  /// Takes an alert on: it is not repeated any more until it is over.
  ///
  /// @param who takes it on
  /// @return false if it does not fire
  public synchronized boolean acknowledge(Alert.Id id, String who) {
    AlertGroup group = groups.get(id.rule());
    Tracked alert = find(id);
    if (group == null || alert == null || !alert.fires()) {
      return false;
    }
    alert.acknowledge(Objects.requireNonNull(who, "who"));
    memory.told().keep(alert.alert(group.rule().severity(), null));
    return true;
  }

  /// Tells nobody of what the silence covers, until it ends.
  public synchronized void silence(Silence silence) {
    memory.silences().keep(silence);
    silences.put(silence.id(), silence);
  }

  /// Ends a silence early.
  ///
  /// @return false if there was none of that id
  public synchronized boolean unsilence(String id) {
    memory.silences().forget(id);
    return silences.remove(id) != null;
  }

  /// Silences that have not ended, oldest first.
  public synchronized List<Silence> silences() {
    Instant now = time.instant();
    return silences.values().stream().filter(silence -> !silence.isOver(now)).toList();
  }

  private void endSilences(Instant now) {
    for (Silence silence : List.copyOf(silences.values())) {
      if (silence.isOver(now)) {
        unsilence(silence.id());
      }
    }
  }

  private @Nullable Silence silenceOf(Alert.Id alert) {
    Instant now = time.instant();
    for (Silence silence : silences.values()) {
      if (silence.covers(alert) && !silence.isOver(now)) {
        return silence;
      }
    }
    return null;
  }

  private Now now() {
    return new Now(time.instant(), time.nanos());
  }
}
