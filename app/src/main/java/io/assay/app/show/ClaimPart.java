package io.assay.app.show;

import io.assay.app.record.BooksView;
import io.assay.app.record.CallFields;
import io.assay.app.record.Figures;
import io.assay.app.record.Titles;
import io.assay.core.call.Call;
import io.assay.core.call.CallState;
import io.assay.core.ledger.Table;
import io.assay.core.lineage.Link;
import io.assay.core.lineage.Links;
import io.assay.core.score.Aftermath;
import io.assay.core.score.Voided;
import java.time.Instant;
import java.util.List;
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
    Instant gone = deletedAt();
    if (!gone.equals(Instant.MAX)) {
      page.field("deleted", "the message was gone at " + gone + "; the call stays");
    }
    Voided voided = voided();
    if (voided != null) {
      page.field("void", "since " + voided.at() + ": " + voided.reason());
    }
    for (Link link : links()) {
      String like = Figures.share(link.similarity()) + " alike";
      page.field(
          "echo",
          "of "
              + titles.name(link.of().opener().chat())
              + "'s "
              + link.of()
              + ", "
              + Figures.word(link.kind())
              + ", "
              + like
              + "; it counts for whoever called first");
    }
  }

  @Override
  public void put(Map<String, @Nullable Object> json) {
    json.put("asOf", view.standing().clock().toString());
    json.putAll(CallFields.of(call, titles, view));
    json.put("deletedAt", Figures.instant(deletedAt()));
    Voided voided = voided();
    json.put("void", voided == null ? null : voided.reason());
    List<Link> links = links();
    json.put("echoOf", links.isEmpty() ? null : links.getLast().of().toString());
  }

  private Instant deletedAt() {
    byte[] row = view.ledger().find(Table.MESSAGES, Aftermath.key(call.id().opener()));
    return row == null ? Instant.MAX : Aftermath.ofBytes(row).deletedAt();
  }

  private @Nullable Voided voided() {
    byte[] row = view.ledger().find(Table.VOIDS, call.id().toBytes());
    return row == null ? null : Voided.ofBytes(row);
  }

  private List<Link> links() {
    byte[] row = view.ledger().find(Table.LINKS, call.id().toBytes());
    return row == null ? List.of() : Links.ofBytes(row).all();
  }
}
