package io.assay.adapters.sqlite;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.assay.runtime.ErrorKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The right to write one file of books, held for as long as a process wants it: the fold keeps in
/// memory what it read, so a second writer would write over it. A lock on a file beside it, which
/// the operating system lifts when its holder ends, however it ends. Not on the file itself:
/// closing that would lift SQLite's own locks.
///
/// Within the process the books are opened anew by each generation of the task that writes them.
/// Whoever opens them takes them from the one before, wherever that is stuck: its connection is
/// closed, which undoes what it had not committed, before the new one reads anything.
public final class BooksLock implements AutoCloseable {
  private static final int ATTEMPTS = 10;
  private static final AtomicLong TAKEN = new AtomicLong();

  /// Books that this process may write, and the guard of taking and giving back: a second look at a
  /// lock file within the process, once closed, would lift the lock of the first.
  private static final Set<Path> HELD = new HashSet<>();

  private final Path books;
  private final Path beside;
  private final FileChannel channel;
  private final FileChannel witness;
  private @Nullable SqliteBooks current;

  private BooksLock(Path books, Path beside, FileChannel channel, FileChannel witness) {
    this.books = books;
    this.beside = beside;
    this.channel = channel;
    this.witness = witness;
  }

  /// Takes the lock.
  ///
  /// @throws BooksException.Taken if another has it
  static BooksLock take(Path file) {
    Path books = BooksFile.place(file);
    Path beside = books.resolveSibling(books.getFileName() + ".lock");
    synchronized (HELD) {
      if (HELD.contains(books)) {
        throw BooksException.taken(file);
      }
      try {
        for (int i = 0; i < ATTEMPTS; i++) {
          FileChannel channel = lock(file, beside);
          FileChannel witness = witness(beside, channel);
          if (witness != null) {
            HELD.add(books);
            return new BooksLock(books, beside, channel, witness);
          }
          channel.close(); // who had it before removed the file after we had opened it
        }
      } catch (IOException e) {
        throw new BooksException(
            ErrorKind.OPERATIONAL, "cannot write " + beside + ": " + cause(beside, e), e);
      }
    }
    throw BooksException.taken(file);
  }

  private static FileChannel lock(Path books, Path beside) throws IOException {
    FileChannel channel = FileChannel.open(beside, CREATE, WRITE);
    if (channel.tryLock() != null) {
      return channel;
    }
    channel.close();
    throw BooksException.taken(books);
  }

  /// Makes sure that the file that was locked is the one that others find: writes a word that is
  /// nobody else's, and looks whether it is there.
  ///
  /// @return what looked, to be kept open: closing it would lift the lock; null if it is not there
  private static @Nullable FileChannel witness(Path beside, FileChannel channel)
      throws IOException {
    String word = ProcessHandle.current().pid() + "." + TAKEN.incrementAndGet();
    ByteBuffer mine = StandardCharsets.US_ASCII.encode(word);
    channel.truncate(0).write(mine.duplicate(), 0);
    try {
      FileChannel witness = FileChannel.open(beside, READ);
      ByteBuffer seen = ByteBuffer.allocate(mine.remaining() + 1);
      witness.read(seen, 0);
      if (seen.flip().equals(mine)) {
        return witness;
      }
      witness.close(); // another process has that one
    } catch (NoSuchFileException e) {
      // removed, as said
    }
    return null;
  }

  private static String cause(Path beside, IOException e) {
    Path folder = beside.toAbsolutePath().getParent();
    return switch (e) {
      case NoSuchFileException _ -> "there is no folder " + folder;
      case AccessDeniedException _ -> "permission denied";
      default -> String.valueOf(e.getMessage());
    };
  }

  /// Opens the books for writing, and makes the file if there is none. Who had them open before can
  /// write no more.
  ///
  /// @param fence asked at the begin and the end of every transaction
  /// @throws BooksException if it cannot be opened, is no database, or another program's
  public SqliteBooks open(TransactionWatch watch, Fence fence) {
    return open(new SqliteBooks.Writer(watch, fence, () -> {}));
  }

  synchronized SqliteBooks open(SqliteBooks.Writer writer) {
    SqliteBooks before = current;
    if (before != null) {
      before.supersede();
    }
    SqliteBooks opened = SqliteBooks.open(BooksFile.toWrite(books), writer);
    current = opened;
    return opened;
  }

  /// Gives the right back. Books that are still open can be written no more.
  @Override
  public synchronized void close() {
    SqliteBooks last = current;
    if (last != null) {
      last.supersede();
    }
    try {
      giveBack();
    } catch (IOException e) {
      throw new BooksException(
          ErrorKind.TEMPORARY, "the lock cannot be lifted: " + e.getMessage(), e);
    }
  }

  private void giveBack() throws IOException {
    synchronized (HELD) {
      if (channel.isOpen()) {
        HELD.remove(books);
        Files.deleteIfExists(beside); // while it is still ours
      }
      channel.close();
      witness.close();
    }
  }
}
