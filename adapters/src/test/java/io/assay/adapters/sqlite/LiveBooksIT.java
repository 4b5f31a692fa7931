package io.assay.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.core.asset.Majors;
import io.assay.core.call.CallRules;
import io.assay.core.flow.Audit;
import io.assay.core.flow.Live;
import io.assay.core.flow.Replay;
import io.assay.core.flow.Sighting;
import io.assay.core.ledger.Block;
import io.assay.core.message.ChannelId;
import io.assay.core.message.Content;
import io.assay.core.message.MessageEvent;
import io.assay.core.message.MessageRef;
import io.assay.core.message.Timing;
import io.assay.core.reading.Reader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The live books in a real file: what the disk, a killed program and readers do to them.
class LiveBooksIT {
  private static final Instant FROM = Instant.parse("2026-03-01T12:00:00Z");
  private static final ChannelId CHANNEL = new ChannelId(1_700_000_001);
  private static final Live.Outcome KNOWN = new Live.Outcome.Known();

  @TempDir Path folder;
  private final Reader reader = new Reader();
  private final SplittableRandom random = new SplittableRandom(8);

  private Path file() {
    return folder.resolve("books.db");
  }

  private static Live live(SqliteBooks books) {
    Live live = new Live(books, Replay.Limits.BULK);
    live.order(CallRules.DEFAULT, Majors.shippedText(), Map.of(CHANNEL, "A channel"), FROM);
    return live;
  }

  private Sighting post(int id, String text) {
    Instant at = FROM.plusSeconds(id);
    MessageRef ref = new MessageRef(CHANNEL, id);
    return Sighting.of(
        MessageEvent.imported(ref, Timing.heard(at, at, at), Content.of(text)), reader);
  }

  private List<Sighting> posts(int from, int to) {
    List<Sighting> posts = new ArrayList<>();
    for (int id = from; id < to; id++) {
      String address = "0x5aaeb6053f3e94c9b9a09f33669435e7ef1b" + (1000 + id % 9000);
      posts.add(post(id, id % 4 == 0 ? "BUY NOW " + address + " entry here" : "gm " + id));
    }
    return posts;
  }

  /// A post that no compression makes small.
  private Sighting large(int id) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      text.append((char) ('!' + random.nextInt(90)));
    }
    return post(id, text.toString());
  }

  @Test
  void hear_whereTheDiskIsFull_keepsNothingByHalvesAndGoesOnWhenThereIsRoom() {
    try (SqliteBooks books = SqliteBooks.open(file())) {
      Live live = live(books);
      live.hear(posts(0, 100));
      Block.Head before = books.journal().head();
      books.limitTo(0);
      List<Sighting> more = new ArrayList<>();
      for (int id = 100; id < 112; id++) {
        more.add(large(id));
      }
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> live.hear(more)).isInstanceOf(BooksException.Full.class);
        assertThat(books.journal().head()).isEqualTo(before);
        assertThat(live.lag()).isZero();
        assertThat(live.setback()).isNull();
      }
      books.limitTo(1L << 30);
      assertThat(live.hear(more).outcomes()).doesNotContain(KNOWN);
      assertThat(live.hear(more).outcomes()).containsOnly(KNOWN);
      assertThat(books.journal().head().entries()).isEqualTo(before.entries() + 12);
      assertThat(books.damage()).isEmpty();
      assertThat(Audit.of(books).findings()).isEmpty();
    }
  }

  @Test
  void open_whatAKilledProgramLeft_goesOnWithoutLossOrDoubling() throws IOException {
    Path left = Files.createDirectory(folder.resolve("left")).resolve("books.db");
    long heard;
    try (SqliteBooks books = SqliteBooks.open(file())) {
      Live live = live(books);
      for (int from = 0; from < 60; from += 7) {
        live.hear(posts(from, from + 7));
      }
      heard = books.journal().head().entries();
      Files.copy(file(), left);
      Files.copy(folder.resolve("books.db-wal"), left.resolveSibling("books.db-wal"));
    }
    try (SqliteBooks books = SqliteBooks.open(left)) {
      assertThat(books.journal().head().entries()).isEqualTo(heard);
      Live live = live(books);
      List<Live.Outcome> outcomes = live.hear(posts(50, 80)).outcomes();
      assertThat(outcomes.subList(0, 13)).containsOnly(KNOWN);
      assertThat(outcomes.subList(13, 30)).doesNotContain(KNOWN);
      assertThat(Audit.of(books).findings()).isEmpty();
    }
  }

  @Test
  void view_whileTheWriterWrites_isOneConsistentStateOfTheBooks() throws Exception {
    AtomicBoolean enough = new AtomicBoolean();
    CountDownLatch some = new CountDownLatch(5);
    try (SqliteBooks books = SqliteBooks.open(file())) {
      Live live = live(books);
      Thread writer =
          Thread.ofPlatform()
              .name("writer")
              .daemon()
              .start(() -> {
                for (int id = 0; !enough.get(); id += 10) {
                  live.hear(posts(id, id + 10));
                  some.countDown();
                }
              });
      assertThat(some.await(120, TimeUnit.SECONDS)).isTrue();
      long before = 0;
      try (SqliteBooks reading = SqliteBooks.openReadOnly(file())) {
        for (int i = 0; i < 8; i++) {
          reading.view(() -> assertThat(Audit.of(reading).findings()).isEmpty());
          long now = reading.journal().head().entries();
          assertThat(now).isGreaterThanOrEqualTo(before);
          assertThat(reading.seen().find(new MessageRef(CHANNEL, now - 4))).isNotNull();
          before = now;
        }
        enough.set(true);
        writer.join();
        assertThat(reading.journal().head()).isEqualTo(books.journal().head());
      }
      assertThat(before).isGreaterThan(50);
    }
  }

  @Test
  void readOnly_booksThatOthersWrite_cannotBeWritten() {
    try (SqliteBooks books = SqliteBooks.open(file());
        SqliteBooks reading = SqliteBooks.openReadOnly(file())) {
      live(books);
      assertThatThrownBy(() -> live(reading).hear(posts(0, 1))).isInstanceOf(BooksException.class);
      assertThat(Audit.of(books).findings()).isEmpty();
    }
  }
}
