package io.assay.app.cli.books;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// In which form a list is told: the options `--json` and `--csv`, one at most.
final class Form {
  @Option(names = "--json", description = "print JSON and nothing else")
  private boolean json;

  @Option(names = "--csv", description = "print CSV and nothing else")
  private boolean csv;

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec command;

  /// Refuses both at once.
  void check() {
    if (json && csv) {
      throw new ParameterException(command.commandLine(), "either --json or --csv");
    }
  }

  boolean isText() {
    return !json && !csv;
  }

  boolean json() {
    return json;
  }

  boolean csv() {
    return csv;
  }
}
