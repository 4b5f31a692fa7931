package io.assay.runtime.alert;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes notices to the log, each in one line: what is over as information, the gravest as errors.
final class LogRoute implements Route {
  private final Logger log;

  LogRoute() {
    this(LoggerFactory.getLogger("io.assay.alerts"));
  }

  LogRoute(Logger log) {
    this.log = log;
  }

  @Override
  public String name() {
    return "log";
  }

  @Override
  public void deliver(Notice notice) {
    String text = notice.text().replace("\n", "; ");
    if (notice.kind() == Notice.Kind.RESOLVED) {
      log.info("{}: {}", notice.title(), text);
      return;
    }
    switch (notice.severity()) {
      case INFO -> log.info("{}: {}", notice.title(), text);
      case WARNING -> log.warn("{}: {}", notice.title(), text);
      case CRITICAL -> log.error("{}: {}", notice.title(), text);
    }
  }
}
