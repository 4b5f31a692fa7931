package io.assay.app.cli.option;

import io.assay.app.config.Configuration;
import io.assay.app.config.Loaded;
import io.assay.app.config.document.Problem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The option `-c FILE` of every command that needs the configuration.
public final class ConfigOption {
  private static final int SHOWN_PROBLEMS = 50;

  private final Map<String, String> environment;

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description = "the configuration (default: what ASSAY_CONFIG names, or none)")
  private @Nullable Path file;

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec command;

  /// With the environment of the process.
  public ConfigOption() {
    this(System.getenv());
  }

  public ConfigOption(Map<String, String> environment) {
    this.environment = environment;
  }

  /// Loads the configuration again, such as for a reload.
  public Loaded load() {
    return Configuration.load(file, environment);
  }

  /// Does something with the configuration, or says on standard error what is wrong with it.
  ///
  /// @param work gives an exit code
  /// @return the exit code: that of the work, or 78
  public int then(ToIntFunction<Loaded.Fine> work) {
    return switch (load()) {
      case Loaded.Fine fine -> work.applyAsInt(fine);
      case Loaded.Wrong(List<Problem> problems) -> {
        tell(problems);
        yield ExitCode.CONFIGURATION;
      }
    };
  }

  private void tell(List<Problem> problems) {
    PrintWriter err = command.commandLine().getErr();
    problems.stream().limit(SHOWN_PROBLEMS).forEach(problem -> err.println("assay: " + problem));
    if (problems.size() > SHOWN_PROBLEMS) {
      err.println("… and " + (problems.size() - SHOWN_PROBLEMS) + " more");
    }
    err.flush();
  }
}
