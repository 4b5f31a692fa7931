package io.assay.app.show;

import io.assay.app.record.BooksView;
import io.assay.app.record.CallFields;
import io.assay.app.record.Figures;
import io.assay.app.record.Titles;
import io.assay.core.call.Call;
import io.assay.core.call.CallState;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was called, by whom and when, and where that stands.
record ClaimPart(Call call, BooksView view, Titles titles) implements Part {
  @Override
  public void print(Page page) {
    page.title("call " + call.id() + " as of " + view.standing().clock());
    String title = titles.of(call.channel());
    page.field("channel", title + (title.isEmpty() ? "" : "  ") + call.channel());
    page.field("called", call.claim().at() + (call.id().revision() == 0 ? "" : ", by an edit"));
    String symbol = view.symbols().of(call.claim().asset());
    page.field("asset", call.claim().asset().id() + (symbol.isEmpty() ? "" : "  " + symbol));
    page.field(
        "side",
        Figures.word(call.claim().side()) + (call.claim().pump() ? ", the reveal of a pump" : ""));
    page.field("evidence", Figures.word(call.claim().evidence()));
    String since = call.state() == CallState.OPEN ? "" : ", known since " + call.stateSince();
    page.field("state", call.state().name() + since);
  }

  @Override
  public void put(Map<String, @Nullable Object> json) {
    json.put("asOf", view.standing().clock().toString());
    json.putAll(CallFields.of(call, titles, view));
  }
}
