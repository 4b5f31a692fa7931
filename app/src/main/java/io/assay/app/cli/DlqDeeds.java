package io.assay.app.cli;

import io.assay.app.api.LetterPage;
import io.assay.app.cli.option.ConfigOption;
import io.assay.app.cli.option.ExitCode;
import io.assay.app.client.SystemClient;
import io.assay.app.config.Loaded;
import io.assay.app.config.Settings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// What the running system is asked to do with dead letters, one after the other.
///
/// @param method as the API has it
/// @param suffix of the path of a letter
/// @param words what becomes of a letter
record DlqDeeds(String method, String suffix, String words) {
  private static final DlqDeeds REPLAY = new DlqDeeds("POST", "/replay", "was worked again");
  private static final DlqDeeds DROP = new DlqDeeds("DELETE", "", "was dropped");

  private static final int NOT_FOUND = 404;

  /// What became of them, by id.
  record Outcome(List<Long> done, List<Long> missing) {}

  private int run(Settings settings, CommandSpec spec, List<Long> ids, boolean json) {
    Dialogue dialogue = new Dialogue(settings, spec.commandLine().getErr());
    return dialogue.ask(system -> {
      Outcome outcome = new Outcome(new ArrayList<>(), new ArrayList<>());
      for (long id : ids) {
        boolean found = act(system, id);
        (found ? outcome.done : outcome.missing).add(id);
        if (found && !json) {
          DlqCommand.print(spec, "dead letter " + id + " " + words + "\n");
        }
      }
      return tell(outcome, spec, json, dialogue);
    });
  }

  /// Has it done to one letter.
  ///
  /// @return false if there is none of that id
  private boolean act(SystemClient system, long id)
      throws SystemClient.Absent, SystemClient.Refused, IOException, InterruptedException {
    try {
      system.act(method, LetterPage.path(id) + suffix);
      return true;
    } catch (SystemClient.Refused e) {
      if (e.status() == NOT_FOUND) {
        return false;
      }
      throw e;
    }
  }

  private static int tell(Outcome outcome, CommandSpec spec, boolean json, Dialogue dialogue) {
    if (json) {
      DlqCommand.print(spec, DlqCommand.json(outcome));
    }
    for (long id : outcome.missing) {
      dialogue.failed(ExitCode.BAD_INPUT, "there is no dead letter " + id);
    }
    return outcome.missing.isEmpty() ? ExitCode.FINE : ExitCode.BAD_INPUT;
  }

  /// `assay dlq replay`.
  @Command(
      name = "replay",
      description = "Has the running system work dead letters again.",
      mixinStandardHelpOptions = true)
  static final class ReplayLetters implements Callable<Integer> {
    @Mixin private final ConfigOption config = new ConfigOption();

    @Parameters(paramLabel = "ID", arity = "1..*", description = "which ones")
    private List<Long> ids = new ArrayList<>();

    @Option(names = "--json", description = "print one JSON object and nothing else")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
      return config.then((Loaded.Fine fine) -> REPLAY.run(fine.settings(), spec, ids, json));
    }
  }

  /// `assay dlq drop`.
  @Command(
      name = "drop",
      description = "Has the running system throw dead letters away, payload and all.",
      mixinStandardHelpOptions = true)
  static final class DropLetters implements Callable<Integer> {
    @Mixin private final ConfigOption config = new ConfigOption();

    @Parameters(paramLabel = "ID", arity = "1..*", description = "which ones")
    private List<Long> ids = new ArrayList<>();

    @Option(names = "--json", description = "print one JSON object and nothing else")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
      return config.then((Loaded.Fine fine) -> DROP.run(fine.settings(), spec, ids, json));
    }
  }
}
