package io.assay.app.live;

import io.assay.adapters.chronicle.Chronicle;
import io.assay.adapters.chronicle.Tellings;
import io.assay.adapters.export.ExportFile;
import io.assay.adapters.inbox.WatchedFolder;
import io.assay.app.replay.ScratchFolder;
import io.assay.core.canon.CanonReader;
import io.assay.core.message.ChannelId;
import io.assay.core.message.EventBytes;
import io.assay.core.message.Flaws;
import io.assay.core.message.MessageEvent;
import io.assay.runtime.DeadLetter;
import io.assay.runtime.DeadLetters;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.assay.runtime.Time;
import io.assay.runtime.task.Task;
import io.assay.runtime.task.TaskContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears the export files that are put into a folder, each whole and in time order, and puts them
/// away. A file that was being heard when the process ended is heard again: what the books know
/// changes nothing. It waits while the process runs short, since files can.
public final class InboxMonitoring implements Task {
  /// What files that could not be used are called among the dead letters.
  public static final String ORIGIN = "telegram_monitoring";

  private static final Logger LOG = LoggerFactory.getLogger(InboxMonitoring.class);
  private static final Duration WRITER = Duration.ofSeconds(30);
  private static final long SORTED_IN_MEMORY = 8 << 20;
  private static final int BATCH = 200;
  private static final int SHOWN_FLAWS = 20;

  private final WatchedFolder inbox;
  private final Supplier<Duration> interval;
  private final Ways ways;
  private final DeadLetters letters;
  private final Time time;

  /// Where messages go, and when they must not.
  ///
  /// @param backfill closed while history has to wait
  public record Ways(LiveIntake intake, Lanes lanes, Valve backfill) {
    /// Why files have to wait; empty where they need not.
    private String closed() {
      if (!backfill.isOpen()) {
        return "waits, since it runs short of " + backfill.closed();
      }
      return intake.isOpen() ? "" : "waits until something is taken in again";
    }
  }

  /// Watches a folder, which is made if it is not there.
  public InboxMonitoring(
      Path folder, Supplier<Duration> interval, Ways ways, DeadLetters letters, Time time) {
    inbox = new WatchedFolder(folder);
    this.interval = interval;
    this.ways = ways;
    this.letters = letters;
    this.time = time;
  }

  /// Puts a file that could not be used back into the folder, to be heard once more.
  ///
  /// @param letter whose payload is where it lies
  /// @throws Fault a bad item, if it is not there any more
  /// @throws IOException if it cannot be moved
  public static void retry(Path folder, DeadLetter letter) throws IOException {
    try {
      new WatchedFolder(folder).again(Path.of(letter.payload()));
    } catch (IllegalArgumentException | NoSuchFileException e) {
      String message =
          "%s is not among the failed files of %s any more: put it there by hand, or drop the letter"
              .formatted(letter.item(), folder);
      throw new Fault(ErrorKind.BAD_ITEM, message, e);
    }
  }

  @Override
  public void run(TaskContext context) throws Exception {
    boolean more = true;
    while (more) {
      if (isOpen(context)) {
        look(context);
      }
      more = context.rest(interval.get());
    }
  }

  /// Whether files may be heard now; shows why, where they may not.
  private boolean isOpen(TaskContext context) {
    String closed = ways.closed();
    if (closed.isEmpty()) {
      context.recovered();
    } else {
      context.degraded(closed);
    }
    return closed.isEmpty();
  }

  private void look(TaskContext context) throws IOException, InterruptedException {
    for (Path file : inbox.look()) {
      if (context.isStopping() || !isOpen(context)) {
        return;
      }
      work(file, context);
    }
  }

  private void work(Path file, TaskContext context) throws IOException, InterruptedException {
    try (ScratchFolder scratch = ScratchFolder.make();
        Chronicle chronicle = read(file, scratch, context)) {
      tell(chronicle.flaws());
      if (chronicle.extent().size() == 0) {
        bury(file, chronicle.flaws());
      } else {
        name(chronicle.titles(), context);
        if (hear(chronicle, context)) {
          inbox.done(file);
          LOG.info("heard {} messages of {}", chronicle.extent().size(), nameOf(file));
        }
      }
    } catch (IOException | UncheckedIOException e) {
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        throw e instanceof UncheckedIOException unchecked ? unchecked.getCause() : (IOException) e;
      }
      LOG.info("{} was taken out of the inbox while it was read", nameOf(file));
    }
  }

  private static Chronicle read(Path file, ScratchFolder scratch, TaskContext context)
      throws IOException {
    ExportFile source = new ExportFile(file, _ -> context.beat());
    return Chronicle.of(
        List.of(source), new Chronicle.Settings(scratch.path(), SORTED_IN_MEMORY, 1));
  }

  /// Hears all of it. Where the process runs short meanwhile, it waits in the middle.
  ///
  /// @return false: the task is to stop, and the file stays where it is
  private boolean hear(Chronicle chronicle, TaskContext context)
      throws IOException, InterruptedException {
    List<MessageEvent> batch = new ArrayList<>(BATCH);
    try (Tellings tellings = chronicle.open()) {
      while (tellings.hasNext()) {
        batch.add(EventBytes.read(new CanonReader(tellings.next().bytes())));
        if (batch.size() == BATCH || !tellings.hasNext()) {
          if (!waitUntilOpen(context)) {
            return false;
          }
          ways.intake.hear(Lane.BULK, batch, context::beat);
          context.worked(batch.size());
          batch.clear();
        }
      }
    }
    return true;
  }

  private boolean waitUntilOpen(TaskContext context) throws InterruptedException {
    boolean more = !context.isStopping();
    while (more && !ways.closed().isEmpty()) {
      context.degraded(ways.closed());
      more = context.rest(interval.get());
    }
    context.recovered();
    return more;
  }

  /// Has the books call channels as their own histories do, before those are heard. While the fold
  /// lags it is not known what the books call them, so the file waits.
  private void name(SortedMap<ChannelId, String> titles, TaskContext context)
      throws InterruptedException {
    if (titles.isEmpty()) {
      return;
    }
    boolean named =
        ways.lanes.call(
            Lane.BULK,
            live -> MessageProcessing.putInForce(live, titles, time.instant()),
            WRITER,
            context::beat);
    if (!named) {
      throw new Fault(ErrorKind.TEMPORARY, "files wait until the fold has caught up", null);
    }
  }

  private static void tell(List<Flaws> flaws) {
    for (Flaws ofFile : flaws) {
      ofFile.first().stream().limit(SHOWN_FLAWS).forEach(flaw -> LOG.warn("{}", flaw));
      if (ofFile.count() > SHOWN_FLAWS) {
        LOG.warn("… and {} more flaws", ofFile.count() - SHOWN_FLAWS);
      }
    }
  }

  private void bury(Path file, List<Flaws> flaws) throws IOException {
    String cause =
        flaws.isEmpty() ? "holds no message" : flaws.getFirst().first().getFirst().cause();
    Path away = inbox.failed(file);
    letters.keep(
        new DeadLetter(0, ORIGIN, nameOf(away), cause, 1, time.instant(), away.toString()));
    LOG.warn("{} could not be used; it is put away in failed/: {}", nameOf(file), cause);
  }

  private static String nameOf(Path file) {
    return WatchedFolder.nameOf(file);
  }
}
