package io.assay.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.adapters.sqlite.SqliteBooks;
import io.assay.core.flow.Audit;
import io.assay.core.ledger.ChannelAccount;
import io.assay.core.ledger.Table;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real process under all that can befall it.
class ChaosIT {
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final int BATCH = 20;

  @TempDir Path folder;

  private RunningHouse start(String mischief, String... options) throws Exception {
    return RunningHouse.start(folder, mischief, List.of(), options);
  }

  /// How many messages the books hold, which must be sound.
  private long journaled() {
    try (SqliteBooks books = SqliteBooks.openReadOnly(folder.resolve("data/assay.db"))) {
      assertThat(books.damage()).isEmpty();
      assertThat(Audit.of(books).findings()).isEmpty();
      AtomicLong messages = new AtomicLong();
      books
          .ledger()
          .scan(
              Table.CHANNELS,
              new byte[0],
              (_, row) -> messages.addAndGet(ChannelAccount.ofBytes(row).counts().messages()));
      return messages.get();
    }
  }

  @Test
  void guestsThatThrowHangSpinAndLie_areDealtWith_andTheRestGoesOn() throws Exception {
    try (RunningHouse house = start("THROW,HANG,SPIN,LIE")) {
      house.await("replaced", () -> generation(house, "throw") > 3);
      house.await("replaced", () -> generation(house, "hang") > 1);
      house.await("replaced", () -> generation(house, "spin") > 1);
      assertThat(generation(house, "lie")).isEqualTo(1);
      assertThat(house.post(1, BATCH)).isTrue();
      assertThat(generation(house, "message_processing")).isEqualTo(1);
      assertThat(house.status("/health/live")).isEqualTo(200);
      assertThat(house.log()).contains("no heartbeat for 300 ms", "assay-spin");
      house.terminate();
      assertThat(house.exit(SOON.multipliedBy(6))).isIn(0, 74);
    }
    assertThat(journaled()).isEqualTo(BATCH);
  }

  private static long generation(RunningHouse house, String task) {
    return house.task(task).get("tally").get("generation").asLong();
  }

  @Test
  void kill_atAnyInstant_losesNothingThatWasAcknowledged() throws Exception {
    SplittableRandom random = new SplittableRandom(11);
    int kills = Integer.getInteger("assay.kills", 3);
    long next = 1;
    for (int i = 0; i < kills; i++) {
      try (RunningHouse house = start("")) {
        Thread poster = poster(house, next);
        int before = random.nextInt(1, 12);
        house.await("posted", () -> posted.get() >= before);
        house.kill();
        poster.join();
        next = posted.getAndSet(0) * BATCH + next;
      }
    }
    try (RunningHouse house = start("")) {
      assertThat(house.post(next, BATCH)).isTrue();
      house.terminate();
      assertThat(house.exit(SOON)).isZero();
    }
    // What was in flight when it was killed may have been journaled without an answer, and was
    // posted again: it must not be doubled.
    assertThat(journaled()).isEqualTo(next + BATCH - 1);
  }

  private final AtomicLong posted = new AtomicLong();

  /// Posts batch after batch until one is not acknowledged; the next run begins with that one.
  private Thread poster(RunningHouse house, long from) {
    return Thread.ofPlatform()
        .start(() -> {
          while (house.post(from + posted.get() * BATCH, BATCH)) {
            posted.incrementAndGet();
          }
        });
  }

  @Test
  void terminate_underLoad_endsSoonAndClean() throws Exception {
    long acknowledged;
    try (RunningHouse house = start("")) {
      Thread poster = poster(house, 1);
      house.await("posted", () -> posted.get() >= 10);
      house.terminate();
      assertThat(house.exit(SOON)).isZero();
      poster.join();
      acknowledged = posted.get() * BATCH;
    }
    assertThat(journaled()).isBetween(acknowledged, acknowledged + BATCH);
  }

  @Test
  void terminate_twice_endsAtOnce() throws Exception {
    try (RunningHouse house = start("CLING")) {
      house.terminate();
      house.await("stopping", () -> stops(house));
      house.terminate();
      assertThat(house.exit(Duration.ofSeconds(2))).isEqualTo(74);
    }
  }

  private static boolean stops(RunningHouse house) {
    return house.status("/health/ready") == 503;
  }

  @Test
  void aGuestThatClings_isNamed_andTheStopIsBounded() throws Exception {
    try (RunningHouse house = start("CLING")) {
      house.terminate();
      assertThat(house.exit(Duration.ofSeconds(30))).isEqualTo(74);
      assertThat(house.log()).contains("cling: would not end", "assay-cling");
    }
  }

  @Test
  void diskFull_losesNothing_andGoesOnWhenThereIsRoom() throws Exception {
    List<String> small = List.of("bash", "-c", "ulimit -f 4096; exec \"$@\"", "limited");
    long next = 1;
    try (RunningHouse house = RunningHouse.start(folder, "", small)) {
      while (house.post(next, BATCH) && next < 200_000) {
        next += BATCH;
      }
      assertThat(next).as("the disk is full before that").isLessThan(200_000);
      assertThat(house.status("/health/live")).isEqualTo(200);
      house.terminate();
      house.exit(SOON.multipliedBy(6));
    }
    try (RunningHouse house = start("")) {
      assertThat(house.post(next, BATCH)).isTrue();
      house.terminate();
      assertThat(house.exit(SOON)).isZero();
    }
    assertThat(journaled()).isEqualTo(next + BATCH - 1);
  }

  @Test
  void aGuestThatLeaks_endsAlone() throws Exception {
    try (RunningHouse house = start("LEAK", "-Xmx64m")) {
      house.await("replaced", () -> generation(house, "leak") > 1);
      assertThat(house.post(1, BATCH)).isTrue();
      house.terminate();
      assertThat(house.exit(SOON.multipliedBy(2))).isZero();
    }
    assertThat(journaled()).isEqualTo(BATCH);
  }
}
