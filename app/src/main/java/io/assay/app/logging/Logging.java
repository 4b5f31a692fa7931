package io.assay.app.logging;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import io.assay.app.config.LoggingSettings;
import io.assay.app.config.Settings;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// The log of the process. There is one, whoever runs in it: the command that runs a system starts
/// it and closes it, the system itself only writes to it. Our own loggers follow the level that is
/// set; libraries are heard from `WARN` on.
public final class Logging implements AutoCloseable {
  /// The property that names the system on every line; unlike what a thread carries with it, all
  /// threads have it.
  static final String SYSTEM = "system";

  private static final String OURS = "io.assay";

  private final LoggerContext context;

  private Logging(LoggerContext context) {
    this.context = context;
  }

  /// Starts logging as it is set.
  ///
  /// @param system the system's id
  /// @param environment says by `NO_COLOR` whether colours are unwelcome
  /// @throws Fault operational, if the file cannot be written
  public static Logging start(Settings settings, String system, Map<String, String> environment) {
    if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
      throw new IllegalStateException("this process has chosen not to log");
    }
    LoggingSettings wish = settings.logging();
    Path path = settings.logFile();
    prove(path);
    context.reset();
    context.putProperty(SYSTEM, system);
    Appenders appenders = new Appenders(context, wish.json());
    Appender<ILoggingEvent> file = appenders.file(path, wish);
    if (!file.isStarted()) {
      throw unwritable(path, "Logback will not open it", null);
    }
    ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(ch.qos.logback.classic.Level.WARN);
    root.addAppender(file);
    if (wish.console()) {
      root.addAppender(appenders.console(isColourful(environment)));
    }
    Logging logging = new Logging(context);
    logging.level(wish.level());
    return logging;
  }

  /// Changes what our own loggers log, from now on.
  public void level(Level level) {
    context.getLogger(OURS).setLevel(ch.qos.logback.classic.Level.convertAnSLF4JLevel(level));
  }

  /// Writes out what is left, closes the file, and is quiet again.
  @Override
  public void close() {
    context.reset();
    context.putProperty(SYSTEM, null);
    beQuiet(context);
  }

  /// Warnings and errors on standard error, and nothing else.
  static void beQuiet(LoggerContext context) {
    ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(ch.qos.logback.classic.Level.WARN);
    root.addAppender(new Appenders(context, false).console(false));
  }

  /// Opens the file once, since Logback would only note that it could not.
  private static void prove(Path file) {
    if (file.toString().indexOf('%') >= 0) {
      throw unwritable(file, "a path with % is a pattern to Logback", null);
    }
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND).close();
    } catch (IOException e) {
      throw unwritable(file, String.valueOf(e.getMessage()), e);
    }
  }

  private static Fault unwritable(Path file, String why, @Nullable Exception cause) {
    String what = "the log cannot be written to " + file + ": " + why + "; see logging.file";
    return new Fault(ErrorKind.OPERATIONAL, what, cause);
  }

  @SuppressWarnings("SystemConsoleNull") // it still is null where there is no terminal
  private static boolean isColourful(Map<String, String> environment) {
    Console console = System.console();
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        && console != null
        && console.isTerminal();
  }
}
