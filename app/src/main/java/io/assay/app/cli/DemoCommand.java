package io.assay.app.cli;

import io.assay.adapters.sqlite.BooksException;
import io.assay.app.cli.option.Cause;
import io.assay.app.cli.option.ExitCode;
import io.assay.app.config.Loaded;
import io.assay.app.config.Settings;
import io.assay.app.config.document.Problem;
import io.assay.app.demo.DemoFolder;
import io.assay.app.demo.Findings;
import io.assay.app.demo.FindingsText;
import io.assay.app.demo.HeadlessDemo;
import io.assay.app.demo.LiveDemo;
import io.assay.app.logging.Logging;
import io.assay.app.replay.Progress;
import io.assay.app.screen.BarProgress;
import io.assay.app.system.Assay;
import io.assay.app.system.Surroundings;
import io.assay.sim.crowd.Scenario;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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

  @Option(
      names = "--speed",
      paramLabel = "N",
      defaultValue = "43200",
      description =
          "seconds of its time in one of ours (default: ${DEFAULT-VALUE}, half a day a second)")
  private double speed;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8787",
      description = "where its pages are; another if it is taken (default: ${DEFAULT-VALUE})")
  private int port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "keep books and configuration here (default: nothing is kept)")
  private @Nullable Path data;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public Integer call() {
    if (json && !headless) {
      throw misused("--json needs --headless");
    }
    if (!(speed >= 1 && speed <= 1e7)) {
      throw misused("--speed is 1 to 10000000");
    }
    Scenario scenario = scenario();
    try {
      return headless ? playAtOnce(scenario) : live(scenario);
    } catch (BooksException e) {
      return failed(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return failed(Cause.of(e));
    }
  }

  private ParameterException misused(String cause) {
    return new ParameterException(spec.commandLine(), cause);
  }

  private int playAtOnce(Scenario scenario) throws IOException {
    long begun = System.nanoTime();
    Progress progress = json ? Progress.NONE : BarProgress.onTerminal();
    Findings findings = HeadlessDemo.play(scenario, progress);
    FindingsText text = new FindingsText(findings, (System.nanoTime() - begun) / 1e9);
    say(json ? text.json() : text.text().stripTrailing());
    return ExitCode.FINE;
  }

  private int live(Scenario scenario) throws IOException {
    try (DemoFolder folder = DemoFolder.make(data, port)) {
      return switch (folder.load()) {
        case Loaded.Fine fine -> live(scenario, folder, fine.settings());
        case Loaded.Wrong(List<Problem> problems) ->
            failed(String.valueOf(problems.getFirst())); // such as a folder that YAML cannot name
      };
    }
  }

  private int live(Scenario scenario, DemoFolder folder, Settings settings) throws IOException {
    LiveDemo demo = new LiveDemo(scenario, speed, this::say);
    Surroundings around = demo.surround(Surroundings.of(folder::load), settings);
    String label = "SIMULATED " + around.systemId();
    try (Logging _ = Logging.start(settings, label, System.getenv())) {
      say("SIMULATED: no real channel, no real token. No key, no network.");
      say("./assay status -c " + folder.configuration() + " tells how it is.");
      return new Foreground(Assay.open(settings, around), this::say, this::failed).run().code();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.NOT_WRITTEN;
    }
  }

  private void say(String words) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(words);
    out.flush();
  }

  private Scenario scenario() {
    try {
      return Scenario.of(seed, days, channels);
    } catch (IllegalArgumentException e) {
      throw misused(String.valueOf(e.getMessage()));
    }
  }

  private int failed(String cause) {
    spec.commandLine().getErr().println("assay: " + cause);
    return ExitCode.NOT_WRITTEN;
  }
}
