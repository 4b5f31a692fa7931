package io.assay.app.cli;

import io.assay.app.cli.option.ConfigOption;
import io.assay.app.cli.option.ExitCode;
import io.assay.app.client.SystemClient;
import io.assay.app.client.SystemStatus;
import io.assay.app.config.Loaded;
import io.assay.app.screen.Cells;
import io.assay.app.screen.Ink;
import io.assay.app.screen.StatusScreen;
import io.assay.app.web.Json;
import io.assay.runtime.Time;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `assay status`: how the running system is, on one screen.
@Command(
    name = "status",
    description = "Shows how the running system is: parts, tasks, resources, speed, alerts.",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
  /// To the top left, and nothing below.
  private static final String CLEAR = "\033[H\033[J";

  private static final CountDownLatch NEVER = new CountDownLatch(1);

  @Mixin private final ConfigOption config;

  @Option(names = "--json", description = "print one JSON object and nothing else")
  private boolean json;

  @Option(
      names = "--watch",
      paramLabel = "SECONDS",
      arity = "0..1",
      fallbackValue = "2",
      description = "show it again every so many seconds (2 where none are given)")
  private @Nullable Integer every;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  private final Ink ink;
  private final Time time;

  StatusCommand() {
    this(new ConfigOption(), Ink.of(System.getenv()), Time.SYSTEM);
  }

  StatusCommand(ConfigOption config, Ink ink, Time time) {
    this.config = config;
    this.ink = ink;
    this.time = time;
  }

  @Override
  public Integer call() {
    if (every != null && every < 1) {
      throw new ParameterException(spec.commandLine(), "--watch needs a second at least");
    }
    return config.then(this::ask);
  }

  private int ask(Loaded.Fine loaded) {
    PrintWriter err = spec.commandLine().getErr();
    return new Dialogue(loaded.settings(), err).ask(this::show);
  }

  private int show(SystemClient system)
      throws SystemClient.Absent, SystemClient.Refused, IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    do {
      Map<String, JsonNode> said = SystemStatus.raw(system);
      out.print(json ? line(said) : clear() + StatusScreen.of(SystemStatus.of(said), ink));
      out.flush();
    } while (every != null && !time.await(NEVER, Duration.ofSeconds(every)));
    return ExitCode.FINE;
  }

  private String clear() {
    return every != null && ink.coloured() ? CLEAR : "";
  }

  private static String line(Map<String, JsonNode> said) {
    return Cells.escaped(new String(Json.bytes(said), StandardCharsets.UTF_8)) + "\n";
  }
}
