package io.assay.app.config;

import java.util.Locale;

/// The rules that raise alerts, by the names that an operator sees and sets.
public enum RuleName {
  ERROR_RATE,
  MEMORY_USAGE,
  RESPONSE_TIME,
  DISK_USAGE,
  COMPONENT_DOWN,
  TASK_GAVE_UP,
  FOLD_LAG,
  NO_MESSAGES,
  DEAD_LETTERS,
  AVAILABILITY;

  /// As it is written and shown, such as `error_rate`.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
