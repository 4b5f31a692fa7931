package io.assay.runtime.alert;

import io.assay.runtime.alert.Alerts.Now;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A rule and its alerts, which are told together. Guarded by the lock of [Alerts].
final class AlertGroup {
  /// The instance of the alert that says so of the rule itself.
  static final String BLIND = "cannot be evaluated";

  private final Alerts.Settings settings;
  private final Map<String, Tracked> tracked = new LinkedHashMap<>();
  private Rule rule;

  AlertGroup(Rule rule, Alerts.Settings settings) {
    this.rule = rule;
    this.settings = settings;
  }

  Rule rule() {
    return rule;
  }

  /// Goes on under another rule of the same name.
  void follow(Rule next) {
    rule = next;
  }

  /// Goes on where an earlier run ended: somebody knows of it.
  void restore(Alert alert, Now now) {
    tracked.put(
        alert.id().instance(), new Tracked(alert, settings.damping(), settings.groupWait(), now));
  }

  void read(Rule.Reading reading, Now now) {
    switch (reading) {
      case Rule.Reading.Quiet _ -> calm(Set.of(), now);
      case Rule.Reading.Breached(List<Rule.Breach> breaches) -> {
        breaches.forEach(breach -> breach(breach.instance(), breach, now));
        calm(breaches.stream().map(Rule.Breach::instance).collect(Collectors.toSet()), now);
      }
      // What was seen last is held: neither over nor any longer so.
      case Rule.Reading.Blind(String cause) ->
          breach(
              BLIND,
              new Rule.Breach("", "unknown", "rule %s %s: %s".formatted(rule.name(), BLIND, cause)),
              now);
    }
    tracked.values().removeIf(one -> one.isSpent(settings.keepResolved(), now));
  }

  private void breach(String instance, Rule.Breach breach, Now now) {
    tracked
        .computeIfAbsent(
            instance,
            _ -> new Tracked(new Alert.Id(rule.name(), instance), breach, settings.damping(), now))
        .breached(breach, rule.lasting(), now);
  }

  private void calm(Set<String> breached, Now now) {
    tracked.forEach((instance, one) -> {
      if (!breached.contains(instance)) {
        one.quiet(now);
      }
    });
  }

  /// Ends every alert, because the rule is no longer there.
  void abandon(Now now) {
    tracked.values().forEach(one -> one.abandon("the rule was taken out", now));
  }

  /// What there is to tell now. What ended is told even where it is silenced: whoever was told that
  /// it began waits to hear the end.
  List<Notice> notices(Now now, Function<Alert.Id, @Nullable Silence> silences) {
    Predicate<Tracked> audible = one -> silences.apply(one.id()) == null;
    List<Tracked> ended = those(Tracked::owesResolved);
    List<Tracked> fresh = those(audible.and(one -> one.fires() && !one.isTold()));
    List<Tracked> open =
        those(audible.and(one -> one.fires() && one.isTold() && !one.isAcknowledged()));
    Duration wait = settings.groupWait();
    Duration repeat = settings.repeatEvery();
    List<Notice> notices = new ArrayList<>();
    if (!ended.isEmpty()) {
      notices.add(notice(Notice.Kind.RESOLVED, ended, now));
    }
    if (fresh.stream().anyMatch(one -> one.firesFor(wait, now))) {
      notices.add(notice(Notice.Kind.FIRING, fresh, now));
    }
    if (open.stream().anyMatch(one -> one.toldBefore(repeat, now))) {
      notices.add(notice(Notice.Kind.REPEAT, open, now));
    }
    return notices;
  }

  private List<Tracked> those(Predicate<Tracked> wanted) {
    return tracked.values().stream().filter(wanted).toList();
  }

  private Notice notice(Notice.Kind kind, List<Tracked> told, Now now) {
    List<Alert> alerts = told.stream().map(one -> one.alert(rule.severity(), null)).toList();
    told.forEach(one -> one.tell(now));
    String key = "%s-%s-%d-%x".formatted(rule.name(), kind, now.at().toEpochMilli(), now.nanos());
    return Notice.of(key, kind, alerts, now.at());
  }

  @Nullable Tracked find(String instance) {
    return tracked.get(instance);
  }

  List<Alert> alerts(Function<Alert.Id, @Nullable Silence> silences) {
    return tracked.values().stream()
        .map(one -> one.alert(rule.severity(), silences.apply(one.id())))
        .toList();
  }
}
