package io.assay.app.config;

import java.util.Locale;

/// The tasks that run, by the names that an operator sees and sets policies for.
public enum TaskName {
  TELEGRAM_MONITORING,
  STANDARD_INPUT,
  MESSAGE_PROCESSING,
  PRICE_UPDATES,
  PRICE_WATCHING,
  DIRECTORY_REFRESH,
  DATA_OUTPUT,
  HEALTH_MONITORING,
  RESOURCE_MANAGEMENT,
  BACKUP_MANAGEMENT,
  ALERT_EVALUATION,
  ALERT_DELIVERY,
  COMPONENT_RECOVERY,
  STATISTICS,
  DEAD_MANS_SWITCH,
  SERVICE_WATCHDOG;

  /// As it is written and shown, such as `message_processing`.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
