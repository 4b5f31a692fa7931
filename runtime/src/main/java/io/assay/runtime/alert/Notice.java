package io.assay.runtime.alert;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/// What an operator is told at one time: the alerts of one rule that began or ended together.
///
/// @param key the same for every attempt to deliver it, so that a receiver can tell a repetition
/// @param kind what there is to tell
/// @param rule whose alerts they are
/// @param severity the gravest among them
/// @param alerts at least one, as they stood then
/// @param at when it was written, for people
public record Notice(
    String key, Kind kind, String rule, Alert.Severity severity, List<Alert> alerts, Instant at) {
  public Notice {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(at, "at");
    alerts = List.copyOf(alerts);
    if (alerts.isEmpty()) {
      throw new IllegalArgumentException("a notice tells of at least one alert");
    }
  }

  /// What a notice tells.
  public enum Kind {
    /// They have begun.
    FIRING,
    /// They still fire, and nobody has taken them on.
    REPEAT,
    /// They are over.
    RESOLVED;

    String words() {
      return switch (this) {
        case FIRING -> "firing";
        case REPEAT -> "still firing";
        case RESOLVED -> "resolved";
      };
    }
  }

  static Notice of(String key, Kind kind, List<Alert> alerts, Instant at) {
    Alert.Severity gravest =
        alerts.stream().map(Alert::severity).max(Alert.Severity::compareTo).orElseThrow();
    return new Notice(key, kind, alerts.getFirst().id().rule(), gravest, alerts, at);
  }

  /// One line: how grave, which rule, what of it and how many, such as `CRITICAL component_down:
  /// firing (2)`.
  public String title() {
    String count = alerts.size() == 1 ? "" : String.format(Locale.ROOT, " (%d)", alerts.size());
    return "%s %s: %s%s".formatted(severity, rule, kind.words(), count);
  }

  /// A line for each alert, in plain words.
  public String text() {
    return alerts.stream().map(Notice::line).collect(Collectors.joining("\n"));
  }

  private static String line(Alert alert) {
    String flapping = alert.flapping() ? " (flapping)" : "";
    return "%s%s: %s".formatted(alert.id(), flapping, alert.summary());
  }
}
