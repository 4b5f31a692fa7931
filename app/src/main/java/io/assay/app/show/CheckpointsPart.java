package io.assay.app.show;

import io.assay.app.record.Columns;
import io.assay.app.record.Columns.Cell;
import io.assay.app.record.Columns.Column;
import io.assay.app.record.Figures;
import io.assay.core.call.Call;
import io.assay.core.call.CallRules;
import io.assay.core.call.Checkpoint;
import io.assay.core.call.Horizon;
import io.assay.core.output.CallFigures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What holding until each checkpoint gave, costs off, and of when that price is.
record CheckpointsPart(Call call, CallRules rules) implements Part {
  @Override
  public void print(Page page) {
    page.title("held until");
    Columns table =
        new Columns(
            List.of(
                Column.number("after", Column.ALWAYS),
                Column.number("return", Column.ALWAYS),
                Column.text("price of", Column.ALWAYS)));
    for (Horizon horizon : Horizon.values()) {
      table.add(row(horizon));
    }
    page.table(table);
  }

  private List<Cell> row(Horizon horizon) {
    String word = horizon.word();
    return switch (call.track().at(horizon)) {
      case Checkpoint.Awaited() -> row(word, Figures.UNKNOWN, "awaited");
      case Checkpoint.Missing() -> row(word, Figures.UNKNOWN, "prices ended before");
      case Checkpoint.Reached(var at, double ratio, boolean late) ->
          row(word, Figures.gain(CallFigures.gain(ratio, rules)), at + (late ? ", late" : ""));
    };
  }

  private static List<Cell> row(String word, String gain, String of) {
    return List.of(Cell.of(word), Cell.of(gain), Cell.of(of));
  }

  @Override
  public void put(Map<String, @Nullable Object> json) {
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    for (Horizon horizon : Horizon.values()) {
      Map<String, @Nullable Object> one = new LinkedHashMap<>();
      one.put("after", horizon.word());
      switch (call.track().at(horizon)) {
        case Checkpoint.Awaited() -> one.put("state", "awaited");
        case Checkpoint.Missing() -> one.put("state", "missing");
        case Checkpoint.Reached(var at, double ratio, boolean late) -> {
          one.put("state", "reached");
          one.put("at", at.toString());
          one.put("late", late);
          one.put("return", Figures.number(CallFigures.gain(ratio, rules)));
        }
      }
      all.add(one);
    }
    json.put("checkpoints", all);
  }
}
