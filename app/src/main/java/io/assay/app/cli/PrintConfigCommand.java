package io.assay.app.cli;

import io.assay.app.cli.option.ConfigOption;
import io.assay.app.cli.option.ExitCode;
import io.assay.app.config.Loaded;
import io.assay.app.screen.ConfigListing;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `assay print-config`: every value in force and where it comes from.
@Command(
    name = "print-config",
    description = "Prints the configuration in force, and where each value comes from.",
    mixinStandardHelpOptions = true)
final class PrintConfigCommand implements Callable<Integer> {
  @Mixin private final ConfigOption config;

  @Option(names = "--explain", description = "say above each key what it is")
  private boolean explain;

  @Option(names = "--json", description = "print a JSON list of keys and nothing else")
  private boolean json;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  PrintConfigCommand() {
    this(new ConfigOption());
  }

  PrintConfigCommand(ConfigOption config) {
    this.config = config;
  }

  @Override
  public Integer call() {
    return config.then(this::print);
  }

  private int print(Loaded.Fine fine) {
    ConfigListing listing = new ConfigListing(fine.values());
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? listing.json() : listing.yaml(explain).stripTrailing());
    out.flush();
    return ExitCode.FINE;
  }
}
