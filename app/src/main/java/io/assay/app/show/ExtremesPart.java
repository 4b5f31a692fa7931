package io.assay.app.show;

import io.assay.app.record.Figures;
import io.assay.core.call.Call;
import io.assay.core.call.CallRules;
import io.assay.core.call.Course;
import io.assay.core.call.Entry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// The course since the entry. The raw high is for display only, since nobody sells at the top;
/// beside it stands what could have been sold.
record ExtremesPart(Call call, CallRules rules) implements Part {
  @Override
  public void print(Page page) {
    if (!(call.track().entry() instanceof Entry.Priced)) {
      return;
    }
    Course course = call.track().course();
    page.title("course, for display only: no rank and no verdict uses it");
    page.field("raw high", Figures.multiple(course.high()) + " of the entry, " + course.highAt());
    OptionalDouble exitable = course.exitableHigh(call.costs(rules));
    page.field(
        "exitable",
        exitable.isPresent()
            ? Figures.multiple(exitable.getAsDouble()) + ": seen twice, and the ticket could go"
            : Figures.UNKNOWN);
    page.field("low", Figures.multiple(course.low()) + " of the entry");
    page.field("drawdown", Figures.share(course.drawdownBeforePeak()) + " before the high");
    page.field("in profit", course.inProfit().toHours() + " h of closes above the entry and costs");
    if (call.isRugged()) {
      page.field("rugged", "fell to a tenth within a day, and nobody trades it any more");
    }
  }

  @Override
  public void put(Map<String, @Nullable Object> json) {
    if (!(call.track().entry() instanceof Entry.Priced)) {
      json.put("course", null);
      return;
    }
    Course course = call.track().course();
    Map<String, @Nullable Object> one = new LinkedHashMap<>();
    one.put("rawHigh", Figures.number(course.high()));
    one.put("rawHighAt", Figures.instant(course.highAt()));
    one.put("rawHighUse", "for display only");
    one.put("exitableHigh", Figures.number(course.exitableHigh(call.costs(rules))));
    one.put("low", Figures.number(course.low()));
    one.put("drawdownBeforePeak", Figures.number(course.drawdownBeforePeak()));
    one.put("secondsInProfit", course.inProfit().toSeconds());
    one.put("rugged", call.isRugged());
    json.put("course", one);
  }
}
