package io.assay.app.cli;

import io.assay.adapters.csv.CsvFile;
import io.assay.adapters.sqlite.BooksException;
import io.assay.app.replay.HistoryReplay;
import io.assay.app.replay.Progress;
import io.assay.app.replay.ScratchFolder;
import io.assay.core.flow.CallFlow;
import io.assay.core.ledger.Ledger;
import io.assay.core.message.Flaw;
import io.assay.core.output.CallTable;
import io.assay.core.output.ChannelTable;
import io.assay.core.output.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `assay replay`: what the channels in these files would have been worth.
@Command(
    name = "replay",
    description = "Judges the channels in Telegram exports: every call, followed for 30 days.",
    mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
  private static final int SHOWN_FLAWS = 50;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Telegram Desktop exports (JSON or HTML) and Telethon dumps, also gzipped")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--candles",
      paramLabel = "DIR",
      description = "prices: <chain>_<address>.csv and coin_<SYMBOL>.csv, also gzipped")
  private @Nullable Path candles;

  @Option(
      names = "--db",
      paramLabel = "FILE",
      description = "keep journal and ledger here; a run that was cut off goes on where it was")
  private @Nullable Path books;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "write channels.csv and calls.csv here")
  private @Nullable Path out;

  @Option(
      names = "--until",
      paramLabel = "INSTANT",
      description = "stop the clock here, such as 2024-06-01T00:00:00Z (default: the last data)")
  private @Nullable Instant until;

  @Option(names = "--json", description = "print one JSON object and nothing else")
  private boolean json;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  private long flaws;

  @Override
  public Integer call() throws IOException {
    long started = System.nanoTime();
    if (candles != null && !Files.isDirectory(candles)) {
      err().println("assay: there is no folder " + candles + " (--candles)");
      return ExitCode.BAD_INPUT;
    }
    try {
      if (books != null) {
        return replay(books, started);
      }
      try (ScratchFolder scratch = ScratchFolder.make()) {
        return replay(scratch.path().resolve("assay.db"), started);
      }
    } catch (BooksException.Taken e) {
      err().println("assay: " + e.getMessage());
      return ExitCode.TRY_AGAIN;
    } catch (BooksException | IOException e) {
      err().println("assay: " + words(e));
      return ExitCode.NOT_WRITTEN;
    }
  }

  private int replay(Path file, long started) throws IOException {
    var wish = new HistoryReplay.Wish(files, candles, file, until);
    Progress progress = json ? Progress.NONE : BarProgress.onTerminal();
    HistoryReplay job = new HistoryReplay(wish, this::tell, progress);
    HistoryReplay.Outcome outcome = job.run((ledger, heard) -> report(ledger, heard, started));
    if (outcome instanceof HistoryReplay.Outcome.Heard) {
      return ExitCode.FINE;
    }
    err().println("assay: no message could be read from any file; nothing was written");
    return ExitCode.BAD_INPUT;
  }

  private void report(Ledger ledger, HistoryReplay.Outcome.Heard heard, long started)
      throws IOException {
    if (heard.flaws() > SHOWN_FLAWS) {
      err().println("… and " + (heard.flaws() - SHOWN_FLAWS) + " more flaws");
    }
    Report report = Report.of(ledger, CallFlow.VERSION);
    if (out != null) {
      CsvFile.write(
          out.resolve("channels.csv"),
          ChannelTable.header(),
          rows -> ChannelTable.rows(report).forEach(rows));
      CsvFile.write(
          out.resolve("calls.csv"),
          CallTable.header(),
          rows -> CallTable.rows(ledger, report.standing(), rows));
    }
    double seconds = (System.nanoTime() - started) / 1e9;
    ReplaySummary summary = new ReplaySummary(heard.run(), report, heard.flaws(), seconds);
    PrintWriter stdout = spec.commandLine().getOut();
    stdout.println(json ? summary.json() : summary.text().stripTrailing());
    stdout.flush();
  }

  private void tell(Flaw flaw) {
    if (++flaws <= SHOWN_FLAWS) {
      err().println("assay: " + flaw);
    }
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }

  private static String words(Exception e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
