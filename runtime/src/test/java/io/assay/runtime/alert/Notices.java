package io.assay.runtime.alert;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// Notices made up for tests.
final class Notices {
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

  private Notices() {}

  static Alert alert(String rule, String instance, Alert.Severity severity, String summary) {
    return new Alert(
        new Alert.Id(rule, instance),
        severity,
        Alert.State.FIRING,
        AT,
        "87.3 %",
        summary,
        false,
        null,
        null);
  }

  static Notice notice(String key, Notice.Kind kind, Alert... alerts) {
    return Notice.of(key, kind, Arrays.asList(alerts), AT);
  }

  /// A notice that differs from others by its key only.
  static Notice notice(String key) {
    return notice(
        key,
        Notice.Kind.FIRING,
        alert("disk_full", "", Alert.Severity.WARNING, "disk is full: clean"));
  }

  static List<String> keys(List<Notice> notices) {
    return notices.stream().map(Notice::key).toList();
  }
}
