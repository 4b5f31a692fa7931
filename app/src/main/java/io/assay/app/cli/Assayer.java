package io.assay.app.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
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
    return new CommandLine(new Assayer())
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Assayer::misused)
        .setExecutionExceptionHandler(Assayer::broken)
        .execute(words);
  }

  /// Runs a command line on the standard streams.
  public static int run(String... words) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code;
    try {
      code = run(out, err, words);
    } catch (OutOfMemoryError e) {
      err.println("assay: not enough memory; give more, such as ASSAY_JAVA_OPTS=-Xmx1g");
      code = ExitCode.TRY_AGAIN;
    }
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

  private static int broken(
      Exception e, CommandLine command, CommandLine.@Nullable ParseResult parsed) {
    command.getErr().println("assay: this is a bug, please report it: " + e + place(e));
    return ExitCode.BUG;
  }

  /// Where in this program it happened: all of a stack trace that a report needs.
  private static String place(Exception e) {
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
