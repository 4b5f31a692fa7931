package io.assay.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.assay.app.live.Bringers.Brought;
import io.assay.core.ledger.Books;
import io.assay.core.message.MessageEvent;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.assay.runtime.State;
import io.assay.runtime.task.TaskContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class MessageProcessingTest {
  private static final Duration WITHIN = Duration.ofSeconds(60);

  private final LiveHarness house = new LiveHarness();
  private final Bringers bringers = new Bringers(house.lanes, WITHIN);
  private final Instant now = house.time.instant();

  @AfterEach
  void stop() throws InterruptedException {
    bringers.dismiss();
    house.close();
  }

  private <R> Brought<R> bring(Lane lane, Errand<R> errand) throws InterruptedException {
    return bringers.bring(lane, errand);
  }

  /// Has the writer wait inside an errand.
  ///
  /// @return lets it go on
  private CountDownLatch holdWriter() throws InterruptedException {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Errand<String> errand =
        _ -> {
          inside.countDown();
          await(goOn);
          return "";
        };
    bringers.start(() -> house.lanes.call(Lane.LIVE, errand, WITHIN, () -> {}));
    inside.await();
    return goOn;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private BooksGauge.Reading awaitLag(long lag) throws InterruptedException {
    LiveHarness.until(() -> house.gauge.reading().lag() == lag);
    return house.gauge.reading();
  }

  @Test
  void run_newBooks_putsRulesInForceOnce() throws InterruptedException {
    house.startWriter();
    long entries = house.entries();
    assertThat(entries).isEqualTo(2); // rules and directory
    house.stop(LiveHarness.WRITER);
    assertThat(house.books.closed).hasValue(1);
    house.startWriter();
    assertThat(house.entries()).isEqualTo(entries);
    assertThat(house.openings).hasValue(2);
  }

  @Test
  void run_anErrand_isDoneAndShownOnTheGauge() throws InterruptedException {
    house.startWriter();
    house.intake.hear(Lane.LIVE, Posts.chatter(1, 3, now), () -> {});
    LiveHarness.until(() -> house.gauge.reading().head().entries() == 5);
    assertThat(house.gauge.reading().lag()).isZero();
    assertThat(house.gauge.reading().setback()).isEmpty();
    assertThat(house.worked(LiveHarness.WRITER)).isPositive();
  }

  @Test
  void run_liveAndBulk_liveComesFirst() throws Exception {
    house.startWriter();
    CountDownLatch goOn = holdWriter();
    List<String> done = new ArrayList<>();
    Brought<Boolean> bulk = bring(Lane.BULK, _ -> done.add("bulk"));
    Brought<Boolean> live = bring(Lane.LIVE, _ -> done.add("live"));
    goOn.countDown();
    assertThat(live.get()).isTrue();
    assertThat(bulk.get()).isTrue();
    assertThat(done).containsExactly("live", "bulk");
  }

  @Test
  void run_toldToStop_emptiesTheLanesFirst() throws Exception {
    Running writer = house.startWriter();
    TaskContext context = writer.context();
    CountDownLatch goOn = holdWriter();
    List<Brought<String>> brought = new ArrayList<>();
    for (Lane lane : Lane.values()) {
      brought.add(bring(lane, _ -> "done"));
      brought.add(bring(lane, _ -> "done"));
    }
    Brought<String> stopping =
        bringers.start(() -> {
          house.stop(LiveHarness.WRITER);
          return "stopped";
        });
    LiveHarness.until(context::isStopping);
    goOn.countDown();
    for (Brought<String> each : brought) {
      assertThat(each.get()).isEqualTo("done");
    }
    assertThat(stopping.get()).isEqualTo("stopped");
    assertThat(writer.awaitEnd()).isEmpty();
    assertThat(house.books.closed).hasValue(1);
  }

  @Test
  void run_anErrandThatFails_goesOn() throws Exception {
    house.startWriter();
    Errand<String> failing =
        _ -> {
          throw new IllegalArgumentException("no such directory");
        };
    assertThatIllegalArgumentException().isThrownBy(() -> house.call(failing));
    assertThat(house.entries()).isEqualTo(2);
    assertThat(house.state(LiveHarness.WRITER)).isEqualTo(new State.Running());
  }

  @Test
  void run_theStoreFails_endsTheWriterAndTheNextGoesOn() throws Exception {
    Running writer = house.startWriter();
    house.entries();
    house.books.storeFails = true;
    Brought<LiveIntake.Receipt> hearing =
        bringers.start(() -> house.intake.hear(Lane.LIVE, Posts.chatter(1, 3, now), () -> {}));
    assertThat(writer.awaitEnd()).get().isInstanceOf(Books.StoreException.class);
    assertThat(hearing.failure(Fault.class).kind()).isEqualTo(ErrorKind.TEMPORARY);
    assertThat(house.books.closed).hasValue(1);
    house.books.storeFails = false;
    house.stop(LiveHarness.WRITER);
    house.startWriter();
    assertThat(house.intake.hear(Lane.LIVE, Posts.chatter(1, 3, now), () -> {}).messages())
        .as("none of it was there")
        .isEqualTo(3);
  }

  @Test
  void run_whatTheFoldCouldNotFollow_isShownAndCaughtUp() throws InterruptedException {
    house.startWriter();
    house.entries();
    house.books.ledgerFails = true;
    house.intake.hear(Lane.LIVE, posts(), () -> {});
    BooksGauge.Reading behind = awaitLag(3);
    assertThat(behind.head().entries()).isEqualTo(5);
    assertThat(behind.setback()).contains("the ledger fails on purpose");
    LiveHarness.until(() -> house.state(LiveHarness.WRITER) instanceof State.Degraded);
    assertThat(house.state(LiveHarness.WRITER).toString())
        .contains("the fold cannot follow the journal")
        .contains("the ledger fails on purpose");
    house.books.ledgerFails = false;
    house.time.pass(Duration.ofSeconds(31));
    assertThat(awaitLag(0).setback()).isEmpty();
    LiveHarness.until(() -> house.state(LiveHarness.WRITER).equals(new State.Running()));
    assertThat(house.openWants()).isPositive();
  }

  private List<MessageEvent> posts() {
    List<MessageEvent> posts = new ArrayList<>(Posts.chatter(1, 2, now));
    posts.add(Posts.post(3, now, Posts.CALL));
    return posts;
  }

  @Test
  void run_afterASetback_waitsBeforeItTriesAgain() throws InterruptedException {
    house.startWriter();
    house.entries();
    house.books.ledgerFails = true;
    house.intake.hear(Lane.LIVE, posts(), () -> {});
    LiveHarness.until(() -> house.state(LiveHarness.WRITER) instanceof State.Degraded);
    house.books.ledgerFails = false;
    house.time.pass(Duration.ofSeconds(29));
    int tries = house.books.tries.get();
    for (int errands = 0; errands < 50; errands++) {
      house.entries();
    }
    assertThat(house.books.tries).hasValue(tries);
    assertThat(house.gauge.reading().lag()).isEqualTo(3);
    house.time.pass(Duration.ofSeconds(2));
    awaitLag(0);
  }

  @Test
  void run_aJournalThatIsAhead_isCaughtUpBeforeAnythingElse() throws InterruptedException {
    house.startWriter();
    house.entries();
    house.books.ledgerFails = true;
    house.intake.hear(Lane.LIVE, posts(), () -> {});
    house.stop(LiveHarness.WRITER);
    house.books.ledgerFails = false;
    house.startWriter();
    assertThat(house.<Long>call(live -> live.lag())).isZero();
    assertThat(house.entries()).isEqualTo(5);
  }

  @Test
  void run_aGenerationThatWasReplaced_isToldToTheBooks() throws Exception {
    List<BooleanSupplier> guards = new ArrayList<>();
    Running writer =
        house.start(
            LiveHarness.WRITER,
            new MessageProcessing(
                current -> {
                  guards.add(current);
                  return house.books;
                },
                house.lanes,
                house.messageLetters,
                house.gauge,
                house.time));
    house.entries();
    assertThat(guards.getFirst().getAsBoolean()).isTrue();
    house.stop(LiveHarness.WRITER);
    assertThat(writer.awaitEnd()).isEqualTo(Optional.empty());
    assertThat(guards.getFirst().getAsBoolean()).isFalse();
  }
}
