package io.assay.app.cli.books;

import io.assay.adapters.sqlite.BooksException;
import io.assay.app.cli.option.BooksOption;
import io.assay.app.cli.option.ConfigOption;
import io.assay.app.cli.option.ExitCode;
import io.assay.app.cli.option.InstantOption;
import io.assay.app.record.BooksView;
import io.assay.app.screen.Cells;
import io.assay.core.canon.CanonException;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Time;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Which books a command looks into, and as of when: the options `--db FILE` and `--as-of INSTANT`.
/// Without a file, they are those of the data directory that the configuration names.
final class BooksChoice {
  private final Time time;

  @Option(
      names = "--db",
      paramLabel = "FILE",
      converter = BooksOption.class,
      description = "the books to look into (default: those of the data directory)")
  private @Nullable Path file;

  @Option(
      names = "--as-of",
      paramLabel = "INSTANT",
      converter = InstantOption.class,
      description = "as it was known then, such as 2026-01-02T03:04:05Z (default: all there is)")
  private @Nullable Instant asOf;

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec command;

  BooksChoice(Time time) {
    this.time = time;
  }

  /// Looks into the books, or says on standard error why they cannot be read.
  ///
  /// @param reader gives an exit code
  int read(ConfigOption config, ToIntFunction<BooksView> reader) {
    if (asOf != null && asOf.isAfter(time.instant())) {
      throw new ParameterException(command.commandLine(), "--as-of " + asOf + " is still to come");
    }
    Path chosen = file;
    return chosen != null
        ? open(chosen, reader)
        : config.then(loaded -> usual(loaded.settings().books(), reader));
  }

  private int usual(Path books, ToIntFunction<BooksView> reader) {
    return Files.exists(books)
        ? open(books, reader)
        : failed(
            ExitCode.BAD_INPUT,
            "there are no books " + books + " yet; start with: assay run, or name others by --db");
  }

  private int open(Path books, ToIntFunction<BooksView> reader) {
    try {
      return BooksView.read(books, asOf, view -> read(view, reader));
    } catch (BooksException.Unloaded e) {
      return failed(ExitCode.NOT_WRITTEN, e.getMessage());
    } catch (BooksException e) {
      int code = e.kind() == ErrorKind.TEMPORARY ? ExitCode.TRY_AGAIN : ExitCode.BAD_INPUT;
      return failed(code, e.getMessage());
    } catch (CanonException e) {
      return failed(
          ExitCode.BAD_INPUT, books + ": " + e.getMessage() + "; see: assay verify --db " + books);
    }
  }

  private int read(BooksView view, ToIntFunction<BooksView> reader) {
    if (view.lag() > 0) {
      say("the ledger is %,d entries behind the journal: more is known soon".formatted(view.lag()));
    }
    return reader.applyAsInt(view);
  }

  /// Says why not.
  int failed(int code, @Nullable String why) {
    say(String.valueOf(why));
    return code;
  }

  private void say(String line) {
    PrintWriter err = command.commandLine().getErr();
    err.println("assay: " + Cells.plain(line));
    err.flush();
  }
}
