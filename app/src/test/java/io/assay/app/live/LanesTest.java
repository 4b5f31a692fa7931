package io.assay.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.app.live.Bringers.Brought;
import io.assay.core.flow.Live;
import io.assay.core.flow.Replay;
import io.assay.core.ledger.Books;
import io.assay.core.ledger.MemoryBooks;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.assay.runtime.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class LanesTest {
  private static final Duration WITHIN = Duration.ofSeconds(10);
  private static final int LONGEST_QUEUE = 64;

  private final ManualTime time = new ManualTime();
  private final Lanes lanes = new Lanes(time);
  private final Live live = new Live(new MemoryBooks(), new Replay.Limits(10, 1 << 20));
  private final Bringers bringers = new Bringers(lanes, WITHIN);

  @AfterEach
  void dismiss() throws InterruptedException {
    bringers.dismiss();
  }

  private <R> Brought<R> bring(Lane lane, Errand<R> errand) throws InterruptedException {
    return bringers.bring(lane, errand);
  }

  private Lanes.Ticket<?> take() throws InterruptedException {
    return Objects.requireNonNull(lanes.take(Duration.ZERO), "an errand");
  }

  private static void assertTemporary(Brought<?> brought, String message)
      throws InterruptedException {
    Fault fault = brought.failure(Fault.class);
    assertThat(fault.kind()).isEqualTo(ErrorKind.TEMPORARY);
    assertThat(fault).hasMessage(message);
  }

  @Test
  void take_liveAndBulkWait_liveComesFirst() throws Exception {
    List<String> done = new ArrayList<>();
    bring(Lane.BULK, _ -> done.add("bulk 1"));
    bring(Lane.BULK, _ -> done.add("bulk 2"));
    bring(Lane.LIVE, _ -> done.add("live 1"));
    bring(Lane.LIVE, _ -> done.add("live 2"));
    while (!lanes.isEmpty()) {
      take().run(live);
    }
    assertThat(done).containsExactly("live 1", "live 2", "bulk 1", "bulk 2");
  }

  @Test
  void take_nothingWaits_isNull() throws InterruptedException {
    assertThat(lanes.take(Duration.ZERO)).isNull();
    assertThat(lanes.take(Duration.ofMillis(1))).isNull();
  }

  @Test
  void take_somethingComesMeanwhile_isTakenAtOnce() throws Exception {
    Brought<Lanes.Ticket<?>> taken = bringers.start(() -> lanes.take(Duration.ofHours(1)));
    Brought<String> brought =
        bringers.start(() -> lanes.call(Lane.BULK, _ -> "done", WITHIN, () -> {}));
    taken.get().run(live);
    assertThat(brought.get()).isEqualTo("done");
  }

  @Test
  void call_isDone_bringsItsResultBack() throws Exception {
    Brought<Live> brought = bring(Lane.LIVE, given -> given);
    take().run(live);
    assertThat(brought.get()).isSameAs(live);
    assertThat(lanes.isEmpty()).isTrue();
  }

  @Test
  void call_waiting_beats() throws Exception {
    CountDownLatch beats = new CountDownLatch(3);
    bringers.start(() -> lanes.call(Lane.LIVE, _ -> "", WITHIN, beats::countDown));
    beats.await();
    assertThat(lanes.depth(Lane.LIVE)).isEqualTo(1);
  }

  @Test
  void call_aFullQueue_holdsItsBringerBack() throws Exception {
    for (int i = 0; i < LONGEST_QUEUE; i++) {
      bring(Lane.BULK, _ -> "");
    }
    CountDownLatch beats = new CountDownLatch(2);
    Brought<String> held =
        bringers.start(() -> lanes.call(Lane.BULK, _ -> "held back", WITHIN, beats::countDown));
    beats.await();
    assertThat(lanes.depth(Lane.BULK)).isEqualTo(LONGEST_QUEUE);
    while (!held.isDone()) {
      Lanes.Ticket<?> next = lanes.take(Duration.ofMillis(1));
      if (next != null) {
        next.run(live);
      }
    }
    assertThat(held.get()).isEqualTo("held back");
  }

  @Test
  void call_aFullQueue_leavesTheOtherLaneFree() throws Exception {
    for (int i = 0; i < LONGEST_QUEUE; i++) {
      bring(Lane.BULK, _ -> "");
    }
    Brought<String> brought = bring(Lane.LIVE, _ -> "live");
    take().run(live);
    assertThat(brought.get()).isEqualTo("live");
  }

  @Test
  void call_aQueueThatStaysFull_isTemporary() throws Exception {
    for (int i = 0; i < LONGEST_QUEUE; i++) {
      bring(Lane.LIVE, _ -> "");
    }
    CountDownLatch beats = new CountDownLatch(1);
    Brought<String> held =
        bringers.start(
            () -> lanes.call(Lane.LIVE, _ -> "", Duration.ofSeconds(2), beats::countDown));
    beats.await();
    time.pass(Duration.ofSeconds(3));
    assertTemporary(held, "the queue before the ledger is full");
    assertThat(lanes.depth(Lane.LIVE)).isEqualTo(LONGEST_QUEUE);
  }

  @Test
  void call_nobodyComes_isTemporaryAndTheErrandWithdrawn() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    Brought<Integer> brought = bring(Lane.LIVE, _ -> runs.incrementAndGet());
    time.pass(WITHIN.plusSeconds(1));
    assertTemporary(brought, "the ledger does not answer");
    assertThat(lanes.take(Duration.ZERO)).isNull();
    assertThat(runs).hasValue(0);
  }

  @Test
  void run_anErrandThatFails_isItsBringersAlone() throws Exception {
    IllegalArgumentException failure = new IllegalArgumentException("no such directory");
    Brought<String> brought =
        bring(
            Lane.LIVE,
            _ -> {
              throw failure;
            });
    take().run(live);
    assertThat(brought.failure(IllegalArgumentException.class)).isSameAs(failure);
  }

  @Test
  void run_theStoreFails_isTemporaryForTheBringerAndTheEndForTheWriter() throws Exception {
    Books.StoreException failure = new Books.StoreException("the disk is full", null);
    Brought<String> brought =
        bring(
            Lane.LIVE,
            _ -> {
              throw failure;
            });
    Lanes.Ticket<?> ticket = take();
    assertThatThrownBy(() -> ticket.run(live)).isSameAs(failure);
    Fault fault = brought.failure(Fault.class);
    assertThat(fault.kind()).isEqualTo(ErrorKind.TEMPORARY);
    assertThat(fault).hasMessage("the ledger failed").hasCause(failure);
  }

  @Test
  void call_interrupted_endsAtOnce() throws Exception {
    Brought<String> brought = bring(Lane.LIVE, _ -> "");
    bringers.interruptLast();
    assertThat(brought.failure(InterruptedException.class)).isNotNull();
  }
}
