package io.assay.app.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import io.assay.app.config.document.Shown;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// One line an event: time in UTC, level, system, thread, logger, message. Nothing that is logged
/// can begin a line of its own or move the cursor.
final class LineLayout extends LayoutBase<ILoggingEvent> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final String RED = "\u001B[31m";
  private static final String YELLOW = "\u001B[33m";
  private static final String PLAIN = "\u001B[0m";

  private final boolean colour;
  private final boolean traced;

  /// @param colour whether errors and warnings are coloured
  /// @param traced whether a failure is followed by its stack, which is for a file, not for people
  LineLayout(boolean colour, boolean traced) {
    this.colour = colour;
    this.traced = traced;
  }

  @Override
  public String doLayout(ILoggingEvent event) {
    StringBuilder line = new StringBuilder(160);
    TIME.formatTo(event.getInstant(), line);
    line.append(' ').append(level(event.getLevel()));
    String system = event.getLoggerContextVO().getPropertyMap().get(Logging.SYSTEM);
    if (system != null) {
      line.append(" [").append(system).append(']');
    }
    line.append(' ').append(Shown.plain(event.getThreadName()));
    line.append(' ').append(simple(event.getLoggerName())).append(": ");
    line.append(Shown.plain(String.valueOf(event.getFormattedMessage())));
    IThrowableProxy failure = event.getThrowableProxy();
    if (failure != null) {
      append(failure, line);
    }
    return line.append('\n').toString();
  }

  private void append(IThrowableProxy failure, StringBuilder line) {
    if (traced) {
      ThrowableProxyUtil.asString(failure)
          .lines()
          .forEach(one -> line.append("\n  ").append(Shown.plain(one.replace("\t", "  "))));
    } else {
      String what = simple(failure.getClassName()) + ": " + failure.getMessage();
      line.append(" (").append(Shown.plain(what)).append(')');
    }
  }

  private String level(Level level) {
    String word = String.format("%-5s", level);
    if (!colour || !level.isGreaterOrEqual(Level.WARN)) {
      return word;
    }
    return (level.isGreaterOrEqual(Level.ERROR) ? RED : YELLOW) + word + PLAIN;
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
