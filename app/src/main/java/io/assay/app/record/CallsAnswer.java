package io.assay.app.record;

import io.assay.app.record.Columns.Cell;
import io.assay.app.record.Columns.Column;
import io.assay.app.screen.Cells;
import io.assay.app.screen.Ink;
import io.assay.core.call.Call;
import io.assay.core.call.CallState;
import io.assay.core.call.Entry;
import io.assay.core.call.Exit;
import io.assay.core.output.CallFigures;
import io.assay.core.output.CallSearch;
import io.assay.core.output.CallTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/// Calls that were looked for, one line each.
public record CallsAnswer(CallSearch.Found found, Titles titles, BooksView view) {
  private static final List<Column> COLUMNS =
      List.of(
          Column.number("called (UTC)", Column.ALWAYS),
          Column.text("channel", Column.ALWAYS),
          Column.text("asset", Column.ALWAYS),
          Column.text("side", 40),
          Column.text("state", 70),
          Column.number("entry USD", 20),
          Column.number("best", 30),
          Column.number("now", 50),
          Column.text("exit", 60),
          Column.number("return", 90),
          Column.text("call", 80));

  public CallsAnswer {
    Objects.requireNonNull(found, "found");
    Objects.requireNonNull(titles, "titles");
    Objects.requireNonNull(view, "view");
  }

  /// Gives one JSON object a line, with nothing in it that a terminal would obey.
  public void json(Consumer<String> lines) {
    for (Call call : found.calls()) {
      String line = JsonMapper.shared().writeValueAsString(CallFields.of(call, titles, view));
      lines.accept(Cells.escaped(line));
    }
  }

  /// Gives the rows of `calls.csv`, of these calls.
  public void rows(Consumer<List<String>> reader) {
    CallTable.rows(view.ledger(), view.standing(), found.calls(), reader);
  }

  /// A table, and how much of all it is.
  public String text(Paper paper) {
    if (found.calls().isEmpty()) {
      return "no such call as of " + view.standing().clock() + "\n";
    }
    Columns.Laid laid = table().on(paper);
    StringBuilder text = new StringBuilder(laid.text()).append('\n');
    int shown = found.calls().size();
    text.append(shown < found.all() ? Figures.count(shown) + " of " : "");
    text.append(Figures.count(found.all(), "call")).append(" as of ");
    text.append(view.standing().clock());
    text.append(shown < found.all() ? "; --limit shows more\n" : "\n");
    text.append(
        """
        best and now: held to a checkpoint, or to the last known price. return: by the
          exit at +50 % or −50 %, else after 7 d. All from a human's entry, costs off.
        """);
    if (!laid.left().isEmpty()) {
      text.append(paper.wrapped("no room for: " + String.join(", ", laid.left()), 2));
    }
    return text.toString();
  }

  /// The calls as a table.
  public Columns table() {
    Columns table = new Columns(COLUMNS);
    found.calls().forEach(call -> table.add(row(call)));
    return table;
  }

  private List<Cell> row(Call call) {
    CallFigures figures = CallFigures.of(call, view.standing().rules());
    List<Cell> row = new ArrayList<>();
    row.add(Cell.of(Figures.minute(call.claim().at())));
    row.add(Cell.of(titles.name(call.channel())));
    row.add(Cell.of(view.symbols().brief(call.claim().asset())));
    row.add(Cell.of(Figures.word(call.claim().side())));
    row.add(state(call.state()));
    row.add(Cell.of(entry(call.track().entry())));
    row.add(
        Cell.of(
            figures
                .best()
                .map(best -> best.horizon().word() + " " + Figures.gain(best.gain()))
                .orElse(Figures.UNKNOWN)));
    row.add(Cell.of(Figures.gain(figures.now())));
    row.add(Cell.of(exit(figures.reference())));
    row.add(gain(figures));
    row.add(Cell.of(call.id().toString()));
    return row;
  }

  private static Cell state(CallState state) {
    Ink.Tone tone = state == CallState.UNPRICEABLE ? Ink.Tone.FAINT : Ink.Tone.PLAIN;
    return new Cell(Figures.word(state), tone);
  }

  private static String entry(Entry entry) {
    return entry instanceof Entry.Priced priced ? Figures.usd(priced.usd()) : Figures.UNKNOWN;
  }

  private static String exit(Exit exit) {
    return switch (exit) {
      case Exit.Awaited(int _) -> "awaited";
      case Exit.NotStated() -> "not stated";
      case Exit.Unknown() -> "unknown";
      case Exit.Done done -> Figures.word(done.reason()).replace('_', ' ');
    };
  }

  private static Cell gain(CallFigures figures) {
    var result = figures.result();
    Ink.Tone tone =
        result.isEmpty() ? Ink.Tone.FAINT : result.getAsDouble() > 0 ? Ink.Tone.GOOD : Ink.Tone.BAD;
    return new Cell(Figures.gain(result), tone);
  }
}
