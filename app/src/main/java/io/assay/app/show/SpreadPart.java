package io.assay.app.show;

import io.assay.app.record.Figures;
import io.assay.app.screen.Cells;
import io.assay.core.output.Distribution;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the returns of a channel's mature calls are spread: a bar a range.
record SpreadPart(Distribution spread) implements Part {
  private static final int LONGEST = 24;

  @Override
  public void print(Page page) {
    page.title("returns of mature calls, costs off");
    if (spread.isEmpty()) {
      page.line("none yet");
      return;
    }
    page.line(row("", "by +50/−50", "held for 7 d"));
    long most = 1;
    for (Distribution.Range range : spread.ranges()) {
      most = Math.max(most, Math.max(range.reference(), range.held()));
    }
    for (Distribution.Range range : spread.ranges()) {
      page.line(row(words(range), bar(range.reference(), most), bar(range.held(), most)));
    }
  }

  private static String row(String range, String reference, String held) {
    return Cells.right(range, 16) + "  " + Cells.left(reference, LONGEST + 5) + held;
  }

  private static String bar(long count, long most) {
    long length = count == 0 ? 0 : Math.max(1, count * LONGEST / most);
    return "█".repeat((int) length) + (count == 0 ? "·" : " " + count);
  }

  private static String words(Distribution.Range range) {
    if (Double.isInfinite(range.to())) {
      return Figures.gain(range.from()) + " and more";
    }
    return range.from() <= -1
        ? "under " + Figures.gain(range.to())
        : "%+.0f … %s".formatted(range.from() * 100, Figures.gain(range.to()));
  }

  @Override
  public void put(Map<String, @Nullable Object> json) {
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    for (Distribution.Range range : spread.ranges()) {
      Map<String, @Nullable Object> one = new LinkedHashMap<>();
      one.put("from", Figures.number(range.from()));
      one.put("to", Figures.number(range.to()));
      one.put("reference", range.reference());
      one.put("held7d", range.held());
      all.add(one);
    }
    json.put("returns", all);
  }
}
