package io.assay.app.screen;

import io.assay.app.api.FakeSystem;
import io.assay.app.api.SystemView;
import io.assay.app.client.SystemStatus;
import io.assay.runtime.Criticality;
import io.assay.runtime.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Made-up systems to look at: one that is well, one that is not, one that nothing is known of.
final class Desks {
  static final Instant NOON = FakeSystem.NOON;

  private Desks() {}

  static SystemStatus well() {
    List<SystemView.Component> components = new ArrayList<>();
    for (String name : List.of("ledger", "web", "health", "price_engine", "telegram")) {
      components.add(component(name, new State.Running(), NOON.minusSeconds(7_261), "UP", ""));
    }
    List<SystemView.Task> tasks = new ArrayList<>();
    for (String name : List.of("message_processing", "price_updates", "resource_management")) {
      tasks.add(task(name, new State.Running(), 1, 0));
    }
    return new SystemStatus(
        identity("desk", SystemView.Condition.READY, List.of()),
        new SystemView.Components(components),
        new SystemView.Tasks(tasks),
        new FakeSystem().resources(),
        performance(),
        new SystemView.Alerts(List.of(), List.of()),
        new SystemView.Availability(
            NOON.minus(Duration.ofDays(1)), NOON, 1.0, Duration.ofDays(1), 0.99),
        0);
  }

  static SystemStatus troubled() {
    return new SystemStatus(
        identity(
            "信号デスク 🚀🚀🚀 of a very long name indeed",
            SystemView.Condition.NOT_READY,
            List.of("ledger is down", "the intake refuses", "draining", "a fourth", "a fifth")),
        new SystemView.Components(
            List.of(
                component("web", new State.Running(), NOON.minusSeconds(12), "UP", ""),
                component(
                    "ledger", new State.Running(), NOON.minusSeconds(90), "DOWN", "disk full"),
                component(
                    "telegram",
                    new State.Backoff(3, NOON.plusSeconds(14), "no route to host"),
                    NOON.minusSeconds(260_000),
                    "UNKNOWN",
                    ""),
                component(
                    "电报频道监控器 number one",
                    new State.GaveUp(
                        "\u001b[2J\u001b]0;owned\u0007 revoked\r\n\u202egnp.exe", Instant.MAX),
                    NOON.plusSeconds(5),
                    null,
                    ""))),
        new SystemView.Tasks(
            List.of(
                task("message_processing", new State.Running(), 1_234, 1_233),
                task(
                    "price_updates",
                    new State.Backoff(
                        9, NOON.plusSeconds(300), "the provider says: " + "wait ".repeat(30)),
                    10,
                    0))),
        new SystemView.Resources(
            new SystemView.Memory(1_900L << 20, 2L << 30, null, null),
            0.73,
            new SystemView.Disk(0L, 200L << 30),
            new SystemView.Files(null, null),
            new SystemView.Pressure("PAUSE_BACKFILL", "FULL", NOON),
            List.of(
                new SystemView.Queue("intake", 10_000, 10_000L),
                new SystemView.Queue("outputs of every kind there is", 1_234_567, null)),
            98_765L),
        performance(),
        new SystemView.Alerts(
            List.of(
                alert("memory_usage", "CRITICAL", "FIRING", "92.8 %", false),
                alert("channel_silent.-1001234567890123", "WARNING", "FIRING", "3 h", true),
                alert("error_rate", "WARNING", "PENDING", "6.0 %", false)),
            List.of()),
        new SystemView.Availability(
            NOON.minus(Duration.ofDays(1)), NOON, 0.98765, Duration.ofHours(23), 0.99),
        12_345);
  }

  /// As young as can be: what can be unknown is.
  static SystemStatus unknown() {
    return new SystemStatus(
        identity("", SystemView.Condition.DEGRADED, List.of()),
        new SystemView.Components(List.of()),
        new SystemView.Tasks(List.of()),
        new SystemView.Resources(
            new SystemView.Memory(null, null, null, null),
            null,
            new SystemView.Disk(null, null),
            new SystemView.Files(null, null),
            new SystemView.Pressure("", "", NOON),
            List.of(),
            null),
        new SystemView.Performance(
            List.of(new SystemView.Stage("message", 0, 0, null, null, null, null)),
            List.of(),
            Map.of(),
            List.of()),
        new SystemView.Alerts(List.of(), List.of()),
        new SystemView.Availability(NOON, NOON, null, Duration.ZERO, null),
        0);
  }

  private static SystemView.Identity identity(
      String name, SystemView.Condition condition, List<String> reasons) {
    return new SystemView.Identity(
        name,
        "3fa9c2d1",
        "0.1.0-SNAPSHOT",
        false,
        "RUN",
        NOON.minusSeconds(7_265),
        Duration.ofSeconds(7_265),
        condition,
        reasons);
  }

  private static SystemView.Component component(
      String name, State state, Instant since, @Nullable String status, String detail) {
    return new SystemView.Component(
        name,
        "CONNECT",
        Criticality.DEGRADABLE,
        SystemView.Standing.of(state, since),
        status == null
            ? null
            : new SystemView.Checked(status, detail, Duration.ofSeconds(9), false, Map.of()));
  }

  private static SystemView.Task task(String name, State state, long generation, long restarts) {
    return new SystemView.Task(
        name,
        "pipeline",
        Criticality.CRITICAL,
        SystemView.Standing.of(state, NOON.minusSeconds(3_725)),
        new SystemView.Tally(generation, restarts, 4, 1_000),
        Duration.ofMillis(400),
        "");
  }

  private static SystemView.Alert alert(
      String key, String severity, String phase, String value, boolean acknowledged) {
    return new SystemView.Alert(
        key,
        severity,
        phase,
        NOON.minusSeconds(300),
        value,
        "what is wrong with it, and what somebody should do about it before it is too late",
        false,
        acknowledged,
        false);
  }

  private static SystemView.Performance performance() {
    return new SystemView.Performance(
        List.of(
            new SystemView.Stage(
                "message",
                1_234_567,
                12,
                Duration.ofNanos(812_000),
                Duration.ofMillis(12),
                Duration.ofMillis(980),
                Duration.ofMillis(61_200)),
            new SystemView.Stage(
                "fold",
                98,
                0,
                Duration.ofNanos(4_000),
                Duration.ofMillis(1),
                Duration.ofMillis(2),
                Duration.ofMillis(2_345))),
        List.of(
            new SystemView.Target("message_processing_time", "AT_MOST", 60, "s", 0.98, true),
            new SystemView.Target(
                "price_fetch_success_rate", "AT_LEAST", 0.7, "ratio", 0.65, false),
            new SystemView.Target("memory_usage", "AT_MOST", 2L << 30, "bytes", null, null)),
        Map.of(),
        List.of());
  }
}
