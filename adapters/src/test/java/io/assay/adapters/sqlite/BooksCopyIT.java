package io.assay.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.core.asset.Majors;
import io.assay.core.call.CallRules;
import io.assay.core.canon.Sha256;
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
import io.assay.runtime.ErrorKind;
import io.assay.runtime.ManualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BooksCopyIT {
  private static final Instant FROM = Instant.parse("2026-03-01T12:00:00Z");
  private static final ChannelId CHANNEL = new ChannelId(1_700_000_001);

  @TempDir Path folder;
  private final ManualTime time = new ManualTime();
  private final Reader reader = new Reader();
  private SqliteBooks books;
  private Live live;
  private int heard;

  private static void noBeat() {}

  private Path file() {
    return folder.resolve("books.db");
  }

  private Path target() {
    return folder.resolve("backup").resolve("books.db");
  }

  @BeforeEach
  void open() {
    books = SqliteBooks.open(file());
    live = new Live(books, Replay.Limits.BULK);
    live.order(CallRules.DEFAULT, Majors.shippedText(), Map.of(CHANNEL, "A channel"), FROM);
    for (int i = 0; i < 12; i++) {
      hear(5);
    }
  }

  @AfterEach
  void close() {
    books.close();
  }

  private void hear(int posts) {
    List<Sighting> sightings = new ArrayList<>();
    for (int i = 0; i < posts; i++) {
      Instant at = FROM.plusSeconds(++heard);
      String token = "0x5aaeb6053f3e94c9b9a09f33669435e7ef1b" + (1000 + heard);
      MessageEvent event =
          MessageEvent.imported(
              new MessageRef(CHANNEL, heard),
              Timing.heard(at, at, at),
              Content.of("BUY NOW " + token + " entry here"));
      sightings.add(Sighting.of(event, reader));
    }
    live.hear(sightings);
  }

  private void hearOne() {
    hear(1);
  }

  private BooksCopy copy(Runnable beat) {
    return BooksCopy.of(file(), target(), time, beat);
  }

  private Sha256 bytesOfCopy() throws IOException {
    return Sha256.over(Files.readAllBytes(target()));
  }

  private List<String> filesBeside() throws IOException {
    try (Stream<Path> files = Files.list(target().getParent())) {
      return files.map(it -> it.getFileName().toString()).toList();
    }
  }

  @Test
  void of_booksThatAreBeingWritten_isWhatWasCommittedWhenItBegan() throws IOException {
    Block.Head head = books.journal().head();
    int[] beats = {0};
    BooksCopy copy =
        copy(() -> {
          time.pass(Duration.ofMillis(1));
          if (beats[0]++ < 10) {
            hearOne(); // nobody waits for the copy
          }
        });
    assertThat(beats[0]).isGreaterThan(10);
    assertThat(books.journal().head().entries()).isEqualTo(head.entries() + 10);
    assertThat(copy)
        .isEqualTo(
            new BooksCopy.Verified(
                target(), head, Files.size(target()), Duration.ofMillis(beats[0])));
    try (SqliteBooks copied = SqliteBooks.openReadOnly(target())) {
      assertThat(copied.journal().head()).isEqualTo(head);
    }
    assertThat(filesBeside()).containsExactly("books.db");
  }

  @Test
  void of_largeBooks_beatsWhileTheyAreCopied() throws IOException {
    Path beside = target().resolveSibling(".books.db.part");
    List<Long> sizes = new ArrayList<>();
    copy(() -> sizes.add(beside.toFile().length()));
    assertThat(sizes.stream().filter(size -> size < target().toFile().length()).count())
        .isPositive();
    assertThat(sizes).contains(Files.size(target()));
  }

  @Test
  void of_booksThatNobodyWrites_isVerifiedToo() {
    Block.Head head = books.journal().head();
    books.close();
    assertThat(copy(BooksCopyIT::noBeat))
        .isInstanceOfSatisfying(
            BooksCopy.Verified.class, it -> assertThat(it.head()).isEqualTo(head));
    books = SqliteBooks.open(file());
  }

  @Test
  void of_theCopy_canBeWrittenOnAfterwards() {
    copy(BooksCopyIT::noBeat);
    try (SqliteBooks restored = SqliteBooks.open(target())) {
      Live again = new Live(restored, Replay.Limits.BULK);
      assertThat(again.lag()).isZero();
      again.pass(FROM.plus(Duration.ofDays(1)));
    }
  }

  @Test
  void of_brokenOffAnywhere_leavesTheEarlierCopy() throws IOException {
    copy(BooksCopyIT::noBeat);
    Sha256 earlier = bytesOfCopy();
    hearOne();
    int[] all = {0};
    BooksCopy.of(file(), folder.resolve("other.db"), time, () -> all[0]++);
    for (int at = 1; at <= all[0]; at += Math.max(1, all[0] / 8)) {
      int last = at;
      int[] beats = {0};
      assertThatThrownBy(() ->
              copy(() -> {
                if (++beats[0] == last) {
                  throw new IllegalStateException("broken off");
                }
              }))
          .hasMessage("broken off");
      assertThat(bytesOfCopy()).isEqualTo(earlier);
    }
    assertThat(copy(BooksCopyIT::noBeat)).isInstanceOf(BooksCopy.Verified.class);
    assertThat(bytesOfCopy()).isNotEqualTo(earlier);
    assertThat(filesBeside()).containsExactly("books.db");
  }

  @Test
  void of_anInterruptedThread_endsAndLeavesTheEarlierCopy() throws IOException {
    copy(BooksCopyIT::noBeat);
    Sha256 earlier = bytesOfCopy();
    hearOne();
    assertThatThrownBy(() -> copy(() -> Thread.currentThread().interrupt()))
        .isInstanceOfSatisfying(
            BooksException.class, it -> assertThat(it.kind()).isEqualTo(ErrorKind.TEMPORARY));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(bytesOfCopy()).isEqualTo(earlier);
  }

  @Test
  void of_whatAKilledCopyLeft_isWrittenOver() throws IOException {
    Files.createDirectories(target().getParent());
    Files.writeString(target().resolveSibling(".books.db.part"), "half a file");
    Files.writeString(target().resolveSibling(".books.db.part-journal"), "half a log");
    assertThat(copy(BooksCopyIT::noBeat)).isInstanceOf(BooksCopy.Verified.class);
    assertThat(filesBeside()).containsExactly("books.db");
  }

  @Test
  void of_booksWhoseLedgerWasChanged_isRefusedAndTheEarlierCopyStays() throws Exception {
    copy(BooksCopyIT::noBeat);
    Sha256 earlier = bytesOfCopy();
    books.close();
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = other.createStatement()) {
      statement.execute("UPDATE ledger_channels SET value = x'00'");
    }
    assertThat(copy(BooksCopyIT::noBeat))
        .isInstanceOfSatisfying(
            BooksCopy.Refused.class,
            it ->
                assertThat(it.findings())
                    .singleElement()
                    .asString()
                    .contains("ledger, table channels")
                    .endsWith("is not what the journal says"));
    assertThat(bytesOfCopy()).isEqualTo(earlier);
    assertThat(filesBeside()).containsExactly("books.db");
    books = SqliteBooks.open(folder.resolve("for closing.db"));
  }

  @Test
  void of_aDamagedFile_isAFailureAndTheEarlierCopyStays() throws Exception {
    copy(BooksCopyIT::noBeat);
    Sha256 earlier = bytesOfCopy();
    books.close();
    byte[] bytes = Files.readAllBytes(file());
    for (int at = 3 * Schema.PAGE; at < bytes.length; at++) {
      bytes[at] = 1;
    }
    Files.write(file(), bytes);
    assertThatThrownBy(() -> copy(BooksCopyIT::noBeat))
        .isInstanceOfSatisfying(
            BooksException.class, it -> assertThat(it.kind()).isEqualTo(ErrorKind.FATAL));
    assertThat(bytesOfCopy()).isEqualTo(earlier);
    books = SqliteBooks.open(folder.resolve("for closing.db"));
  }

  @Test
  void of_anEarlierCopyThatIsBeingWritten_isRefusedBeforeAnythingIsDone() {
    copy(BooksCopyIT::noBeat);
    try (SqliteBooks inUse = SqliteBooks.open(target())) {
      inUse.transact(() -> inUse.archive().keep(Sha256.ZERO, new byte[1]));
      assertThatThrownBy(() -> copy(BooksCopyIT::noBeat))
          .isInstanceOf(BooksException.class)
          .hasMessageContaining("books.db-wal lies beside it");
    }
  }

  @Test
  void of_booksOntoThemselves_isRefused() {
    assertThatThrownBy(() -> BooksCopy.of(file(), file(), time, BooksCopyIT::noBeat))
        .hasMessage("a copy of " + file() + " cannot take its own place");
  }

  @Test
  void of_noBooks_isOneClearLine() throws SQLException {
    Path missing = folder.resolve("missing.db");
    assertThatThrownBy(() -> BooksCopy.of(missing, target(), time, BooksCopyIT::noBeat))
        .hasMessage("there is no file " + missing);
  }
}
