package io.assay.app.logging;

/// No log at all, for a command that answers on its standard streams and ends: what goes wrong is
/// said there. Libraries that log as they load would otherwise start the whole of Logback.
public final class NoLogging {
  private NoLogging() {}

  /// Decides for the process, before anything has logged.
  public static void choose() {
    System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
    System.setProperty("slf4j.internal.verbosity", "WARN"); // or it says that it was told so
  }
}
