package io.assay.runtime.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// Samples of a system for tests: runs that begin and end, on a clock that may jump.
final class Samples {
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private Instant wall = START;
  private Instant startedAt = START;
  private Duration uptime = Duration.ZERO;
  private Duration sampled = Duration.ZERO;

  Instant wall() {
    return wall;
  }

  /// Time passes while the process runs.
  void pass(Duration by) {
    wall = wall.plus(by);
    uptime = uptime.plus(by);
  }

  void jump(Duration by) {
    wall = wall.plus(by);
  }

  /// The process ends, and begins again after a while.
  void restart(Duration after) {
    wall = wall.plus(after);
    startedAt = wall;
    uptime = Duration.ZERO;
    sampled = Duration.ZERO;
  }

  /// A sample now, which vouches for at most two minutes.
  Vitals take(CheckResult.Status overall) {
    return take(overall, Map.of(), Map.of());
  }

  Vitals take(
      CheckResult.Status overall,
      Map<String, Long> queues,
      Map<String, CheckResult.Status> components) {
    Duration since = uptime.minus(sampled);
    Duration most = Duration.ofMinutes(2);
    sampled = uptime;
    return new Vitals(
        new Vitals.Moment(wall, startedAt, uptime, since.compareTo(most) < 0 ? since : most),
        overall,
        false,
        null,
        null,
        queues,
        components,
        Map.of(),
        Map.of(),
        Map.of());
  }

  /// A sample a minute later.
  Vitals next(CheckResult.Status overall) {
    pass(Duration.ofMinutes(1));
    return take(overall);
  }
}
