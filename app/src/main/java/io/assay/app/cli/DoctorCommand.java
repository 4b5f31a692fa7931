package io.assay.app.cli;

import io.assay.app.cli.option.ConfigOption;
import io.assay.app.cli.option.ExitCode;
import io.assay.app.config.Loaded;
import io.assay.app.doctor.Examination;
import io.assay.app.doctor.Finding;
import io.assay.app.screen.DoctorScreen;
import io.assay.app.screen.Ink;
import io.assay.runtime.Time;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `assay doctor`: tries everything outside that the system needs, and says what to do.
@Command(
    name = "doctor",
    description = {
      "Tries what the system needs: folders, who may read secrets, disk, each provider of prices,"
          + " the clock; and says what is connected and what is not.",
      "Says what was tried, what came back and what to do (75: something does not work)."
    },
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  @Mixin private final ConfigOption config;

  @Option(names = "--json", description = "print one JSON object a line and nothing else")
  private boolean json;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  private final Ink ink;
  private final Time time;

  DoctorCommand() {
    this(new ConfigOption(), Ink.of(System.getenv()), Time.SYSTEM);
  }

  DoctorCommand(ConfigOption config, Ink ink, Time time) {
    this.config = config;
    this.ink = ink;
    this.time = time;
  }

  @Override
  public Integer call() {
    return config.then(this::examine);
  }

  private int examine(Loaded.Fine loaded) {
    PrintWriter out = spec.commandLine().getOut();
    try {
      List<Finding> findings = new Examination(loaded, time).findings();
      out.print(json ? DoctorScreen.json(findings) : DoctorScreen.of(findings, ink));
      out.flush();
      boolean bad = findings.stream().anyMatch(it -> it.grade() == Finding.Grade.BAD);
      return bad ? ExitCode.TRY_AGAIN : ExitCode.FINE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.TRY_AGAIN;
    }
  }
}
