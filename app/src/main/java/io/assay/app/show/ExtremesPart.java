package io.assay.app.show;

import io.assay.app.record.Figures;
import io.assay.core.call.Call;
import io.assay.core.call.Entry;
import io.assay.core.call.Peak;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The raw high and low since the entry: for display only, since nobody sells at the top.
record ExtremesPart(Call call) implements Part {
  @Override
  public void print(Page page) {
    if (call.track().entry() instanceof Entry.Priced) {
      Peak peak = call.track().peak();
      page.title("raw high and low, for display only: no rank and no verdict uses them");
      page.field("high", Figures.multiple(peak.high()) + " of the entry, " + peak.highAt());
      page.field("low", Figures.multiple(peak.low()) + " of the entry");
    }
  }

  @Override
  public void put(Map<String, @Nullable Object> json) {
    if (!(call.track().entry() instanceof Entry.Priced)) {
      json.put("rawHigh", null);
      return;
    }
    Peak peak = call.track().peak();
    Map<String, @Nullable Object> one = new LinkedHashMap<>();
    one.put("ratio", Figures.number(peak.high()));
    one.put("at", Figures.instant(peak.highAt()));
    one.put("lowRatio", Figures.number(peak.low()));
    one.put("use", "for display only");
    json.put("rawHigh", one);
  }
}
