package io.assay.runtime;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before the next attempt. The first is immediate; then full jitter: a random
/// share of a ceiling that doubles from a base up to a cap, so that what failed together does not
/// come back together. A wait that a server demands is a floor. Whoever stayed healthy for max(60
/// s, 2 × the last wait) begins anew. Not for several threads.
///
/// Source: *Exponential Backoff and Jitter*, M. Brooker, AWS Architecture Blog, 2015.
public final class Backoff {
  private static final Duration STABLE = Duration.ofSeconds(60);

  private final RandomGenerator random;
  private Policy policy;
  private int failures;
  private Duration last = Duration.ZERO;

  /// How waits grow.
  ///
  /// @param base ceiling of the first wait that is not immediate
  /// @param exponential whether the ceiling doubles with every failure, or stays
  /// @param cap that no ceiling exceeds
  public record Policy(Duration base, boolean exponential, Duration cap) {
    /// 1 s, doubling, up to 5 min.
    public static final Policy DEFAULT =
        new Policy(Duration.ofSeconds(1), true, Duration.ofMinutes(5));

    public Policy {
      if (base.isNegative() || cap.compareTo(base) < 0) {
        throw new IllegalArgumentException("waits grow from " + base + " to " + cap);
      }
    }

    /// A wait after so many failures in a row.
    public Duration jittered(int failures, RandomGenerator random) {
      long ceiling = ceiling(failures).toNanos();
      return Duration.ofNanos(ceiling == 0 ? 0 : random.nextLong(ceiling + 1));
    }

    /// The most that is waited after so many failures in a row without any success.
    Duration ceiling(int failures) {
      if (failures <= 1) {
        return Duration.ZERO;
      }
      int doublings = exponential ? Math.min(failures - 2, 40) : 0;
      long most = cap.toNanos() >> doublings; // compared like this, nothing overflows
      return base.toNanos() > most ? cap : base.multipliedBy(1L << doublings);
    }
  }

  public Backoff(Policy policy, RandomGenerator random) {
    this.policy = policy;
    this.random = random;
  }

  /// Notes a failure.
  ///
  /// @param healthy how long it went well before
  /// @param floor what a server demands, zero for nothing
  /// @return how long to wait now
  public Duration failed(Duration healthy, Duration floor) {
    if (isStable(healthy)) {
      failures = 0;
    }
    failures++;
    Duration jittered = policy.jittered(failures, random);
    last = jittered.compareTo(floor) >= 0 ? jittered : floor;
    return last;
  }

  /// Whether that is long enough to begin anew.
  ///
  /// @param healthy how long it has gone well since the last wait
  public boolean isStable(Duration healthy) {
    return healthy.compareTo(STABLE) >= 0 && healthy.compareTo(last.multipliedBy(2)) >= 0;
  }

  /// Notes a wait that was decided elsewhere, so that [#isStable] measures against it.
  public void waited(Duration wait) {
    last = wait;
  }

  /// How many failures there were in a row.
  public int failures() {
    return failures;
  }

  /// Begins anew, as if nothing had failed.
  public void reset() {
    failures = 0;
    last = Duration.ZERO;
  }

  /// Takes another policy from the next failure on.
  public void follow(Policy next) {
    policy = next;
  }
}
