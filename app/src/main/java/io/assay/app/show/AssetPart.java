package io.assay.app.show;

import io.assay.app.record.BooksView;
import io.assay.app.record.Figures;
import io.assay.core.asset.Asset;
import io.assay.core.call.Call;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An asset, and how often it was called.
record AssetPart(Asset asset, List<Call> calls, BooksView view) implements Part {
  AssetPart {
    calls = List.copyOf(calls);
  }

  @Override
  public void print(Page page) {
    page.title(asset.id() + " as of " + view.standing().clock());
    String symbol = view.symbols().of(asset);
    page.field("symbol", symbol.isEmpty() ? Figures.UNKNOWN : symbol);
    page.field(
        "called",
        Figures.count(calls.size(), "time")
            + " by "
            + Figures.count(channels(), "channel")
            + ", first "
            + Figures.minute(calls.getFirst().claim().at()));
  }

  private long channels() {
    return calls.stream().map(Call::channel).distinct().count();
  }

  @Override
  public void put(Map<String, @Nullable Object> json) {
    String symbol = view.symbols().of(asset);
    json.put("asOf", view.standing().clock().toString());
    json.put("asset", asset.id());
    json.put("symbol", symbol.isEmpty() ? null : symbol);
    json.put("channels", channels());
  }
}
