package io.assay.app.show;

import io.assay.app.record.CallFields;
import io.assay.app.record.Columns;
import io.assay.app.record.Columns.Cell;
import io.assay.app.record.Columns.Column;
import io.assay.app.record.Figures;
import io.assay.core.call.Call;
import io.assay.core.call.Exit;
import io.assay.core.call.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How each exit policy ended, costs off, and why.
record ExitsPart(Call call) implements Part {
  @Override
  public void print(Page page) {
    page.title("out by");
    Columns table =
        new Columns(
            List.of(
                Column.number("policy", Column.ALWAYS),
                Column.number("return", Column.ALWAYS),
                Column.text("at", Column.ALWAYS),
                Column.text("because of", Column.ALWAYS)));
    for (Policy policy : Policy.values()) {
      table.add(row(policy.word(), call.track().exit(policy)));
    }
    page.table(table);
  }

  private static List<Cell> row(String policy, Exit exit) {
    return switch (exit) {
      case Exit.Awaited(int sold) -> row(policy, Figures.UNKNOWN, "awaited", sold(sold));
      case Exit.NotStated() -> row(policy, Figures.UNKNOWN, "", "the caller stated none");
      case Exit.Unknown() -> row(policy, Figures.UNKNOWN, "unknown", "prices ended before");
      case Exit.Done(var at, var reason, double gross) ->
          row(policy, Figures.gain(gross - 1), at.toString(), reason(reason));
    };
  }

  private static String sold(int parts) {
    return parts == 0 ? "" : parts + (parts == 1 ? " part sold" : " parts sold");
  }

  private static String reason(Exit.Reason reason) {
    return switch (reason) {
      case AMBIGUOUS -> "a stop and the next level in one candle: taken for the stop";
      case TAKE_PROFIT, STOP, TIME_OUT, DEAD -> Figures.word(reason).replace('_', ' ');
    };
  }

  private static List<Cell> row(String policy, String gain, String at, String why) {
    return List.of(Cell.of(policy), Cell.of(gain), Cell.of(at), Cell.of(why));
  }

  @Override
  public void put(Map<String, @Nullable Object> json) {
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    for (Policy policy : Policy.values()) {
      all.add(CallFields.exit(policy.word(), call.track().exit(policy)));
    }
    json.put("exits", all);
  }
}
