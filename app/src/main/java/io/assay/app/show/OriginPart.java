package io.assay.app.show;

import io.assay.app.record.Figures;
import io.assay.core.call.Call;
import io.assay.core.call.Origin;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the prices come from.
record OriginPart(Call call) implements Part {
  @Override
  public void print(Page page) {
    Origin origin = call.track().origin();
    page.title("prices from");
    if (origin.told().isUntold()) {
      page.line("nobody yet");
      return;
    }
    page.field("source", origin.told().source());
    String pool = origin.told().poolId(call.claim().asset());
    page.field("pool", pool.isEmpty() ? "none: one price of the asset" : pool);
    if (origin.splice() != 1) {
      page.field("splice", Figures.usd(origin.splice()) + ": went on from another pool");
    }
    page.field("followed to", Figures.minute(call.track().pulse().followedTo()));
  }

  @Override
  public void put(Map<String, @Nullable Object> json) {
    Origin origin = call.track().origin();
    String pool = origin.told().poolId(call.claim().asset());
    Map<String, @Nullable Object> one = new LinkedHashMap<>();
    one.put("source", origin.told().isUntold() ? null : origin.told().source());
    one.put("pool", pool.isEmpty() ? null : pool);
    one.put("splice", origin.splice() == 1 ? null : Figures.number(origin.splice()));
    json.put("prices", one);
  }
}
