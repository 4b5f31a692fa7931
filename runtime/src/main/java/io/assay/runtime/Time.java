package io.assay.runtime;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Time as it is told to whoever needs it. The wall clock is for people: it may jump, so it orders
/// nothing and measures nothing; delays, deadlines and ages are taken from the steady clock.
public interface Time extends InstantSource {

  /// The machine's own.
  Time SYSTEM =
      new Time() {
        @Override
        public Instant instant() {
          return InstantSource.system().instant();
        }

        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public boolean await(CountDownLatch latch, Duration atMost) throws InterruptedException {
          return latch.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
        }
      };

  /// The steady clock in nanoseconds; only differences mean something.
  long nanos();

  /// Waits until the latch opens.
  ///
  /// @param atMost how long on the steady clock
  /// @return false: the latch is still closed
  boolean await(CountDownLatch latch, Duration atMost) throws InterruptedException;

  /// How long ago the steady clock showed this.
  default Duration since(long nanos) {
    return Duration.ofNanos(nanos() - nanos);
  }
}
