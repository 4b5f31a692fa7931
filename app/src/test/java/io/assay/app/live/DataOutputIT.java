package io.assay.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.adapters.sqlite.SqliteBooks;
import io.assay.core.asset.Majors;
import io.assay.core.call.CallRules;
import io.assay.core.call.CallState;
import io.assay.core.flow.Live;
import io.assay.core.flow.Replay;
import io.assay.core.flow.Sighting;
import io.assay.core.reading.Reader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class DataOutputIT {
  private static final String TASK = "data_output";
  private static final Duration INTERVAL = Duration.ofSeconds(10);

  @TempDir private Path around;
  private final LiveHarness house = new LiveHarness();
  private final DataOutput.Backlog backlog = new DataOutput.Backlog(house.gauge);
  private final Valve optional = new Valve();
  private Path tables;
  private SqliteBooks books;
  private Live live;

  @BeforeEach
  void open() {
    tables = around.resolve("tables");
    books = SqliteBooks.open(around.resolve("assay.db"));
    live = new Live(books, new Replay.Limits(100, 1 << 20));
  }

  @AfterEach
  void close() throws InterruptedException {
    house.close();
    books.close();
  }

  /// Moves the ledger on.
  private void post(long id, String text) {
    if (books.journal().head().entries() == 0) {
      live.order(CallRules.DEFAULT, Majors.shippedText(), Map.of(), house.time.instant());
    }
    live.hear(List.of(Sighting.of(Posts.post(id, house.time.instant(), text), new Reader())));
    house.gauge.read(books.journal().head(), live);
  }

  private void startOutput() throws InterruptedException {
    DataOutput.Places places = new DataOutput.Places(around.resolve("assay.db"), tables);
    DataOutput.Pace pace = new DataOutput.Pace(() -> INTERVAL, optional);
    house.start(TASK, new DataOutput(places, pace, backlog, house.figures, house.time));
    house.time.awaitRest();
  }

  private void pass() throws InterruptedException {
    house.time.pass(INTERVAL);
    house.time.awaitRest();
  }

  @Test
  void run_theLedgerHasMoved_writesTheTablesOnce() throws Exception {
    post(1, Posts.CALL);
    assertThat(backlog.pending()).isEqualTo(3);
    startOutput();
    pass();
    assertThat(house.figures.notes).containsExactly("wrote 2 rows");
    assertThat(tables.resolve("calls.csv")).content().contains(Posts.TOKEN);
    assertThat(tables.resolve("channels.csv")).exists();
    assertThat(backlog.pending()).isZero();
    assertThat(house.figures.tracked.getFirst()).containsEntry(CallState.OPEN, 1L);
    post(2, Posts.CHATTER);
    assertThat(backlog.pending()).isEqualTo(1);
    pass();
    pass();
    assertThat(house.figures.notes).containsExactly("wrote 2 rows", "wrote 2 rows");
  }

  @Test
  void run_nothingFoldedYet_writesNothing() throws Exception {
    startOutput();
    pass();
    house.stop(TASK);
    assertThat(house.figures.notes).isEmpty();
    assertThat(tables).doesNotExist();
  }

  @Test
  void run_toldToStop_writesWhatIsStillToBeWritten() throws Exception {
    startOutput();
    post(1, Posts.CALL);
    house.stop(TASK);
    assertThat(house.figures.notes).containsExactly("wrote 2 rows");
    assertThat(backlog.pending()).isZero();
  }

  @Test
  void run_runningShort_waits() throws Exception {
    post(1, Posts.CALL);
    optional.close("memory");
    startOutput();
    pass();
    assertThat(house.figures.notes).isEmpty();
    assertThat(backlog.pending()).isEqualTo(3);
    optional.open();
    pass();
    assertThat(house.figures.notes).containsExactly("wrote 2 rows");
  }

  @Test
  void run_aNewGeneration_doesNotWriteWhatIsWritten() throws Exception {
    post(1, Posts.CALL);
    startOutput();
    house.stop(TASK);
    startOutput();
    assertThat(house.figures.notes).containsExactly("wrote 2 rows");
  }

  @Test
  void run_theFolderCannotBeWritten_isSaidAndTriedAgain() throws Exception {
    post(1, Posts.CALL);
    Files.writeString(tables, "in the way");
    startOutput(); // rests because it failed, and the first wait is none
    LiveHarness.until(() -> house.figures.notes.contains("could not write"));
    assertThat(backlog.pending()).isEqualTo(3);
    remove(tables);
    house.time.pass(Duration.ofMinutes(5));
    LiveHarness.until(() -> house.figures.notes.contains("wrote 2 rows"));
    assertThat(house.figures.notes).startsWith("could not write").endsWith("wrote 2 rows");
  }

  private static void remove(Path file) throws IOException {
    Files.delete(file);
  }
}
