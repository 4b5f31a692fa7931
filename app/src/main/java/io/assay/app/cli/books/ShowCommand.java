package io.assay.app.cli.books;

import io.assay.app.cli.option.ConfigOption;
import io.assay.app.cli.option.ExitCode;
import io.assay.app.record.BooksView;
import io.assay.app.record.Paper;
import io.assay.app.record.Titles;
import io.assay.app.show.Parts;
import io.assay.app.show.Shown;
import io.assay.app.show.Subject;
import io.assay.core.asset.Asset;
import io.assay.core.call.Call;
import io.assay.core.message.ChannelId;
import io.assay.runtime.Time;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `assay show`: all that is known of one call, channel or asset.
@Command(
    name = "show",
    description = {
      "Shows a call with the words it was made in and all that came of it, a channel with its"
          + " record, or an asset with everybody who called it.",
      "What strangers wrote is shown with what cannot be seen written out."
    },
    footer = {
      "",
      "Examples:",
      "  assay show 1349910648/1234",
      "  assay show 'Harbour Calls' --as-of 2026-01-01",
      "  assay show solana:So11111111111111111111111111111111111111112",
      "  assay show '$LINK' --json"
    },
    mixinStandardHelpOptions = true)
public final class ShowCommand implements Callable<Integer> {
  @Mixin private final ConfigOption config;
  @Mixin private final BooksChoice books;

  @Parameters(
      paramLabel = "CALL|CHANNEL|ASSET",
      description =
          "a call's id, a channel's id or title or part of it, an address, chain:ADDRESS or symbol")
  private String words = "";

  @Option(names = "--json", description = "print one JSON object and nothing else")
  private boolean json;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  private final Paper paper;

  /// As an operator calls it.
  public ShowCommand() {
    this(new ConfigOption(), Time.SYSTEM, Paper.of(System.getenv()));
  }

  ShowCommand(ConfigOption config, Time time, Paper paper) {
    this.config = config;
    this.paper = paper;
    books = new BooksChoice(time);
  }

  @Override
  public Integer call() {
    return books.read(config, this::look);
  }

  private int look(BooksView view) {
    Titles titles = new Titles(view.ledger());
    return switch (Subject.of(words, view, titles)) {
      case Subject.OfCall(Call call) -> show(Parts.of(call, view, titles));
      case Subject.OfChannel(ChannelId channel) -> show(Parts.of(channel, view, titles));
      case Subject.OfAsset(Asset asset) -> show(Parts.of(asset, view, titles));
      case Subject.Several(List<String> candidates) ->
          books.failed(ExitCode.BAD_INPUT, Candidates.several(words, candidates.stream()));
      case Subject.Unknown(String why) -> books.failed(ExitCode.BAD_INPUT, why);
    };
  }

  private int show(Shown shown) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(shown.json());
    } else {
      out.print(shown.text(paper));
    }
    out.flush();
    return ExitCode.FINE;
  }
}
