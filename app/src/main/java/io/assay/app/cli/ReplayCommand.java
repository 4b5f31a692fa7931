package io.assay.app.cli;

import io.assay.adapters.sqlite.BooksException;
import io.assay.app.cli.option.BooksOption;
import io.assay.app.cli.option.Cause;
import io.assay.app.cli.option.ExitCode;
import io.assay.app.cli.option.InstantOption;
import io.assay.app.live.Tables;
import io.assay.app.replay.HistoryReplay;
import io.assay.app.replay.Progress;
import io.assay.app.replay.ScratchFolder;
import io.assay.app.screen.BarProgress;
import io.assay.app.screen.ReplaySummary;
import io.assay.core.canon.CanonException;
import io.assay.core.flow.CallFlow;
import io.assay.core.ledger.Ledger;
import io.assay.core.message.Flaw;
import io.assay.core.message.Flaws;
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
      converter = BooksOption.class,
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
      converter = InstantOption.class,
      description = "stop the clock here, such as 2024-06-01T00:00:00Z (default: the last data)")
  private @Nullable Instant until;

  @Option(names = "--json", description = "print one JSON object and nothing else")
  private boolean json;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    long started = System.nanoTime();
    if (candles != null && !Files.isDirectory(candles)) {
      String what =
          Files.exists(candles) ? candles + " is no folder" : "there is no folder " + candles;
      err().println("assay: " + what + " (--candles)");
      return ExitCode.BAD_INPUT;
    }
    if (candles != null && !Files.isReadable(candles)) {
      err().println("assay: the folder " + candles + " may not be read (--candles)");
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
    } catch (CanonException e) {
      err()
          .println("assay: " + books + ": " + e.getMessage() + "; see: assay verify --db " + books);
      return ExitCode.BAD_INPUT;
    } catch (BooksException e) {
      err().println("assay: " + e.getMessage());
      return ExitCode.NOT_WRITTEN;
    } catch (IOException e) {
      err().println("assay: " + Cause.of(e));
      return ExitCode.NOT_WRITTEN;
    }
  }

  private int replay(Path file, long started) throws IOException {
    var wish = new HistoryReplay.Wish(files, candles, file, until);
    Progress progress = json ? Progress.NONE : BarProgress.onTerminal();
    HistoryReplay job = new HistoryReplay(wish, this::tell, progress);
    HistoryReplay.Outcome outcome = job.run((ledger, heard) -> report(ledger, heard, started));
    return switch (outcome) {
      case HistoryReplay.Outcome.Heard _ -> ExitCode.FINE;
      case HistoryReplay.Outcome.NothingUsable _ ->
          nothing("no message could be read from any file");
      case HistoryReplay.Outcome.NothingYet(Instant first) ->
          nothing("the first message is of " + first + ", after --until");
    };
  }

  private int nothing(String cause) {
    err().println("assay: " + cause + "; nothing was written");
    return ExitCode.BAD_INPUT;
  }

  private void report(Ledger ledger, HistoryReplay.Outcome.Heard heard, long started)
      throws IOException {
    heard.notes().forEach(note -> err().println("assay: " + note));
    Report report = Report.of(ledger, CallFlow.VERSION);
    if (out != null) {
      Tables.write(out, ledger, report);
    }
    double seconds = (System.nanoTime() - started) / 1e9;
    ReplaySummary summary = new ReplaySummary(heard.run(), report, heard.flaws(), seconds);
    PrintWriter stdout = spec.commandLine().getOut();
    stdout.println(json ? summary.json() : summary.text().stripTrailing());
    stdout.flush();
  }

  private void tell(Flaws flaws) {
    flaws.first().forEach(flaw -> err().println("assay: " + flaw));
    if (flaws.more() > 0) {
      String file = flaws.first().getFirst().where();
      err().println("assay: " + new Flaw(file, 0, -1, "and " + flaws.more() + " more flaws"));
    }
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
