package io.assay.app.cli;

import io.assay.adapters.sqlite.BooksException;
import io.assay.app.cli.option.Cause;
import io.assay.app.cli.option.ConfigOption;
import io.assay.app.config.Loaded;
import io.assay.app.config.Settings;
import io.assay.app.logging.Logging;
import io.assay.app.system.Assay;
import io.assay.app.system.Surroundings;
import io.assay.runtime.Fault;
import io.assay.runtime.life.ExitStatus;
import io.assay.runtime.task.Crew;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `assay run`: the system, until it is told to stop. SIGTERM or SIGINT stops it in order, a second
/// one ends it at once, SIGHUP has it read its configuration again.
@Command(
    name = "run",
    description = "Runs the system: hears messages, keeps the books, follows every call.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  @Mixin private final ConfigOption config = new ConfigOption();

  @Option(names = "--stdin", description = "hear messages from standard input too, one a line")
  private boolean stdin;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  private final List<Crew> guests;

  RunCommand() {
    this(List.of());
  }

  /// The command, with crews of somebody's own.
  RunCommand(List<Crew> guests) {
    this.guests = List.copyOf(guests);
  }

  @Override
  public Integer call() {
    return config.then(this::run);
  }

  private int run(Loaded.Fine loaded) {
    Settings settings = loaded.settings();
    Surroundings around = Surroundings.of(config::load).with(guests);
    try (Logging logging = Logging.start(settings, around.systemId(), System.getenv())) {
      around = around.telling(fresh -> logging.level(fresh.logging().level()));
      return run(settings, stdin ? around.hearing(System.in) : around).code();
    } catch (Fault e) {
      return failed(ExitStatus.of(e.kind()), Fault.lineOf(e)).code();
    }
  }

  private ExitStatus run(Settings settings, Surroundings around) {
    try {
      return new Foreground(Assay.open(settings, around), this::say, this::complain).run();
    } catch (BooksException e) {
      return failed(ExitStatus.of(e.kind()), Fault.lineOf(e));
    } catch (IOException e) {
      return failed(ExitStatus.CONFIGURATION, Cause.of(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitStatus.NOT_FLUSHED;
    }
  }

  private ExitStatus failed(ExitStatus status, String line) {
    complain(line);
    return status;
  }

  private void complain(String line) {
    tell(spec.commandLine().getErr(), "assay: " + line);
  }

  private void say(String line) {
    tell(spec.commandLine().getOut(), line);
  }

  private static void tell(PrintWriter where, String line) {
    where.println(line);
    where.flush();
  }
}
