package io.assay.runtime.health;

import io.assay.runtime.ManualTime;
import io.assay.runtime.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A clock that lets a deadline pass as soon as only those are waited for who will not come, and
/// never before.
final class ImpatientTime implements Time {
  private final ManualTime clock = new ManualTime();
  private volatile int hanging;

  /// How many are known to hang.
  void expectHanging(int count) {
    hanging = count;
  }

  void pass(Duration by) {
    clock.pass(by);
  }

  @Override
  public Instant instant() {
    return clock.instant();
  }

  @Override
  public long nanos() {
    return clock.nanos();
  }

  @Override
  public boolean await(CountDownLatch latch, Duration atMost) throws InterruptedException {
    while (latch.getCount() > hanging) {
      boolean _ = latch.await(1, TimeUnit.MILLISECONDS);
    }
    if (latch.getCount() == 0) {
      return true;
    }
    clock.pass(atMost);
    return false;
  }
}
