package io.assay.app.house;

import io.assay.app.config.AlertSettings;
import io.assay.app.config.RuleName;
import io.assay.app.config.Settings;
import io.assay.app.live.BooksGauge;
import io.assay.runtime.State;
import io.assay.runtime.alert.Alert;
import io.assay.runtime.alert.Rule;
import io.assay.runtime.alert.Rule.Breach;
import io.assay.runtime.alert.Rule.Limit;
import io.assay.runtime.alert.Rule.Reading;
import io.assay.runtime.alert.Rule.Unit;
import io.assay.runtime.health.CheckResult;
import io.assay.runtime.health.ComponentHealth;
import io.assay.runtime.health.HealthHistory.Availability;
import io.assay.runtime.measure.ResourceWatch;
import io.assay.runtime.task.TaskView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What must not be, as the configuration has it.
public final class AlertRules {
  private final House house;
  private final Settings settings;
  private final AlertSettings alerts;

  private AlertRules(House house, Settings settings) {
    this.house = house;
    this.settings = settings;
    alerts = settings.alerts();
  }

  /// The rules that are enabled.
  public static List<Rule> of(House house, Settings settings) {
    return new AlertRules(house, settings).rules();
  }

  private List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    for (RuleName name : RuleName.values()) {
      AlertSettings.Rule set = alerts.rule(name);
      if (set.enabled() && isWanted(name)) {
        Rule rule = rule(name);
        Duration lasting = set.pendingFor() == null ? lasting(name) : set.pendingFor();
        rules.add(rule.lasting(lasting).severity(severity(set, rule)));
      }
    }
    return rules;
  }

  private boolean isWanted(RuleName name) {
    return name != RuleName.NO_MESSAGES
        || !alerts.silenceThreshold().isZero()
        || alerts.silenceGaps() > 0;
  }

  /// What has given up or is dead has been so for long enough.
  private Duration lasting(RuleName name) {
    return switch (name) {
      case COMPONENT_DOWN, TASK_GAVE_UP, DEAD_LETTERS, NO_MESSAGES -> Duration.ZERO;
      case ERROR_RATE, MEMORY_USAGE, RESPONSE_TIME, DISK_USAGE, FOLD_LAG, AVAILABILITY ->
          alerts.pendingFor();
    };
  }

  private static Alert.Severity severity(AlertSettings.Rule set, Rule rule) {
    return switch (set.severity()) {
      case null -> rule.severity();
      case WARNING -> Alert.Severity.WARNING;
      case CRITICAL -> Alert.Severity.CRITICAL;
    };
  }

  private Rule rule(RuleName name) {
    String word = name.toString();
    return switch (name) {
      case ERROR_RATE -> errorRate(word);
      case MEMORY_USAGE -> memoryUsage(word);
      case RESPONSE_TIME -> responseTime(word);
      case DISK_USAGE -> diskUsage(word);
      case FOLD_LAG ->
          new Rule(word, Alert.Severity.WARNING, Duration.ZERO, () -> foldLag(word).watch().read());
      case DEAD_LETTERS ->
          Rule.above(
              word,
              () -> (double) house.flow().letters().size(),
              limit(alerts.deadLetterThreshold() - 1.0, Unit.COUNT, "see assay dlq list"));
      case AVAILABILITY ->
          Rule.below(
              word,
              this::availability,
              limit(
                  settings.performance().targets().availability(),
                  Unit.RATIO,
                  "see the log for what was down"));
      case COMPONENT_DOWN -> new Rule(word, Alert.Severity.CRITICAL, Duration.ZERO, this::downs);
      case TASK_GAVE_UP -> new Rule(word, Alert.Severity.CRITICAL, Duration.ZERO, this::givenUps);
      case NO_MESSAGES -> new Rule(word, Alert.Severity.WARNING, Duration.ZERO, this::silence);
    };
  }

  private Rule errorRate(String word) {
    return Rule.above(
        word,
        () -> house.measures().figures().errorRate().orNaN(),
        limit(alerts.errorRateThreshold(), Unit.RATIO, "see assay dlq list and the log"));
  }

  private Rule memoryUsage(String word) {
    ResourceWatch watch = house.measures().watch();
    return Rule.above(
        word,
        () -> watch.view().limits().load(watch.view().usage()).orNaN(),
        limit(
            alerts.memoryUsageThreshold(),
            Unit.RATIO,
            "give it more memory or less to do; assay status shows what is held"));
  }

  private Rule responseTime(String word) {
    return Rule.above(
        word,
        () -> house.measures().figures().recordingTime().orNaN(),
        limit(
            alerts.responseTimeThreshold().toNanos() / 1e9,
            Unit.SECONDS,
            "the disk may be slow, or the fold may lag; see assay status"));
  }

  private Rule diskUsage(String word) {
    ResourceWatch watch = house.measures().watch();
    return Rule.above(
        word,
        () -> watch.view().usage().diskLoad().orNaN(),
        limit(
            alerts.diskUsageThreshold(),
            Unit.RATIO,
            "make room on the disk of " + settings.data().directory()));
  }

  private static Limit limit(double value, Unit unit, String advice) {
    return new Limit(value, unit, advice);
  }

  /// Made anew each time, since the advice is in why the fold lags now.
  private Rule foldLag(String word) {
    BooksGauge.Reading books = house.flow().books().reading();
    String advice =
        books.setback().isEmpty()
            ? "the fold is slower than what comes in"
            : "the fold fails: " + books.setback();
    return Rule.above(
        word,
        () -> (double) books.lag(),
        limit((double) alerts.lagThreshold(), Unit.COUNT, advice));
  }

  private double availability() {
    return house.health().history().availability(Duration.ofDays(1))
            instanceof Availability.Known known
        ? known.ratio()
        : Double.NaN;
  }

  private Reading downs() {
    List<Breach> breaches = new ArrayList<>();
    for (ComponentHealth each : house.health().board().components()) {
      if (each.status() == CheckResult.Status.DOWN) {
        String detail = each.detail().isEmpty() ? "its check fails" : each.detail();
        breaches.add(new Breach(each.name(), "DOWN", each.name() + " is down: " + detail));
      }
    }
    return Reading.of(breaches);
  }

  private Reading givenUps() {
    List<Breach> breaches = new ArrayList<>();
    for (TaskView task : house.life().supervisor().tasks()) {
      if (task.state() instanceof State.GaveUp || task.state() instanceof State.Failed) {
        String words = task.name() + " has given up; " + task.next();
        breaches.add(new Breach(task.name(), task.state().word(), words));
      }
    }
    return Reading.of(breaches);
  }

  private Reading silence() {
    List<Breach> breaches = new ArrayList<>();
    FlowFigures figures = house.measures().figures();
    Duration silent = figures.silence();
    if (!alerts.silenceThreshold().isZero() && silent.compareTo(alerts.silenceThreshold()) > 0) {
      String value = silent.toMinutes() + " min";
      String words = "no message for " + value + ": see whether the sources still hear anything";
      breaches.add(new Breach("", value, words));
    }
    for (ChannelGaps.Silent each : Signs.gaps(figures, settings).silent()) {
      String words = Signs.words(each) + ": see whether its source still hears it";
      breaches.add(
          new Breach(each.channel().toString(), each.silence().toMinutes() + " min", words));
    }
    return Reading.of(breaches);
  }
}
