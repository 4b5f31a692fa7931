package io.assay.runtime.life;

import io.assay.runtime.ManualTime;
import io.assay.runtime.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Time that passes where somebody waits in vain: for an action that says that it hangs. Any other
/// wait takes no time at all, however slow the machine is.
final class HangTime implements Time {
  private final ManualTime time = new ManualTime();
  private final AtomicInteger inVain = new AtomicInteger();
  private final ThreadLocal<Integer> ownInVain = ThreadLocal.withInitial(() -> 0);
  private final CountDownLatch released = new CountDownLatch(1);

  void pass(Duration by) {
    time.pass(by);
  }

  /// Hangs until it is interrupted.
  void hang() throws InterruptedException {
    inVain.set(1);
    released.await();
  }

  /// Hangs, interrupted or not, until it is released.
  void hangOn() {
    inVain.set(2);
    boolean hangs = true;
    while (hangs) {
      try {
        released.await();
        hangs = false;
      } catch (InterruptedException e) {
        // that is the point
      }
    }
  }

  /// The next so many waits of this thread end without what is waited for.
  void waitInVain(int times) {
    ownInVain.set(times);
  }

  /// Lets go of whatever hangs.
  void release() {
    released.countDown();
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
    while (!latch.await(1, TimeUnit.MILLISECONDS)) {
      if (isInVain()) {
        time.pass(atMost);
        return latch.getCount() == 0;
      }
    }
    return true;
  }

  private boolean isInVain() {
    int own = ownInVain.get();
    ownInVain.set(Math.max(0, own - 1));
    return own > 0 || inVain.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
  }
}
