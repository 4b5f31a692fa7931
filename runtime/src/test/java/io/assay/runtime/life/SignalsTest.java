package io.assay.runtime.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What is done on a signal, told by hand: some shells start processes that cannot hear them all.
@Timeout(60)
class SignalsTest {
  private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final CountDownLatch mayEnd = new CountDownLatch(1);

  private Signals listen(Runnable first, Runnable hangup) {
    return Signals.listen(first, () -> heard.add("second"), hangup);
  }

  private String next() throws InterruptedException {
    String next = heard.poll(30, TimeUnit.SECONDS);
    return next == null ? "nothing" : next;
  }

  private void waitUntilItMayEnd() {
    try {
      mayEnd.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void first_isToStopInOrder_onAThreadOfItsOwn() throws InterruptedException {
    try (Signals signals = listen(() -> heard.add(Thread.currentThread().getName()), () -> {})) {
      signals.hear("TERM");
      assertThat(next()).isEqualTo("assay-stop");
    }
  }

  @Test
  void second_isToStopAtOnce_whateverTheFirstIsAt() throws InterruptedException {
    Runnable slow =
        () -> {
          heard.add("first");
          waitUntilItMayEnd();
        };
    try (Signals signals = listen(slow, () -> {})) {
      signals.hear("TERM");
      assertThat(next()).isEqualTo("first");
      signals.hear("INT");
      signals.hear("TERM");
      assertThat(List.of(next(), next())).containsExactly("second", "second");
      mayEnd.countDown();
    }
  }

  @Test
  void hangup_isToReadTheConfigurationAgain_andStopsNothing() throws InterruptedException {
    try (Signals signals = listen(() -> heard.add("first"), () -> heard.add("reload"))) {
      signals.hear("HUP");
      assertThat(next()).isEqualTo("reload");
      signals.hear("TERM");
      assertThat(next()).isEqualTo("first");
    }
  }

  @Test
  void hangups_neverRunBesideEachOther_andTheLastIsNotLost() throws InterruptedException {
    Runnable slow =
        () -> {
          heard.add("begins");
          waitUntilItMayEnd();
          heard.add("ends");
        };
    try (Signals signals = listen(() -> {}, slow)) {
      signals.hear("HUP");
      assertThat(next()).isEqualTo("begins");
      signals.hear("HUP");
      signals.hear("HUP");
      mayEnd.countDown();
      assertThat(List.of(next(), next(), next())).containsExactly("ends", "begins", "ends");
    }
  }

  @Test
  void hangup_thatFails_isNotTheLast() throws InterruptedException {
    Runnable broken =
        () -> {
          heard.add("reload");
          throw new IllegalStateException("unknown key");
        };
    try (Signals signals = listen(() -> {}, broken)) {
      signals.hear("HUP");
      assertThat(next()).isEqualTo("reload");
      signals.hear("HUP");
      assertThat(next()).isEqualTo("reload");
    }
  }
}
