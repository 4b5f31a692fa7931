package io.assay.adapters.market;

import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Whether a provider may be asked now, and how well it does. It stays shut while its budget is
/// used up, while the provider itself demands to be left alone, for ten minutes after it refused
/// us, and while so many of its answers were failures that asking again would only hurt: then one
/// request at a time finds out whether it is back. Safe for any thread.
final class Turnstile {
  private static final int WINDOW = 20;
  private static final int FEWEST = 5;
  private static final Duration OPEN = Duration.ofSeconds(15);
  private static final Duration AFTER_REFUSAL = Duration.ofMinutes(10);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final int MOST_DOUBLINGS = 6;
  private static final long LOOK_AGAIN_MILLIS = 500;
  private static final double LEARNING = 0.2;

  private final Budget budget;
  private final LongSupplier now;
  private final CircuitBreaker breaker;
  private double latencySeconds = 0.3;
  private double failures;
  private int throttled;
  private long refusedUntil;
  private String trouble = "";

  /// What is known of a provider.
  enum State {
    /// It is asked.
    OPEN,
    /// It, or its budget, wants us to wait.
    THROTTLED,
    /// Its answers fail too often.
    FAILING,
    /// It does not let us in; somebody must look at its key.
    REFUSED
  }

  /// A turnstile.
  ///
  /// @param now milliseconds since 1970
  Turnstile(String provider, Budget budget, LongSupplier now) {
    this.budget = budget;
    this.now = now;
    breaker =
        CircuitBreaker.of(
            provider,
            CircuitBreakerConfig.custom()
                .slidingWindow(WINDOW, FEWEST, CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .permittedNumberOfCallsInHalfOpenState(1)
                .waitDurationInOpenState(OPEN)
                .clock(new MillisClock(now))
                .build());
  }

  /// Milliseconds since 1970.
  long now() {
    return now.getAsLong();
  }

  /// Goes through, if it is allowed: whoever did makes one request and tells what came of it.
  boolean enter(boolean urgent) {
    if (isRefused() || !breaker.tryAcquirePermission()) {
      return false;
    }
    if (budget.take(now.getAsLong(), urgent)) {
      return true;
    }
    breaker.releasePermission();
    return false;
  }

  /// When to try again, in milliseconds.
  long waitMillis(boolean urgent) {
    return switch (state()) {
      case REFUSED -> untilRefusalEnds();
      case FAILING -> LOOK_AGAIN_MILLIS;
      case OPEN, THROTTLED -> budget.waitMillis(now.getAsLong(), urgent);
    };
  }

  private synchronized long untilRefusalEnds() {
    return Math.max(1, refusedUntil - now.getAsLong());
  }

  private synchronized boolean isRefused() {
    return refusedUntil > now.getAsLong();
  }

  State state() {
    if (isRefused()) {
      return State.REFUSED;
    }
    if (breaker.getState() == CircuitBreaker.State.OPEN) {
      return State.FAILING;
    }
    return closedUntil() > now.getAsLong() ? State.THROTTLED : State.OPEN;
  }

  /// Until when the provider demands to be left alone, milliseconds since 1970.
  long closedUntil() {
    return budget.closedUntil(now.getAsLong());
  }

  /// What went wrong last; empty where nothing has.
  synchronized String trouble() {
    return trouble;
  }

  /// How quickly a good answer is to be expected, in seconds: the usual wait for an answer, over
  /// the share of those that are good.
  synchronized double expectedSeconds() {
    return latencySeconds / Math.max(0.05, 1 - failures);
  }

  synchronized double latencySeconds() {
    return latencySeconds;
  }

  /// Share of answers that were failures, the recent ones weighing most.
  synchronized double failures() {
    return failures;
  }

  /// Notes a good answer.
  void succeeded(Duration took) {
    breaker.onSuccess(took.toNanos(), TimeUnit.NANOSECONDS);
    synchronized (this) {
      latencySeconds += LEARNING * (took.toMillis() / 1000.0 - latencySeconds);
      failures -= LEARNING * failures;
      throttled = 0;
      trouble = "";
    }
  }

  /// Notes a failure: one that demands a wait is obeyed, one that needs an operator keeps us away
  /// for a while, one about a single thing that was asked only makes the provider less attractive,
  /// and any other counts against it.
  void failed(Fault fault, Duration took) {
    synchronized (this) {
      trouble = Fault.lineOf(fault);
      failures += LEARNING * (1 - failures);
    }
    if (!fault.leastWait().isZero()) {
      breaker.releasePermission();
      budget.closeUntil(now.getAsLong() + pause(fault.leastWait()).toMillis());
    } else if (fault.kind() == ErrorKind.OPERATIONAL || fault.kind() == ErrorKind.FATAL) {
      breaker.releasePermission();
      refuse();
    } else if (fault.kind() == ErrorKind.BAD_ITEM) {
      breaker.releasePermission(); // it is about what was asked
    } else {
      breaker.onError(took.toNanos(), TimeUnit.NANOSECONDS, fault);
    }
  }

  private synchronized void refuse() {
    refusedUntil = now.getAsLong() + AFTER_REFUSAL.toMillis();
  }

  /// The wait that was demanded, or a longer one where it has been demanded time and again.
  private synchronized Duration pause(Duration demanded) {
    Duration own = FIRST_PAUSE.multipliedBy(1L << Math.min(throttled++, MOST_DOUBLINGS));
    return throttled > 1 && own.compareTo(demanded) > 0 ? own : demanded;
  }

  /// The time that the breaker goes by.
  private static final class MillisClock extends Clock {
    private final LongSupplier millis;

    MillisClock(LongSupplier millis) {
      this.millis = millis;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public long millis() {
      return millis.getAsLong();
    }

    @Override
    public Instant instant() {
      return Instant.ofEpochMilli(millis.getAsLong());
    }
  }
}
