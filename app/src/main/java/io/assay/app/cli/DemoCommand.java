package io.assay.app.cli;

import io.assay.adapters.sqlite.BooksException;
import io.assay.app.cli.option.Cause;
import io.assay.app.cli.option.ExitCode;
import io.assay.app.demo.FindingsText;
import io.assay.app.demo.HeadlessDemo;
import io.assay.app.replay.Progress;
import io.assay.app.screen.BarProgress;
import io.assay.sim.crowd.Scenario;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `assay demo`: a simulated market and channels of known skill, judged like real ones.
@Command(
    name = "demo",
    description = "Plays simulated channels of known skill through the real system.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  @Option(
      names = "--headless",
      description = "play it as fast as it goes, without a server, and print what came of it")
  private boolean headless;

  @Option(names = "--json", description = "with --headless: print one JSON object and nothing else")
  private boolean json;

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "120",
      description = "days that it lasts; posts end 30 days before (default: ${DEFAULT-VALUE})")
  private int days;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "which world: the same seed is the same one (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--channels",
      paramLabel = "N",
      defaultValue = "60",
      description = "channels that post, 1 to 1000 (default: ${DEFAULT-VALUE})")
  private int channels;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public Integer call() {
    long begun = System.nanoTime();
    Scenario scenario = scenario();
    if (!headless) {
      throw new ParameterException(spec.commandLine(), "only --headless is there yet");
    }
    try {
      Progress progress = json ? Progress.NONE : BarProgress.onTerminal();
      var findings = HeadlessDemo.play(scenario, progress);
      FindingsText text = new FindingsText(findings, (System.nanoTime() - begun) / 1e9);
      PrintWriter out = spec.commandLine().getOut();
      out.println(json ? text.json() : text.text().stripTrailing());
      out.flush();
      return ExitCode.FINE;
    } catch (BooksException e) {
      return failed(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return failed(Cause.of(e));
    }
  }

  private Scenario scenario() {
    try {
      return Scenario.of(seed, days, channels);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private int failed(String cause) {
    spec.commandLine().getErr().println("assay: " + cause);
    return ExitCode.NOT_WRITTEN;
  }
}
