package io.assay.adapters.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Lets one writer at a time have the file: the fold keeps in memory what it read, so a second one
/// would write over it. A lock on a file beside it, which the operating system lifts when its
/// holder ends, however it ends. Not on the file itself: closing that would lift SQLite's own
/// locks.
final class WriterLock implements AutoCloseable {
  private final Path file;
  private final FileChannel channel;

  private WriterLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /// Takes the lock.
  ///
  /// @throws BooksException.Taken if another program has it
  static WriterLock take(Path file) {
    Path beside = file.resolveSibling(file.getFileName() + ".lock");
    try {
      FileChannel channel =
          FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        FileLock lock = channel.tryLock();
        if (lock != null) {
          return new WriterLock(beside, channel);
        }
      } catch (OverlappingFileLockException e) {
        channel.close();
        throw BooksException.taken(file);
      }
      channel.close();
    } catch (IOException e) {
      throw new BooksException("cannot write " + beside + ": " + cause(beside, e), e);
    }
    throw BooksException.taken(file);
  }

  private static String cause(Path beside, IOException e) {
    Path folder = beside.toAbsolutePath().getParent();
    return switch (e) {
      case NoSuchFileException _ -> "there is no folder " + folder;
      case AccessDeniedException _ -> "permission denied";
      default -> String.valueOf(e.getMessage());
    };
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
      channel.close();
    } catch (IOException e) {
      throw new BooksException("the lock cannot be lifted: " + e.getMessage(), e);
    }
  }
}
