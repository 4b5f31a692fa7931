package io.assay.app.cli.books;

import io.assay.adapters.csv.CsvText;
import io.assay.app.cli.option.ConfigOption;
import io.assay.app.cli.option.ExitCode;
import io.assay.app.record.BooksView;
import io.assay.app.record.CalibrationAnswer;
import io.assay.app.record.ChannelsAnswer;
import io.assay.app.record.Paper;
import io.assay.app.record.Titles;
import io.assay.core.flow.CallFlow;
import io.assay.core.output.Calibration;
import io.assay.core.output.ChannelTable;
import io.assay.core.output.Leaderboard;
import io.assay.core.output.Report;
import io.assay.core.output.Scope;
import io.assay.runtime.Time;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `assay channels`: whom to believe.
@Command(
    name = "channels",
    description = {
      "Ranks channels by what a follower can count on, with what the ranking rests on.",
      "Looks into the books of a running system, of one that has stopped, or of a replay (--db)."
    },
    footer = {
      "",
      "Examples:",
      "  assay channels",
      "  assay channels --chain solana --min 20",
      "  assay channels --as-of 2026-01-01 --json | jq '.channels[0]'",
      "  assay channels --db assay.db --sort win",
      "  assay channels --calibration"
    },
    mixinStandardHelpOptions = true)
public final class ChannelsCommand implements Callable<Integer> {
  @Mixin private final ConfigOption config;
  @Mixin private final BooksChoice books;
  @Mixin private final Form form = new Form();

  @Option(
      names = "--chain",
      paramLabel = "CHAIN",
      description = "count and judge by calls of this chain alone; also coin and listing")
  private String chain = "";

  @Option(
      names = "--min",
      paramLabel = "N",
      description = "only channels with so many mature calls at least")
  private long least;

  @Option(
      names = "--sort",
      paramLabel = "KEY",
      defaultValue = "lower",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}); ranks stay as they are")
  private Leaderboard.Order order = Leaderboard.Order.LOWER;

  @Option(
      names = "--calibration",
      description = "instead: how far the chances can be relied on that were told of new calls")
  private boolean calibration;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  private final Paper paper;

  /// As an operator calls it.
  public ChannelsCommand() {
    this(new ConfigOption(), Time.SYSTEM, Paper.of(System.getenv()));
  }

  ChannelsCommand(ConfigOption config, Time time, Paper paper) {
    this.config = config;
    this.paper = paper;
    books = new BooksChoice(time);
  }

  @Override
  public Integer call() {
    form.check();
    if (least < 0) {
      throw new ParameterException(spec.commandLine(), "--min is no less than 0");
    }
    Scope scope = scope();
    if (calibration && (form.csv() || !scope.isAll() || least > 0)) {
      throw new ParameterException(
          spec.commandLine(), "--calibration is of all calls, as text or --json");
    }
    return books.read(config, view -> calibration ? calibrate(view) : show(view, scope));
  }

  private int calibrate(BooksView view) {
    var answer =
        new CalibrationAnswer(
            Calibration.of(view.ledger()),
            new Titles(view.ledger()),
            view.standing().clock().toString());
    PrintWriter out = spec.commandLine().getOut();
    out.print(form.json() ? answer.json() + "\n" : answer.text(paper));
    out.flush();
    return ExitCode.FINE;
  }

  private Scope scope() {
    String word = chain.toLowerCase(Locale.ROOT);
    if (!word.isEmpty() && !Scope.markets().contains(word)) {
      throw new ParameterException(
          spec.commandLine(), "“" + chain + "” is none of " + String.join(", ", Scope.markets()));
    }
    return new Scope(word);
  }

  private int show(BooksView view, Scope scope) {
    Report report = Report.of(view.ledger(), CallFlow.VERSION, scope);
    long leastCalls =
        form.isText() || !scope.isAll() ? 1 : 0; // who never called has no row to read
    List<Leaderboard.Place> places = Leaderboard.of(report, order, leastCalls, least);
    ChannelsAnswer answer = new ChannelsAnswer(report, scope, order, places);
    PrintWriter out = spec.commandLine().getOut();
    if (form.json()) {
      out.println(answer.json());
    } else if (form.csv()) {
      CsvText.write(out, ChannelTable.header(), answer.rows()::forEach);
    } else {
      out.print(answer.text(paper));
    }
    out.flush();
    return ExitCode.FINE;
  }
}
