package io.assay.adapters.sqlite;

import io.assay.core.flow.Audit;
import io.assay.core.ledger.Block;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Time;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What came of copying books: a copy that is known to be good, or none.
///
/// The books may be written meanwhile: the copy is what was committed when it began. It is written
/// beside its place, checked as `assay verify` checks books, and takes the place of the earlier
/// copy only then, so that at any instant there is a whole one.
public sealed interface BooksCopy {
  /// The copy is in its place.
  ///
  /// @param head the end of the journal in it
  /// @param bytes of the file
  record Verified(Path file, Block.Head head, long bytes, Duration took) implements BooksCopy {
    public Verified {
      Objects.requireNonNull(file, "file");
      Objects.requireNonNull(head, "head");
      Objects.requireNonNull(took, "took");
    }
  }

  /// What was copied is not sound; the earlier copy is still there.
  record Refused(List<String> findings) implements BooksCopy {
    public Refused {
      findings = List.copyOf(findings);
    }
  }

  /// Copies the books.
  ///
  /// @param target where the copy is to be, in a folder that is made if there is none
  /// @param beat run again and again, since it may take minutes; where it throws, or the thread is
  ///   interrupted, the copying ends and the earlier copy stays
  /// @throws BooksException if the books cannot be read or the copy cannot be written
  static BooksCopy of(Path books, Path target, Time time, Runnable beat) {
    long began = time.nanos();
    Path place = target.toAbsolutePath();
    Path beside = place.resolveSibling("." + place.getFileName() + ".part");
    try {
      clear(books, place, beside);
      try (BooksFile source = BooksFile.toRead(books)) {
        source.copyInto(beside, beat);
      }
      List<String> findings = new ArrayList<>();
      Block.Head head = check(beside, beat, findings);
      if (!findings.isEmpty()) {
        Files.delete(beside);
        return new Refused(findings);
      }
      long bytes = Files.size(beside);
      publish(beside, place);
      return new Verified(target, head, bytes, time.since(began));
    } catch (IOException e) {
      throw new BooksException(
          ErrorKind.TEMPORARY, "cannot write " + target + ": " + e.getMessage(), e);
    }
  }

  private static void clear(Path books, Path place, Path beside) throws IOException {
    Files.createDirectories(folder(place));
    if (Files.exists(place) && Files.isSameFile(books, place)) {
      throw new BooksException(
          ErrorKind.OPERATIONAL, "a copy of " + books + " cannot take its own place", null);
    }
    Path log = place.resolveSibling(place.getFileName() + "-wal");
    if (Files.exists(log)) {
      throw new BooksException(
          ErrorKind.OPERATIONAL,
          place + " is in use, or was when it was killed: " + log.getFileName() + " lies beside it",
          null);
    }
    Files.deleteIfExists(beside);
    Files.deleteIfExists(beside.resolveSibling(beside.getFileName() + "-journal"));
  }

  private static Block.Head check(Path copy, Runnable beat, List<String> findings) {
    try (SqliteBooks books = SqliteBooks.openReadOnly(copy)) {
      Audit.Report report = books.audit(beat);
      findings.addAll(report.findings());
      return report.head();
    }
  }

  /// A copy is there when its bytes, and then its name, are on the disk.
  private static void publish(Path beside, Path place) throws IOException {
    force(beside, StandardOpenOption.WRITE);
    Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    force(folder(place), StandardOpenOption.READ);
  }

  private static Path folder(Path place) {
    Path folder = place.getParent();
    return folder == null ? place : folder;
  }

  private static void force(Path path, StandardOpenOption option) throws IOException {
    try (FileChannel channel = FileChannel.open(path, option)) {
      channel.force(true);
    }
  }
}
