package io.assay.runtime.health;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.helpers.MessageFormatter;

/// Remembers what was logged, as `INFO the line`.
public final class LogLines {
  private final List<String> lines = new ArrayList<>();

  /// A logger that writes here; only calls with a message are understood.
  public Logger logger() {
    return (Logger)
        Proxy.newProxyInstance(
            LogLines.class.getClassLoader(),
            new Class<?>[] {Logger.class},
            (_, method, arguments) -> {
              String level = method.getName().toUpperCase(Locale.ROOT);
              Object[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
              lines.add(
                  level
                      + " "
                      + MessageFormatter.arrayFormat((String) arguments[0], rest).getMessage());
              return null;
            });
  }

  /// Lines since the last time they were taken.
  public List<String> take() {
    List<String> taken = List.copyOf(lines);
    lines.clear();
    return taken;
  }
}
