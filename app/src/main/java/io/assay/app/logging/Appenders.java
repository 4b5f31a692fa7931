package io.assay.app.logging;

import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import io.assay.app.config.LoggingSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// The places that a log can go to, as Logback makes them.
///
/// @param json whether lines are JSON objects
record Appenders(Context context, boolean json) {
  private static final String NUMBER = ".%i.gz";

  /// Standard error.
  Appender<ILoggingEvent> console(boolean colour) {
    ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
    console.setName("console");
    console.setTarget("System.err");
    return started(console, new LineLayout(colour, false));
  }

  /// A file. What is put away is `FILE.1.gz`, the newest, up to the number that is kept.
  Appender<ILoggingEvent> file(Path path, LoggingSettings settings) {
    RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
    FixedWindowRollingPolicy numbered = new FixedWindowRollingPolicy();
    numbered.setContext(context);
    numbered.setParent(file);
    numbered.setFileNamePattern(path + NUMBER);
    numbered.setMinIndex(1);
    numbered.setMaxIndex(settings.keep());
    file.setName("file");
    file.setFile(path.toString());
    file.setRollingPolicy(numbered);
    SizeOrDay trigger = new SizeOrDay(path.toFile(), settings.maxSize().bytes());
    trigger.start();
    file.setTriggeringPolicy(trigger);
    numbered.start();
    return started(file, new LineLayout(false, true));
  }

  private Appender<ILoggingEvent> started(
      OutputStreamAppender<ILoggingEvent> appender, LineLayout layout) {
    Encoder<ILoggingEvent> encoder = json ? objects() : lines(layout);
    encoder.setContext(context);
    encoder.start();
    appender.setContext(context);
    appender.setEncoder(encoder);
    appender.start();
    return appender;
  }

  private static Encoder<ILoggingEvent> objects() {
    JsonEncoder encoder = new JsonEncoder();
    encoder.setWithFormattedMessage(true);
    encoder.setWithMessage(false);
    encoder.setWithArguments(false);
    return encoder;
  }

  private Encoder<ILoggingEvent> lines(LineLayout layout) {
    layout.setContext(context);
    layout.start();
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setLayout(layout);
    return encoder;
  }
}
