package io.assay.app.live;

import io.assay.adapters.chronicle.Chronicle;
import io.assay.adapters.chronicle.Tellings;
import io.assay.adapters.export.ExportFile;
import io.assay.adapters.inbox.WatchedFolder;
import io.assay.app.replay.ScratchFolder;
import io.assay.core.canon.CanonReader;
import io.assay.core.ledger.Command;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

  /// Puts a file that could not be used back, to be heard once more.
  ///
  /// @param letter whose payload is where it lies
  /// @throws Fault a bad item, if it is not there any more
  public static void retry(Path folder, DeadLetter letter) throws IOException {
    Path file = Path.of(letter.payload());
    if (!Files.exists(file)) {
      throw new Fault(ErrorKind.BAD_ITEM, "there is no " + file + " any more; drop it", null);
    }
    Files.move(file, folder.resolve(file.getFileName()));
  }

  @Override
  public void run(TaskContext context) throws Exception {
    boolean more = true;
    while (more) {
      String closed = ways.closed();
      if (closed.isEmpty()) {
        context.recovered();
        look(context);
      } else {
        context.degraded(closed);
      }
      more = context.rest(interval.get());
    }
  }

  private void look(TaskContext context) throws IOException, InterruptedException {
    for (Path file : inbox.look()) {
      if (context.isStopping() || !ways.closed().isEmpty()) {
        return;
      }
      hear(file, context);
      context.worked(1);
    }
  }

  private void hear(Path file, TaskContext context) throws IOException, InterruptedException {
    ExportFile source = new ExportFile(file, _ -> context.beat());
    try (ScratchFolder scratch = ScratchFolder.make();
        Chronicle chronicle =
            Chronicle.of(
                List.of(source), new Chronicle.Settings(scratch.path(), SORTED_IN_MEMORY, 1))) {
      tell(chronicle.flaws());
      if (chronicle.extent().size() == 0) {
        bury(inbox.failed(file), file, chronicle.flaws());
        return;
      }
      name(chronicle, context);
      if (hear(chronicle, context)) {
        Path away = inbox.done(file);
        LOG.info("heard {} messages of {}", chronicle.extent().size(), away.getFileName());
      }
    }
  }

  /// Hears all of it.
  ///
  /// @return false: the task is to stop, and the file stays where it is
  private boolean hear(Chronicle chronicle, TaskContext context)
      throws IOException, InterruptedException {
    List<MessageEvent> batch = new ArrayList<>(BATCH);
    try (Tellings tellings = chronicle.open()) {
      while (tellings.hasNext()) {
        batch.add(EventBytes.read(new CanonReader(tellings.next().bytes())));
        if (batch.size() == BATCH || !tellings.hasNext()) {
          ways.intake.hear(Lane.BULK, batch, context::beat);
          batch.clear();
          if (context.isStopping()) {
            return !tellings.hasNext();
          }
        }
      }
    }
    return true;
  }

  /// Has the books call channels as their own histories do.
  private void name(Chronicle chronicle, TaskContext context) throws InterruptedException {
    for (var title : chronicle.titles().entrySet()) {
      Command named = new Command.ChannelNamed(title.getKey(), title.getValue());
      ways.lanes.call(Lane.BULK, live -> live.order(time.instant(), named), WRITER, context::beat);
    }
  }

  private static void tell(List<Flaws> flaws) {
    for (Flaws of : flaws) {
      of.first().stream().limit(SHOWN_FLAWS).forEach(flaw -> LOG.warn("{}", flaw));
      if (of.count() > SHOWN_FLAWS) {
        LOG.warn("… and {} more flaws", of.count() - SHOWN_FLAWS);
      }
    }
  }

  private void bury(Path away, Path file, List<Flaws> flaws) {
    String cause =
        flaws.isEmpty() ? "holds no message" : flaws.getFirst().first().getFirst().cause();
    String item = String.valueOf(file.getFileName());
    letters.keep(new DeadLetter(0, ORIGIN, item, cause, 1, time.instant(), away.toString()));
  }
}
