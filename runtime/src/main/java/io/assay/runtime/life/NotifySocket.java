package io.assay.runtime.life;

import io.assay.runtime.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the service manager that started the process how far it is: the `sd_notify` protocol of
/// systemd. Tells nobody where `NOTIFY_SOCKET` is not set. What cannot be told is logged once and
/// hinders nothing. Safe for any thread.
///
/// Source: *sd_notify(3)*, *sd_watchdog_enabled(3)*.
public final class NotifySocket {
  private static final Logger LOG = LoggerFactory.getLogger(NotifySocket.class);

  private final String address;
  private final Duration watchdogInterval;
  private final AtomicBoolean complained = new AtomicBoolean();

  private NotifySocket(String address, Duration watchdogInterval) {
    this.address = address;
    this.watchdogInterval = watchdogInterval;
  }

  /// As the environment of the process says.
  public static NotifySocket of(Map<String, String> environment) {
    return of(environment, ProcessHandle.current().pid());
  }

  static NotifySocket of(Map<String, String> environment, long pid) {
    String address = environment.getOrDefault("NOTIFY_SOCKET", "");
    return new NotifySocket(
        address, address.isEmpty() ? Duration.ZERO : watchdog(environment, pid));
  }

  private static Duration watchdog(Map<String, String> environment, long pid) {
    String whose = environment.getOrDefault("WATCHDOG_PID", "");
    String micros = environment.getOrDefault("WATCHDOG_USEC", "");
    if (micros.isEmpty() || !(whose.isEmpty() || whose.equals(Long.toString(pid)))) {
      return Duration.ZERO;
    }
    try {
      return Duration.ofNanos(Math.multiplyExact(Long.parseLong(micros), 1_000L)).dividedBy(2);
    } catch (ArithmeticException | NumberFormatException e) {
      LOG.warn("WATCHDOG_USEC={} is no number of microseconds: no watchdog is fed", micros);
      return Duration.ZERO;
    }
  }

  /// Start-up is over.
  public void ready() {
    tell("READY=1");
  }

  /// A stop has begun.
  public void stopping() {
    tell("STOPPING=1");
  }

  /// The process is alive; to be told once every [#watchdogInterval].
  public void watchdog() {
    tell("WATCHDOG=1");
  }

  /// One line for `systemctl status`.
  public void status(String words) {
    tell("STATUS=" + words.replaceAll("\\s+", " ").strip());
  }

  /// How often the service manager wants to hear [#watchdog]: twice as often as it demands, as its
  /// manual advises; zero where it does not ask.
  public Duration watchdogInterval() {
    return watchdogInterval;
  }

  private void tell(String state) {
    if (address.isEmpty()) {
      return;
    }
    try {
      UnixDatagram.send(address, state.getBytes(StandardCharsets.UTF_8));
    } catch (IOException | RuntimeException | LinkageError e) {
      if (!complained.getAndSet(true)) {
        LOG.warn("the service manager cannot be told {}: {}", state, Fault.lineOf(e));
      }
    }
  }
}
