package io.assay.app.cli;

import io.assay.app.cli.option.ConfigOption;
import io.assay.app.cli.option.ExitCode;
import io.assay.app.config.Loaded;
import io.assay.app.config.binding.Effective;
import io.assay.app.config.document.Origin;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `assay check-config`: whether the configuration can be used, and everything that is wrong if
/// not.
@Command(
    name = "check-config",
    description = "Checks the configuration: the file, the environment, the files of secrets.",
    mixinStandardHelpOptions = true)
final class CheckConfigCommand implements Callable<Integer> {
  @Mixin private final ConfigOption config;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  CheckConfigCommand() {
    this(new ConfigOption());
  }

  CheckConfigCommand(ConfigOption config) {
    this.config = config;
  }

  @Override
  public Integer call() {
    return config.then(this::praise);
  }

  private int praise(Loaded.Fine fine) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "the configuration is fine: %d keys from the file, %d from the environment, %d defaults%n",
        count(fine, Origin.Place.class),
        count(fine, Origin.Variable.class),
        count(fine, Origin.Default.class));
    out.flush();
    return ExitCode.FINE;
  }

  private static long count(Loaded.Fine fine, Class<? extends Origin> kind) {
    return fine.values().stream().map(Effective::origin).filter(kind::isInstance).count();
  }
}
