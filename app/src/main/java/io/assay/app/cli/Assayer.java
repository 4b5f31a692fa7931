package io.assay.app.cli;

import io.assay.app.cli.books.CallsCommand;
import io.assay.app.cli.books.ChannelsCommand;
import io.assay.app.cli.books.ShowCommand;
import io.assay.app.cli.option.Cause;
import io.assay.app.cli.option.ExitCode;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The command `assay`.
@Command(
    name = "assay",
    description = "Open-source crypto call intelligence: what a channel's word is worth.",
    mixinStandardHelpOptions = true,
    versionProvider = Assayer.Version.class,
    subcommands = {
      RunCommand.class,
      StatusCommand.class,
      DlqCommand.class,
      VoidCommand.class,
      ReadCommand.class,
      QuoteCommand.class,
      DemoCommand.class,
      DoctorCommand.class,
      ChannelsCommand.class,
      CallsCommand.class,
      ShowCommand.class,
      ReplayCommand.class,
      VerifyCommand.class,
      CheckConfigCommand.class,
      PrintConfigCommand.class
    })
public final class Assayer implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  /// Runs a command line.
  ///
  /// @return the exit code
  public static int run(PrintWriter out, PrintWriter err, String... words) {
    CommandLine line =
        new CommandLine(new Assayer())
            .setOut(out)
            .setErr(err)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler(Assayer::misused)
            .setExecutionExceptionHandler((e, command, _) -> broken(e, command.getErr()));
    try {
      return line.execute(words);
    } catch (OutOfMemoryError e) {
      err.println("assay: not enough memory; give more, such as ASSAY_JAVA_OPTS=-Xmx1g");
      return ExitCode.TRY_AGAIN;
    } catch (Error e) {
      return broken(e, err);
    }
  }

  /// Runs a command line on the standard streams.
  public static int run(String... words) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = run(out, err, words);
    boolean heard = !out.checkError();
    if (code == ExitCode.FINE && !heard) {
      err.println("assay: standard output cannot be written");
      code = ExitCode.NOT_WRITTEN;
    }
    err.flush();
    return code;
  }

  private static int misused(CommandLine.ParameterException e, String... words) {
    PrintWriter err = e.getCommandLine().getErr();
    err.println("assay: " + e.getMessage());
    err.println("Try: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE;
  }

  /// What a command did not expect: a folder that is full, a library that cannot be unpacked, or a
  /// bug.
  private static int broken(Throwable e, PrintWriter err) {
    if (e instanceof UncheckedIOException unwritable) {
      err.println("assay: " + Cause.of(Objects.requireNonNull(unwritable.getCause(), "cause")));
      return ExitCode.NOT_WRITTEN;
    }
    if (e instanceof LinkageError && isOfALibrary(e)) {
      String folder = System.getProperty("java.io.tmpdir");
      err.println(
          "assay: a library cannot be unpacked to the temporary folder "
              + folder
              + " and loaded: is it full, or are programs forbidden in it? Another one:"
              + " ASSAY_JAVA_OPTS=-Djava.io.tmpdir=DIR");
      return ExitCode.NOT_WRITTEN;
    }
    err.println("assay: this is a bug, please report it: " + e + place(e));
    return ExitCode.BUG;
  }

  /// Whether what failed is the unpacking or loading of a library's native part.
  private static boolean isOfALibrary(Throwable e) {
    boolean own = e instanceof UnsatisfiedLinkError || String.valueOf(e).contains("unpack");
    Throwable cause = e.getCause();
    return own || (cause != null && isOfALibrary(cause));
  }

  /// Where in this program it happened: all of a stack trace that a report needs.
  private static String place(Throwable e) {
    return Arrays.stream(e.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith("io.assay."))
        .findFirst()
        .map(frame -> " at " + frame)
        .orElse("");
  }

  /// Without a command there is nothing to do but to say what could be done.
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /// The version of the jar that runs.
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Assayer.class.getPackage().getImplementationVersion();
      return new String[] {"assay " + (version == null ? "(not packaged)" : version)};
    }
  }
}
