package io.assay.app.cli;

import io.assay.adapters.desk.SqliteDesk;
import io.assay.app.api.LetterPage;
import io.assay.app.cli.option.ConfigOption;
import io.assay.app.cli.option.ExitCode;
import io.assay.app.config.Loaded;
import io.assay.app.screen.Cells;
import io.assay.app.screen.LetterScreen;
import io.assay.app.web.Json;
import io.assay.runtime.DeadLetter;
import io.assay.runtime.DeadLetters;
import io.assay.runtime.Fault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `assay dlq`: what could not be worked. To look needs nothing that runs; what acts is done by the
/// running system, see [DlqDeeds].
@Command(
    name = "dlq",
    description = "Dead letters: items that could not be worked, kept until somebody decides.",
    mixinStandardHelpOptions = true,
    subcommands = {
      DlqCommand.ListLetters.class,
      DlqCommand.ShowLetter.class,
      DlqDeeds.ReplayLetters.class,
      DlqDeeds.DropLetters.class
    })
final class DlqCommand implements Runnable {
  private static final String DESK = "desk.db";
  private static final int MOST_LIMIT = 1000;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  /// Without a command there is nothing to do but to say what could be done.
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  static void print(CommandSpec spec, String text) {
    spec.commandLine().getOut().print(text);
    spec.commandLine().getOut().flush();
  }

  /// As JSON in one line, with nothing in it that a terminal would obey.
  static String json(Object value) {
    return Cells.escaped(new String(Json.bytes(value), StandardCharsets.UTF_8)) + "\n";
  }

  /// Reads the letters where nothing runs.
  ///
  /// @param reader gives an exit code; it is handed null where no desk was ever made
  private static int read(Dialogue dialogue, ToIntFunction<@Nullable DeadLetters> reader) {
    Path file = dialogue.data().resolve(DESK);
    if (!Files.exists(file)) {
      return reader.applyAsInt(null);
    }
    try (SqliteDesk desk = SqliteDesk.openReadOnly(file)) {
      return reader.applyAsInt(desk.deadLetters());
    } catch (Fault e) {
      return dialogue.failed(ExitCode.TRY_AGAIN, e.getMessage());
    }
  }

  /// `assay dlq list`.
  @Command(
      name = "list",
      description = "Lists dead letters, oldest first.",
      mixinStandardHelpOptions = true)
  static final class ListLetters implements Callable<Integer> {
    @Mixin private final ConfigOption config = new ConfigOption();

    @Option(names = "--after", paramLabel = "ID", description = "only those after this one")
    private long after;

    @Option(
        names = "--limit",
        paramLabel = "COUNT",
        defaultValue = "20",
        description = "at most so many, 1 to 1000 (default: ${DEFAULT-VALUE})")
    private int limit;

    @Option(names = "--json", description = "print one JSON object and nothing else")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
      if (limit < 1 || limit > MOST_LIMIT || after < 0) {
        throw new ParameterException(
            spec.commandLine(), "--limit is from 1 to 1000, and --after is no less than 0");
      }
      return config.then(this::list);
    }

    private int list(Loaded.Fine loaded) {
      Dialogue dialogue = new Dialogue(loaded.settings(), spec.commandLine().getErr());
      return dialogue.ask(
          system -> show(Json.as(system.get(LetterPage.path(after, limit)), LetterPage.class)),
          () -> read(dialogue, letters -> show(page(letters))));
    }

    private LetterPage page(@Nullable DeadLetters letters) {
      return letters == null
          ? new LetterPage(List.of(), 0, null)
          : LetterPage.of(letters, after, limit);
    }

    private int show(LetterPage page) {
      print(spec, json ? json(page) : LetterScreen.of(page));
      return ExitCode.FINE;
    }
  }

  /// `assay dlq show`.
  @Command(
      name = "show",
      description = "Shows one dead letter with its payload.",
      mixinStandardHelpOptions = true)
  static final class ShowLetter implements Callable<Integer> {
    @Mixin private final ConfigOption config = new ConfigOption();

    @Parameters(paramLabel = "ID", description = "which one")
    private long id;

    @Option(names = "--json", description = "print one JSON object and nothing else")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
      return config.then(this::show);
    }

    private int show(Loaded.Fine loaded) {
      Dialogue dialogue = new Dialogue(loaded.settings(), spec.commandLine().getErr());
      return dialogue.ask(
          system -> show(Json.as(system.get(LetterPage.path(id)), DeadLetter.class), dialogue),
          () -> read(dialogue, kept -> show(kept == null ? null : kept.find(id), dialogue)));
    }

    private int show(@Nullable DeadLetter letter, Dialogue dialogue) {
      if (letter == null) {
        return dialogue.failed(ExitCode.BAD_INPUT, "there is no dead letter " + id);
      }
      print(spec, json ? json(letter) : LetterScreen.of(letter));
      return ExitCode.FINE;
    }
  }
}
