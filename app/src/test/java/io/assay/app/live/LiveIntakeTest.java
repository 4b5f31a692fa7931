package io.assay.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.assay.core.message.Evidence;
import io.assay.core.message.MessageEvent;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class LiveIntakeTest {
  private final LiveHarness house = new LiveHarness();
  private Instant now = house.time.instant();

  @BeforeEach
  void start() {
    house.startWriter();
  }

  @AfterEach
  void stop() throws InterruptedException {
    house.close();
  }

  private LiveIntake.Receipt hear(List<MessageEvent> events) throws InterruptedException {
    return house.intake.hear(Lane.LIVE, events, () -> {});
  }

  @Test
  void hear_news_isJournaledAndJudged() throws InterruptedException {
    LiveIntake.Receipt receipt =
        hear(List.of(Posts.post(1, now, Posts.CALL), Posts.post(2, now, Posts.CHATTER)));
    assertThat(receipt).isEqualTo(new LiveIntake.Receipt(2, 1, 0, 0));
    assertThat(house.journaled()).extracting(event -> event.ref().id()).containsExactly(1L, 2L);
  }

  @Test
  void hear_again_changesNothing() throws InterruptedException {
    List<MessageEvent> events = Posts.chatter(1, 3, now);
    hear(events);
    long entries = house.entries();
    assertThat(hear(events)).isEqualTo(new LiveIntake.Receipt(0, 0, 0, 3));
    assertThat(house.entries()).isEqualTo(entries);
  }

  @Test
  void hear_nothing_isNothing() throws InterruptedException {
    assertThat(hear(List.of())).isEqualTo(LiveIntake.Receipt.NONE);
    assertThat(house.figures.notes).isEmpty();
  }

  @Test
  void hear_whatHasJustHappened_isLiveEvidenceAndTheRestHistory() throws InterruptedException {
    Instant before = now.minus(Duration.ofDays(1));
    hear(List.of(Posts.post(1, now, Posts.CHATTER), Posts.post(2, before, Posts.CHATTER)));
    assertThat(house.journaled())
        .extracting(event -> event.timing().evidence())
        .containsExactly(Evidence.LIVE, Evidence.BACKFILL);
    assertThat(house.journaled()).allMatch(event -> event.timing().receivedAt().equals(now));
  }

  @Test
  void hear_many_comeInBatches() throws InterruptedException {
    house.entries(); // the writer has come to its loop
    int before = house.books.transactions.get();
    assertThat(hear(Posts.chatter(1, 450, now))).isEqualTo(new LiveIntake.Receipt(450, 0, 0, 0));
    assertThat(house.books.transactions).hasValue(before + 3);
    assertThat(house.figures.notes)
        .containsExactly(
            "heard 200, 0 opened, 0 failed, 0 known",
            "journaled in 0 ms",
            "heard 200, 0 opened, 0 failed, 0 known",
            "journaled in 0 ms",
            "heard 50, 0 opened, 0 failed, 0 known",
            "journaled in 0 ms");
  }

  @Test
  void hear_live_isTimedFromThePost() throws InterruptedException {
    house.time.pass(Duration.ofSeconds(30));
    Instant posted = now.plusSeconds(10);
    hear(List.of(Posts.post(1, posted, Posts.CHATTER)));
    assertThat(house.figures.recorded).containsExactly(Posts.CHANNEL + " in 20000 ms");
  }

  @Test
  void hear_whatTellsNothingOfThisRun_isNotTimed() throws InterruptedException {
    List<MessageEvent> known = Posts.chatter(1, 1, now);
    hear(known);
    house.figures.recorded.clear();
    hear(known);
    hear(Posts.chatter(2, 1, now.minusSeconds(1)));
    house.intake.hear(Lane.BULK, Posts.chatter(3, 1, now), () -> {});
    assertThat(house.figures.recorded).isEmpty();
  }

  @Test
  void hear_closed_isTemporaryAndNothingIsTaken() throws InterruptedException {
    long entries = house.entries();
    house.shortage.close("the disk is nearly full");
    assertThat(house.intake.isOpen()).isFalse();
    Fault fault = catchThrowableOfType(Fault.class, () -> hear(Posts.chatter(1, 1, now)));
    assertThat(Objects.requireNonNull(fault).kind()).isEqualTo(ErrorKind.TEMPORARY);
    assertThat(fault).hasMessage("nothing is taken in: the disk is nearly full");
    assertThat(house.entries()).isEqualTo(entries);
    house.shortage.open();
    assertThat(house.intake.isOpen()).isTrue();
    assertThat(hear(Posts.chatter(1, 1, now)).messages()).isEqualTo(1);
  }

  @Test
  void hear_theFoldCannotFollow_isJournaledAllTheSame() throws InterruptedException {
    house.entries();
    house.books.ledgerFails = true;
    LiveIntake.Receipt receipt = hear(List.of(Posts.post(1, now, Posts.CALL)));
    assertThat(receipt).isEqualTo(new LiveIntake.Receipt(1, 0, 0, 0));
    assertThat(house.journaled()).hasSize(1);
  }

  @Test
  void hear_theStoreFails_isTemporary() throws InterruptedException {
    house.entries();
    house.books.storeFails = true;
    Fault fault = catchThrowableOfType(Fault.class, () -> hear(Posts.chatter(1, 1, now)));
    assertThat(Objects.requireNonNull(fault).kind()).isEqualTo(ErrorKind.TEMPORARY);
    assertThat(house.figures.notes).isEmpty();
  }
}
