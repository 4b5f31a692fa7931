package io.assay.app.cli.books;

import io.assay.adapters.csv.CsvText;
import io.assay.app.cli.option.ConfigOption;
import io.assay.app.cli.option.ExitCode;
import io.assay.app.cli.option.InstantOption;
import io.assay.app.record.AssetWords;
import io.assay.app.record.BooksView;
import io.assay.app.record.CallsAnswer;
import io.assay.app.record.Paper;
import io.assay.app.record.Titles;
import io.assay.core.call.Call;
import io.assay.core.call.CallState;
import io.assay.core.message.ChannelId;
import io.assay.core.output.CallSearch;
import io.assay.core.output.CallTable;
import io.assay.runtime.Time;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `assay calls`: what was called, and what came of it.
@Command(
    name = "calls",
    description = {
      "Lists calls, newest first, one line each: entry, how it stands, and what it came to.",
      "--json prints one JSON object a line."
    },
    footer = {
      "",
      "Examples:",
      "  assay calls --limit 10",
      "  assay calls --channel 'Harbour Calls' --state open",
      "  assay calls --asset '$LINK' --since 2026-01-01 --until 2026-02-01",
      "  assay calls --db assay.db --sort return --csv > calls.csv"
    },
    mixinStandardHelpOptions = true)
public final class CallsCommand implements Callable<Integer> {
  @Mixin private final ConfigOption config;
  @Mixin private final BooksChoice books;
  @Mixin private final Form form = new Form();

  @Option(
      names = "--channel",
      paramLabel = "CHANNEL",
      description = "only of this one: its id, its title, or a part of that that no other has")
  private @Nullable String channel;

  @Option(
      names = "--asset",
      paramLabel = "ASSET",
      description = "only of this one: an address, solana:ADDRESS, coin:bitcoin, or a symbol")
  private @Nullable String asset;

  @Option(names = "--state", paramLabel = "STATE", description = "only ${COMPLETION-CANDIDATES}")
  private @Nullable CallState state;

  @Option(
      names = "--since",
      paramLabel = "INSTANT",
      converter = InstantOption.class,
      description = "only those made then or later")
  private @Nullable Instant since;

  @Option(
      names = "--until",
      paramLabel = "INSTANT",
      converter = InstantOption.class,
      description = "only those made before")
  private @Nullable Instant until;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "at most so many (default: ${DEFAULT-VALUE})")
  private int limit;

  @Option(
      names = "--sort",
      paramLabel = "KEY",
      defaultValue = "newest",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
  private CallSearch.Order order = CallSearch.Order.NEWEST;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  private final Paper paper;

  /// As an operator calls it.
  public CallsCommand() {
    this(new ConfigOption(), Time.SYSTEM, Paper.of(System.getenv()));
  }

  CallsCommand(ConfigOption config, Time time, Paper paper) {
    this.config = config;
    this.paper = paper;
    books = new BooksChoice(time);
  }

  @Override
  public Integer call() {
    form.check();
    if (limit < 1) {
      throw new ParameterException(spec.commandLine(), "--limit is 1 at least");
    }
    return books.read(config, this::look);
  }

  private int look(BooksView view) {
    Titles titles = new Titles(view.ledger());
    Predicate<Call> wanted = this::isWanted;
    if (channel != null) {
      List<ChannelId> named = titles.find(channel);
      if (named.size() != 1) {
        return books.failed(ExitCode.BAD_INPUT, Candidates.channels(channel, named, titles));
      }
      wanted = wanted.and(call -> call.channel().equals(named.getFirst()));
    }
    if (asset != null) {
      AssetWords words = new AssetWords(asset);
      wanted = wanted.and(call -> words.name(call.claim().asset(), view.symbols()));
    }
    CallSearch.Found found =
        new CallSearch(wanted, order, limit).in(view.ledger(), view.standing());
    return tell(new CallsAnswer(found, titles, view));
  }

  private boolean isWanted(Call call) {
    Instant at = call.claim().at();
    return (state == null || call.state() == state)
        && (since == null || !at.isBefore(since))
        && (until == null || at.isBefore(until));
  }

  private int tell(CallsAnswer answer) {
    PrintWriter out = spec.commandLine().getOut();
    if (form.json()) {
      answer.json(out::println);
    } else if (form.csv()) {
      CsvText.write(out, CallTable.header(), answer::rows);
    } else {
      out.print(answer.text(paper));
    }
    out.flush();
    return ExitCode.FINE;
  }
}
