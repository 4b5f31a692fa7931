package io.assay.app.cli;

import io.assay.adapters.sqlite.BooksException;
import io.assay.adapters.sqlite.SqliteBooks;
import io.assay.app.api.CallRoutes;
import io.assay.app.api.Controls;
import io.assay.app.cli.option.BooksOption;
import io.assay.app.cli.option.ConfigOption;
import io.assay.app.cli.option.ExitCode;
import io.assay.app.client.SystemClient;
import io.assay.app.config.Loaded;
import io.assay.app.screen.Cells;
import io.assay.core.call.CallId;
import io.assay.core.canon.CanonException;
import io.assay.core.flow.Live;
import io.assay.core.flow.Replay;
import io.assay.core.ledger.Command.CallVoided;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `assay void`: a call that should not count, such as one that was misread.
@Command(
    name = "void",
    description = {
      "Declares a call void: it counts for nothing from here on, and is shown with the reason.",
      "Asks the running system, or changes books that nobody has open.",
      "",
      "  assay void 1349910648/1234 --reason \"a warning, not a call\"",
      "  assay void 1349910648/1234#2 --reason \"another token\" --db history.db"
    },
    mixinStandardHelpOptions = true)
final class VoidCommand implements Callable<Integer> {
  private static final int NOT_FOUND = 404;

  @Mixin private final ConfigOption config = new ConfigOption();

  @Parameters(paramLabel = "CALL", description = "which one, such as 1349910648/1234")
  private String call = "";

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "why: one line, kept in the journal and shown beside the call")
  private String reason = "";

  @Option(
      names = "--db",
      paramLabel = "FILE",
      converter = BooksOption.class,
      description = "books at rest, such as a replay has made, in place of a running system")
  private @Nullable Path file;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public Integer call() {
    CallId id;
    Controls.Reason why;
    try {
      id = CallId.parse(call);
      why = new Controls.Reason(reason);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
    Path books = file;
    return books == null
        ? config.then((Loaded.Fine fine) -> ask(fine, id, why))
        : change(books, new CallVoided(id, why.reason()));
  }

  private int ask(Loaded.Fine fine, CallId id, Controls.Reason why) {
    Dialogue dialogue = new Dialogue(fine.settings(), spec.commandLine().getErr());
    return dialogue.ask(system -> post(system, dialogue, id, why));
  }

  private int post(SystemClient system, Dialogue dialogue, CallId id, Controls.Reason why)
      throws SystemClient.Absent, SystemClient.Refused, IOException, InterruptedException {
    try {
      system.post(CallRoutes.voiding(id), why);
      return done(id);
    } catch (SystemClient.Refused e) {
      if (e.status() == NOT_FOUND) {
        return dialogue.failed(ExitCode.BAD_INPUT, "there is no call " + id);
      }
      throw e;
    }
  }

  /// The order is of the time at which the books stand, so that their clock does not run on.
  private int change(Path books, CallVoided order) {
    if (!Files.exists(books)) {
      return failed(books + " is not there");
    }
    try (SqliteBooks open = SqliteBooks.open(books)) {
      Live live = new Live(open, Replay.Limits.BULK);
      while (live.lag() > 0) {
        live.catchUp();
      }
      if (!live.holds(order.call())) {
        return failed("there is no call " + order.call() + " in " + books);
      }
      live.order(live.clock(), order);
      return done(order.call());
    } catch (BooksException | CanonException e) {
      return failed(String.valueOf(e.getMessage()));
    }
  }

  private int done(CallId id) {
    spec.commandLine().getOut().println("call " + id + " is void");
    spec.commandLine().getOut().flush();
    return ExitCode.FINE;
  }

  private int failed(String why) {
    spec.commandLine().getErr().println("assay: " + Cells.plain(why));
    spec.commandLine().getErr().flush();
    return ExitCode.BAD_INPUT;
  }
}
