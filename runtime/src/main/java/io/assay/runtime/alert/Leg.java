package io.assay.runtime.alert;

import io.assay.runtime.Time;
import java.time.Duration;
import java.util.function.IntFunction;

/// A route and how it fares: whether somebody delivers by it now, and until when it rests after a
/// failure. One that hangs stays claimed by whoever hangs in it, and costs nobody else anything.
final class Leg {
  private final Route route;
  private final Time time;
  private boolean claimed;
  private int failures;
  private String cause = "";
  private long failedNanos;
  private Duration rest = Duration.ZERO;

  Leg(Route route, Time time) {
    this.route = route;
    this.time = time;
  }

  Route route() {
    return route;
  }

  /// Takes it for one delivery.
  ///
  /// @return false: it rests, or somebody has it
  synchronized boolean claim() {
    if (claimed || !restLeft().isZero()) {
      return false;
    }
    claimed = true;
    return true;
  }

  synchronized void release() {
    claimed = false;
  }

  /// It delivered.
  ///
  /// @return how often it had failed before
  synchronized int worked() {
    int before = failures;
    failures = 0;
    cause = "";
    rest = Duration.ZERO;
    return before;
  }

  /// It failed and rests.
  ///
  /// @param wait how long, from how often it has failed in a row
  /// @return how often that is
  synchronized int failed(String why, IntFunction<Duration> wait) {
    failures++;
    cause = why;
    failedNanos = time.nanos();
    rest = wait.apply(failures);
    return failures;
  }

  private Duration restLeft() {
    Duration left = rest.minus(time.since(failedNanos));
    return left.isPositive() ? left : Duration.ZERO;
  }

  synchronized Routing.Standing standing() {
    return new Routing.Standing(route.name(), claimed, failures, cause, restLeft());
  }
}
