package io.assay.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.runtime.ManualTime;
import io.assay.runtime.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Time that passes only when a test says so, and that lets it know when a task rests: what the
/// task did before is then done.
final class RestTime implements Time {
  private final ManualTime time = new ManualTime();
  private final Semaphore rests = new Semaphore(0);

  void pass(Duration by) {
    time.pass(by);
  }

  /// Whoever rested until now is not waited for any more.
  void forgetRests() {
    rests.drainPermits();
  }

  /// Waits until a task rests, or rests again.
  void awaitRest() throws InterruptedException {
    assertThat(rests.tryAcquire(240, TimeUnit.SECONDS)).as("a task rests").isTrue();
  }

  @Override
  public Instant instant() {
    return time.instant();
  }

  @Override
  public long nanos() {
    return time.nanos();
  }

  @Override
  public boolean await(CountDownLatch latch, Duration atMost) throws InterruptedException {
    long until = nanos() + atMost.toNanos();
    rests.release();
    while (!latch.await(1, TimeUnit.MILLISECONDS)) {
      if (nanos() - until >= 0) {
        return latch.getCount() == 0;
      }
    }
    return true;
  }
}
