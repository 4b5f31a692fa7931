package io.assay.app.demo;

import io.assay.runtime.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/// The clock of a simulated world. It stands still while its next post is being heard, so that a
/// slow machine hears it as soon after it was sent as a fast one. Delays and deadlines of the
/// system itself stay those of this machine.
final class WorldTime implements Time {
  private volatile Instant now;

  WorldTime(Instant begin) {
    now = begin;
  }

  /// Sets it forward; it never goes back.
  synchronized void reach(Instant instant) {
    if (instant.isAfter(now)) {
      now = instant;
    }
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public long nanos() {
    return Time.SYSTEM.nanos();
  }

  @Override
  public boolean await(CountDownLatch latch, Duration atMost) throws InterruptedException {
    return Time.SYSTEM.await(latch, atMost);
  }
}
