package io.assay.app.cli;

import io.assay.adapters.sqlite.BooksException;
import io.assay.adapters.sqlite.SqliteBooks;
import io.assay.app.cli.option.BooksOption;
import io.assay.app.cli.option.ExitCode;
import io.assay.core.flow.Audit;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `assay verify`: whether the books are what they say.
@Command(
    name = "verify",
    description =
        "Checks a file of books: every seal, every piece of evidence, and the ledger folded anew.",
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
  @Option(
      names = "--db",
      paramLabel = "FILE",
      required = true,
      converter = BooksOption.class,
      description = "the file to check")
  private Path file = Path.of("");

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    try (SqliteBooks books = SqliteBooks.openReadOnly(file)) {
      Audit.Report report = books.audit(() -> {});
      List<String> findings = new ArrayList<>(report.findings());
      if (report.lag() > 0) {
        findings.add(
            "the ledger stands at entry %,d of %,d: the next run catches up, then verify again"
                .formatted(report.position(), report.head().entries()));
      }
      if (findings.isEmpty()) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
            "%s: sound. %,d entries in %,d blocks, head %s%n",
            file, report.head().entries(), report.head().blocks(), report.head().seal());
        out.flush();
        return ExitCode.FINE;
      }
      findings.forEach(finding -> err.println("assay: " + file + ": " + finding));
    } catch (BooksException.Unloaded e) {
      err.println("assay: " + e.getMessage());
      return ExitCode.NOT_WRITTEN;
    } catch (BooksException e) {
      err.println("assay: " + e.getMessage());
    }
    return ExitCode.BAD_INPUT;
  }
}
