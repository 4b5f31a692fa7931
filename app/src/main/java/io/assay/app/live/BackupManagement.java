package io.assay.app.live;

import io.assay.adapters.sqlite.BooksCopy;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.assay.runtime.Time;
import io.assay.runtime.task.Task;
import io.assay.runtime.task.TaskContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps a copy of the books that was verified before it took the place of the one before. Waits
/// while the process runs short.
public final class BackupManagement implements Task {
  private static final Logger LOG = LoggerFactory.getLogger(BackupManagement.class);
  private static final Duration LOOK = Duration.ofSeconds(30);

  private final Path books;
  private final Path copy;
  private final Duration every;
  private final Valve optional;
  private final Time time;

  /// Copies these books to that file.
  public BackupManagement(Path books, Path copy, Duration every, Valve optional, Time time) {
    this.books = books;
    this.copy = copy;
    this.every = every;
    this.optional = optional;
    this.time = time;
  }

  @Override
  public void run(TaskContext context) throws Exception {
    while (context.rest(LOOK)) {
      if (isDue() && optional.isOpen()) {
        copy(context);
        context.worked(1);
      }
    }
  }

  private boolean isDue() throws IOException {
    if (!Files.exists(copy)) {
      return Files.exists(books);
    }
    Instant last = Files.getLastModifiedTime(copy).toInstant();
    return !time.instant().isBefore(last.plus(every));
  }

  private void copy(TaskContext context) throws IOException {
    switch (BooksCopy.of(books, copy, time, context::beat)) {
      case BooksCopy.Verified verified -> {
        Files.setLastModifiedTime(copy, FileTime.from(time.instant()));
        LOG.info("the books are copied, and the copy is sound: {}", verified);
      }
      case BooksCopy.Refused(List<String> findings) ->
          throw new Fault(
              ErrorKind.OPERATIONAL,
              "the copy of the books is not sound, the earlier one stays: " + findings.getFirst(),
              null);
    }
  }
}
