package io.assay.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/// Time that passes only when a test says so; its wall clock can be made to jump.
public final class ManualTime implements Time {
  private final AtomicLong nanos = new AtomicLong(1_000_000_000L);
  private final AtomicReference<Instant> wall =
      new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));

  /// Lets both clocks run on.
  public void pass(Duration by) {
    wall.updateAndGet(at -> at.plus(by));
    nanos.addAndGet(by.toNanos());
  }

  /// Sets the wall clock, forwards or back; the steady clock knows nothing of it.
  public void jumpTo(Instant at) {
    wall.set(at);
  }

  @Override
  public Instant instant() {
    return wall.get();
  }

  @Override
  public long nanos() {
    return nanos.get();
  }

  @Override
  public boolean await(CountDownLatch latch, Duration atMost) throws InterruptedException {
    long until = nanos() + atMost.toNanos();
    while (!latch.await(1, TimeUnit.MILLISECONDS)) {
      if (nanos() - until >= 0) {
        return latch.getCount() == 0;
      }
    }
    return true;
  }
}
