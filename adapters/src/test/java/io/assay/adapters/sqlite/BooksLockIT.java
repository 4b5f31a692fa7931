package io.assay.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.core.ledger.Leaf;
import io.assay.core.ledger.Seen;
import io.assay.core.ledger.Table;
import io.assay.core.message.ChannelId;
import io.assay.core.message.Fingerprint;
import io.assay.core.message.MessageRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BooksLockIT {
  @TempDir Path folder;
  private BooksLock lock;

  private Path file() {
    return folder.resolve("books.db");
  }

  @BeforeEach
  void take() {
    lock = SqliteBooks.lock(file());
  }

  @AfterEach
  void giveBack() {
    lock.close();
  }

  private SqliteBooks open(Fence fence) {
    return lock.open(TransactionWatch.NONE, fence);
  }

  private static Leaf leaf(String text) {
    return Leaf.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void append(SqliteBooks books, String text) {
    books.transact(() -> {
      books.journal().append(List.of(leaf(text)));
      books.ledger().put(Table.CALLS, text.getBytes(StandardCharsets.UTF_8), new byte[1]);
      books.seen().note(new MessageRef(new ChannelId(1), text.hashCode()), SIGHT);
    });
  }

  private static final Seen.Sight SIGHT = new Seen.Sight(0, new Fingerprint(1, 2));

  private List<String> entries() {
    List<String> entries = new ArrayList<>();
    try (SqliteBooks books = SqliteBooks.openReadOnly(file())) {
      books
          .journal()
          .read(block ->
              block.entries().forEach(it -> entries.add(new String(it, StandardCharsets.UTF_8))));
      assertThat(books.damage()).isEmpty();
      List<String> rows = new ArrayList<>();
      books
          .ledger()
          .scan(
              Table.CALLS,
              new byte[0],
              (key, _) -> rows.add(new String(key, StandardCharsets.UTF_8)));
      assertThat(rows).containsExactlyInAnyOrderElementsOf(entries);
      assertThat(books.seen().size()).isEqualTo(entries.size());
    }
    return entries;
  }

  @Test
  void take_whileItIsHeld_isTaken() {
    assertThatThrownBy(() -> SqliteBooks.lock(file())).isInstanceOf(BooksException.Taken.class);
    assertThatThrownBy(() -> SqliteBooks.open(file())).isInstanceOf(BooksException.Taken.class);
  }

  @Test
  void take_fromAnotherProcess_isTakenForAsLongAsItIsHeld() throws Exception {
    assertThat(LockTaker.run(file())).isEqualTo("taken");
    open(Fence.NONE).close();
    SqliteBooks.openReadOnly(file()).close();
    assertThat(LockTaker.run(file())).as("after books were opened and closed").isEqualTo("taken");
    lock.close();
    assertThat(LockTaker.run(file())).isEqualTo("free");
    lock = SqliteBooks.lock(file());
  }

  @Test
  void take_refusedWithinTheProcess_leavesItHeldForOtherProcesses() throws Exception {
    assertThatThrownBy(() -> SqliteBooks.lock(file())).isInstanceOf(BooksException.Taken.class);
    assertThat(LockTaker.run(file())).isEqualTo("taken");
  }

  @Test
  void close_twice_leavesTheNextOneAlone() {
    lock.close();
    try (BooksLock next = SqliteBooks.lock(file())) {
      lock.close();
      assertThat(folder.resolve("books.db.lock")).exists();
      assertThatThrownBy(() -> SqliteBooks.lock(file())).isInstanceOf(BooksException.Taken.class);
      append(next.open(TransactionWatch.NONE, Fence.NONE), "a");
    }
  }

  @Test
  void close_thenTake_isTheNextOnes() {
    append(open(Fence.NONE), "a");
    lock.close();
    try (SqliteBooks next = SqliteBooks.open(file())) {
      append(next, "b");
    }
    assertThat(entries()).containsExactly("a", "b");
    assertThat(folder.resolve("books.db.lock")).doesNotExist();
  }

  @Test
  void take_aLockThatAKilledProgramLeft_isFine() throws IOException {
    Path other = folder.resolve("other.db");
    Files.writeString(folder.resolve("other.db.lock"), "4711.1");
    SqliteBooks.lock(other).close();
  }

  @Test
  void take_inAFolderThatIsNotThere_isOneClearLine() {
    Path nowhere = folder.resolve("nowhere");
    assertThatThrownBy(() -> SqliteBooks.lock(nowhere.resolve("x.db")))
        .isInstanceOf(BooksException.class)
        .hasMessage(
            "cannot write " + nowhere.resolve("x.db.lock") + ": there is no folder " + nowhere);
  }

  @Test
  void transact_aStaleGeneration_isRefusedBeforeItWrites() {
    AtomicBoolean current = new AtomicBoolean(true);
    SqliteBooks books = open(current::get);
    append(books, "a");
    current.set(false);
    assertThatThrownBy(() -> append(books, "b")).isInstanceOf(BooksException.Superseded.class);
    assertThat(entries()).containsExactly("a");
  }

  @Test
  void transact_thatGrowsStaleInside_isRolledBack() {
    AtomicBoolean current = new AtomicBoolean(true);
    SqliteBooks books = open(current::get);
    assertThatThrownBy(() ->
            books.transact(() -> {
              books.journal().append(List.of(leaf("a")));
              current.set(false);
            }))
        .isInstanceOf(BooksException.Superseded.class);
    assertThat(entries()).isEmpty();
  }

  @Test
  void open_whileTheOneBeforeIsStuckInsideATransaction_takesItsPlaceAtOnce() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    SqliteBooks before = open(Fence.NONE);
    append(before, "a");
    FutureTask<Void> abandoned =
        new FutureTask<>(
            () -> {
              before.transact(() -> {
                before.journal().append(List.of(leaf("lost")));
                before.ledger().put(Table.CALLS, new byte[] {1}, new byte[1]);
                inside.countDown();
                awaitQuietly(released);
                before.ledger().put(Table.CALLS, new byte[] {2}, new byte[1]);
              });
            },
            null);
    Thread thread = Thread.ofPlatform().name("abandoned").daemon().start(abandoned);
    assertThat(inside.await(120, TimeUnit.SECONDS)).isTrue();

    SqliteBooks next = open(Fence.NONE);
    append(next, "b");
    released.countDown();
    assertThatThrownBy(() -> outcome(abandoned)).isInstanceOf(BooksException.Superseded.class);
    thread.join();
    append(next, "c");
    assertThatThrownBy(() -> append(before, "again")).isInstanceOf(BooksException.Superseded.class);
    before.close();
    append(next, "d");
    assertThat(entries()).containsExactly("a", "b", "c", "d");
  }

  @Test
  void open_whileTheOneBeforeWritesOn_losesNothingCommittedAndDoublesNothing() throws Exception {
    List<String> acknowledged = new ArrayList<>();
    for (int generation = 0; generation < 20; generation++) {
      SqliteBooks books = open(Fence.NONE);
      CountDownLatch busy = new CountDownLatch(3);
      List<String> mine = new ArrayList<>();
      String name = "g" + generation + "-";
      FutureTask<Void> writing =
          new FutureTask<>(
              () -> {
                for (int i = 0; ; i++) {
                  append(books, name + i);
                  mine.add(name + i);
                  busy.countDown();
                }
              },
              null);
      Thread thread = Thread.ofPlatform().name(name).daemon().start(writing);
      assertThat(busy.await(120, TimeUnit.SECONDS)).isTrue();
      SqliteBooks next = open(Fence.NONE);
      append(next, "n" + generation);
      assertThatThrownBy(() -> outcome(writing)).isInstanceOf(BooksException.Superseded.class);
      thread.join();
      acknowledged.addAll(mine);
      acknowledged.add("n" + generation);
    }
    List<String> entries = entries();
    assertThat(entries).doesNotHaveDuplicates().containsAll(acknowledged);
    assertThat(entries.size() - acknowledged.size()).isLessThanOrEqualTo(20);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      assertThat(latch.await(120, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Throws what the task threw.
  private static void outcome(FutureTask<Void> task) throws InterruptedException, TimeoutException {
    try {
      task.get(120, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new AssertionError(e.getCause());
    }
  }
}
